import type { Message } from '#org/exchange/advance.ts';

/** The messages of a task, as they were sent when the site was built. */
export interface RecordedTask {
  /** The exercise's. */
  readonly id: string;
  readonly wrong: readonly Message[];
  /** Once it is fixed. */
  readonly right: readonly Message[];
}
