import path from 'node:path';

import { defaultValues } from '#snippets/values.ts';

import { strangeHosts } from './faults.ts';
import { executedValues } from './hostileValues.ts';

/** Where a lane puts its results. */
export function resultsFile(laneFolder: string): string {
  return path.join(laneFolder, 'results.jsonl');
}

/** Where the ids of the jobs to run are, in the folder with the snippets. */
export function wantedJobsFile(folder: string): string {
  return path.join(folder, 'jobs.json');
}

/** Every host name that a snippet may call, or may be led to. */
export function allHosts(): readonly string[] {
  return [
    defaultValues.orgDomain,
    ...strangeHosts(defaultValues.orgDomain),
    ...executedValues.map(({ values }) => values.orgDomain),
  ].filter((host, index, hosts) => hosts.indexOf(host) === index);
}
