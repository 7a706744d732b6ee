import type { Exercise } from './exercises.ts';

/** The fragment of a task's link, without its `#`; also the id of the task's section on the page. */
export function taskAnchor({ id }: Pick<Exercise, 'id'>): string {
  return `task-${id}`;
}
