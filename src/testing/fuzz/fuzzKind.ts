import * as fc from 'fast-check';

/** One kind of input that may be damaged or hostile. */
export interface FuzzKind {
  readonly kind: string;
  /**
   * Makes inputs of this kind and gives them to what reads them.
   *
   * @param seed the same seed makes the same inputs
   * @param count how many inputs, or steps of what is replayed
   * @returns what was wrong, each with an input that shows it; nothing when all is well
   */
  readonly run: (seed: number, count: number) => Promise<readonly string[]>;
}

/**
 * Makes a kind out of something that is replayed step by step, and that throws when it goes wrong.
 *
 * @param replay does so many steps, the same ones for the same seed
 */
export function replayedKind(
  kind: string,
  replay: (seed: number, steps: number) => Promise<unknown>,
): FuzzKind {
  return {
    kind,
    run: async (seed, count) => {
      try {
        await replay(seed, count);
        return [];
      } catch (error) {
        return [String(error)];
      }
    },
  };
}

/** How much of an input is shown with a problem. */
const mostShown = 2000;

/**
 * Makes a kind out of its inputs and one check. What the check throws is a problem too: nothing that
 * reads from outside may throw. The first input that fails is made as small as possible.
 *
 * @param check gives what is wrong with how an input was read
 */
export function fuzzKind<Input>(
  kind: string,
  inputs: fc.Arbitrary<Input>,
  check: (input: Input) => readonly string[] | Promise<readonly string[]>,
): FuzzKind {
  return {
    kind,
    run: async (seed, count) => {
      const property = fc.asyncProperty(inputs, async (input) => {
        const problems = await check(input);
        if (problems.length > 0) throw new Error(problems.join('; '));
      });
      const { failed, counterexample, errorInstance } = await fc.check(property, {
        seed,
        numRuns: count,
      });
      const shown = fc.stringify(counterexample).slice(0, mostShown);
      return failed ? [`${String(errorInstance)}, for ${shown}`] : [];
    },
  };
}
