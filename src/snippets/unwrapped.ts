/** More layers than any request takes off. */
const mostLayers = 8;

/**
 * The forms of a text that a request or a reader may see: the text itself, then with one layer
 * after another of percent-encoding, `\u` escapes and HTML character references removed, and with
 * `+` as a space. Invisible characters are left out, and look-alikes such as full-width letters
 * become ordinary letters.
 *
 * @returns undefined if there are more layers than any sensible text has
 */
export function unwrappedForms(text: string): readonly string[] | undefined {
  const forms = [visiblePart(text)];
  for (let form = forms[0] ?? ''; forms.length <= mostLayers;) {
    const next = visiblePart(unescaped(referencesDecoded(percentDecoded(form))));
    if (next === form)
      return [...forms, ...forms.filter((each) => each.includes('+')).map(plusDecoded)];
    forms.push(next);
    form = next;
  }
  return undefined;
}

/** The text of a run of base64 or base64url; undefined if it does not decode to text. */
export function base64Text(run: string): string | undefined {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const character of run) {
    const digit = base64Digits.indexOf(
      character === '-' ? '+' : character === '_' ? '/' : character,
    );
    if (digit === -1) break;
    held = ((held << 6) | digit) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    const code = (held >> bits) & 0xff;
    if (code < 0x20 && ![0x09, 0x0a, 0x0d].includes(code)) return undefined;
    text += code < 0x80 && code !== 0x25 ? String.fromCharCode(code) : `%${code.toString(16)}`;
  }
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The first bytes of a run of base64. */
export function base64Bytes(run: string, count: number): readonly number[] {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of run.slice(0, Math.ceil((count * 4) / 3))) {
    held = ((held << 6) | base64Digits.indexOf(character)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return bytes;
}

const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The text without characters that cannot be seen, so that they cannot hide a secret. */
function visiblePart(text: string): string {
  return text
    .replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\u2800]|(?![\n\r\t])\p{Cc}/gu, '')
    .normalize('NFKC');
}

/** In a query a `+` stands for a blank. */
const plusDecoded = (text: string): string => text.replaceAll('+', ' ');

function percentDecoded(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run.replaceAll(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    }
  });
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const entities: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: '&' };

/** Takes off the character references of HTML, which a text copied from a page's source has. */
function referencesDecoded(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(quot|apos|amp));/gi,
    (_, ...[decimal, hexadecimal, name]: readonly (string | undefined)[]) =>
      name === undefined
        ? String.fromCodePoint(
            decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal),
          )
        : (entities[name.toLowerCase()] ?? name),
  );
}

/** Takes off the escapes of JSON and JavaScript. */
function unescaped(text: string): string {
  return text.replaceAll(
    /\\(?:u([0-9a-f]{4})|u\{([0-9a-f]{1,5})\}|x([0-9a-f]{2})|([nrt"'/\\]))/gi,
    (_, ...[four, braced, two, plain]: readonly (string | undefined)[]) =>
      plain === undefined
        ? String.fromCodePoint(parseInt(four ?? braced ?? two ?? '', 16))
        : (escapes[plain] ?? plain),
  );
}
