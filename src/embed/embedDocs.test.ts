import { existsSync, readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';

import { marked, type Tokens } from 'marked';
import { describe, expect, test } from 'vitest';

import { fragmentChoices } from '#screens/snippets/fragmentChoices.ts';

import { attributesOf, frameAddress } from './builder/blocks/embedChoice.ts';
import { platforms } from './builder/hostBlock.ts';
import { fixedChoice } from './builder/platformReport.ts';
import { readmeCard } from './builder/readmeCard.ts';
import { viewHeading } from './builder/viewHeading.ts';
import { labStarts } from './labStarts.ts';
import { labView } from './labView.ts';
import { parts, readParameters, themes } from './parameters.ts';
import { protocolName, protocolVersion } from './protocol.ts';
import { releases } from './releases.ts';
import { views } from './views.ts';

const project = new URL('../../', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, project), 'utf8');

const release = releases.at(-1)?.version ?? '';
const docs = textOf('docs/embed.md');
const tokens = marked.lexer(docs);

/** A row of a table in the documentation: its cells as text, and the code in each of them. */
interface Row {
  readonly texts: readonly string[];
  readonly codes: readonly (readonly string[])[];
}

/** The rows of the tables between a heading and the next one. */
function rowsUnder(heading: string, which = 0): readonly Row[] {
  const start = tokens.findIndex((token) => token.type === 'heading' && token['text'] === heading);
  const rest = start === -1 ? [] : tokens.slice(start + 1);
  const end = rest.findIndex(({ type }) => type === 'heading');
  const tables = rest
    .slice(0, end === -1 ? undefined : end)
    .filter((token): token is Tokens.Table => token.type === 'table');
  const table = tables[which];
  if (table === undefined) throw new Error(`docs/embed.md has no such table below "${heading}".`);
  return table.rows.map((cells) => ({
    texts: cells.map(({ text }) => text),
    codes: cells.map(({ text }) => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)),
  }));
}

/** The names that the first column of a table explains. */
const namesUnder = (heading: string, which = 0): readonly string[] =>
  rowsUnder(heading, which).map(({ codes: [names] }) => names?.join(' ') ?? '');

/** The code in the row that explains a name, without the name itself. */
const codeBeside = (heading: string, name: string, which = 0): readonly string[] =>
  rowsUnder(heading, which)
    .find(({ codes: [names] }) => names?.[0] === name)
    ?.codes.slice(1)
    .flat() ?? [];

