import { type CaseId, payloadPlaces, requestCases } from './cases.ts';
import type { SnippetGenerator } from './generator.ts';
import {
  type CaseMeasurement,
  type InjectionMeasurement,
  isRight,
  type Measurements,
} from './measurements.ts';
import type { InstalledTarget } from './targets.ts';
import type { Trial } from './trial.ts';

/** Everything that the tables are made of. */
export interface Report extends Measurements {
  /** An ISO date. */
  readonly date: string;
  readonly targets: readonly InstalledTarget[];
  /** Names of the targets that this machine cannot run. */
  readonly skipped: readonly string[];
  /** The request with a hard query again, its query encoded by the caller. */
  readonly encodedQuery: readonly CaseMeasurement[];
  /**
   * Targets whose program reached the server although nothing told it to trust the certificate; null over http,
   * where there is none.
   */
  readonly reachedWithoutTrust: readonly string[] | null;
}

/** The requests in which every generator was asked for the very same. */
const sameCases: readonly CaseId[] = ['A', 'B', 'C', 'E'];

/** Writes the report as Markdown: who measured what with what, the tables, and their notes. */
export function reportText(report: Report): string {
  return `${[
    madeWith(report),
    '### The six requests',
    caseTable(report),
    caseNotes(report),
    '### What arrived instead',
    failureTable(report),
    '### Injection',
    injectionTable(report),
    injectionNotes(report),
    '### Controls',
    controls(report),
  ].join('\n\n')}\n`;
}

function madeWith({ date, targets, skipped }: Report): string {
  const versions = [...new Set(targets.map(({ versionText }) => versionText))].join(', ');
  const notRun =
    skipped.length === 0
      ? 'No target was left out.'
      : `Left out, because what runs it is missing on this machine: ${skipped.join(', ')}.`;
  return `Measured on ${date} with ${versions}. ${notRun}`;
}

function caseTable({ generators, cases }: Report): string {
  const count = (name: string, ids: readonly CaseId[]): string =>
    rightOf(
      cases
        .filter((entry) => entry.generator === name && ids.includes(entry.case))
        .map(({ trial }) => trial),
    );
  const ids = requestCases.map(({ id }) => id);
  return markdownTable(
    ['Generator', ...ids, 'A B C E, like with like', 'A to F'],
    generators.map(({ id, name }) => [
      name,
      ...ids.map((caseId) => count(name, [caseId])),
      strong(count(name, sameCases)),
      id === 'ours' ? 'not comparable' : count(name, ids),
    ]),
  );
}

/** `5/6` right; `n/a` when no target has it; a note when it was sent another way. */
function rightOf(trials: readonly Trial[]): string {
  const runs = trials.filter((trial) => trial.kind === 'run');
  if (runs.length === 0) return 'n/a';
  const mark = runs.some(({ sameRequest }) => !sameRequest) ? ' ¹' : '';
  return `${runs.filter(isRight).length}/${runs.length}${mark}`;
}

function caseNotes({ cases, generators, targets }: Report): string {
  const own = generators.find(({ id }) => id === 'ours')?.name;
  const absences = cases.flatMap(({ generator, case: id, target, trial }) =>
    generator === own && trial.kind === 'absent' ? [{ id, target, why: trial.why }] : [],
  );
  const lines = [...new Set(absences.map(({ why }) => why))].map((why) => {
    const labels = absences.flatMap((entry) => (entry.why === why ? [entry.target.label] : []));
    const ids = absences.flatMap((entry) => (entry.why === why ? [entry.id] : []));
    const where =
      new Set(labels).size === targets.length ? 'every target' : [...new Set(labels)].join(', ');
    return `${[...new Set(ids)].join(', ')} in ${where} (${why})`;
  });
  return [
    `${requestCases.map(({ id, holds }) => `**${id}** ${holds}`).join('; ')}.`,
    ...(own === undefined
      ? []
      : [
          '¹ The same hard secret, sent another way: the packages write it into the program and send it in the form; this project’s snippet reads it from the environment and sends it in the `Authorization` header. Not counted with the others.',
        ]),
    ...(lines.length === 0
      ? []
      : [`Not available in this project, and not counted: ${lines.join('; ')}.`]),
  ].join('\n\n');
}

