import * as fc from 'fast-check';

/** What programs stumble at: controls, halves of surrogates, what is not seen, what ends a text. */
const awkward = [
  '\u0000',
  '\u0007',
  '\u001B',
  '\u007F',
  '\u0085',
  '\u00A0',
  '\u200B',
  '\u202E',
  '\u2028',
  '\uFEFF',
  '\uFFFD',
  '\uD800',
  '\uDC00',
  '😀',
  'ı',
  'ß',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '+',
  '%',
  '%00',
  '%E0%A4%A',
  '%25',
  '"',
  "'",
  '`',
  '${',
  '\\',
  '\\u0000',
  '</script>',
  '<!--',
  '&',
  '&v=1',
  '=',
  '#',
  '/',
  '..',
  '-',
  '__proto__',
  'constructor',
  'toString',
  '1e400',
  '-0',
  'null',
  'NaN',
  '[',
  '{',
  '{"a":',
  '- ',
  '&a [*a]',
] as const;

/** The longest text that damage makes out of a short one. */
const longest = 60_000;

/** One thing that happens to a text. */
interface Accident {
  readonly kind: (typeof accidentKinds)[number];
  /** Where, as a share of the text's length. */
  readonly at: number;
  /** How much. */
  readonly size: number;
  readonly letters: string;
}

const accidentKinds = [
  'replace',
  'insert',
  'cutEnd',
  'cutBeginning',
  'leaveOut',
  'repeat',
  'splice',
  'nest',
  'fill',
  'escape',
  'quote',
  'capitals',
] as const;

const accident: fc.Arbitrary<Accident> = fc.record({
  kind: fc.constantFrom(...accidentKinds),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.oneof({ weight: 9, arbitrary: fc.nat(40) }, fc.nat(4000)),
  letters: fc.oneof(fc.constantFrom(...awkward), fc.string({ unit: 'binary', maxLength: 3 })),
});

function happened(text: string, other: string, { kind, at, size, letters }: Accident): string {
  const place = Math.floor(at * text.length);
  const [before, after] = [text.slice(0, place), text.slice(place)];
  switch (kind) {
    case 'replace':
      return before + letters + after.slice(1);
    case 'insert':
      return before + letters + after;
    case 'cutEnd':
      return before;
    case 'cutBeginning':
      return after;
    case 'leaveOut':
      return before + after.slice(size);
    case 'repeat':
      return before + after.slice(0, size) + after;
    case 'splice':
      return before + other.slice(Math.floor(at * other.length));
    case 'nest':
      return before + other + after;
    case 'fill':
      return before + letters.repeat(size) + after;
    case 'escape':
      return before + encodeURIComponent(asInAddress(after));
    case 'quote':
      return before + JSON.stringify(after);
    case 'capitals':
      return before + after.toUpperCase();
  }
}

/** As a browser gives its address: half a surrogate pair never stands there. */
export const asInAddress = (text: string): string => text.replaceAll(/\p{Cs}/gu, '\u{fffd}');

/** Texts that were right, and to which up to four accidents happened; now and then to none. */
export function damaged(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(texts, texts, fc.array(accident, { maxLength: 4 }))
    .map(([text, other, accidents]) =>
      accidents.reduce((each, next) => happened(each, other, next).slice(0, longest), text),
    );
}
