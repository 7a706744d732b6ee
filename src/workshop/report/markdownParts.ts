import { prose } from '#record/markdownText.ts';

/** Writes the title of a card, which may contain any text. */
export const titleText = (title: string): string => prose(title) || untitled;

/** Without it, a title of nothing but spaces would leave a list without its item. */
const untitled = '(no title)';

/** Writes a heading that no text in it can end or change. */
export function heading(level: 1 | 2 | 3, text: string): string {
  // Hash signs at the end of a heading would close it, and not be shown.
  return `${'#'.repeat(level)} ${titleText(text).replace(/(?<!\\)#$/, String.raw`\#`)}`;
}

/** Writes parts of Markdown as the items of a list. */
export const list = (items: readonly string[], indent = ''): string =>
  items.map((item) => `${indent}- ${item}`).join('\n');

/**
 * Writes a table.
 *
 * @param rows each begins with a name, which may contain any text; figures are ours and written as they are
 */
export function table(
  columns: readonly string[],
  rows: readonly { readonly name: string; readonly figures: readonly string[] }[],
): string {
  return [
    columns,
    columns.map(() => '---'),
    ...rows.map(({ name, figures }) => [tableCell(name), ...figures]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** Writes a text as a cell of a table. */
function tableCell(text: string): string {
  // No escape keeps a pipe within code from ending the cell in every reader: there, code is text.
  return text.includes('|')
    ? text.replace(/[\s\p{Cc}]+/gu, ' ').replace(/[\\`*_[\]<>|~&]/g, String.raw`\$&`)
    : titleText(text);
}
