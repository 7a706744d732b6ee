/** What a person does in the lab; the same actions from the same seed bring the same messages. */
export type LabAction =
  /** The client sends its next request. */
  { readonly type: 'send' } | OrgAction;

/** What happens between two requests. */
export type OrgAction =
  | {
      readonly type:
        /** The client starts again; the org stays as it is. */
        | 'restart'
        /** An hour passes for the client and the org. */
        | 'wait'
        /** Every access token ends. */
        | 'end'
        /** The next call is refused. */
        | 'limit';
    }
  /** An admin flips a switch, given by its place among the plan's switches. */
  | { readonly type: 'on' | 'off'; readonly place: number };

/** More than anybody does by hand: a link with more is refused. */
export const mostActions = 60;

/** The actions as a link has them: `send.off-1.send`. */
export function actionsText(actions: readonly LabAction[]): string {
  return actions
    .map((action) => ('place' in action ? `${action.type}-${action.place}` : action.type))
    .join('.');
}

/**
 * Reads the actions of a link; undefined if one of them is not an action, or if there are too many.
 */
export function parseActions(text: string, switchCount: number): readonly LabAction[] | undefined {
  if (text === '') return [];
  // No action is longer: this keeps a huge text from being split.
  if (text.length > mostActions * 'restart.'.length) return undefined;
  const actions = text.split('.').map((each) => parseAction(each, switchCount));
  const known = actions.filter((action) => action !== undefined);
  return known.length === actions.length && known.length <= mostActions ? known : undefined;
}

function parseAction(text: string, switchCount: number): LabAction | undefined {
  switch (text) {
    case 'send':
    case 'restart':
    case 'wait':
    case 'end':
    case 'limit':
      return { type: text };
    default: {
      const [, type, place] = /^(on|off)-(\d{1,2})$/.exec(text) ?? [];
      return type === undefined || Number(place) >= switchCount
        ? undefined
        : { type: type === 'on' ? 'on' : 'off', place: Number(place) };
    }
  }
}
