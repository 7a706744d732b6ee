import { createRoot } from 'react-dom/client';

import { ResumeLine } from '../visit/ResumeLine.tsx';

/** Draws the way back to the answers on this device into a page that is not a state of the guide. */
export function drawWayBack(place: HTMLElement, base: string): void {
  createRoot(place).render(<ResumeLine base={base} />);
}
