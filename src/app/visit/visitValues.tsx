import { useEffect, useRef, useState } from 'react';

import type { Navigation } from '#browser/navigation.ts';
import {
  applyChoices,
  enableRememberedChoices,
  type RememberedChoices,
} from '#browser/rememberedChoices.ts';
import { defaultFormChoice, formChoiceOf } from '#screens/snippets/formChoice.ts';
import type { OperationActions } from '#screens/operationChoice/OperationFields.tsx';
import type {
  FieldTexts,
  OperationChoice,
  RequestInputs,
  ValueField,
} from '#screens/snippets/requestInputs.ts';
import type { Answer } from '#guide/questions.ts';
import type { RefusedField } from '#share/fragment.ts';

import { TextWithCode } from '#ui/TextWithCode.tsx';

import type { ChosenOperations } from './chosenOperations.tsx';
import type { Picked } from './picked.ts';
import type {
  EvaluatedValues,
  evaluateValues,
  needsCatalogue,
  readFragment,
} from './liveValues.tsx';

/** Where the values of a visit are kept: the address, or what stands for it in a frame. */
export type ValuesAddress = Pick<Navigation, 'place' | 'replace' | 'onReturn'>;

const untouched: FieldTexts = { orgDomain: '', clientId: '', keyId: '' };

/** The values of this visit: typed or brought by the address, kept in its fragment. */
export interface VisitValues {
  /** With its `#`, or empty. */
  readonly fragment: string;
  readonly inputs: RequestInputs;
  /** The check of a claim that an operation accepts an API token only, after these answers. */
  readonly tokenOnlyCheck: (answers: readonly Answer[]) => OperationChoice;
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
  /** Whether the person has opened the choice of operations. */
  readonly opened: boolean;
}

/** The code that reads and writes the values. */
interface LiveModule {
  readonly evaluateValues: typeof evaluateValues;
  readonly needsCatalogue: typeof needsCatalogue;
  readonly readFragment: typeof readFragment;
}

/** The code that knows the operations, and their catalogue. */
interface OperationsModule {
  chosenOperations(picked: Picked): ChosenOperations;
}

const operationsProblem =
  'The list of operations could not be loaded. Check that you are online, then fold this and open it again.';

/** Changes one part of what was picked; an empty one is taken out. */
function withPart<Part extends keyof Picked>(
  picked: Picked,
  part: Part,
  value: Picked[Part] | undefined,
): Picked {
  const { [part]: _previous, ...others } = picked;
  return value === undefined ? others : { ...picked, [part]: value };
}

function withText(
  texts: Readonly<Record<string, string>> | undefined,
  name: string,
  text: string,
): Readonly<Record<string, string>> | undefined {
  const { [name]: _previous, ...others } = texts ?? {};
  const next = text === '' ? others : { ...others, [name]: text };
  return Object.keys(next).length === 0 ? undefined : next;
}

/**
 * Keeps the values of the visit. The code that reads and writes them is loaded when the address
 * brings values or the person types or picks: a first question without values needs none of it.
 */
