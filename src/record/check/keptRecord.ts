import { isMap, parseDocument, visit } from 'yaml';

import { textDigest } from '../textDigest.ts';

/** What is read of a decision record that somebody kept: enough to walk its path again and to compare. */
export interface KeptRecord {
  /** As they are written there; `replay` judges them. */
  readonly answers: readonly string[];
  /** The id of the outcome or exit that was chosen. */
  readonly outcome: string;
  readonly contentVersion?: string;
  /** References of the operations that the program calls, and the fewest scopes as the record has them. */
  readonly operations?: {
    readonly references: readonly string[];
    readonly scopes: readonly string[];
  };
  /** Ids of the sources that it rests on; empty where its list of sources was taken out. */
  readonly sources: readonly string[];
  /** The claims that it rests on; only the JSON form has them. */
  readonly claims?: readonly KeptClaim[];
}

export interface KeptClaim {
  readonly fact: string;
  readonly status: string;
  /** Of its text, see `textDigest`. */
  readonly digest: string;
}

/**
 * A text that is not a decision record of this guide: the message says what is missing, and repeats nothing
 * of it.
 */
export class UnreadableRecord extends Error {
  override readonly name = 'UnreadableRecord';
}

/** The newest forms that can be read: of `recordMarkdown` and of `recordJson`. */
const newestForm = { markdown: 1, json: 4 } as const;

/** The longest text that is read, in characters; the guide's longest record is a twentieth of that. */
const longestRecord = 1_000_000;

/**
 * The longest front matter that is read: that of a program with 200 operations is less than half as long.
 * Longer YAML can take minutes.
 */
const longestFrontMatter = 20_000;

/**
 * Reads a decision record that the guide wrote, as Markdown or as JSON, and that people may have edited
 * since: what they filled in or struck out is left alone.
 *
 * @throws {UnreadableRecord} when the text is neither, was written by a newer guide, or does not say
 *   which answers led to which outcome
 */
export function readRecord(text: string): KeptRecord {
  if (text.length > longestRecord) {
    throw new UnreadableRecord(
      `it is longer than ${longestRecord} characters, and no record is that long; give the record’s own file`,
    );
  }
  const whole = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  return whole.trimStart().startsWith('{') ? fromJson(whole) : fromMarkdown(whole);
}

function fromMarkdown(text: string): KeptRecord {
  const [, frontMatter] = /^\s*---\n([^]*?)\n---[ \t]*(?:\n|$)/.exec(text) ?? [];
  if (frontMatter === undefined) {
    throw new UnreadableRecord(
      'it does not begin with the front matter in which the guide keeps the answers; give the record as the guide wrote it, or its record.json',
    );
  }
  const fields = yamlFields(frontMatter);
  const references = words(fields.get('guide-operations'));
  return {
    ...decided('markdown', {
      form: fields.get('guide-record'),
      answers: words(fields.get('guide-answers')),
      outcome: fields.get('guide-outcome'),
      contentVersion: fields.get('guide-content'),
    }),
    ...(references.length === 0
      ? {}
      : { operations: { references, scopes: scopesIn(sectionOf(text, operationHeading)) } }),
    sources: [...sectionOf(text, '### Sources').matchAll(/^[*-] (SK?\d+): /gm)].map(
      ([, id = '']) => id,
    ),
  };
}

const operationHeading = '### The operations that the program calls';

