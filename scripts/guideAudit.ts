import { closeSync, openSync, readSync } from 'node:fs';

import { accepts } from '#catalogue/accepts.ts';
import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import {
  type NamedRecording,
  type ProgramReport,
  programReport,
  programReports,
} from '#catalogue/recorded/callReport.ts';
import { grantedScopes } from '#catalogue/recorded/grantedScopes.ts';
import { together } from '#catalogue/recorded/programs.ts';
import { hostNamed } from '#catalogue/recorded/recordedCall.ts';
import { type Recording, RecordingReader } from '#catalogue/recorded/recording.ts';
import { recordingNames } from '#catalogue/recorded/recordingName.ts';
import {
  changeWords,
  placesText,
  programName,
  reportsCsv,
} from '#catalogue/recorded/reportTexts.ts';
import { findByReference } from '#catalogue/references.ts';
import type { Answer } from '#guide/questions.ts';
import { certainSecretLike } from '#snippets/secretLike.ts';

import { CommandError } from './commandError.ts';

/** What the command is asked for. */
export interface AuditRequest {
  /** Paths of recordings; `-` is standard input. */
  readonly files: readonly string[];
  /** What the app was granted, as text. */
  readonly granted?: string;
  /** Custom domains of the org. */
  readonly hosts: readonly string[];
  readonly form: 'text' | 'json' | 'csv' | 'oin';
}

export interface AuditOutput {
  readonly output: string;
  /** Whether any operation was recognised. */
  readonly isKnown: boolean;
}

/**
 * Reports from recordings what a program really called: its operations, the fewest scopes, and what
 * to do with the granted scopes.
 *
 * @param page address of a state of the guide, for calls to other interfaces
 * @throws CommandError when a file cannot be read, or when the granted scopes contain a secret or name no scope
 */
export function auditCommand(
  request: AuditRequest,
  page: (answers: readonly Answer[]) => string,
): AuditOutput {
  const ownHosts = new Set(request.hosts.map(hostOf));
  const fileNames = recordingNames(
    request.files.map((file) => (file === '-' ? 'standard input' : file)),
  );
  const recordings = request.files.map((file, position): NamedRecording => ({
    ...readFile(file, ownHosts),
    name: fileNames[position] ?? '',
  }));
  const names = recordings.flatMap(({ name, programs }) => [
    name,
    ...programs.flatMap(({ caller }) => caller ?? []),
  ]);
  const granted = readGranted(request.granted, names);
  const each = programReports(oktaCatalogue, recordings, granted);
  const all = programReport(
    oktaCatalogue,
    'all together',
    together(recordings.flatMap(({ programs }) => programs)),
    each.length === 1 ? granted : new Map(),
  );
  const reports = each.length === 1 ? each : [...each, all];
  return {
    output: written(request.form, reports, all, page),
    isKnown: all.operations.length + all.unsettled.length > 0,
  };
}

function hostOf(typed: string): string {
  const host = hostNamed(typed);
  if (host === '')
    throw new CommandError('"--host" takes the name of a host, such as id.example.com');
  return host;
}

function readGranted(text: string | undefined, names: readonly string[]) {
  if (text === undefined) return new Map<string, readonly string[]>();
  if (certainSecretLike(text) !== undefined) {
    throw new CommandError(
      'the list of granted scopes looks like a secret; give the scopes, never a token. It was not kept',
    );
  }
  const granted = grantedScopes(text, names);
  if (granted === undefined) {
    throw new CommandError('"--granted" contains no scope; scopes look like okta.users.read');
  }
  return granted;
}

const piece = 1 << 20;

