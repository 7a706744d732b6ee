import type { EmbedChoice } from './embedChoice.ts';

/** A part of a block that is copied as a whole, into one place. */
export interface BlockPart {
  /** The file that it goes into, or another place. */
  readonly file: string;
  /** Where in it. */
  readonly where?: string;
  readonly text: string;
}

/** One way to put the guide on a platform. */
export interface PlatformBlock {
  readonly id: 'element' | 'frame' | 'address' | 'picture';
  readonly label: string;
  /** What it needs, and what one gets. */
  readonly about: string;
  /** Whether only the states of the guide have it, and no single page. */
  readonly isOfStates?: true;
  readonly parts: (choice: EmbedChoice) => readonly BlockPart[];
}

/** A place that the guide can be put into. */
export interface Platform {
  readonly id: string;
  readonly label: string;
  /** Where the platform says how it takes such a block. */
  readonly source?: { readonly title: string; readonly url: string };
  /** The best first. */
  readonly blocks: readonly [PlatformBlock, ...PlatformBlock[]];
}

export const elementLabel = 'The element';
export const frameLabel = 'A plain frame, without a script';

/** What is true of a plain frame on every platform. */
export const aboutFrame =
  'No script runs in your page. The height fits the first page at any width; longer pages scroll inside the frame.';
