import { useState } from 'react';

import { LabTasks, type LabTasksProps, taskInAddress } from './LabTasks.tsx';

/**
 * The exercises behind a button, on a page where most people come for something else; a task's link
 * opens them at once.
 */
export function OpenedTasks(props: LabTasksProps) {
  const [isOpen, setOpen] = useState(() => taskInAddress() !== undefined);
  return isOpen ? (
    <LabTasks {...props} isAskedFor />
  ) : (
    <p>
      <button type="button" className="button" data-rank="primary" onClick={() => setOpen(true)}>
        Begin the tasks
      </button>
    </p>
  );
}
