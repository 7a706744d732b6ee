import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import { shortestWalkTo } from '#guide/walks.ts';
import { fragmentChoices } from '#screens/snippets/fragmentChoices.ts';

import { releases } from '../releases.ts';
import { usualHeights } from '../usualHeights.ts';
import type { EmbedChoice } from './blocks/embedChoice.ts';
import type { Platform, PlatformBlock } from './blocks/platform.ts';
import reportFile from './platformReport.json' with { type: 'json' };
import { stateHeading } from './stateHeading.ts';

/** What `npm run test:platforms -- --write-report` has found. */
export interface PlatformReport {
  readonly version: 1;
  /** By platform and block, such as `docusaurus/frame`: which of them worked, and in what. */
  readonly blocks: Readonly<
    Record<
      string,
      {
        /** What the site was built with, with its version. */
        readonly program: string;
        /** The day of the run, an ISO date. */
        readonly triedOn: string;
        /** Of the block for the fixed choice, see {@link blockHash}. */
        readonly hash: string;
      }
    >
  >;
}

/** The report that the project keeps. */
export const platformReport = reportFile as PlatformReport;

export const blockName = (platform: Platform, block: PlatformBlock): string =>
  `${platform.id}/${block.id}`;

/**
 * The choice whose blocks are compared: the second question, dark, otherwise with the builder's
 * defaults, at a made-up address.
 */
export function fixedChoice(): EmbedChoice {
  const walk = shortestWalkTo('audience');
  const release = releases.at(-1);
  if (release === undefined) throw new Error('No loader has been released.');
  return {
    site: 'https://guide.example/',
    answers: walk.answers,
    theme: 'dark',
    parameters: { isCompact: true, shown: [], values: {} },
    choices: fragmentChoices,
    heights: usualHeights,
    heading: stateHeading(walk),
    release,
  };
}

/** A hash that distinguishes one form of a block from another. */
export function blockHash(block: PlatformBlock): string {
  const text = JSON.stringify(block.parts(fixedChoice()));
  return `sha256-${bytesToHex(sha256(utf8ToBytes(text)))}`;
}

/** Says how far we have tried a block in its current form. */
export function triedInWords(platform: Platform, block: PlatformBlock): string {
  const entry = platformReport.blocks[blockName(platform, block)];
  return entry?.hash === blockHash(block)
    ? `Built and tried in a complete site with ${entry.program} on ${entry.triedOn}.`
    : 'We have not tried this.';
}
