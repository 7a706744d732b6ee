import {
  and,
  assign,
  fromCallback,
  fromPromise,
  not,
  or,
  sendTo,
  setup,
  type SnapshotFrom,
  stateIn,
} from 'xstate';

import { type FormChoice, formChoiceOf } from '#screens/snippets/formChoice.ts';
import type { FieldTexts, LiveSnippets, ValueField } from '#screens/snippets/requestInputs.ts';
import type { LeftOutValue } from '#share/fragment.ts';
import { holdsValues } from '#share/holdsValues.ts';
import type { RefusedLine } from '#share/refusedLines.ts';

import { broughtNames } from './broughtWords.ts';
import type { ChosenOperations } from './chosenOperations.tsx';
import type { liveSnippets, readFragment, ValuesFragment, valuesFragment } from './liveValues.tsx';
import type { missingReasons } from '../missingReasons.ts';
import { notProvided } from '../notProvided.ts';
import { type FileChoice, type FileOpened, openingMachine } from './openingMachine.ts';
import {
  isDefault,
  needsCatalogue,
  type Picked,
  untouched,
  withBody,
  withOperations,
  withParameter,
  withPicker,
  withTyped,
} from './picked.ts';

/** The code that reads and writes the values: `liveValues.tsx`. */
export interface ValuesCode {
  readonly liveSnippets: typeof liveSnippets;
  readonly readFragment: typeof readFragment;
  readonly valuesFragment: typeof valuesFragment;
}

/** The code that knows the operations, with their catalogue: `chosenOperations.tsx`. */
export interface OperationsCode {
  readonly chosenOperations: (picked: Picked) => ChosenOperations;
  /** What may be kept of what was typed. */
  readonly keptOf: (picked: Picked) => Picked;
}

export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What an address brings, and all of its values if the fragment had no room for them. */
export interface BroughtFragment {
  readonly fragment: string;
  readonly kept?: string | undefined;
  /** Whether it came from a link that opened the page and that somebody else may have written. */
  readonly isForeign?: boolean;
}

export type ValuesEvent =
  | { readonly type: 'field.type'; readonly field: ValueField; readonly text: string }
  | { readonly type: 'form.choose'; readonly choice: Partial<FormChoice> }
  /** In a picker that shows the same choice everywhere, such as the language. */
  | (Choice & { readonly type: 'picker.choose' })
  | { readonly type: 'operations.open' }
  | { readonly type: 'operations.pick'; readonly references: readonly string[] }
  | {
      readonly type: 'parameter.type';
      /** Reference of the operation; absent for the first. */
      readonly later?: string | undefined;
      readonly part: 'pathTexts' | 'queryTexts';
      readonly name: string;
      readonly text: string;
    }
  | {
      readonly type: 'body.type';
      /** As in `parameter.type`. */
      readonly later?: string | undefined;
      readonly text: string;
    }
  /** The person does not want what the address brought. */
  | { readonly type: 'values.clear' }
  /** A values file is to be opened. */
  | FileChoice
  | FileOpened
  /** The page was opened at an address, or its fragment was changed by hand. */
  | ({ readonly type: 'address.bring' } & BroughtFragment);

export interface ValuesContext {
  readonly texts: FieldTexts;
  readonly picked: Picked;
  /** What was chosen in pickers, including those that no fragment carries. */
  readonly choices: Readonly<Record<string, string>>;
  /** A fragment that is still to be read. */
  readonly unread: BroughtFragment | undefined;
  /** What the address brought and the guide refused. */
  readonly refused: readonly RefusedLine[];
  /** Why nothing was used from the file that was chosen last. */
  readonly fileProblems: readonly string[];
  readonly code: ValuesCode | undefined;
  /** How often loading the code failed while there were values to read. */
  readonly failures: number;
  readonly operations: OperationsCode | undefined;
}

const nothingLeftOut: readonly LeftOutValue[] = [];

function written({ code, operations, texts, picked, unread }: ValuesContext): ValuesFragment {
  if (code !== undefined) return code.valuesFragment(texts, operations?.keptOf(picked) ?? picked);
  const { fragment = '', kept = fragment } = unread ?? {};
  return { fragment, whole: kept, leftOut: nothingLeftOut };
}