/** The text below a heading, up to the next one. */
function sectionOf(text: string, heading: string): string {
  const start = text.indexOf(`\n${heading}\n`);
  if (start === -1) return '';
  const below = text.slice(start + heading.length + 2);
  const end = below.search(/^#{1,6} /m);
  return end === -1 ? below : below.slice(0, end);
}

/** Scopes as the list of the fewest ones has them: each begins its own line. */
function scopesIn(section: string): readonly string[] {
  return [...section.matchAll(/^[*-] `(okta\.[\w.]+)`: /gm)].map(([, scope = '']) => scope);
}

function yamlFields(frontMatter: string): ReadonlyMap<string, unknown> {
  if (frontMatter.length > longestFrontMatter) {
    throw new UnreadableRecord(
      `its front matter is longer than ${longestFrontMatter} characters; give the record as the guide wrote it, or its record.json`,
    );
  }
  const document = parseDocument(frontMatter);
  if (document.errors.length > 0 || !isMap(document.contents)) {
    throw new UnreadableRecord(
      `its front matter is not a YAML map${lineOfFirstError(document.errors)}; fix it, or give its record.json`,
    );
  }
  let hasAlias = false;
  visit(document, {
    Alias: () => {
      hasAlias = true;
      return visit.BREAK;
    },
  });
  if (hasAlias) {
    throw new UnreadableRecord(
      'its front matter has YAML aliases, which no record needs; write out what they stand for, or give its record.json',
    );
  }
  // As a Map: for the names of an object the library would print other keys in a warning.
  const fields: unknown = document.toJS({ mapAsMap: true });
  return new Map(
    fields instanceof Map ? [...fields].filter(([name]) => typeof name === 'string') : [],
  );
}

function lineOfFirstError(errors: readonly { readonly linePos?: unknown }[]): string {
  const position: unknown = Array.isArray(errors[0]?.linePos) ? errors[0].linePos[0] : undefined;
  const line: unknown = isObject(position) ? position['line'] : undefined;
  return typeof line === 'number' ? ` (line ${line + 1} of the file)` : '';
}

function fromJson(text: string): KeptRecord {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new UnreadableRecord(
      'it begins like JSON but is not valid JSON; give the record’s own file',
    );
  }
  if (!isObject(parsed)) throw new UnreadableRecord('its JSON is not an object');
  const { form, answers, outcome, contentVersion, operations, sources, claims } = parsed;
  return {
    ...decided('json', {
      form,
      answers: entriesOf(answers).map((each) => each['answer']),
      outcome,
      contentVersion,
    }),
    ...(isObject(operations)
      ? {
          operations: {
            references: strings(operations['references']),
            scopes: strings(entriesOf(operations['scopes']).map((each) => each['scope'])),
          },
        }
      : {}),
    sources: strings(entriesOf(sources).map((each) => each['id'])),
    ...(Array.isArray(claims) ? { claims: entriesOf(claims).flatMap(keptClaim) } : {}),
  };
}

function keptClaim({
  id,
  fact = id,
  status,
  text,
  // Up to form 3 every claim had its text instead.
  digest = typeof text === 'string' ? textDigest(text) : undefined,
}: Readonly<Record<string, unknown>>): readonly KeptClaim[] {
  return typeof fact === 'string' && typeof status === 'string' && typeof digest === 'string'
    ? [{ fact, status, digest }]
    : [];
}

/** What every form has to say: which answers were given, and what they led to. */
function decided(
  format: keyof typeof newestForm,
  said: Readonly<Record<'form' | 'answers' | 'outcome' | 'contentVersion', unknown>>,
): Pick<KeptRecord, 'answers' | 'outcome' | 'contentVersion'> {
  const { form, outcome, contentVersion } = said;
  const newest = newestForm[format];
  const answers = strings(said.answers);
  if (typeof form !== 'number' || answers.length === 0 || typeof outcome !== 'string') {
    const needed = {
      markdown: 'guide-record, guide-answers and guide-outcome in its front matter',
      json: 'form, answers and outcome',
    }[format];
    throw new UnreadableRecord(`it is not a record of this guide, which has ${needed}`);
  }
  if (form > newest) {
    throw new UnreadableRecord(
      `a newer guide wrote it: its format is ${form}, and this guide reads formats up to ${newest}`,
    );
  }
  return {
    answers,
    outcome,
    ...(typeof contentVersion === 'string' ? { contentVersion } : {}),
  };
}

/** A YAML list, or what a tool made of one: a text with spaces or commas. */
function words(value: unknown): readonly string[] {
  return typeof value === 'string'
    ? value.split(/[\s,[\]]+/).filter((word) => word !== '')
    : strings(value);
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function entriesOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
