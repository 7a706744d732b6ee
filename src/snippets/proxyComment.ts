import type { CodeBlock } from './codeBlock.ts';

/**
 * What a program says at its top if its language does not read `HTTPS_PROXY` by itself (fact K39).
 *
 * @param mark the mark that begins a comment
 * @param sentence the sentence on the page, with code between backticks
 */
export function proxyComment(mark: string, sentence: string): CodeBlock {
  return [`${mark} ${sentence.replaceAll('`', '')}`];
}
