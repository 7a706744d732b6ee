import { type CaseId, injectionCasesFor, type PayloadPlace, requestCases } from './cases.ts';
import type { SnippetGenerator } from './generator.ts';
import type { InstalledTarget } from './targets.ts';
import { type Bench, type Trial, tryOut } from './trial.ts';

/** A trial of one of the six requests. */
export interface CaseMeasurement {
  readonly generator: string;
  readonly target: InstalledTarget;
  readonly case: CaseId;
  readonly trial: Trial;
}

/** A trial of a request that holds a payload. */
export interface InjectionMeasurement {
  readonly generator: string;
  readonly target: InstalledTarget;
  readonly place: PayloadPlace;
  /** The way of quoting that the payload tries to leave. */
  readonly leaves: string;
  readonly trial: Trial;
}

export interface Measurements {
  readonly generators: readonly SnippetGenerator[];
  readonly cases: readonly CaseMeasurement[];
  readonly injections: readonly InjectionMeasurement[];
}

/** Tries every generator with every request and every payload in every target, one after the other. */
export async function measure(
  bench: Bench,
  generators: readonly SnippetGenerator[],
  targets: readonly InstalledTarget[],
): Promise<Measurements> {
  const cases: CaseMeasurement[] = [];
  const injections: InjectionMeasurement[] = [];
  for (const target of targets) {
    for (const generator of generators) {
      console.error(`${target.label}: ${generator.name}`);
      for (const { id, request } of requestCases) {
        const trial = await tryOut(bench, generator, target, request);
        cases.push({ generator: generator.name, target, case: id, trial });
      }
      for (const { place, payload, request } of injectionCasesFor(target.id)) {
        const trial = await tryOut(bench, generator, target, request);
        const { leaves } = payload;
        injections.push({ generator: generator.name, target, place, leaves, trial });
      }
    }
  }
  return { generators, cases, injections };
}

/** Tries only the request with a hard query. */
export async function measureQuery(
  bench: Bench,
  generators: readonly SnippetGenerator[],
  targets: readonly InstalledTarget[],
): Promise<readonly CaseMeasurement[]> {
  const measurements: CaseMeasurement[] = [];
  for (const { id, request } of requestCases.filter((entry) => entry.id === 'C')) {
    for (const generator of generators) {
      for (const target of targets) {
        const trial = await tryOut(bench, generator, target, request);
        measurements.push({ generator: generator.name, target, case: id, trial });
      }
    }
  }
  return measurements;
}

export function isRight(trial: Trial): boolean {
  return trial.kind === 'run' && trial.problems.length === 0 && !trial.ranPayload;
}