const withoutComments = (source: string): string => source.replaceAll(/\/\*\*[\s\S]*?\*\//g, '');

const types = withoutComments(textOf(`public/embed/${release}/embed.d.ts`));

/** The lines of an interface of the published types. */
function linesOf(name: string): readonly string[] {
  const [, body = ''] =
    new RegExp(`^export interface ${name}\\b[^{]*\\{\\n([\\s\\S]*?)^\\}`, 'm').exec(types) ?? [];
  return body.split('\n');
}

const membersOf = (name: string): readonly string[] =>
  linesOf(name).flatMap((line) => /^ {2}(?:readonly )?'?([\w-]+)'?\??[:(<]/.exec(line)?.[1] ?? []);

/** The texts that a member of an interface may be. */
const textsOf = (name: string, member: string): readonly string[] =>
  linesOf(name)
    .filter((line) => line.includes(`${member}?:`) || line.includes(`${member}:`))
    .flatMap((line) => [...line.matchAll(/'([^']+)'/g)].map(([, text = '']) => text));

interface Schema {
  readonly properties: Readonly<
    Record<
      string,
      {
        readonly enum?: readonly string[];
        readonly pattern?: string;
        readonly description?: string;
      }
    >
  >;
  readonly patternProperties: Readonly<Record<string, unknown>>;
}
const schema = JSON.parse(textOf('public/embed.v1.schema.json')) as Schema;

/** The attributes that the published element observes, as it tells the browser when it is defined. */
function observedAttributes(): readonly string[] {
  const defined: { observedAttributes?: readonly string[] }[] = [];
  const context = createContext({
    document: { currentScript: null },
    HTMLElement: Object,
    HTMLScriptElement: Object,
    URL,
    customElements: {
      get: () => undefined,
      define: (_tag: string, element: { observedAttributes: readonly string[] }) =>
        defined.push(element),
    },
  });
  new Script(textOf(`public/embed/${release}/embed.js`)).runInContext(context);
  return [...(defined[0]?.observedAttributes ?? [])];
}

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].toSorted();
const both = (one: readonly string[], other: readonly string[]): readonly string[] =>
  sorted(one.filter((each) => other.includes(each)));
const only = (one: readonly string[], other: readonly string[]): readonly string[] =>
  sorted(one.filter((each) => !other.includes(each)));

const parameters = Object.keys(schema.properties);

describe('the documentation, the published types, the schema and the code say the same of', () => {
  test('the release, which is the last one in the examples, and of those before', () => {
    const named = [...docs.matchAll(/embed\/(\d+\.\d+\.\d+)\//g)].map(
      ([, version = '']) => version,
    );
    expect(sorted(named)).toEqual([release]);
    expect(namesUnder('Releases')).toEqual(releases.map(({ version }) => version));
  });

  test('the attributes', () => {
    const attributes = membersOf('OktaAuthGuideAttributes');
    expect(sorted([...namesUnder('Attributes'), ...namesUnder('Attributes', 1)])).toEqual(
      sorted(attributes),
    );
    expect(sorted(namesUnder('Attributes'))).toEqual(both(attributes, parameters));
  });

  test('the attributes that the element reads, and those that it passes on', () => {
    const observed = observedAttributes();
    expect(only(observed, membersOf('OktaAuthGuideAttributes'))).toEqual([]);
    expect(both(observed, parameters)).toEqual(sorted(namesUnder('Attributes')));
  });

  test('the parameters', () => {
    const byPattern = Object.keys(schema.patternProperties).flatMap((pattern) =>
      (/\(([\w|]+)\)/.exec(pattern)?.[1] ?? '').split('|').map((kind) => `${kind}.<name>`),
    );
    expect(sorted(namesUnder('Parameters'))).toEqual(sorted([...parameters, ...byPattern]));
  });

  test('the themes', () => {
    const ofElement = textsOf('OktaAuthGuideAttributes', 'theme');
    // The themes come first in their row; what `page` reads comes after.
    const listed = codeBeside('Attributes', 'theme').slice(0, ofElement.length);
    expect(sorted(listed)).toEqual(sorted(ofElement));
    expect(only(ofElement, ['page'])).toEqual(sorted(themes));
    expect(sorted(schema.properties['theme']?.enum ?? [])).toEqual(sorted(themes));
  });

  test('the parts of a result', () => {
    const [, alternatives = ''] =
      /\(\(([\w|]+)\)/.exec(schema.properties['show']?.pattern ?? '') ?? [];
    expect(sorted(codeBeside('Attributes', 'show'))).toEqual(sorted(alternatives.split('|')));
    expect(only(parts, alternatives.split('|'))).toEqual([]);
  });

  test('the levels of the heading', () => {
    const levels = schema.properties['heading']?.enum ?? [];
    expect(codeBeside('Attributes', 'heading')).toEqual([levels[0], levels.at(-1)]);
  });

  test('the events', () => {
    expect(sorted(namesUnder('Events'))).toEqual(sorted(membersOf('OktaAuthGuideEventMap')));
  });

  test('what an event says about a state', () => {
    expect(sorted(namesUnder('Events', 1))).toEqual(sorted(textsOf('GuideState', 'kind')));
    for (const name of ['ready', 'answer', 'outcome']) {
      expect(codeBeside('Events', name)).toEqual([`{ ${membersOf('GuideState').join(', ')} }`]);
    }
  });

  test('the methods', () => {
    const methods = membersOf('OktaAuthGuideElement').filter(
      (name) => !name.endsWith('EventListener'),
    );
    expect(sorted(namesUnder('Methods'))).toEqual(sorted(methods.map((name) => `${name}()`)));
  });

  test('the files of types', () => {
    for (const file of namesUnder('Types')) {
      expect(existsSync(new URL(`public/embed/${release}/${file}`, project)), file).toBe(true);
    }
  });

  test('the messages', () => {
    const source = withoutComments(textOf('src/embed/protocol.ts'));
    const inSource = [...source.matchAll(/\{[^{}]*readonly type: '(\w+)'[^{}]*\}/g)].map(
      ([body, type = '']) => ({ type, members: sorted(declaredIn(body)) }),
    );
    const listed = rowsUnder('Messages, version 1').map(({ codes: [, [message = ''] = []] }) => ({
      type: /type: '(\w+)'/.exec(message)?.[1] ?? '',
      members: sorted(
        message
          .replaceAll(/[{}]/g, '')
          .split(',')
          .map((member) => member.replace(/:.*/, '').trim()),
      ),
    }));
    expect(listed.toSorted(byType)).toEqual(inSource.toSorted(byType));
    expect(inSource.length).toBeGreaterThan(4);
  });
});

interface Message {
  readonly type: string;
  readonly members: readonly string[];
}

const byType = (one: Message, other: Message): number => (one.type < other.type ? -1 : 1);

const declaredIn = (body: string): readonly string[] =>
  [...body.matchAll(/readonly (\w+)\??:/g)].map(([, member = '']) => member);

test('the greeting in the documentation is the one that the frame obeys', () => {
  const greeting = rowsUnder('Messages, version 1').find(({ texts: [, message = ''] }) =>
    message.includes("'hello'"),
  );
  expect(greeting?.texts[2]).toContain(`"${protocolName}"`);
  expect(greeting?.texts[2]).toContain(`\`v\` is ${protocolVersion}`);
});

test('the single pages that can be shown are listed', () => {
  const listed = rowsUnder('Single pages').flatMap(({ codes }) => codes.flat());
  expect(sorted(listed)).toEqual(sorted(views));
});

test('what the lab can begin with is listed, is what the frame obeys, and a block of the builder says it', () => {
  const listed = rowsUnder('The lab').flatMap(({ codes }) => codes.flat());
  expect(sorted(listed)).toEqual(sorted(labStarts));
  expect(schema.properties['start']?.description).toContain('embed/lab/');
  for (const start of labStarts) {
    const view = { id: labView, start };
    const address = frameAddress({ ...fixedChoice(), view });
    expect(address).toBe(
      `https://guide.example/embed/lab/#v=1&show=compact&start=${start}&theme=dark`,
    );
    expect(attributesOf({ ...fixedChoice(), view }).slice(0, 2)).toEqual([
      ['view', 'lab'],
      ['start', start],
    ]);
  }
});

test('every single page has a name, blocks of its own address, and no block that only states have', () => {
  const used = new Set<string>();
  for (const id of views) {
    expect(viewHeading(id)).not.toBe('');
    const choice = { ...fixedChoice(), view: { id } };
    for (const { blocks } of platforms) {
      for (const { parts: partsOf, isOfStates } of blocks) {
        if (isOfStates) continue;
        const text = partsOf(choice)
          .map((part) => part.text)
          .join('\n');
        expect(text.includes(`embed/${id}/#`) || text.includes(`view="${id}"`), text).toBe(true);
        used.add(text);
      }
    }
  }
  expect(used.size).toBeGreaterThan(views.length);
});

/** "HTML" names "HTML, a plain frame"; "Vue" does not name "VuePress". */
const isNamed = (label: string, name: string): boolean =>
  label === name || label.startsWith(`${name} `) || label.startsWith(`${name},`);

test('the platforms in the documentation are those of the builder', () => {
  const listed = rowsUnder('Find your block').map(({ texts: [name = ''] }) => name);
  const labels = platforms.map(({ label }) => label);
  expect(listed.filter((name) => !labels.some((label) => isNamed(label, name))).toSorted()).toEqual(
    [],
  );
  expect(labels.filter((label) => !listed.some((name) => isNamed(label, name)))).toEqual([]);
});

/** Markup without what a formatter changes. */
const tight = (markup: string): string =>
  markup
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?\/?>/g, '>')
    .replaceAll('> <', '><')
    .trim();

const examples = tokens.filter((token): token is Tokens.Code => token.type === 'code');

test('the picture for a README is the builder’s', () => {
  const card = readmeCard({
    site: 'https://your-copy.example/',
    answers: ['oauth.yes', 'audience.ownOrg'],
    heading: '',
  });
  expect(examples.map(({ text }) => tight(text))).toContain(tight(card));
});

test('the examples name only what there is', () => {
  const attributes = [...namesUnder('Attributes'), ...namesUnder('Attributes', 1), 'style'];
  const elements = [...docs.matchAll(/<okta-auth-guide\b([^>]*)>/g)];
  expect(elements.length).toBeGreaterThan(0);
  for (const [, given = ''] of elements) {
    const used = [...given.matchAll(/([\w-]+)="/g)].map(([, name = '']) => name);
    expect(only(used, attributes)).toEqual([]);
  }
  const fragments = [...docs.matchAll(/#(v=1[^"`\s]*)/g)].map(([, fragment = '']) => fragment);
  expect(fragments.length).toBeGreaterThan(1);
  for (const fragment of fragments) {
    const { problems } = readParameters(fragment.replaceAll('&amp;', '&'), fragmentChoices);
    expect({ fragment, problems }).toEqual({ fragment, problems: [] });
  }
});

test('a link within the documentation leads to one of its headings', () => {
  const anchors = tokens
    .filter((token): token is Tokens.Heading => token.type === 'heading')
    .map(({ text }) =>
      text
        .toLowerCase()
        .replaceAll(/[^\w\s-]/g, '')
        .replaceAll(' ', '-'),
    );
  const linked = [...docs.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor);
  expect(linked.length).toBeGreaterThan(3);
  expect(only(linked, anchors)).toEqual([]);
});
