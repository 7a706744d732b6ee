/** The codes of an error's signal: `E0000006`, `invalid_client`. */
export const codesOf = (signal: string): readonly string[] =>
  signal.match(/\bE\d{7}\b|\b[a-z]+(?:_[a-z]+)+\b/g) ?? [];

/** The HTTP statuses of an error's signal. */
export const statusesOf = (signal: string): readonly string[] =>
  signal.match(/\b[1-5]\d\d\b/g) ?? [];

/**
 * The HTTP statuses of errors in a text. A number counts only if something shows that it is a
 * status. A text that consists only of the words of a status, such as `Forbidden`, has that status
 * too.
 *
 * @param words the text as `plainWords` gives it
 */
export function statusesIn(words: string): readonly string[] {
  const [, , phrase = ''] = phraseAlone.exec(words) ?? [];
  const told = statusOfPhrase.get(phrase);
  const found = [...words.matchAll(statusInContext)].flatMap(
    (match) => match.slice(1).find((each) => each !== undefined) ?? [],
  );
  return [...new Set(told === undefined ? found : [...found, told])];
}

/** HTTP's names for the statuses of the APIs' responses. */
const statusOfPhrase: ReadonlyMap<string, string> = new Map([
  ['bad request', '400'],
  ['unauthorized', '401'],
  ['forbidden', '403'],
  ['too many requests', '429'],
]);

const phraseAlone =
  /^\W*((?:\w{0,40}(?:error|exception)|uncaught|unhandled)\b\W*)*(bad request|unauthorized|forbidden|too many requests)\W*$/;

const statusInContext = new RegExp(
  [
    /\bhttp(?:\/[\d.]+)? ([45]\d\d)\b/,
    /\b(?:http|status|code|error|response|returned|received|answered|got|getting|failed)_?(?: ?code)?(?: with)?(?: an?)?\b\W{0,4}([45]\d\d)\b/,
    /\b([45]\d\d)\W{1,3}(?:bad request|unauthorized|forbidden|not found|too many requests|internal server error|(?:client |server |http )?error|responses?|status|e\d{7}|[a-z]+_[a-z_]+)/,
    // A call with what came of it.
    /\b(?:get|post|put|patch|delete) \S*\/\S* (?:\W{1,2} )?([45]\d\d)(?!\w)/,
    /^\W*([45]\d\d)\W*$/,
    // As people put it: “401 from Okta”, “a 403 when calling …”.
    /^\W*(?:an? )?([45]\d\d) (?:at(?! a time)|for|from|on|when|while)\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** The codes in a text that may be Okta's, in lower case, each once. */
export const codeWordsIn = (words: string): readonly string[] => [
  ...new Set(words.match(/(?<![\w.])(?:e\d{7}|[a-z]+(?:_[a-z]+)+)(?!\w)/g) ?? []),
];
