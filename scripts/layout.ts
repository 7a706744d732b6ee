// Lays out the picture of the decision: Mermaid places boxes and lines in Chromium, with the text
// measured in the bundled font, and the result is kept as src/diagram/geometry.ts,
// the article's chart as src/diagram/articleGeometry.ts, and what the paths by themselves have in
// common as src/diagram/pathGeometry.ts. Run it when the tests of these files say that they are
// stale: npm run layout
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium, type Page } from '@playwright/test';
import type { Mermaid } from 'mermaid';

import { articleAnswerLabels, articleChartText } from '../src/diagram/articleChart.ts';
import { contentLabels } from '../src/diagram/contentLabels.ts';
import type { PathGeometry } from '../src/diagram/geometryShape.ts';
import { labelText, nodeText } from '../src/diagram/lettering.ts';
import { layoutText } from '../src/diagram/layoutText.ts';
import { allPathTexts, drawnWalks, pathText } from '../src/diagram/pathChart.ts';
import { pathLayout } from '../src/diagram/pathLayout.ts';
import type { Walk } from '../src/guide/replay.ts';

interface Measured {
  readonly box: readonly [x: number, y: number, width: number, height: number];
}

/** What Mermaid made of the text, in units of its view box, moved to start at 0, 0. */
interface Layout {
  readonly size: readonly [width: number, height: number];
  /** Where the view box began; boxes have been moved already, lines have not. */
  readonly origin: readonly [x: number, y: number];
  readonly nodes: readonly (Measured & { readonly id: string })[];
  readonly edges: readonly (Measured & {
    readonly from: string;
    readonly to: string;
    readonly path: string;
    /** Where the line ends, and a point on it shortly before. */
    readonly end: readonly [x: number, y: number, beforeX: number, beforeY: number];
  })[];
  readonly widths: Readonly<Record<string, number>>;
}

const projectFolder = fileURLToPath(new URL('..', import.meta.url));
const inProject = (path: string): string => join(projectFolder, path);
const font = 'Atkinson Hyperlegible Next Variable';

function chromiumPath(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const found = [
    process.env['PLAYWRIGHT_CHROMIUM'] ?? '',
    ...(process.env['PATH'] ?? '')
      .split(delimiter)
      .flatMap((folder) => names.map((name) => join(folder, name))),
  ].find((path) => path !== '' && existsSync(path));
  if (found === undefined) {
    throw new Error('No Chromium found. Install one, or name it in PLAYWRIGHT_CHROMIUM.');
  }
  return found;
}

async function preparePage(page: Page): Promise<void> {
  const fontFile = readFileSync(
    inProject(
      'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
    ),
  ).toString('base64');
  await page.setContent(`<!doctype html>
    <style>
      @font-face { font-family: '${font}'; src: url(data:font/woff2;base64,${fontFile}); font-weight: 200 800 }
    </style>
    <div id="drawing"></div>`);
  await page.addScriptTag({ path: inProject('node_modules/mermaid/dist/mermaid.min.js') });
  // tsx names functions through this helper, which the page does not have.
  await page.evaluate('globalThis.__name = (value) => value');
}

