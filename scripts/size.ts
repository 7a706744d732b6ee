// `npm run size`: what each page of the build in dist/ loads before any interaction, what the
// whole build weighs, and whether that is within the budget. Sizes are gzip, in kB of 1000 bytes, as
// a host would send them; those of the whole build are bytes on the disk.
import { buildFiles, copies } from './size/buildFiles.ts';
import { labSize, measurePage, type PageSize, read, searchSize } from './size/pageSize.ts';

/**
 * In kB. The app is what hydrates a page of the guide once that is idle or a person uses it; the
 * picture is what an outcome's page may weigh more than a question's.
 */
const budget = { scripts: 95, starter: 4, app: 105, styles: 9, picture: 4, firstVisit: 700 };
/** For the page of an outcome. */
const outcomeBudget = { html: 18, elements: 1200, marks: 60 };
/** What comes when somebody opens the search: its code and its index. */
const searchBudget = { code: 60, index: 120 };
/** The org in the page with JOSE, which comes when the lab is opened. */
const labBudget = 60;
const buildBudget = { files: 1600, megabytes: 25 };

/** The pages of the guide itself, which begin with a small script and load the app later. */
const hydratedKinds: ReadonlySet<string> = new Set(['question', 'outcome', 'exit', 'notFound']);
/** Kinds whose styles are a sheet of paper's too. */
const printedKinds: ReadonlySet<string> = new Set(['handout']);
/** The only page that may load Mermaid at once. */
const mermaidFrame = 'mermaid-frame/';

/** All that a first visit to a page loads, before interaction and after. */
const firstVisitOf = ({ html, scripts, app, styles, fonts }: PageSize): number =>
  html + scripts + app + styles + fonts;

function overBudget(page: PageSize): readonly string[] {
  if (page.path === `/${mermaidFrame}`) return [];
  const problems: string[] = [];
  const limit = (name: string, size: number, most: number): void => {
    if (size > most) problems.push(`${name} ${size.toFixed(1)} kB, allowed ${most} kB`);
  };
  const limitCount = (name: string, count: number, most: number): void => {
    if (count > most) problems.push(`${count} ${name}, allowed ${most}`);
  };
  const isHydrated = hydratedKinds.has(page.kind);
  limit('scripts', page.scripts, isHydrated ? budget.starter : budget.scripts);
  limit('app', page.app, budget.app);
  limit('styles', page.styles, budget.styles + (printedKinds.has(page.kind) ? 1 : 0));
  limit('picture', page.picture, budget.picture);
  limit('first visit', firstVisitOf(page), budget.firstVisit);
  if (page.kind === 'outcome') {
    limit('HTML', page.html, outcomeBudget.html);
    limitCount('elements', page.elements, outcomeBudget.elements);
    limitCount('citation marks', page.marks, outcomeBudget.marks);
  }
  if (page.hasMermaid) problems.push('Mermaid loads at once');
  return problems.map((problem) => `${page.path} (${page.kind}): ${problem}`);
}

interface Manifest {
  readonly pages: readonly { readonly path: string; readonly kind: string }[];
}

const { pages } = JSON.parse(read('guide.json')) as Manifest;
const sizes = pages.map(({ path, kind }) =>
  measurePage(path.replace(/^\.?\//, ''), kind, hydratedKinds.has(kind)),
);

/** The heaviest page of each kind represents it. */
const heaviest = [...new Set(sizes.map(({ kind }) => kind))].flatMap((kind) =>
  sizes
    .filter((page) => page.kind === kind)
    .toSorted((a, b) => b.html + b.scripts - (a.html + a.scripts))
    .slice(0, 1),
);
const columns = ['html', 'scripts', 'app', 'styles', 'fonts', 'picture'] as const;
const counts = ['elements', 'marks'] as const;
console.log(
  'What the heaviest page of each kind loads before interaction, and what then hydrates it (kB, gzip)\n',
);
console.log(
  `${'kind'.padEnd(16)}${[...columns, ...counts].map((name) => name.padStart(9)).join('')}  page`,
);
for (const page of heaviest) {
  const cells = [
    ...columns.map((name) => page[name].toFixed(1)),
    ...counts.map((name) => String(page[name])),
  ];
  console.log(
    `${page.kind.padEnd(16)}${cells.map((cell) => cell.padStart(9)).join('')}  ${page.path}`,
  );
}
console.log(
  `\nBudget: scripts ${budget.starter} on pages of the guide and ${budget.scripts} elsewhere, app ${budget.app}, styles ${budget.styles}, picture ${budget.picture}, all of a first visit ${budget.firstVisit}; fonts are the most that a Latin text needs.`,
);
console.log(
  `An outcome's page: html ${outcomeBudget.html}, ${outcomeBudget.elements} elements, ${outcomeBudget.marks} citation marks.`,
);

const files = buildFiles();
const megabytes = files.reduce((total, { bytes }) => total + bytes, 0) / 1e6;
const equal = copies(files);
console.log(
  `The build: ${files.length} files (at most ${buildBudget.files}), ${megabytes.toFixed(1)} MB (at most ${buildBudget.megabytes}), ${equal.length} duplicate contents (none allowed).`,
);

const search = searchSize();
const lab = labSize();
console.log(
  `The search, when it is opened: code ${search.code.toFixed(1)} (at most ${searchBudget.code}), index ${search.index.toFixed(1)} (at most ${searchBudget.index}).`,
);
console.log(`The lab, when it is opened: ${lab.toFixed(1)} (at most ${labBudget}).`);

const problems = [
  ...sizes.flatMap(overBudget),
  ...(lab > labBudget ? [`the lab’s code is ${lab.toFixed(1)} kB`] : []),
  ...(search.code > searchBudget.code ? [`the search’s code is ${search.code.toFixed(1)} kB`] : []),
  ...(search.index > searchBudget.index
    ? [`the search’s index is ${search.index.toFixed(1)} kB`]
    : []),
  ...(files.length > buildBudget.files ? [`${files.length} files in the build`] : []),
  ...(megabytes > buildBudget.megabytes ? [`${megabytes.toFixed(1)} MB in the build`] : []),
  ...equal.map((paths) => `the same content: ${paths.join(', ')}`),
];
for (const problem of problems) console.error(`OVER THE BUDGET: ${problem}`);
if (problems.length > 0) process.exitCode = 1;