const values = setup({
  types: { context: {} as ValuesContext, events: {} as ValuesEvent },
  actors: {
    /** Reports what the address brings: at once, and whenever it is changed by hand. */
    address: fromCallback<ValuesEvent>(notProvided('address')),
    /** Reports what is chosen in the pickers that the page came with. */
    pickers: fromCallback<ValuesEvent>(notProvided('pickers')),
    loadCode: fromPromise<ValuesCode>(notProvided('loadCode')),
    loadOperations: fromPromise<OperationsCode>(notProvided('loadOperations')),
    /** Opens the values file that was chosen last, and reports its content. */
    opening: openingMachine,
    /** Reports whether the site answers, if its code could not be loaded. */
    askSite: fromPromise<boolean>(notProvided('askSite')),
  },
  actions: {
    takeText: assign(
      ({ context }, { field, text }: { readonly field: ValueField; readonly text: string }) => ({
        texts: { ...context.texts, [field]: text },
      }),
    ),
    pick: assign((_, picked: Picked) => ({ picked })),
    rememberChoice: assign(({ context }, { name, value }: Choice) => ({
      choices: { ...context.choices, [name]: value },
    })),
    takePickerOver: assign(({ context }, { name, value }: Choice) => ({
      picked: withPicker(context.picked, name, value) ?? context.picked,
    })),
    noteFragment: assign((_, { fragment, kept }: BroughtFragment) => ({
      unread: { fragment, kept },
    })),
    /** Applies what the address says. What was typed before the address could be read stays. */
    readAddress: assign(({ context }, { typedStays }: { readonly typedStays: boolean }) => {
      const { code, unread, texts, picked } = context;
      if (code === undefined || unread === undefined) return {};
      const read = code.readFragment(unread.fragment, unread.kept);
      if (read === undefined) return { unread: undefined };
      const brought = { ...untouched, ...read.texts };
      return {
        unread: undefined,
        refused: read.refused,
        texts: typedStays ? withTyped(brought, texts) : brought,
        picked: typedStays ? { ...read.picked, ...picked } : read.picked,
      };
    }),
    takeFile: assign((_, { opened }: Pick<FileOpened, 'opened'>) =>
      opened.ok
        ? { texts: opened.texts, picked: opened.picked, refused: [], fileProblems: [] }
        : { fileProblems: opened.problems },
    ),
    clearValues: assign({ texts: untouched, picked: {}, refused: [], unread: undefined }),
    forgetFile: assign({ fileProblems: [] }),
    countFailure: assign({ failures: ({ context }) => context.failures + 1 }),
    takeCode: assign((_, code: ValuesCode) => ({ code })),
    takeOperations: assign((_, operations: OperationsCode) => ({ operations })),
    /** Puts the values into the address. */
    writeAddress: (_args, _written: ValuesFragment) => {},
  },
  delays: {
    /** The wait before the code is requested again: longer each time, and a minute at most. */
    retryPause: ({ context }) => Math.min(1000 * 2 ** context.failures, 60_000),
  },
  guards: {
    isRead: ({ context }) => context.code !== undefined,
    hasUnread: ({ context }) => context.unread !== undefined,
    bringsValues: ({ context }, { fragment }: { readonly fragment: string }) =>
      holdsValues(fragment) && fragment !== written(context).fragment,
    bringsForeign: ({ context }, { fragment, isForeign = false }: BroughtFragment) =>
      isForeign && holdsValues(fragment) && fragment !== written(context).fragment,
    isCarried: (_, { name, value }: Choice) => withPicker({}, name, value) !== undefined,
    /**
     * Whether the address contains something that may not be kept, which is clear once the
     * operations are known.
     */
    holdsTooMuch: ({ context }, operations: OperationsCode) =>
      context.code !== undefined &&
      written({ ...context, operations }).whole !== written(context).whole,
    needsOperations: ({ context }) => needsCatalogue(context.picked),
    /** Whether the snippets that the page came with differ from the values. */
    differsFromSample: ({ context: { code, operations, texts, picked } }) =>
      code !== undefined &&
      (!isDefault(texts, picked) || (operations !== undefined && needsCatalogue(picked))),
    /** Whether the screens show what the address brought, or say why they cannot. */
    isArrived: or([
      stateIn({ code: 'failed' }),
      and([
        not('hasUnread'),
        or([
          not('needsOperations'),
          stateIn({ operations: 'ready' }),
          stateIn({ operations: 'failed' }),
        ]),
      ]),
    ]),
  },
});

const ifCarried = {
  type: 'isCarried',
  params: ({ event }: { readonly event: Choice }) => event,
} as const;

const ifBringing = {
  type: 'bringsValues',
  params: ({ event }: { readonly event: { readonly fragment: string } }) => event,
} as const;

const load = { target: 'loading' } as const;

