/** The names between braces in a path template, each once, in their order. */
export function placeholdersOf(path: string): readonly string[] {
  return [
    ...new Set([...path.matchAll(/\{([A-Za-z][A-Za-z0-9_]*)\}/g)].map(([, name]) => name ?? '')),
  ];
}
