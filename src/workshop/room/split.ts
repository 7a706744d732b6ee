/** How a room answered one question: numbers only. */
export interface Split {
  readonly answered: number;
  /** How often each result was chosen, in the order of `resultIds`. */
  readonly results: readonly number[];
  /** How often each reason was, in the order of the card's `reasonChoices`; empty for a twist. */
  readonly reasons: readonly number[];
  /** In the order of `confidences`: how many said so, and how many of them were right; empty for a twist. */
  readonly confidences: readonly { readonly times: number; readonly right: number }[];
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** No card has more results, reasons or confidences; a longer list is not ours. */
const mostCounts = 50;

const isCounts = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.length <= mostCounts && value.every(isCount);

/** Reads a split that another window sends; undefined for anything else. */
export function parseSplit(data: unknown): Split | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('answered' in data && 'results' in data && 'reasons' in data && 'confidences' in data)) {
    return undefined;
  }
  const { answered, results, reasons, confidences } = data;
  if (!isCount(answered) || !isCounts(results) || !isCounts(reasons)) return undefined;
  if (!Array.isArray(confidences) || confidences.length > mostCounts) return undefined;
  const sure = confidences.map((each: unknown) => {
    if (typeof each !== 'object' || each === null || !('times' in each && 'right' in each)) {
      return undefined;
    }
    const { times, right } = each;
    return isCount(times) && isCount(right) ? { times, right } : undefined;
  });
  const known = sure.filter((each) => each !== undefined);
  if (known.length !== sure.length) return undefined;
  return { answered, results, reasons, confidences: known };
}