/** Runs in the page: lets Mermaid draw the text and reads the drawing's geometry. */
async function measure({
  text,
  family,
  lettering,
  lines,
}: {
  readonly text: string;
  readonly family: string;
  readonly lettering: Readonly<Record<'node' | 'label', { size: number; weight: number }>>;
  readonly lines: readonly string[];
}): Promise<Layout> {
  const { mermaid } = globalThis as unknown as { mermaid: Mermaid };
  const { node, label } = lettering;
  await document.fonts.load(`${node.weight} ${node.size}px '${family}'`);
  mermaid.initialize({
    startOnLoad: false,
    fontFamily: `'${family}'`,
    themeVariables: { fontFamily: `'${family}'`, fontSize: `${node.size}px` },
    themeCSS: `
      .node text { font-weight: ${node.weight} }
      .edgeLabel text, .edgeLabel tspan { font-size: ${label.size}px; font-weight: ${label.weight} }`,
  });
  const drawing = document.querySelector('#drawing') ?? document.body;
  drawing.innerHTML = (await mermaid.render('picture', text)).svg;
  const svg = drawing.querySelector('svg');
  if (svg === null) throw new Error('Mermaid drew nothing.');
  const { x: left, y: top, width, height } = svg.viewBox.baseVal;
  const boxOf = (element: SVGGraphicsElement): Measured['box'] => {
    const { x, y, width: wide, height: high } = element.getBBox();
    const toElement = element.getCTM();
    const toSvg = svg.getCTM();
    if (toElement === null || toSvg === null) throw new Error('A part of the drawing is hidden.');
    const { e, f, a } = toSvg.inverse().multiply(toElement);
    if (Math.abs(a - 1) > 1e-6) throw new Error('Mermaid scaled a part of the drawing.');
    return [x + e - left, y + f - top, wide, high];
  };
  // Functions of the page have to stand in the function that is sent to it.
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  const need = (within: Element, selector: string): SVGGraphicsElement => {
    const found = within.querySelector<SVGGraphicsElement>(selector);
    if (found === null) throw new Error(`Mermaid's drawing has no ${selector}.`);
    return found;
  };
  const sample = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  sample.style.font = `${label.weight} ${label.size}px '${family}'`;
  svg.append(sample);
  const widths = Object.fromEntries(
    lines.map((line) => {
      sample.textContent = line;
      return [line, sample.getComputedTextLength()];
    }),
  );
  sample.remove();
  return {
    size: [width, height],
    origin: [left, top],
    nodes: [...svg.querySelectorAll('.node')].map((element) => ({
      id: /flowchart-(\w+)-\d+$/.exec(element.id)?.[1] ?? '',
      box: boxOf(need(element, '.label-container')),
    })),
    edges: [...svg.querySelectorAll<SVGPathElement>('path.flowchart-link')].map((path) => {
      const id = path.dataset['id'] ?? '';
      const [, from = '', to = ''] = /^L_(\w+)_(\w+)_\d+$/.exec(id) ?? [];
      const total = path.getTotalLength();
      const end = path.getPointAtLength(total);
      const before = path.getPointAtLength(total - 4);
      return {
        from,
        to,
        path: path.getAttribute('d') ?? '',
        end: [end.x, end.y, before.x, before.y],
        box: boxOf(need(svg, `.edgeLabel .label[data-id="${id}"]`)),
      };
    }),
    widths,
  };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
/** To whole units, which are at most a pixel on a page: every page repeats the map. */
const whole = (value: number): number => Math.round(value);

/** The triangle at the end of a line, as Mermaid's marker draws it: 8 long and 8 wide. */
function arrowHead(
  [x, y, beforeX, beforeY]: Layout['edges'][number]['end'],
  [left, top]: Layout['origin'],
): string {
  const length = Math.hypot(x - beforeX, y - beforeY);
  const [alongX, alongY] = [(x - beforeX) / length, (y - beforeY) / length];
  const at = (along: number, across: number): string =>
    `${whole(x - left + along * alongX - across * alongY)},${whole(y - top + along * alongY + across * alongX)}`;
  return [at(4, 0), at(-4, 4), at(-4, -4)].join(' ');
}

/** Moves a path, whose numbers are all absolute pairs, to the new origin, and rounds it. */
function movedPath(path: string, [left, top]: Layout['origin']): string {
  return straightened(
    path.replaceAll(
      /(-?[\d.]+),(-?[\d.]+)/g,
      (_, x: string, y: string) => `${whole(Number(x) - left)},${whole(Number(y) - top)}`,
    ),
  );
}

/** Turns the vertical parts of a path's curves into one line. */
function straightened(path: string): string {
  const pieces: { readonly command: string; readonly points: readonly string[] }[] = [];
  for (const [, command = '', numbers = ''] of path.matchAll(/([MLC])([^MLC]+)/g)) {
    const points = numbers.match(/-?\d+,-?\d+/g) ?? [];
    const last = pieces.at(-1);
    const column = last?.points.at(-1)?.split(',')[0];
    const isUpright = points.every((point) => point.split(',')[0] === column);
    const end = isUpright ? points.slice(-1) : points;
    if (isUpright && last?.command === 'L') {
      const before = pieces.at(-2)?.points.at(-1)?.split(',')[0];
      if (before === column) pieces.pop();
    }
    pieces.push({ command: isUpright && command !== 'M' ? 'L' : command, points: end });
  }
  return pieces.map(({ command, points }) => command + points.join(',')).join('');
}

const box = ([x, y, width, height]: Measured['box']): object => ({
  x: whole(x),
  y: whole(y),
  width: whole(width),
  height: whole(height),
});

/** The geometry as the value of a typed constant. */
function geometryText(layout: Layout, answers: Readonly<Record<string, string>>): string {
  const geometry = {
    width: Math.ceil(layout.size[0]),
    height: Math.ceil(layout.size[1]),
    nodes: Object.fromEntries(layout.nodes.map((node) => [node.id, box(node.box)])),
    edges: layout.edges.map(({ from, to, path, end, box: label }) => ({
      from,
      to,
      path: movedPath(path, layout.origin),
      arrow: arrowHead(end, layout.origin),
      label: box(label),
    })),
    answerWidths: Object.fromEntries(
      Object.entries(answers).map(([answer, label]) => [answer, whole(layout.widths[label] ?? 0)]),
    ),
  };
  return JSON.stringify(geometry);
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A picture to lay out, and the module that keeps the result. */
interface Picture {
  readonly file: string;
  readonly text: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly module: (geometry: string, hash: string) => string;
}

const pictures: readonly Picture[] = [
  {
    file: 'src/diagram/geometry.ts',
    text: layoutText(contentLabels()),
    answers: contentLabels().answers,
    module: (
      geometry,
      hash,
    ) => `// Made by scripts/layout.ts from the content and the machine: npm run layout
import type { Geometry } from './geometryShape.ts';
import type { DiagramLabels } from './labels.ts';

/** Of the Mermaid text that this was laid out from. */
export const layoutHash = '${hash}';

/** A copy of the content's words, so that a page can draw without loading the content. */
export const labels: DiagramLabels = ${JSON.stringify(contentLabels())};

export const geometry: Geometry = ${geometry};
`,
  },
  {
    file: 'src/diagram/articleGeometry.ts',
    text: articleChartText(),
    answers: articleAnswerLabels,
    module: (
      geometry,
      hash,
    ) => `// Made by scripts/layout.ts from the words of articleChart.ts: npm run layout
import type { Geometry } from './geometryShape.ts';

/** Of the Mermaid text that this was laid out from. */
export const articleLayoutHash = '${hash}';

export const articleGeometry: Geometry = ${geometry};
`,
  },
];

const layOut = async (page: Page, text: string, lines: readonly string[]): Promise<Layout> =>
  page.evaluate(measure, {
    text,
    family: font,
    lettering: { node: nodeText, label: labelText },
    lines,
  });

function writeModule(name: string, text: string): void {
  const file = inProject(name);
  writeFileSync(file, text);
  execFileSync(process.execPath, [inProject('node_modules/oxfmt/bin/oxfmt'), file]);
}

/** A path by itself, as Mermaid has laid it out. */
interface LaidOutPath {
  readonly walk: Walk;
  readonly layout: Layout;
}

async function layOutPaths(page: Page): Promise<readonly LaidOutPath[]> {
  const paths: LaidOutPath[] = [];
  for (const walk of drawnWalks()) {
    // oxlint-disable-next-line no-await-in-loop -- they share one page
    const layout = await layOut(page, pathText(walk, 'full', contentLabels()), []);
    paths.push({ walk, layout });
  }
  return paths;
}

function sizesOf(paths: readonly LaidOutPath[]): PathGeometry {
  const [first] = paths;
  const [upper, lower] = first?.layout.nodes ?? [];
  const label = first?.layout.edges[0]?.box;
  if (upper === undefined || lower === undefined || label === undefined) {
    throw new Error('Mermaid drew no path.');
  }
  const bottom = upper.box[1] + upper.box[3];
  const nodes = paths.flatMap(({ layout }) =>
    layout.nodes.map(({ id, box: [, , width, height] }) => [id, [rounded(width), rounded(height)]]),
  );
  const answers = paths.flatMap(({ walk, layout }) =>
    layout.edges.map(({ from, box: [, , width] }) => [
      walk.answers.find((answer) => answer.startsWith(`${from}.`)),
      rounded(width),
    ]),
  );
  return {
    margin: rounded(upper.box[1]),
    gap: rounded(lower.box[1] - bottom),
    label: { offset: rounded(label[1] - bottom), height: rounded(label[3]) },
    nodes: Object.fromEntries(nodes) as PathGeometry['nodes'],
    answerWidths: Object.fromEntries(answers) as PathGeometry['answerWidths'],
  };
}

/** Half of the thinnest line: Mermaid does not set every label exactly on the middle of its line. */
const finest = 0.5;

/** Where a path starts, and the last of its numbers: a path goes straight down. */
function ends(path: string): readonly number[] {
  const numbers = (path.match(/[\d.]+/g) ?? []).map(Number);
  return [...numbers.slice(0, 2), ...numbers.slice(-1)];
}

/** Compares what the sizes say about a path with what Mermaid made of it, part by part. */
function prove({ walk, layout }: LaidOutPath, sizes: PathGeometry): void {
  const told = pathLayout(walk, sizes);
  const { origin } = layout;
  const pairs = [
    [told.width, Math.ceil(rounded(layout.size[0]))],
    [told.height, Math.ceil(rounded(layout.size[1]))],
    ...layout.nodes.flatMap(({ id, box: [x, y, width, height] }) => {
      const found = Object.entries(told.nodes).find(([node]) => node === id)?.[1];
      return [
        [found?.x, x],
        [found?.y, y],
        [found?.width, width],
        [found?.height, height],
      ];
    }),
    ...layout.edges.flatMap(({ from, box: [x, y, width, height], path, end }) => {
      const found = told.edges.find((edge) => edge.from === from);
      const drawn = ends(movedPath(path, origin));
      const tip = arrowHead(end, origin).match(/[\d.]+/g) ?? [];
      const toldTip = found?.arrow.match(/[\d.]+/g) ?? [];
      return [
        [found?.label.x, x],
        [found?.label.y, y],
        [found?.label.width, width],
        [found?.label.height, height],
        ...ends(found?.path ?? '').map((each, index) => [each, drawn[index]]),
        ...tip.slice(0, 2).map((each, index) => [Number(toldTip[index]), Number(each)]),
      ];
    }),
  ];
  const wrong = pairs.find(([ours = NaN, its = NaN]) => !(Math.abs(ours - its) <= finest));
  if (wrong !== undefined) {
    throw new Error(
      `Mermaid lays ${walk.answers.join(' ')} out differently from pathLayout.ts: ${wrong.join(' is not ')}.`,
    );
  }
}

const pathModule = (
  sizes: PathGeometry,
): string => `// Made by scripts/layout.ts from the content and the machine: npm run layout
import type { PathGeometry } from './geometryShape.ts';

/** Of the Mermaid texts of all paths, which this was laid out from. */
export const pathLayoutHash = '${hashOf(allPathTexts(contentLabels()))}';

export const pathGeometry: PathGeometry = ${JSON.stringify(sizes)};
`;

const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 1200 } });
  await preparePage(page);
  for (const { file: name, text, answers, module } of pictures) {
    // oxlint-disable-next-line no-await-in-loop -- they share one page
    const layout = await layOut(page, text, Object.values(answers));
    writeModule(name, module(geometryText(layout, answers), hashOf(text)));
    console.log(`Wrote ${name}: ${layout.size.map(Math.ceil).join(' x ')} units.`);
  }
  const paths = await layOutPaths(page);
  const sizes = sizesOf(paths);
  for (const path of paths) prove(path, sizes);
  writeModule('src/diagram/pathGeometry.ts', pathModule(sizes));
  console.log(`Wrote src/diagram/pathGeometry.ts: what ${paths.length} paths have in common.`);
} finally {
  await browser.close();
}
