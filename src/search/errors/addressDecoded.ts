/**
 * Gives a text in which the descriptions of errors read as Okta sent them, where it carries them in an
 * address or a form: `error_description=The+client_assertion%20…`. Everything else stays as it is.
 */
export function addressDecoded(text: string): string {
  return text.replaceAll(
    /(error_description=)([^&\s"']+)/g,
    (_, name: string, value: string) => name + decoded(value.replaceAll('+', ' ')),
  );
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
