/**
 * Puts Mermaid's complaint about a text into words that help to fix it: which line it is about, and what is
 * there. Mermaid counts lines without the front matter and without comments.
 *
 * @param text the Mermaid text, as it was typed
 * @param complaint the message of Mermaid's error, or any other reason, which is then given as it is
 */
export function explainMermaidProblem(text: string, complaint: string): string {
  if (text.trim() === '') return 'There is no text to draw.';
  if (complaint.startsWith('No diagram type detected')) {
    return 'Mermaid does not know this kind of diagram. After the settings between the two --- lines, the text has to name one, for example: flowchart TB';
  }
  const [, counted] = /(?:Parse|Lexical) error on line (\d+)/.exec(complaint) ?? [];
  if (counted === undefined) return complaint.split('\n')[0] ?? '';
  const line = countedLines(text)[Number(counted) - 1];
  if (line === undefined)
    return 'The text ends too early: a bracket or a quotation mark is not closed.';
  return `Line ${line.number} does not parse: ${line.text.trim()}\nLook there, or on the line before, for a missing bracket or quotation mark.`;
}

interface Line {
  /** As a person counts it, from 1. */
  readonly number: number;
  readonly text: string;
}

/** The lines that Mermaid counts. */
function countedLines(text: string): readonly Line[] {
  const lines = text.split(/\r\n?|\n/).map((line, index) => ({ number: index + 1, text: line }));
  const body = lines.slice(frontMatterLength(lines)).filter(({ text: line }) => !isComment(line));
  const first = body.findIndex(({ text: line }) => line.trim() !== '');
  return body.slice(Math.max(first, 0));
}

/** Front matter is between two lines of three hyphens at the very start. */
function frontMatterLength(lines: readonly Line[]): number {
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  if (lines[first]?.text.trim() !== '---') return 0;
  const end = lines.findIndex(({ text }, index) => index > first && text.trim() === '---');
  return end === -1 ? 0 : end + 1;
}

const isComment = (line: string): boolean => /^\s*%%(?!\{)/.test(line);
