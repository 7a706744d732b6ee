/**
 * Whether a run of letters, digits, `-` and `_` looks random, as secrets do, rather than made up of
 * words, numbers and ids. In words and abbreviations, including foreign and joined ones, at least a
 * quarter of the pairs of neighbouring letters are common in English; in random text, less than a
 * tenth are. Long hexadecimal text counts as random too.
 *
 * @param mostCommon the share of common pairs from which a run counts as words
 */
export function looksRandom(run: string, mostCommon = 0.24): boolean {
  if (/^(?:[0-9a-f]{40,}|[0-9A-F]{40,})$/.test(run)) {
    return /\d/.test(run) && /[a-f]/i.test(run);
  }
  return (
    /[a-z]/.test(run) && /[A-Z]/.test(run) && !isJoinedIds(run) && commonShare(run) < mostCommon
  );
}

/**
 * Whether a text has the form that Okta generates for most ids: a prefix of three characters, such
 * as `00u`, and 17 letters and digits.
 */
export const isOktaId = (text: string): boolean =>
  /^(?:0[0-9a-z]{2}|[a-z]{3})[A-Za-z0-9]{17}$/.test(text);

/**
 * Whether a run consists of Okta ids joined by hyphens or underscores, with or without words
 * between them.
 */
export function isJoinedIds(run: string): boolean {
  const pieces = run.split(/[-_]+/).filter((piece) => piece !== '');
  return (
    pieces.filter(isOktaId).length > 1 &&
    pieces.every((piece) => isOktaId(piece) || /^(?:[A-Za-z]?[a-z]*|[A-Z]+|\d{1,8})$/.test(piece))
  );
}

/** The commonest pairs of letters in English words, and those of a program's own words (`okta`, `sync`). */
const commonPairs = new Set(
  (
    'th he in er an re nd at on nt ha es st en ed to it ou ea hi is or ti as te et ng of al de se le ' +
    'sa si ar ve ra ld ur ro ri co ll ne me li io ch ta el ma la om ic ce us ec ns ge ac ot rs ap pp ' +
    'ol ke ey ig gn pr oj je ct sp sy nc ba ck kl lo og ep pi ow wn po cy ru ul zo mi ad dm fi na up ' +
    'gr da ai su ca pe ss ts tr be di wa no mo ut ag ab bu fo il ir id ie im pl cl em ev ex iv ay sh ' +
    'un um ye vi op os oo'
  ).split(' '),
);

/** Which share of the neighbours, other than pairs of digits, are pairs of letters that words have. */
function commonShare(run: string): number {
  let common = 0;
  let all = 0;
  for (let at = 0; at + 1 < run.length; at += 1) {
    const pair = run.slice(at, at + 2);
    if (/[-_]|\d\d/.test(pair)) continue;
    all += 1;
    if (/[A-Za-z][a-z]/.test(pair) && commonPairs.has(pair.toLowerCase())) common += 1;
  }
  return all === 0 ? 1 : common / all;
}
