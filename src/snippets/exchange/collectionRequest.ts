import { httpFileJson } from '../encoders/httpFileText.ts';
import type { EnvironmentName } from '../environment.ts';
import type { HttpMessage, MessageHeader, Placeholder } from './messages.ts';

/**
 * A message in the form that tools keep in a collection. Each text is safe in any tool that treats
 * `{{…}}` as a variable, and contains only our own variables.
 */
export interface CollectionRequest {
  readonly url: string;
  /** What the tool itself turns into the `Authorization` header. */
  readonly authorization:
    | { readonly scheme: 'Basic'; readonly user: string; readonly password: string }
    | { readonly scheme: 'Bearer'; readonly token: string }
    | null;
  /** The other headers. */
  readonly headers: readonly NameAndValue[];
  readonly body:
    | { readonly kind: 'form'; readonly parameters: readonly NameAndValue[] }
    | { readonly kind: 'json'; readonly text: string }
    | null;
}

export interface NameAndValue {
  readonly name: string;
  readonly value: string;
}

/**
 * Writes a message for a collection.
 *
 * @param variable how the tool names a variable, with its braces
 * @throws TypeError for a typed value that would be read as a variable, and for messages with DPoP, which no
 * collection can hold
 */
export function collectionRequest(
  { url, headers, body }: HttpMessage,
  variable: (name: EnvironmentName) => string,
): CollectionRequest {
  const textOf = (value: string | Placeholder): string => {
    if (typeof value === 'string') {
      return templateText(value);
    }
    if (value.kind === 'onTheWay') {
      throw new TypeError('What is signed for one request cannot be kept in a collection.');
    }
    return variable(value.name);
  };
  return {
    url: templateText(url),
    authorization:
      headers.map((header) => authorizationOf(header, textOf)).find((found) => found !== null) ??
      null,
    headers: headers.flatMap((header) => otherHeaderOf(header, textOf)),
    body:
      body?.kind === 'form'
        ? {
            kind: 'form',
            parameters: body.parameters.map(({ name, value }) => ({ name, value: textOf(value) })),
          }
        : body && {
            kind: 'json',
            text: body.pieces
              .map((piece) => (typeof piece === 'string' ? httpFileJson(piece) : textOf(piece)))
              .join(''),
          },
  };
}

/**
 * Returns a text unchanged if it can be in a collection. There `{{…}}` is always a variable, which
 * could put a secret into an address, and cannot be escaped.
 *
 * @throws TypeError for `{{`
 */
export function templateText(text: string): string {
  if (text.includes('{{')) {
    throw new TypeError(
      'A text of a collection may not hold `{{`, which begins a variable: encode or refuse such a value before.',
    );
  }
  return text;
}

function authorizationOf(
  header: MessageHeader,
  textOf: (value: string | Placeholder) => string,
): CollectionRequest['authorization'] {
  if (header.name !== 'Authorization') {
    return null;
  }
  const { value } = header;
  if (value.scheme === 'Basic') {
    return { scheme: 'Basic', user: textOf(value.user), password: textOf(value.password) };
  }
  return value.scheme === 'Bearer' ? { scheme: 'Bearer', token: textOf(value.credential) } : null;
}

/** The header as it is, unless the tool makes it from `authorization`. */
function otherHeaderOf(
  header: MessageHeader,
  textOf: (value: string | Placeholder) => string,
): readonly NameAndValue[] {
  if (header.name !== 'Authorization') {
    return [{ name: header.name, value: textOf(header.value) }];
  }
  const { name, value } = header;
  return value.scheme === 'Basic' || value.scheme === 'Bearer'
    ? []
    : [{ name, value: `${value.scheme} ${textOf(value.credential)}` }];
}
