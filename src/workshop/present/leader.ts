/** The tab that presents, under the name that it gives the audience's window. */
export interface Leader {
  /** Distinguishes it from other tabs. */
  readonly id: string;
  /** Greater than that of the leader before. */
  readonly epoch: number;
  /** Whether the browser keeps other tabs from leading at the same time. */
  readonly isGuarded: boolean;
}

/** What other windows learn about a leader. */
export type NamedLeader = Omit<Leader, 'isGuarded'>;

/** Whether a leader speaks for the one that was heard last, or came after it. */
export function isCurrent(told: NamedLeader, heard: NamedLeader | undefined): boolean {
  return heard === undefined || told.epoch > heard.epoch || told.id === heard.id;
}

/** Reads what another window says about a leader; undefined for anything else. */
export function parseLeader(data: unknown): NamedLeader | undefined {
  if (typeof data !== 'object' || data === null || !('id' in data && 'epoch' in data)) {
    return undefined;
  }
  const { id, epoch } = data;
  if (typeof id !== 'string' || id.length > 100) return undefined;
  return typeof epoch === 'number' && Number.isSafeInteger(epoch) ? { id, epoch } : undefined;
}
