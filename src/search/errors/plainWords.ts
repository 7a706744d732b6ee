const references: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

/**
 * The words of a text, in a form that can be compared with Okta's texts: JSON and HTML escapes are
 * decoded; quotation marks and line ends do not count.
 */
export function plainWords(text: string): string {
  return (
    text
      .replaceAll(/&(?:quot|apos|lt|gt|amp|#34|#39|#x27);/g, (each) => references[each] ?? each)
      .replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      )
      .replaceAll(/\\+[nrt]/g, ' ')
      .replaceAll(/[\\"'`‘’“”]/g, '')
      // A terminal or a log breaks lines, and puts marks before them.
      .replaceAll(/\n(?:\d{4}-\d\d-\d\d[T ][\d:.,]+Z?)?[\s>|<*#│]*/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .toLowerCase()
      .trim()
  );
}
