import { createElement, Fragment } from 'react';

/** Shows a sentence in which text between backticks becomes `<code>`. */
export function TextWithCode({ text }: { readonly text: string }) {
  const parts = text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? createElement('code', {}, part) : part));
  return createElement(Fragment, {}, ...parts);
}