export function useVisitValues(navigation: ValuesAddress): VisitValues {
  const [texts, setTexts] = useState(untouched);
  const [evaluated, setEvaluated] = useState<EvaluatedValues | undefined>();
  const [choice, setChoice] = useState(defaultFormChoice);
  const [refused, setRefused] = useState<readonly RefusedField[]>([]);
  const [chosen, setChosen] = useState<ChosenOperations | undefined>();
  const [problem, setProblem] = useState<string | undefined>();
  const live = useRef<LiveModule | undefined>(undefined);
  const operations = useRef<OperationsModule | undefined>(undefined);
  const present = useRef<Present>({
    texts,
    picked: {},
    choices: {},
    drawn: false,
    opened: false,
  });
  const fragment = evaluated?.fragment ?? '';

  const loadOperations = async (): Promise<OperationsModule | undefined> => {
    try {
      operations.current ??= await import('./chosenOperations.tsx');
      setProblem(undefined);
    } catch {
      setProblem(operationsProblem);
    }
    return operations.current;
  };

  const loadLive = async (): Promise<LiveModule> => {
    live.current ??= await import('./liveValues.tsx');
    return live.current;
  };

  /** Draws what the present texts and picks give; a field that shows its own text needs this at once. */
  const draw = ({ evaluateValues }: LiveModule, module: OperationsModule | undefined): void => {
    const { texts: typed, picked, drawn } = present.current;
    const nextChosen = module?.chosenOperations(picked);
    const next = evaluateValues(typed, picked, drawn, nextChosen);
    present.current = { ...present.current, drawn: next.live !== undefined };
    setChosen(nextChosen);
    setEvaluated(next);
    const { pathname, state } = navigation.place();
    navigation.replace(`${pathname}${next.fragment}`, state);
  };

  /** Puts new texts and picks into force: fields, snippets and address. */
  const settle = (nextTexts: FieldTexts, picked: Picked): void => {
    present.current = { ...present.current, texts: nextTexts, picked };
    setTexts(nextTexts);
    setChoice(formChoiceOf(picked));
    const wantsOperations = ({ needsCatalogue }: LiveModule) =>
      present.current.opened || needsCatalogue(picked);
    if (live.current !== undefined) {
      const wanted = wantsOperations(live.current);
      if (!wanted || operations.current !== undefined) {
        draw(live.current, wanted ? operations.current : undefined);
        return;
      }
    }
    void drawOnceLoaded(nextTexts, picked, wantsOperations);
  };

  const drawOnceLoaded = async (
    nextTexts: FieldTexts,
    picked: Picked,
    wantsOperations: (module: LiveModule) => boolean,
  ): Promise<void> => {
    try {
      const module = await loadLive();
      const loaded = wantsOperations(module) ? await loadOperations() : undefined;
      if (present.current.texts !== nextTexts || present.current.picked !== picked) return;
      draw(module, loaded);
    } catch {
      // Offline before the first value: the fields keep what was typed, and the next letter tries again.
    }
  };

  const readAddress = async () => {
    const { fragment: given } = navigation.place();
    if (given === fragment || !/(?:^#|&)v=/.test(given)) return;
    const { readFragment } = await loadLive();
    const read = readFragment(given);
    if (read === undefined) return;
    setRefused(read.refused);
    settle({ ...untouched, ...read.texts }, read.picked);
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
        if (name === 'lang') settle(typed, { ...picked, language: value });
        if (name === 'key' && (value === 'RSA' || value === 'EC')) {
          settle(typed, { ...picked, keyType: value });
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

  const pick = (picked: Picked) => settle(present.current.texts, picked);
  const actions: OperationActions = {
    onOperations: (references) => {
      const { picked } = present.current;
      const next = withPart(picked, 'operations', references.length === 0 ? undefined : references);
      // Another operation has another body; its parameters may well have the same names.
      pick(references[0] === picked.operations?.[0] ? next : withPart(next, 'body', undefined));
    },
    onPathText: (name, text) => {
      const { picked } = present.current;
      pick(withPart(picked, 'pathTexts', withText(picked.pathTexts, name, text)));
    },
    onQueryText: (name, text) => {
      const { picked } = present.current;
      pick(withPart(picked, 'queryTexts', withText(picked.queryTexts, name, text)));
    },
    onBody: (text) => pick(withPart(present.current.picked, 'body', text)),
  };
  const choiceOf = (fields: (from: ChosenOperations) => React.ReactNode): OperationChoice => ({
    count: present.current.picked.operations?.length ?? 0,
    fields: chosen === undefined ? undefined : fields(chosen),
    problem,
    onOpen: () => {
      if (present.current.opened && chosen !== undefined) return;
      present.current = { ...present.current, opened: true };
      pick({ ...present.current.picked });
    },
  });

  return {
    fragment,
    refused,
    tokenOnlyCheck: (answers) => choiceOf(({ check }) => check(answers, actions.onOperations)),
    inputs: {
      operations: choiceOf(({ fields }) => fields(actions)),
      texts,
      choice,
      live: evaluated?.live,
      onChoose: (next) => settle(present.current.texts, { ...present.current.picked, ...next }),
      onChange: (field: ValueField, text: string) =>
        settle({ ...present.current.texts, [field]: text }, present.current.picked),
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
