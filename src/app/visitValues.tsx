import { useEffect, useRef, useState } from 'react';

import type { Navigation } from '#browser/navigation.ts';
import {
  applyChoices,
  enableRememberedChoices,
  type RememberedChoices,
} from '#browser/rememberedChoices.ts';
import { defaultFormChoice, formChoiceOf } from '#screens/formChoice.ts';
import type { FieldTexts, SnippetDesk, ValueField } from '#screens/SnippetPanel.tsx';
import type { RefusedField } from '#share/fragment.ts';

import { TextWithCode } from '#ui/TextWithCode.tsx';

import type { EvaluatedValues, Picked } from './liveValues.tsx';

const untouched: FieldTexts = { orgDomain: '', clientId: '', keyId: '' };

/** The values of this visit: typed or brought by the address, kept in its fragment. */
export interface VisitValues {
  /** With its `#`, or empty. */
  readonly fragment: string;
  readonly desk: SnippetDesk;
  /** What the address brought and the guide refused. */
  readonly refused: readonly RefusedField[];
}

/** What was last typed and picked, ahead of what has been drawn. */
interface Present {
  readonly texts: FieldTexts;
  readonly picked: Picked;
  /** Every picker's choice, those included that the fragment does not carry. */
  readonly choices: RememberedChoices;
  /** Whether the snippets have been drawn in the browser. */
  readonly drawn: boolean;
}

/**
 * Keeps the values of the visit. The code that reads and writes them is loaded when the address
 * brings values or the person types or picks: a first question without values needs none of it.
 */
export function useVisitValues(navigation: Navigation): VisitValues {
  const [texts, setTexts] = useState(untouched);
  const [evaluated, setEvaluated] = useState<EvaluatedValues | undefined>();
  const [choice, setChoice] = useState(defaultFormChoice);
  const [refused, setRefused] = useState<readonly RefusedField[]>([]);
  const present = useRef<Present>({ texts, picked: {}, choices: {}, drawn: false });
  const fragment = evaluated?.fragment ?? '';

  /** Puts new texts and picks into force: fields, snippets and address. */
  const settle = async (nextTexts: FieldTexts, picked: Picked) => {
    present.current = { ...present.current, texts: nextTexts, picked };
    setTexts(nextTexts);
    setChoice(formChoiceOf(picked));
    const { evaluateValues } = await import('./liveValues.tsx');
    if (present.current.texts !== nextTexts || present.current.picked !== picked) return;
    const next = evaluateValues(nextTexts, picked, present.current.drawn);
    present.current = { ...present.current, drawn: next.live !== undefined };
    setEvaluated(next);
    const { pathname, state } = navigation.place();
    navigation.replace(`${pathname}${next.fragment}`, state);
  };

  const readAddress = async () => {
    const { fragment: given } = navigation.place();
    if (given === fragment || !/(?:^#|&)v=/.test(given)) return;
    const { readFragment } = await import('./liveValues.tsx');
    const read = readFragment(given);
    if (read === undefined) return;
    setRefused(read.refused);
    await settle({ ...untouched, ...read.texts }, read.picked);
  };

  useEffect(() => {
    void readAddress();
    return navigation.onReturn(() => void readAddress());
    // Reads the address on arrival and whenever it changes by hand.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  useEffect(
    () =>
      enableRememberedChoices((name, value) => {
        const { texts: typed, picked, choices } = present.current;
        present.current = { ...present.current, choices: { ...choices, [name]: value } };
        if (name === 'lang') void settle(typed, { ...picked, language: value });
        if (name === 'key' && (value === 'RSA' || value === 'EC')) {
          void settle(typed, { ...picked, keyType: value });
        }
      }),
    // oxlint-disable-next-line react/exhaustive-deps
    [],
  );

  // Screens drawn later start with the default tabs; the person's choices hold there too.
  useEffect(() => {
    const { picked, choices } = present.current;
    applyChoices({
      ...choices,
      ...(picked.language && { lang: picked.language }),
      ...(picked.keyType && { key: picked.keyType }),
    });
  });

  return {
    fragment,
    refused,
    desk: {
      texts,
      choice,
      live: evaluated?.live,
      onChoose: (next) =>
        void settle(present.current.texts, { ...present.current.picked, ...next }),
      onChange: (field: ValueField, text: string) =>
        void settle({ ...present.current.texts, [field]: text }, present.current.picked),
    },
  };
}

/** Says which values of the address were refused, so that nothing disappears in silence. */
export function ValuesNotice({ refused }: { readonly refused: readonly RefusedField[] }) {
  if (refused.length === 0) return null;
  return (
    <div className="notice" data-tone="warn" role="status">
      <p>Some values in this address were not taken over:</p>
      <ul className="list-disc ps-5">
        {refused.map(({ key, reason }) => (
          <li key={key + reason}>
            <code>{key}</code>: <TextWithCode text={reason} />
          </li>
        ))}
      </ul>
    </div>
  );
}
