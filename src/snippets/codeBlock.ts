/** Lines of a program that belong together; an empty line separates two blocks. */
export type CodeBlock = readonly string[];

/** Writes blocks as a file's text, which ends with exactly one line end. */
export function textOfBlocks(blocks: readonly CodeBlock[]): string {
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** Indents the lines of a block; empty lines stay empty. */
export function indented(block: CodeBlock, indentation = '  '): CodeBlock {
  return block.map((line) => (line === '' ? line : `${indentation}${line}`));
}

/** Puts a text before a block's first line, and another after its last. */
export function framed(before: string, block: CodeBlock, after: string): CodeBlock {
  return block.map(
    (line, index) =>
      `${index === 0 ? before : ''}${line}${index === block.length - 1 ? after : ''}`,
  );
}
