import { isSecretName } from '#catalogue/secretNames.ts';

/**
 * Says why a value may not stand under a name, or gives undefined when it may. Under the name of a secret
 * (`client_secret`, `sessionToken`) any text is one, but for what stands in its place: `$NAME`, `<token>`.
 */
export function secretNamed(name: string, value: string): string | undefined {
  if (!isSecretName(name) || value.trim() === '' || isStandIn(value)) return undefined;
  const shown = /^[A-Za-z][A-Za-z0-9_.-]{0,39}$/.test(name) ? `\`${name}\`` : 'A name in this text';
  return `${shown} stands for a secret. The guide has no place for one, because what you type goes into links and files. Leave its text out, and let your program fill it in from an environment variable.`;
}

/**
 * The same for every name in a text that has a value: members of JSON at any depth, also of JSON that is not
 * finished, and parameters of an address.
 */
export function namedSecretIn(text: string): string | undefined {
  for (const [, member, parameter, value = ''] of text.matchAll(memberOrParameter)) {
    const reason = secretNamed(member ?? parameter ?? '', value);
    if (reason !== undefined) return reason;
  }
  return /^\s*[[{]/.test(text) ? memberSecretIn(text) : undefined;
}

/** `"name": "value"` and `?name=value`. */
const memberOrParameter =
  /(?:["']([^"'\\\s]{1,80})["']\s*:\s*["']|(?:^|[?&;#])([A-Za-z][\w.-]{1,79})=)([^"'&\s]+)/g;

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
  const found: { readonly json: unknown; readonly name: string; readonly secret: string }[] = [
    { json, name: '', secret: '' },
  ];
  for (const { json: value, name, secret } of found) {
    if (typeof value === 'string') {
      const reason =
        secretNamed(name, value) ?? (name === 'value' ? secretNamed(secret, value) : undefined);
      if (reason !== undefined) return reason;
    } else if (Array.isArray(value)) {
      for (const each of value) found.push({ json: each, name, secret });
    } else if (typeof value === 'object' && value !== null) {
      const about = Object.entries(value).find(
        ([key, told]) => /^(?:key|name)$/.test(key) && typeof told === 'string',
      );
      const around = [name, about?.[1], secret].find(
        (each) => typeof each === 'string' && isSecretName(each),
      );
      for (const [key, each] of Object.entries(value)) {
        found.push({ json: each, name: key, secret: typeof around === 'string' ? around : '' });
      }
    }
  }
  return undefined;
}
