import type { ReactNode } from 'react';

/** A screen with what the head of its page says. */
export interface DrawnScreen {
  /** Without the site's name. */
  readonly title: string;
  readonly description: string;
  readonly screen: ReactNode;
}
