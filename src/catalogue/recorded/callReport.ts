import type { Answer } from '#guide/questions.ts';

import type { Catalogue, OperationMethod } from '../operation.ts';
import { operationTitle } from '../title.ts';
import { verdict, type VerdictWord } from '../verdict.ts';
import { acceptedWords, scopeReasonsText, verdictWords } from '../verdictWords.ts';
import { specificationVersion } from '../specificationVersion.ts';
import type { CallsOfProgram, PlaceUnit, Seen } from './callTally.ts';
import { neededScopes, scopeChanges, type ScopeChange } from './neededScopes.ts';
import type { Recording, RecordingForm } from './recording.ts';

/** A recording, with the name under which its calls are reported. */
export interface NamedRecording extends Recording {
  readonly name: string;
}

interface Told {
  /** How many times it was seen. */
  readonly count: number;
  /** The first places where it was seen: numbers of lines, entries or events, from 1. */
  readonly places: readonly number[];
}

/** What one program calls and needs, as plain data. Every text in it is safe to show. */
export interface ProgramReport {
  readonly name: string;
  /** The client ID or the ID of the API token under which a System Log has it. */
  readonly caller?: string;
  /** Absent if several recordings are combined. */
  readonly source?: {
    readonly form: RecordingForm;
    readonly unit: PlaceUnit;
    readonly units: number;
    readonly withCalls: number;
    readonly isCutOff: boolean;
  };
  readonly operations: readonly (Told & {
    readonly reference: string;
    readonly method: OperationMethod;
    readonly path: string;
    readonly title: string;
    /** What it accepts, in a few words; code is between backticks. */
    readonly accepts: string;
  })[];
  readonly scopes: readonly {
    readonly scope: string;
    /** References of operations, and paths whose method was not recorded. */
    readonly neededBy: readonly string[];
    readonly needsSignedInPerson: boolean;
  }[];
  readonly verdict: VerdictWord;
  /** The verdict for a person; code is between backticks. */
  readonly verdictWords: { readonly heading: string; readonly sentences: readonly string[] };
  readonly unsettled: readonly (Told & {
    readonly path: string;
    readonly methods: readonly OperationMethod[];
    /** What else it may need; empty if its scope is certain anyway. */
    readonly perhaps: readonly string[];
  })[];
  readonly elsewhere: readonly (Told & {
    readonly shown: string;
    readonly id: string;
    readonly what: string;
    readonly credential: string;
    /** Where the guide goes on. */
    readonly answers: readonly Answer[];
  })[];
  readonly otherHosts: readonly (Told & {
    readonly host: string;
    readonly references: readonly string[];
  })[];
  readonly unknown: readonly (Told & { readonly shown: string })[];
  readonly leftOut: number;
  /** Absent if no granted scopes were given. */
  readonly changes?: readonly ScopeChange[];
  /** The scopes with their reasons, as the OIN Wizard asks for them. */
  readonly oinText: string;
}

/**
 * Granted scopes, by the program that has them; those under an empty name belong to all other
 * programs.
 */
export type GrantedScopes = ReadonlyMap<string, readonly string[]>;

/**
 * Reports what each program in the recordings calls and needs. A recording without calls gives one
 * empty report.
 */
export function programReports(
  catalogue: Catalogue,
  recordings: readonly NamedRecording[],
  granted: GrantedScopes,
): readonly ProgramReport[] {
  return recordings.flatMap(({ name, programs, ...source }) => {
    const shown = programs.length === 0 ? [nothing] : programs;
    return shown.map((program) => programReport(catalogue, name, program, granted, source));
  });
}

const nothing: CallsOfProgram = {
  operations: [],
  unsettled: [],
  elsewhere: [],
  otherHosts: [],
  unknown: [],
  leftOut: 0,
};

/** What one program calls and needs. */
export function programReport(
  catalogue: Catalogue,
  name: string,
  program: CallsOfProgram,
  granted: GrantedScopes,
  source?: Omit<Recording, 'programs'>,
): ProgramReport {
  const { caller } = program;
  const operations = program.operations.map(({ operation }) => operation);
  const { scopes, perhaps } = neededScopes(program);
  const judged = verdict(operations);
  const has = granted.get(caller ?? name) ?? granted.get('');
  return {
    name,
    ...(caller === undefined ? {} : { caller }),
    ...(source === undefined ? {} : { source }),
    operations: program.operations.map(({ operation, seen }) => ({
      reference: operation.reference,
      method: operation.method,
      path: operation.path,
      title: operationTitle(operation),
      accepts: acceptedWords(operation),
      ...told(seen),
    })),
    scopes: scopes.map((each) => ({
      scope: each.scope,
      neededBy: [...each.operations.map(({ reference }) => reference), ...each.paths],
      needsSignedInPerson: each.needsSignedInPerson,
    })),
    verdict: judged.word,
    verdictWords: verdictWords(judged, specificationVersion(catalogue)),
    unsettled: program.unsettled.map(({ path, operations: candidates, seen }) => ({
      path,
      methods: candidates.map(({ method }) => method),
      perhaps: perhaps.find((each) => each.path === path)?.scopes ?? [],
      ...told(seen),
    })),
    elsewhere: program.elsewhere.map(({ shown, interface: other, seen }) => ({
      shown,
      id: other.id,
      what: other.name,
      credential: other.credential,
      answers: other.answers,
      ...told(seen),
    })),
    otherHosts: byHost(program.otherHosts),
    unknown: program.unknown.map(({ shown, seen }) => ({ shown, ...told(seen) })),
    leftOut: program.leftOut,
    ...(has === undefined ? {} : { changes: scopeChanges(catalogue, program, has) }),
    oinText: scopeReasonsText(
      scopes.map(({ scope, operations: neededBy }) => ({ scope, neededBy })),
    ),
  };
}

const told = ({ count, places }: Seen): Told => ({ count, places });

function byHost(found: CallsOfProgram['otherHosts']): ProgramReport['otherHosts'] {
  const hosts = [...new Set(found.map(({ host }) => host))];
  return hosts.map((host) => {
    const there = found.filter((each) => each.host === host);
    return {
      host,
      references: [
        ...new Set(there.flatMap(({ operations }) => operations.map(({ reference }) => reference))),
      ],
      count: there.reduce((sum, { seen }) => sum + seen.count, 0),
      places: there.flatMap(({ seen }) => seen.places).slice(0, 3),
    };
  });
}
