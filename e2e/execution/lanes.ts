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

/** What came of the jobs that lanes were given. */
export interface LaneResults {
  /** In the jobs' order. */
  readonly done: readonly { readonly job: Job; readonly result: JobResult }[];
  /** Never run, because their lane ended before. */
  readonly left: readonly Job[];
}

/**
 * Runs the jobs in lanes side by side. What a lane leaves behind that ends too early, a second pair of lanes does.
 *
 * @param tell gets a line about the progress now and then
 * @param signal ends the lanes
 */
export async function runInLanes(
  kind: LaneKind,
  work: LaneWork,
  tell: (line: string) => void,
  signal: AbortSignal,
): Promise<LaneResults> {
  const first = await runPair(kind, work, 'lane', tell, signal);
  if (first.left.length === 0) return first;
  tell(`${first.left.length} runs are left; lanes are made for them once more …`);
  const second = await runPair(kind, { ...work, jobs: first.left }, 'second-lane', tell, signal);
  return { done: [...first.done, ...second.done], left: second.left };
}

async function runPair(
  kind: LaneKind,
  { folder, languages, jobs }: LaneWork,
  name: string,
  tell: (line: string) => void,
  signal: AbortSignal,
): Promise<LaneResults> {
  if (jobs.length === 0) return { done: [], left: [] };
  writeFileSync(wantedJobsFile(folder), JSON.stringify(jobs.map(({ id }) => id)));
  const folders = Array.from({ length: laneCount }, (_, lane) =>
    path.join(folder, `${name}-${lane}`),
  );
  const results = (): readonly JobResult[] =>
    folders.flatMap((each) => readResults(resultsFile(each)));
  tell(`${jobs.length} runs in ${laneCount} lanes …`);
  const progress = setInterval(() => tell(`  ${results().length} of ${jobs.length} …`), 30_000);
  try {
    await Promise.all(
      folders.map(async (each, lane) => {
        layOut(each, allHosts());
        const args = [folder, String(lane), String(laneCount), ...languages];
        const code = await runLane(kind, each, args, signal);
        if (code !== 0) tell(`${name} ${lane} ended with exit code ${code}; why stands above.`);
      }),
    );
  } finally {
    clearInterval(progress);
  }
  const byJob = new Map(results().map((result) => [result.job, result]));
  return {
    done: jobs.flatMap((job) => {
      const result = byJob.get(job.id);
      return result === undefined ? [] : [{ job, result }];
    }),
    left: jobs.filter(({ id }) => !byJob.has(id)),
  };
}
