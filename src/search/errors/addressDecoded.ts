/**
 * Decodes error descriptions that are part of an address or a form, so that they read as Okta sent
 * them: `error_description=The+client_assertion%20…`. Everything else stays as it is.
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