/** Reads a recording piece by piece, with only one piece in memory. */
export function readFile(file: string, ownHosts: ReadonlySet<string>): Recording {
  const reader = new RecordingReader(operationIndex(oktaCatalogue), { fileName: file, ownHosts });
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(piece);
  let opened: number | undefined;
  try {
    opened = file === '-' ? 0 : openSync(file, 'r');
    for (;;) {
      const length = readSync(opened, buffer, 0, piece, null);
      if (length === 0) break;
      reader.read(decoder.decode(buffer.subarray(0, length), { stream: true }));
    }
  } catch (error) {
    throw new CommandError(
      `the recording cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    if (opened !== undefined && opened !== 0) closeSync(opened);
  }
  reader.read(decoder.decode());
  return reader.end();
}

function written(
  form: AuditRequest['form'],
  reports: readonly ProgramReport[],
  all: ProgramReport,
  page: (answers: readonly Answer[]) => string,
): string {
  switch (form) {
    case 'csv':
      return reportsCsv(reports);
    case 'oin':
      return all.oinText === '' ? '' : `${all.oinText}\n`;
    case 'json':
      return `${JSON.stringify(jsonOf(reports, all, page), null, 2)}\n`;
    case 'text':
      return `${reports.map((report) => textOf(report, page)).join('\n\n')}\n`;
  }
}

function jsonOf(
  reports: readonly ProgramReport[],
  all: ProgramReport,
  page: (answers: readonly Answer[]) => string,
) {
  return {
    scopes: all.scopes.map(({ scope }) => scope),
    verdict: all.verdict,
    operations: all.operations.map(({ reference }) => {
      const operation = findByReference(oktaCatalogue, reference);
      return { id: reference, ...(operation === undefined ? {} : { accepts: accepts(operation) }) };
    }),
    unknown: all.unknown.map(({ shown }) => shown),
    programs: reports.map((report) => ({
      ...report,
      elsewhere: report.elsewhere.map(({ answers, ...other }) => ({
        ...other,
        page: page(answers),
      })),
    })),
  };
}

const plain = (text: string): string => text.replaceAll('`', '');

/** Lines under a heading, if there are any. */
const list = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)];

/** The report of a program as text for a terminal. */
function textOf(report: ProgramReport, page: (answers: readonly Answer[]) => string): string {
  const unit = report.source?.unit;
  const { source } = report;
  return [
    programName(report),
    ...(source === undefined
      ? []
      : [
          `  ${source.withCalls} of ${source.units} ${source.units === 1 ? source.unit : unitsOf(source.unit)} contained a call to Okta’s APIs`,
          ...(source.isCutOff ? ['  The recording is cut off, so calls may be missing'] : []),
        ]),
    '',
    report.verdictWords.heading,
    ...report.verdictWords.sentences.map((sentence) => `  ${plain(sentence)}`),
    ...list(
      'The fewest scopes, and what needs them:',
      report.scopes.map(({ scope, neededBy }) => `${scope}: ${neededBy.join(', ')}`),
    ),
    ...list(
      'The scopes that were granted:',
      (report.changes ?? []).map(
        (change) =>
          `${changeWords[change.action]} ${change.scope}${change.action === 'narrow' ? ` to ${change.to}` : ''}: ${change.why}`,
      ),
    ),
    ...list(
      'The operations:',
      report.operations.map(
        (each) => `${each.reference}: ${each.method} ${each.path} (${placesText(each, unit)})`,
      ),
    ),
    ...list(
      'Paths without a method, which do not count as operations:',
      report.unsettled.map(
        (each) =>
          `${each.path}: ${each.methods.join(' or ')}${each.perhaps.length === 0 ? '' : `, perhaps ${each.perhaps.join(' or ')}`} (${placesText(each, unit)})`,
      ),
    ),
    ...list(
      'Calls to another host (if it is the org’s custom domain, add it with --host):',
      report.otherHosts.map((each) => `${each.host}: ${each.references.join(', ')}`),
    ),
    ...list(
      'Calls to another interface, which is in none of the four specifications:',
      report.elsewhere.map(
        (each) =>
          `${each.shown}: ${each.what}. Credential: ${each.credential}. ${page(each.answers)}`,
      ),
    ),
    ...list(
      'Not in the public specification:',
      report.unknown.map((each) => `${each.shown} (${placesText(each, unit)})`),
    ),
    ...(report.leftOut === 0 ? [] : ['', `${report.leftOut} more calls were left out`]),
  ].join('\n');
}

const unitsOf = (unit: string): string => (unit === 'entry' ? 'entries' : `${unit}s`);
