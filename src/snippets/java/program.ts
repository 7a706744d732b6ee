import { type CodeBlock, indented } from '../codeBlock.ts';

/** Indents by four spaces for each level. */
export function javaIndented(block: CodeBlock, levels = 1): CodeBlock {
  return indented(block, '    '.repeat(levels));
}

/** The method that runs a program. */
export function mainMethod(code: CodeBlock): CodeBlock {
  return ['public static void main(String[] args) throws Exception {', ...javaIndented(code), '}'];
}

/** Prints a body in UTF-8, whatever the locale. */
export function print(body: string): CodeBlock {
  return [
    '// Written as it was received: in UTF-8, whatever the locale.',
    `System.out.writeBytes((${body} + "\\n").getBytes(UTF_8));`,
  ];
}