const loadOnChange = {
  'field.type': load,
  'form.choose': load,
  'picker.choose': { ...load, guard: ifCarried },
  'operations.open': load,
  'operations.pick': load,
  'parameter.type': load,
  'body.type': load,
  'file.open': load,
  'address.bring': { ...load, guard: ifBringing },
} as const;

const write = {
  actions: {
    type: 'writeAddress',
    params: ({ context }: { readonly context: ValuesContext }) => written(context),
  },
} as const;

/**
 * The values of a visit: typed, picked, or brought by the address. Besides, the machine has the
 * code that reads and writes them, loaded when there is something for it to do; the operations with
 * their catalogue, loaded when a person opens the choice or the values name some; and whether the
 * request is still the one that the page came with.
 */
export const valuesMachine = values.createMachine({
  id: 'values',
  context: {
    texts: untouched,
    picked: {},
    choices: {},
    unread: undefined,
    refused: [],
    fileProblems: [],
    code: undefined,
    failures: 0,
    operations: undefined,
  },
  invoke: [
    { src: 'address', id: 'address' },
    { src: 'pickers', id: 'pickers' },
    { src: 'opening', id: 'opening' },
  ],
  type: 'parallel',
  states: {
    // First, so that the others see the new values: they decide by those what a change means.
    values: {
      on: {
        'field.type': { actions: { type: 'takeText', params: ({ event }) => event } },
        'form.choose': {
          actions: {
            type: 'pick',
            params: ({ context, event }) => ({ ...context.picked, ...event.choice }),
          },
        },
        'picker.choose': {
          actions: [
            { type: 'rememberChoice', params: ({ event }) => event },
            { type: 'takePickerOver', params: ({ event }) => event },
          ],
        },
        'operations.pick': {
          actions: {
            type: 'pick',
            params: ({ context, event }) => withOperations(context.picked, event.references),
          },
        },
        'parameter.type': {
          actions: {
            type: 'pick',
            params: ({ context, event }) =>
              withParameter(context.picked, event.later, event.part, event.name, event.text),
          },
        },
        'body.type': {
          actions: {
            type: 'pick',
            params: ({ context, event }) => withBody(context.picked, event.later, event.text),
          },
        },
        'file.choose': {
          actions: ['forgetFile', sendTo('opening', ({ event }) => event)],
        },
        'file.open': { actions: { type: 'takeFile', params: ({ event }) => event } },
        'values.clear': { guard: 'isRead', actions: 'clearValues' },
        'address.bring': {
          guard: ifBringing,
          actions: [
            { type: 'noteFragment', params: ({ event }) => event },
            { type: 'readAddress', params: { typedStays: false } },
          ],
        },
      },
    },
    code: {
      initial: 'absent',
      states: {
        absent: { on: loadOnChange },
        // An address has brought values that cannot be read yet: they are kept.
        failed: { on: loadOnChange, after: { retryPause: load } },
        loading: {
          invoke: {
            src: 'loadCode',
            id: 'loadCode',
            onDone: {
              target: 'ready',
              actions: [
                { type: 'takeCode', params: ({ event }) => event.output },
                { type: 'readAddress', params: { typedStays: true } },
                write.actions,
              ],
            },
            // The fields keep what was typed, and the next keystroke tries again.
            onError: [
              { guard: 'hasUnread', target: 'failed', actions: 'countFailure' },
              { target: 'absent' },
            ],
          },
        },
        ready: {
          on: {
            'field.type': write,
            'form.choose': write,
            'picker.choose': { ...write, guard: ifCarried },
            'operations.pick': write,
            'parameter.type': write,
            'body.type': write,
            'file.open': write,
            'values.clear': write,
            'address.bring': { ...write, guard: ifBringing },
          },
        },
      },
    },
    operations: {
      initial: 'unused',
      states: {
        unused: {
          on: { 'operations.open': load },
          always: { ...load, guard: 'needsOperations' },
        },
        loading: {
          invoke: {
            src: 'loadOperations',
            id: 'loadOperations',
            onDone: [
              {
                guard: { type: 'holdsTooMuch', params: ({ event }) => event.output },
                target: 'ready',
                actions: [
                  { type: 'takeOperations', params: ({ event }) => event.output },
                  write.actions,
                ],
              },
              {
                target: 'ready',
                actions: { type: 'takeOperations', params: ({ event }) => event.output },
              },
            ],
            onError: { target: 'failed' },
          },
        },
        // Only some browsers ask again for a script that failed; all do so after a reload.
        failed: {
          on: { 'operations.open': load },
          initial: 'unexplained',
          states: {
            unexplained: {
              invoke: {
                src: 'askSite',
                id: 'askSite',
                onDone: [
                  { guard: ({ event }) => event.output, target: 'outdated' },
                  { target: 'offline' },
                ],
              },
            },
            outdated: {},
            offline: {},
          },
        },
        ready: {},
      },
    },
    /** Whose values they are, as far as the address shows. */
    link: {
      initial: 'own',
      states: {
        own: {
          on: {
            'address.bring': {
              target: 'foreign',
              guard: { type: 'bringsForeign', params: ({ event }) => event },
            },
          },
        },
        foreign: { on: { 'values.clear': { target: 'own', guard: 'isRead' } } },
      },
    },
    /** Whether the page may be shown: it does not move, or show a sample, while values are on their way. */
    arrival: {
      initial: 'awaited',
      states: {
        awaited: { on: { 'address.bring': 'reading' } },
        reading: { always: { target: 'shown', guard: 'isArrived' } },
        shown: {},
      },
    },
    request: {
      initial: 'sample',
      states: {
        sample: { always: { target: 'drawn', guard: 'differsFromSample' } },
        // Permanent: a screen that has drawn its own request has no prerendered one to go back to.
        drawn: {},
      },
    },
  },
});

