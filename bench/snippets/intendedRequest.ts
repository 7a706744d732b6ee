/** A request as it should go over the wire; its texts are plain, not yet encoded for anything. */
export interface IntendedRequest {
  readonly method: 'GET' | 'POST';
  /** Starts with `/`; plain enough to need no encoding. */
  readonly path: string;
  readonly query: readonly NameAndValue[];
  readonly headers: readonly NameAndValue[];
  readonly body: IntendedBody | null;
}

export interface NameAndValue {
  readonly name: string;
  readonly value: string;
}

export type IntendedBody =
  | { readonly kind: 'json'; readonly text: string }
  | { readonly kind: 'form'; readonly fields: readonly NameAndValue[] };

/** The media type that a body is sent as. */
export const mediaTypes: Readonly<Record<IntendedBody['kind'], string>> = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
};

/** The value under a name, compared without regard to case, as HTTP compares the names of headers. */
export function valueOf(list: readonly NameAndValue[], name: string): string | undefined {
  return list.find((entry) => entry.name.toLowerCase() === name.toLowerCase())?.value;
}

/** The `Authorization` value of HTTP Basic (RFC 7617) for plain id and secret. */
export function basicCredentials(id: string, secret: string): string {
  return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
}
