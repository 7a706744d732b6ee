import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { type LaneKind, laneKindHere, layOut, runLane } from './isolation.ts';
import type { Job } from './jobs.ts';
import { allHosts, resultsFile, wantedJobsFile } from './laneFiles.ts';
import { type JobResult, readResults } from './results.ts';

const laneCount = 2;

/** Finds out how lanes can be made here, or why they cannot. */
export function possibleLanes(
  work: string,
  lacks: string | undefined,
): { readonly kind: LaneKind } | { readonly why: string } {
  if (lacks !== undefined) return { why: lacks };
  const lane = laneKindHere(path.join(work, 'lane-on-trial'));
  return 'kind' in lane ? lane : { why: `no lane can be made here (${lane.why})` };
}

/** The jobs, and what the lanes need to find them again. */
export interface LaneWork {
  /** The folder with the snippets. */
  readonly folder: string;
  readonly languages: readonly string[];
  readonly jobs: readonly Job[];
}

/**
 * Runs the jobs in lanes side by side.
 *
 * @param tell gets a line about the progress now and then
 * @param signal ends the lanes
 * @returns what came of each job, in the jobs' order
 */
export async function runInLanes(
  kind: LaneKind,
  { folder, languages, jobs }: LaneWork,
  tell: (line: string) => void,
  signal: AbortSignal,
): Promise<readonly JobResult[]> {
  if (jobs.length === 0) return [];
  writeFileSync(wantedJobsFile(folder), JSON.stringify(jobs.map(({ id }) => id)));
  const folders = Array.from({ length: laneCount }, (_, lane) => path.join(folder, `lane-${lane}`));
  const results = (): readonly JobResult[] =>
    folders.flatMap((each) => readResults(resultsFile(each)));
  tell(`${jobs.length} runs in ${laneCount} lanes …`);
  const progress = setInterval(() => tell(`  ${results().length} of ${jobs.length} …`), 30_000);
  try {
    await Promise.all(
      folders.map((each, lane) => {
        layOut(each, allHosts());
        return runLane(kind, each, [folder, String(lane), String(laneCount), ...languages], signal);
      }),
    );
  } finally {
    clearInterval(progress);
  }
  const byJob = new Map(results().map((result) => [result.job, result]));
  return jobs.map(({ id }) => byJob.get(id) ?? neverRun(id));
}

function neverRun(job: string): JobResult {
  const differences = ['its lane ended before it could run'];
  return { job, differences, injected: false, milliseconds: 0, stderr: '' };
}
