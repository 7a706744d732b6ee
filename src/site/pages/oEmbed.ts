import { cardFile, cardSize } from '#diagram/card.ts';
import { embedPathOf } from '#share/address.ts';

import type { StatePage } from './pages.ts';

/** Size of the frame in CSS pixels: of the first question, and of results rather too low than too high. */
const frame = { width: 720, height: { question: 1060, outcome: 1400, exit: 1200 } } as const;

/**
 * Gives the oEmbed answer of a state's page, type `rich`. The frame's address has no fragment, because
 * WordPress appends one of its own.
 *
 * @param site absolute address of the guide, ends with `/`
 * @see https://oembed.com/
 */
export function oEmbed({ path, kind, walk }: StatePage, title: string, site: string): string {
  const height = frame.height[kind];
  const address = `${site}${embedPathOf(walk.answers)}`;
  return `${JSON.stringify(
    {
      version: '1.0',
      type: 'rich',
      title,
      provider_name: 'Okta API authorization guide',
      provider_url: site,
      thumbnail_url: `${site}${path}${cardFile}`,
      thumbnail_width: cardSize.width,
      thumbnail_height: cardSize.height,
      width: frame.width,
      height,
      html: `<iframe src="${address}" title="Okta API authorization guide" width="${frame.width}" height="${height}" loading="lazy"></iframe>`,
    },
    undefined,
    2,
  )}\n`;
}
