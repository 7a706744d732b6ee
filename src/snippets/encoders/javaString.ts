import { hasLoneSurrogate, unicodeEscape } from '../invisibleCharacters.ts';

/**
 * Encodes a text as a Java expression of printable ASCII: a string literal, or `String.join` of several for a
 * text that a class file cannot hold as one constant. Java 17 reads a source file in the charset of the
 * locale, so everything beyond ASCII is written `\uXXXX`. Java translates such escapes before it looks for
 * quotes and line ends, so these have escapes of their own.
 *
 * Sources: Java Language Specification 17, sections 3.3, 3.10.5 and 3.10.7; Java Virtual Machine
 * Specification 17, section 4.4.7.
 *
 * @throws TypeError for half of a surrogate pair: the language allows it, but the compiler of Java 17 miscounts
 * the backslashes after it, and reads a text's `\u0022` as a quote
 */
export function javaString(text: string): string {
  if (hasLoneSurrogate(text)) {
    throw new TypeError('Half of a surrogate pair cannot safely stand in a Java string literal.');
  }
  // A constant has at most 65,535 bytes, and a UTF-16 unit takes up to three of them.
  if (text.length <= 20_000) {
    return literal(text);
  }
  const pieces = text.match(/.{1,10000}/gsu) ?? [];
  return `String.join("", ${pieces.map(literal).join(', ')})`;
}

const shortEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': String.raw`\"`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
};

function literal(text: string): string {
  const escaped = text.replaceAll(
    /[^ !#-[\]-~]/g,
    (unit) => shortEscapes[unit] ?? unicodeEscape(unit),
  );
  return `"${escaped}"`;
}
