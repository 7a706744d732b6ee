import type { Page } from '@playwright/test';

import type { BlockPart } from '#embed/builder/blocks/platform.ts';

/** The blocks that a site is built with, each on a page of its own. */
export type BlockId = 'element' | 'frame' | 'address';

/** The parts of the blocks, letter for letter as the builder shows them; empty for a block that the site is not built with. */
export type PartsOfBlocks = Readonly<Record<BlockId, readonly BlockPart[]>>;

/** A promise that was tried, and why it was not kept; `undefined` if it was. */
export interface Verdict {
  readonly what: string;
  readonly why: string | undefined;
}

/** A whole site of one kind, as small as it can be. */
export interface PlatformSite {
  /** The platform in `hostBlock.ts`. */
  readonly platform: string;
  /** What the site is built with. */
  readonly program: string;
  /** Packages of npm, each with its version. */
  readonly packages: readonly string[];
  /** What Debian has to provide: packages, and the command that prints its version. */
  readonly debian?: {
    readonly packages: readonly string[];
    /** A program that they bring, or the path of a file. */
    readonly provides: string;
    readonly version: readonly string[];
  };
  /** The blocks that are tried in it; the element and a plain frame where this is left out. */
  readonly blocks?: readonly BlockId[];
  /** All files of the site, by their paths. */
  readonly files: (parts: PartsOfBlocks) => Readonly<Record<string, string>>;
  /** Commands that build the site for production, after the files are written. */
  readonly build: (parts: PartsOfBlocks) => readonly (readonly [string, ...string[]])[];
  /** A command that compiles a program which uses all of the element's types, after the build. */
  readonly compile?: readonly [string, ...string[]];
  /** The folder of the built site. */
  readonly output: string;
  /** The address of a block's page, relative to the site's. */
  readonly page: (block: BlockId) => string;
  /** Serves a site that is more than files; the others are served as they are in `output`. */
  readonly serve?: (folder: string) => Promise<ServedSite>;
  /** What is the same at every width, tried on the served site. */
  readonly others?: (block: BlockId, url: string) => Promise<readonly Verdict[]>;
  /** Uses the site's own switch to its dark theme, in a window 1280 px wide. */
  readonly switchToDark?: (page: Page) => Promise<void>;
}

export interface ServedSite {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export const blocksOf = ({ blocks = ['element', 'frame'] }: PlatformSite): readonly BlockId[] =>
  blocks;

/** What is on the page beside the guide; the links are followed to go away and to come back. */
export const words = {
  // Short, so that fonts which come late do not break their lines again.
  before: 'Before the guide.',
  after: 'After it.',
  away: 'Another page',
  back: {
    element: 'Back to the element',
    frame: 'Back to the frame',
    address: 'Back to the address',
  },
} as const;

/** The last part of a block, which goes into the page; all before it go elsewhere. */
export const inPage = (parts: readonly BlockPart[]): string => {
  const last = parts.at(-1);
  if (last === undefined) throw new Error('A block has no part that goes into the page.');
  return last.text;
};

/** A page in Markdown that contains a block. */
export const markdownPage = (parts: readonly BlockPart[], away: string): string =>
  [
    words.before,
    '',
    inPage(parts),
    '',
    `${words.after} [${words.away}](${away})`,
    '',
    ...Array.from({ length: 30 }, () => 'More words, so that the page can be scrolled.\n'),
  ].join('\n');

export const otherPage = (addresses: Readonly<Record<'element' | 'frame', string>>): string =>
  `This page has no guide.\n\n[${words.back.element}](${addresses.element})\n\n[${words.back.frame}](${addresses.frame})\n`;

/** The text of a part by its place among the parts of a block. */
export function partAt(parts: readonly BlockPart[], index: number): string {
  const part = parts[index];
  if (part === undefined) throw new Error(`A block has no part ${index + 1}.`);
  return part.text;
}
