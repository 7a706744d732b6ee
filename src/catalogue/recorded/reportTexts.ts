import type { ProgramReport } from './callReport.ts';
import type { ScopeChange } from './neededScopes.ts';

/** The words for each change to a scope. */
export const changeWords: Readonly<Record<ScopeChange['action'], string>> = {
  add: 'Add',
  narrow: 'Narrow',
  remove: 'Remove',
  keep: 'Keep',
  check: 'Check',
  unknown: 'Not judged',
};

/**
 * The name under which a program is reported: its file's, and its caller's if a log has several.
 */
export const programName = ({ name, caller }: ProgramReport): string =>
  caller === undefined ? name : `${name}, ${caller}`;

/** Where something was seen: `lines 3, 8, 9 and 12 more`; without places, only how often. */
export function placesText(
  { count, places }: { readonly count: number; readonly places: readonly number[] },
  unit: string | undefined,
): string {
  if (unit === undefined || places.length === 0) return count === 1 ? 'once' : `${count} times`;
  const more = count - places.length;
  const named = `${unitWords(unit, places.length)} ${places.join(', ')}`;
  return more > 0 ? `${named} and ${more} more` : named;
}

const unitWords = (unit: string, count: number): string => {
  if (count === 1) return unit;
  return unit === 'entry' ? 'entries' : `${unit}s`;
};

const columns = [
  'program',
  'kind',
  'name',
  'method',
  'path',
  'count',
  'first_seen',
  'scope',
  'note',
];

/** Whether there is anything to say of a program, and so a row of it in the CSV. */
export const hasFindings = ({
  operations,
  unsettled,
  unknown,
  elsewhere,
  otherHosts,
  scopes,
  changes = [],
}: ProgramReport): boolean =>
  [operations, unsettled, unknown, elsewhere, otherHosts, scopes, changes].some(
    (found) => found.length > 0,
  );

/** The reports as CSV (RFC 4180), one line for each operation, scope and change. */
export function reportsCsv(reports: readonly ProgramReport[]): string {
  const rows = reports.flatMap((report) => {
    const program = programName(report);
    const unit = report.source?.unit;
    const first = ({ places: [place] }: { readonly places: readonly number[] }) =>
      place === undefined || unit === undefined ? '' : `${unit} ${place}`;
    return [
      ...report.operations.map((each) => [
        program,
        'operation',
        each.reference,
        each.method,
        each.path,
        String(each.count),
        first(each),
        report.scopes
          .filter(({ neededBy }) => neededBy.includes(each.reference))
          .map(({ scope }) => scope)
          .join(' '),
        each.accepts.replaceAll('`', ''),
      ]),
      ...report.unsettled.map((each) => [
        program,
        'method not recorded',
        '',
        each.methods.join(' or '),
        each.path,
        String(each.count),
        first(each),
        each.perhaps.join(' '),
        '',
      ]),
      ...report.unknown.map((each) => [
        program,
        'not recognised',
        each.shown,
        '',
        '',
        String(each.count),
        first(each),
        '',
        '',
      ]),
      ...report.elsewhere.map((each) => [
        program,
        'another interface',
        each.what,
        '',
        each.shown,
        String(each.count),
        first(each),
        '',
        each.credential,
      ]),
      ...report.otherHosts.map((each) => [
        program,
        'another host',
        each.host,
        '',
        '',
        String(each.count),
        first(each),
        '',
        each.references.join(' '),
      ]),
      ...(
        report.changes ??
        report.scopes.map(({ scope }) => ({ action: 'keep' as const, scope, why: '' }))
      ).map((change) => [
        program,
        report.changes === undefined ? 'scope' : changeWords[change.action].toLowerCase(),
        '',
        '',
        '',
        '',
        '',
        change.scope,
        change.action === 'narrow' ? `to ${change.to}: ${change.why}` : change.why,
      ]),
    ];
  });
  return `${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A cell that no spreadsheet treats as a formula. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
