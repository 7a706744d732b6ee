import { requirePrintableAscii } from './printableAscii.ts';

/**
 * Writes an option and its value as a line of curl's own configuration, `header = "Accept: application/json"`. Between
 * quotation marks only the backslash has a meaning there (curl's manual, `--config`).
 *
 * @param option the long name of an option, without its dashes
 * @throws TypeError for a value that is more than one line of printable ASCII
 */
export function curlConfigLine(option: string, value: string): string {
  requirePrintableAscii("A line of curl's configuration", value);
  return `${option} = "${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
