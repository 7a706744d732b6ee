import type { OperationIndex } from '#catalogue/find.ts';
import {
  type NamedRecording,
  programReport,
  programReports,
  type ProgramReport,
} from '#catalogue/recorded/callReport.ts';
import { grantedScopes } from '#catalogue/recorded/grantedScopes.ts';
import { together } from '#catalogue/recorded/programs.ts';
import { hostNamed } from '#catalogue/recorded/recordedCall.ts';
import { RecordingReader } from '#catalogue/recorded/recording.ts';
import { reportsCsv } from '#catalogue/recorded/reportTexts.ts';
import { certainSecretLike } from '#snippets/secretLike.ts';

/** Something to be read: a file, or what was pasted. */
export interface GivenRecording {
  /** The name under which it is reported; safe to show. */
  readonly name: string;
  /** What the file is called, which tells code from a list. */
  readonly fileName: string;
  readonly content: Blob;
}

/** What a person enters besides the recordings. */
export interface AuditSettings {
  /** The text with the granted scopes. */
  readonly granted: string;
  /** Custom domains of the org, as typed. */
  readonly hosts: string;
}

/** What was found in all recordings; every text in it is safe to show. */
export interface AuditReport {
  readonly programs: readonly ProgramReport[];
  readonly csv: string;
  readonly oinText: string;
  /** Why the granted scopes were not read. */
  readonly grantedProblem?: string;
}

/** The largest recordings, in bytes, all together. */
export const mostBytes = 50_000_000;

/**
 * Reads recordings, piece by piece.
 *
 * @param onProgress called with how much is done, from 0 to 1
 * @throws if a file can no longer be read
 */
export async function readRecordings(
  index: OperationIndex,
  given: readonly GivenRecording[],
  hosts: string,
  onProgress: (done: number) => void,
): Promise<readonly NamedRecording[]> {
  const bytes = given.reduce((sum, { content }) => sum + content.size, 0);
  const ownHosts = new Set(hosts.split(/[\s,;]+/).map((host) => hostNamed(host)));
  ownHosts.delete('');
  const recordings: NamedRecording[] = [];
  let read = 0;
  for (const { name, fileName, content } of given) {
    const reader = new RecordingReader(index, { fileName, ownHosts });
    const decoder = new TextDecoder();
    const stream = content.stream().getReader();
    for (;;) {
      const { done, value } = await stream.read();
      if (done) break;
      reader.read(decoder.decode(value, { stream: true }));
      read += value.length;
      onProgress(bytes === 0 ? 1 : read / bytes);
    }
    reader.read(decoder.decode());
    recordings.push({ ...reader.end(), name });
  }
  return recordings;
}

/** Reports what was found in recordings, compared with the granted scopes. */
export function auditReport(
  { catalogue }: OperationIndex,
  recordings: readonly NamedRecording[],
  grantedText: string,
): AuditReport {
  const names = recordings.flatMap(({ name, programs }) => [
    name,
    ...programs.flatMap(({ caller }) => caller ?? []),
  ]);
  const secret = certainSecretLike(grantedText);
  const read = secret === undefined ? grantedScopes(grantedText, names) : undefined;
  const granted = read ?? new Map<string, readonly string[]>();
  const each = programReports(catalogue, recordings, granted);
  const all = programReport(
    catalogue,
    'All together',
    together(recordings.flatMap(({ programs }) => programs)),
    each.length === 1 ? granted : new Map(),
  );
  const programs = each.length === 1 ? each : [...each, all];
  const problem =
    secret ??
    (read === undefined && grantedText.trim() !== ''
      ? 'This text contains no scope of Okta’s APIs. Scopes look like `okta.users.read`.'
      : undefined);
  return {
    programs,
    csv: reportsCsv(programs),
    oinText: all.oinText,
    ...(problem === undefined ? {} : { grantedProblem: problem }),
  };
}
