/** Gives a name as it begins a sentence, a heading or a label: `Service app`. */
export function atSentenceStart(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
