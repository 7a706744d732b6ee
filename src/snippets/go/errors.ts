import type { CodeBlock } from '../codeBlock.ts';

/** The way out of a function that an error leaves by. */
export function onError(statement: string): CodeBlock {
  return ['if err != nil {', `  ${statement}`, '}'];
}

/** The way out of `main`. */
export const stop = onError('log.Fatal(err)');