export type ValuesSnapshot = SnapshotFrom<typeof valuesMachine>;

/** The fragment with the values, including its `#`; empty if all are defaults. */
export const fragmentOf = ({ context }: ValuesSnapshot): string => written(context).fragment;

/** The same, without values from an address that have not been read yet: these may be secrets. */
export const acceptedFragmentOf = (snapshot: ValuesSnapshot): string =>
  snapshot.context.code === undefined ? '' : fragmentOf(snapshot);

/** What a link with the values leaves out, and why. */
export const leftOutOf = ({ context }: ValuesSnapshot): readonly LeftOutValue[] =>
  written(context).leftOut;

/** What the address brought and the guide refused. */
export const refusedIn = ({ context }: ValuesSnapshot): readonly RefusedLine[] => context.refused;

/**
 * Whether the address contains values that could not be read so far, because code could not be
 * loaded.
 */
export const awaitsValues = ({ context }: ValuesSnapshot): boolean =>
  context.failures > 0 && context.unread !== undefined;

/** Whether there is nothing to wait for before the page may be shown: the values came, or cannot. */
export const hasArrived = (snapshot: ValuesSnapshot): boolean =>
  snapshot.matches({ arrival: 'shown' });

/** Why nothing was used from a values file. */
export const fileProblemsIn = ({ context }: ValuesSnapshot): readonly string[] =>
  context.fileProblems;

/** Names what a link brought that somebody else may have written; nothing for a person's own values. */
export const foreignNamesIn = (snapshot: ValuesSnapshot): readonly string[] =>
  snapshot.matches({ link: 'foreign' })
    ? broughtNames(snapshot.context.texts, snapshot.context.picked)
    : [];

/** What every picker has to show, by its name. */
export const choicesIn = ({
  context: { choices, picked },
}: ValuesSnapshot): Readonly<Record<string, string>> => ({
  ...choices,
  ...(picked.keyType !== undefined && { key: picked.keyType }),
});

/** What the fields of a request show, and what follows from it. */
export interface RequestValuesShown {
  readonly texts: FieldTexts;
  readonly form: FormChoice;
  /** How many operations are picked. */
  readonly operationCount: number;
  /** Absent until the operations have been loaded. */
  readonly operations: ChosenOperations | undefined;
  /** Why they could not be loaded. */
  readonly operationsMissing: keyof typeof missingReasons | 'unexplained' | undefined;
  /** Absent as long as the snippets that the page came with are up to date. */
  readonly snippets: LiveSnippets | undefined;
}

function operationsMissing(snapshot: ValuesSnapshot): RequestValuesShown['operationsMissing'] {
  if (!snapshot.matches({ operations: 'failed' })) return undefined;
  if (snapshot.matches({ operations: { failed: 'outdated' } })) return 'outdated';
  return snapshot.matches({ operations: { failed: 'offline' } }) ? 'offline' : 'unexplained';
}

export function requestValues(snapshot: ValuesSnapshot): RequestValuesShown {
  const { texts, picked, code, operations } = snapshot.context;
  const chosen = operations?.chosenOperations(picked);
  return {
    texts,
    form: formChoiceOf(picked),
    operationCount: picked.operations?.length ?? 0,
    operations: chosen,
    operationsMissing: operationsMissing(snapshot),
    snippets: snapshot.matches({ request: 'drawn' })
      ? code?.liveSnippets(texts, picked, chosen)
      : undefined,
  };
}
