import { assign, enqueueActions, fromCallback, setup, type SnapshotFrom } from 'xstate';

import { addedBy, shownBy, soughtBy } from '#screens/operations/addingFragment.ts';
import {
  decodeFragment,
  encodeFragment,
  type FragmentChoices,
  type SharedValues,
} from '#share/fragment.ts';
import { refusedLines } from '#share/refusedLines.ts';

import { notProvided } from '../notProvided.ts';

const none: readonly string[] = [];

interface Fragment {
  /** With its `#`, or empty. */
  readonly fragment: string;
  /** The fragment of the selection that this tab had last, to which an address or a person may add. */
  readonly kept?: string | undefined;
}

export type SelectionEvent =
  | { readonly type: 'operations.pick'; readonly references: readonly string[] }
  /** The fragment was changed by hand, or through the history. */
  | (Fragment & { readonly type: 'address.bring' });

/** What the machine is told once. */
interface SelectionInput extends Fragment {
  /** What the guide's own pages offer, and show if an address says nothing. */
  readonly choices: FragmentChoices;
}

export interface SelectionContext {
  readonly choices: FragmentChoices;
  /** The values of the visit, which the links into the guide take along. */
  readonly values: SharedValues;
  /** What the address brought and the guide refused. */
  readonly refused: readonly string[];
  /** What the address searches for among the operations; empty if nothing. */
  readonly sought: string;
  /** What this tab had selected before an address showed an operation alone. */
  readonly earlier: readonly string[];
  /** The address brought a secret, or adds to what was selected: it must be replaced. */
  readonly isAddressStale: boolean;
}

/** On the page of operations, none is picked until a person picks one. */
const onThisPage = (choices: FragmentChoices): FragmentChoices => ({
  ...choices,
  defaultOperations: none,
});

function readFragment({ fragment, kept = '', choices }: SelectionInput): SelectionContext {
  const added = addedBy(fragment);
  if (added !== undefined) {
    const { values } = readFragment({ fragment: kept, choices });
    return {
      choices,
      values: { ...values, operations: [...new Set([...(values.operations ?? none), added])] },
      refused: none,
      sought: '',
      earlier: none,
      isAddressStale: true,
    };
  }
  const shown = shownBy(fragment);
  if (shown !== undefined) {
    const { values } = readFragment({ fragment: kept, choices });
    return {
      choices,
      values: { ...values, operations: [shown] },
      refused: none,
      sought: '',
      earlier: values.operations ?? none,
      isAddressStale: false,
    };
  }
  const sought = soughtBy(fragment);
  // What was selected in this tab stays during a search for more.
  if (sought !== undefined) return { ...readFragment({ fragment: kept, choices }), sought };
  const decoded = decodeFragment(fragment, onThisPage(choices));
  return {
    choices,
    values: decoded?.values ?? {},
    refused: decoded === undefined ? none : refusedLines(decoded).map(({ reason }) => reason),
    sought: '',
    earlier: none,
    isAddressStale: decoded?.holdsSecret ?? false,
  };
}

const selection = setup({
  types: {
    context: {} as SelectionContext,
    events: {} as SelectionEvent,
    input: {} as SelectionInput,
  },
  actors: {
    /** Reports what the address brings whenever it changes. */
    address: fromCallback<SelectionEvent>(notProvided('address')),
  },
  actions: {
    read: assign(({ context: { choices } }, brought: Fragment) =>
      readFragment({ ...brought, choices }),
    ),
    pick: assign(({ context }, { references }: { readonly references: readonly string[] }) => {
      const { operations: _previous, ...others } = context.values;
      return { values: references.length === 0 ? others : { ...others, operations: references } };
    }),
    /** Puts the values into the address. */
    writeAddress: (_args, _fragment: string) => {},
    /** Keeps the values for this tab, so that another page can add to them. */
    keep: (_args, _fragment: string) => {},
  },
});

const params = ({ context }: { readonly context: SelectionContext }) =>
  encodeFragment(context.values, onThisPage(context.choices));
const write = { type: 'writeAddress', params } as const;
const keep = { type: 'keep', params } as const;

/**
 * The operations that are picked on their own page: those that the address brought, with what was
 * refused, until the person picks others.
 */
export const selectionMachine = selection.createMachine({
  id: 'selection',
  context: ({ input }) => readFragment(input),
  invoke: { src: 'address', id: 'address' },
  initial: 'brought',
  on: {
    'operations.pick': {
      target: '.changed',
      actions: [{ type: 'pick', params: ({ event }) => event }, write, keep],
    },
    'address.bring': {
      target: '.brought',
      actions: { type: 'read', params: ({ event }) => event },
    },
  },
  states: {
    brought: {
      // A secret stays neither in the address nor in the history.
      entry: enqueueActions(({ context, enqueue }) => {
        if (context.isAddressStale) enqueue(write);
        // What was selected before is kept until the person selects something else.
        const isLookedAt = context.earlier.length > 0;
        if (context.values.operations !== undefined && !isLookedAt) enqueue(keep);
      }),
    },
    changed: {},
  },
});

export type SelectionSnapshot = SnapshotFrom<typeof selectionMachine>;

/** The picked operations; the first is the one whose request is shown. */
export const referencesIn = ({ context }: SelectionSnapshot): readonly string[] =>
  context.values.operations ?? none;

/** What the address brought and the guide refused, as long as nothing else has been picked. */
export const refusedIn = (snapshot: SelectionSnapshot): readonly string[] =>
  snapshot.matches('brought') ? snapshot.context.refused : none;

/** What the address searches for, also once something was picked; empty if nothing. */
export const soughtIn = ({ context }: SelectionSnapshot): string => context.sought;

/** What was selected before the address showed an operation alone, also once something was picked. */
export const earlierIn = ({ context }: SelectionSnapshot): readonly string[] => context.earlier;

/** The fragment for the links into the guide. */
export const guideFragment = ({ context }: SelectionSnapshot): string =>
  encodeFragment(context.values, context.choices);

/** The fragment that shows this selection again; undefined when it does not fit into a link. */
export function selectionFragment({
  context: { values, choices },
}: SelectionSnapshot): string | undefined {
  const fragment = encodeFragment(values, onThisPage(choices));
  // `encodeFragment` leaves out what a link cannot carry.
  return values.operations === undefined || /[#&]ops=/.test(fragment) ? fragment : undefined;
}
