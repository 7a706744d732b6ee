import { appendFileSync, existsSync, readFileSync } from 'node:fs';

import { numberAt, recordAt, textAt, textsAt } from './jsonShape.ts';

/** What came of a job. */
export interface JobResult {
  readonly job: string;
  /** Empty when the snippet did what was intended. */
  readonly differences: readonly string[];
  /** Whether a value was taken for something else than a value. */
  readonly injected: boolean;
  readonly milliseconds: number;
  /** The beginning of what it wrote to stderr. */
  readonly stderr: string;
}

/** Adds a result to a lane's file of results, one line of JSON each. */
export function addResult(file: string, result: JobResult): void {
  appendFileSync(file, `${JSON.stringify(result)}\n`);
}

/**
 * Reads a lane's file of results.
 *
 * @throws TypeError for a line of another shape
 */
export function readResults(file: string): readonly JobResult[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line, index) => {
      const place = `${file}:${index + 1}`;
      const result = recordAt(JSON.parse(line), place);
      return {
        job: textAt(result['job'], `${place}: job`),
        differences: textsAt(result['differences'], `${place}: differences`),
        injected: result['injected'] === true,
        milliseconds: numberAt(result['milliseconds'], `${place}: milliseconds`),
        stderr: textAt(result['stderr'], `${place}: stderr`),
      };
    });
}