function failureTable({ generators, cases }: Report): string {
  const rows = generators.flatMap(({ name }) =>
    requestCases.flatMap(({ id }) => {
      const failures = cases.flatMap((entry) =>
        entry.generator === name &&
        entry.case === id &&
        entry.trial.kind === 'run' &&
        !isRight(entry.trial)
          ? [`${entry.target.label} (${entry.trial.problems.join(', ')})`]
          : [],
      );
      return failures.length === 0 ? [] : [[name, id, failures.join(', ')]];
    }),
  );
  return rows.length === 0
    ? 'Everything arrived as intended.'
    : markdownTable(['Generator', 'Request', 'Target (what is wrong with the request)'], rows);
}

function injectionTable({ generators, injections }: Report): string {
  const count = (name: string, places: readonly string[]): string =>
    fatesOf(
      injections
        .filter((entry) => entry.generator === name && places.includes(entry.place))
        .map(({ trial }) => trial),
    );
  return markdownTable(
    ['Generator', ...payloadPlaces, 'query and JSON, like with like', 'everywhere'],
    generators.map(({ id, name }) => [
      name,
      ...payloadPlaces.map((place) => count(name, [place])),
      strong(count(name, ['query', 'JSON'])),
      id === 'ours' ? 'not comparable' : count(name, payloadPlaces),
    ]),
  );
}

/** `executed / altered or broken / intact`. */
function fatesOf(trials: readonly Trial[]): string {
  const runs = trials.filter((trial) => trial.kind === 'run');
  if (runs.length === 0) return 'n/a';
  const executed = runs.filter(({ ranPayload }) => ranPayload).length;
  const intact = runs.filter(isRight).length;
  const mark = runs.some(({ sameRequest }) => !sameRequest) ? ' ¹' : '';
  return `${executed} / ${runs.length - executed - intact} / ${intact}${mark}`;
}

function injectionNotes({ generators, injections }: Report): string {
  const lines = generators.flatMap(({ name }) => {
    const executed = injections.filter(
      (entry) => entry.generator === name && entry.trial.kind === 'run' && entry.trial.ranPayload,
    );
    return executed.length === 0
      ? []
      : [`- ${name}: ${executed.map((entry) => describe(entry)).join('; ')}`];
  });
  return [
    'Each cell: payload executed / request altered or program broken / arrived intact.',
    ...(lines.length === 0
      ? ['No payload was executed.']
      : [
          `Executed, by place and by the quoting that the payload broke out of:\n\n${lines.join('\n')}`,
        ]),
  ].join('\n\n');
}

function describe({ target, place, leaves }: InjectionMeasurement): string {
  return `${target.label}, ${place}, ${leaves}`;
}

function controls({ generators, encodedQuery, reachedWithoutTrust, targets }: Report): string {
  const encoded = generators.flatMap(({ name }: SnippetGenerator) => {
    const trials = encodedQuery.filter((entry) => entry.generator === name);
    return trials.length === 0 ? [] : [`${name} ${rightOf(trials.map(({ trial }) => trial))}`];
  });
  const lines = [
    `- Request C again, with the query encoded by the caller and put into the URL: ${encoded.join(', ')}.`,
  ];
  if (reachedWithoutTrust !== null) {
    const reached =
      reachedWithoutTrust.length === 0
        ? `none of the ${targets.length} targets reached the server`
        : `${reachedWithoutTrust.join(', ')} reached the server all the same`;
    lines.push(
      `- Request A again in each target (httpsnippet), without the variables that make the programs trust the server’s certificate: ${reached}.`,
    );
  }
  return lines.join('\n');
}

function strong(text: string): string {
  return `**${text}**`;
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(tableLine).join('\n');
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
