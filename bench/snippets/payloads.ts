import type { TargetId } from './targets.ts';

/** A text that runs a harmless command when a generator quotes it wrongly. */
export interface Payload {
  /** The way of quoting that it tries to leave. */
  readonly leaves: string;
  readonly text: string;
}

/** What a payload makes, empty, in the folder of its run. */
export const markerFile = 'x';

/** What a payload of Go prints, because nothing that generated programs import can make a file. */
export const markerNumber = String(61 * 7919);

/**
 * The expression or command that does it, in each language. None holds a quote, a backtick or a backslash, so
 * that it survives whatever a generator does to those.
 */
const actions: Readonly<Record<TargetId, string>> = {
  curl: `$(touch ${markerFile})`,
  python: 'str(open(*map(chr, (120, 119))))',
  php: 'touch(chr(120))',
  ruby: 'open(120.chr, 119.chr).to_s',
  go: 'func() string { println(61*7919); return string(rune(120)) }()',
  javascript:
    'process.getBuiltinModule(String.fromCharCode(102, 115)).mkdirSync(String.fromCharCode(120))',
};

/** Leaves a string, puts the action between its halves with the language's operator, and enters it again. */
function between(quote: string, operator: string, action: string): string {
  return `${quote}${operator}${action}${operator}${quote}`;
}

/** For careless escaping: the backslash in front of the quote takes the escape's own backslash away. */
function afterBackslash(quote: string, operator: string, action: string, comment: string): string {
  return `\\${quote}${operator}${action},${comment}`;
}

/** The payloads against the ways of quoting that a target's language has. */
export function payloadsFor(target: TargetId): readonly Payload[] {
  const action = actions[target];
  const inLanguage: Readonly<Record<TargetId, () => readonly Payload[]>> = {
    curl: () => [
      { leaves: 'substitution', text: `${action} \`touch ${markerFile}\`` },
      { leaves: 'single quotes', text: between("'", '', action) },
      { leaves: 'double quotes', text: between('"', '', action) },
      { leaves: 'escaped single quotes', text: `\\'${action} #` },
      { leaves: 'escaped double quotes', text: `\\"${action} #` },
      { leaves: 'here-document', text: `\nEOF\ntouch ${markerFile}\n` },
    ],
    python: () => [
      { leaves: 'substitution', text: `{${action}}` },
      ...quotes('+', '#'),
      { leaves: 'triple quotes', text: between('"""', '+', action) },
    ],
    php: () => [
      { leaves: 'substitution', text: `{\${${action}}}` },
      ...quotes('.', '//'),
      { leaves: 'here-document', text: `\nEOF;\n${action};//` },
    ],
    ruby: () => [
      { leaves: 'substitution', text: `#{${action}}` },
      ...quotes('+', '#'),
      { leaves: 'here-document', text: `\nJSON\n${action}\n` },
    ],
    go: () => [...quotes('+', '//'), { leaves: 'backticks', text: between('`', '+', action) }],
    javascript: () => [
      { leaves: 'substitution', text: `\${${action}}` },
      ...quotes('+', '//'),
      { leaves: 'backticks', text: between('`', '+', action) },
    ],
  };
  return inLanguage[target]();

  function quotes(operator: string, comment: string): readonly Payload[] {
    return [
      { leaves: 'single quotes', text: between("'", operator, action) },
      { leaves: 'double quotes', text: between('"', operator, action) },
      { leaves: 'escaped single quotes', text: afterBackslash("'", operator, action, comment) },
      { leaves: 'escaped double quotes', text: afterBackslash('"', operator, action, comment) },
    ];
  }
}
