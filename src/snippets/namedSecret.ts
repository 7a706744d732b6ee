import { isSecretHolderName, isSecretName, isSecretParameterName } from '#catalogue/secretNames.ts';

/**
 * Says why a value must not be given for a member or a header with this name; undefined if it may.
 * Under the name of a secret (`client_secret`, `sessionToken`), any text counts as one, except a
 * placeholder such as `$NAME` or `<token>`.
 */
export function secretMember(name: string, value: string): string | undefined {
  return isSecretName(name) ? reasonAgainst(name, value) : undefined;
}

/** The same, for a parameter of an address. */
export function secretParameter(name: string, value: string): string | undefined {
  return isSecretParameterName(name) ? reasonAgainst(name, value) : undefined;
}

/**
 * The same, for every name with a value in a text: members of JSON at any depth, even if the JSON
 * is unfinished, and parameters of an address.
 */
export function namedSecretIn(text: string): string | undefined {
  return (
    firstReason(text.matchAll(member), secretMember) ??
    firstReason(text.matchAll(parameter), secretParameter) ??
    firstReason(text.matchAll(heldValue), (name, value) =>
      isSecretHolderName(name) ? reasonAgainst(name, value) : undefined,
    ) ??
    (/^\s*[[{]/.test(text) ? memberSecretIn(text) : undefined)
  );
}

function firstReason(
  found: Iterable<RegExpExecArray>,
  judge: (name: string, value: string) => string | undefined,
): string | undefined {
  for (const [, name = '', value = ''] of found) {
    const reason = judge(name, value);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function reasonAgainst(name: string, value: string): string | undefined {
  if (value.trim() === '' || isStandIn(value)) return undefined;
  const shown = /^[A-Za-z][A-Za-z0-9_.-]{0,39}$/.test(name) ? `\`${name}\`` : 'A name in this text';
  return `${shown} looks like the name of a secret. The guide has no place for a secret, because what you type goes into links and files. Leave its value out, and let your program read it from an environment variable.`;
}

/** `"name": "value"`. */
const member = /["']([^"'\\\s]{1,80})["']\s*:\s*["']([^"']+)/g;
/** `?name=value`. */
const parameter = /(?:^|[?&;#])([A-Za-z][\w.-]{1,79})=([^"'&\s]+)/g;
/** `"password": { "value": "…`, as far as it was typed. */
const heldValue =
  /["']([^"'\\\s]{1,80})["']\s*:\s*\{[^{}]{0,500}(?:\{[^{}]{0,500})?["']value["']\s*:\s*["']([^"']+)/g;

/** What stands where a secret will be: a variable's name, or a gap for a person to fill. */
const isStandIn = (value: string): boolean =>
  /^\s*(?:\$\{?[A-Za-z_]\w*\}?|\{\{?[^{}]*\}?\}|<[^<>]*>|\*+|\.{3}|…)\s*$/.test(value);

function memberSecretIn(text: string): string | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  // A list instead of recursion: the text may be nested deeper than calls can be.
  const found: Member[] = [{ json, name: '', holder: undefined }];
  for (const { json: value, name, holder } of found) {
    if (typeof value === 'string') {
      const reason =
        secretMember(name, value) ??
        (name === 'value' && holder !== undefined ? reasonAgainst(holder, value) : undefined);
      if (reason !== undefined) return reason;
    } else if (Array.isArray(value)) {
      for (const each of value) found.push({ json: each, name, holder });
    } else if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value);
      // A header of a hook: {"key": "Authorization", "value": "…"}.
      const key = entries.find(([each]) => each === 'key')?.[1];
      const names = [name, typeof key === 'string' ? key : ''];
      const within = names.find(isSecretHolderName) ?? holder;
      for (const [each, inner] of entries) found.push({ json: inner, name: each, holder: within });
    }
  }
  return undefined;
}

interface Member {
  readonly json: unknown;
  readonly name: string;
  /** What it stands in that holds a secret as its `value`. */
  readonly holder: string | undefined;
}
