import { Cited } from '#screens/Cited.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import type { Words } from './scenario.ts';

/** A reason with its sources, or a teacher's own words as they are. */
export function Explanation({ words }: { readonly words: Words }) {
  return words.basis === undefined ? <TextWithCode text={words.text} /> : <Cited of={words} />;
}
