const inPowershell = (name: string): string => `$env:${name} = '…'`;

/** By the id of a language that is a shell’s, and of the shells of Windows. */
const settingLines: Readonly<Record<string, (name: string) => string>> = {
  curl: (name) => `export ${name}='…'`,
  cmd: (name) => `set "${name}=…"`,
  powershell: inPowershell,
  'powershell-module': inPowershell,
};

/**
 * The line that sets an environment variable where a program runs, with `…` for its value; the name alone
 * where the program may be started from any shell.
 */
export function settingLine(shellOrLanguage: string, name: string): string {
  return settingLines[shellOrLanguage]?.(name) ?? name;
}
