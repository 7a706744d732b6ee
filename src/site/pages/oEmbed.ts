import { cardSize } from '#diagram/card.ts';
import type { NodeId } from '#guide/nodeIds.ts';
import { embedPathOf } from '#share/address.ts';
import { cardPathOf } from '#share/cardAddress.ts';

import { escaped } from './escaped.ts';
import type { StatePage } from './pages.ts';

/** Name of the file that is beside the page of its state. */
export const oEmbedFile = 'oembed.json';

/** In CSS pixels. In a wider column the frame stays as wide as this, so that its height stays right. */
export const widestFrame = 720;

/** At these widths the pages were measured; they rise to the widest frame. */
export const measuredWidths = [360, 480, widestFrame] as const;

/**
 * Heights of the framed pages at these widths, in CSS pixels, by the node that they show, results in
 * their short form: as high as the highest page of the node, which e2e/frame-heights.spec.ts measures.
 */
export const frameHeights: Readonly<Record<NodeId, readonly [number, number, number]>> = {
  oauth: [1370, 1150, 1030],
  agent: [1320, 1080, 1010],
  obstacle: [2110, 1810, 1530],
  audience: [1640, 1330, 1110],
  catalog: [1200, 950, 880],
  serviceApp: [1890, 1610, 1440],
  apiServiceIntegration: [1900, 1580, 1510],
  apiToken: [1730, 1410, 1310],
  userContext: [1270, 1040, 910],
  delegatedGrant: [1010, 770, 730],
  otherInterface: [900, 690, 700],
  customAuthorizationServer: [850, 660, 650],
};

/**
 * Results in their short form, since the frame keeps its height when another state is shown. WordPress
 * appends `#?secret=…` to the address: that then belongs to the last parameter, which means nothing.
 */
export const frameFragment = '#v=1&show=compact&from=oembed';

/**
 * Returns the oEmbed response of a state, type `rich`: a frame that is as wide as its column, up to the
 * width for which its height was measured. A host that keeps the styles has a frame of the right
 * height at every width. From a response whose provider it does not know, WordPress keeps only the
 * frame's `src`, `title`, `width` and `height`: so these two say the same as well as attributes can.
 * A width in per cent also keeps the WordPress editor from forcing the frame into a video's shape.
 *
 * @param site absolute address of the guide, ends with `/`
 * @see https://oembed.com/
 * @see https://developer.wordpress.org/reference/functions/wp_filter_oembed_result/
 */
export function oEmbed({ walk }: StatePage, title: string, site: string): string {
  const heights = frameHeights[walk.node];
  const [, , height] = heights;
  const address = `${site}${embedPathOf(walk.answers)}${frameFragment}`;
  const frame = [
    `<iframe src="${escaped(address)}"`,
    'title="Okta API authorization guide"',
    'width="100%"',
    `height="${height}"`,
    'loading="lazy"',
    `style="border:0;height:${heightAtEveryWidth(heights)}"></iframe>`,
  ].join(' ');
  return `${JSON.stringify(
    {
      version: '1.0',
      type: 'rich',
      title,
      provider_name: 'Okta API authorization guide',
      provider_url: site,
      thumbnail_url: `${site}${cardPathOf(walk)}`,
      thumbnail_width: cardSize.width,
      thumbnail_height: cardSize.height,
      width: widestFrame,
      height,
      html: `<div style="container-type:inline-size;max-width:${widestFrame}px">${frame}</div>`,
    },
    undefined,
    2,
  )}\n`;
}

/**
 * Writes a height as CSS: at the widths that were measured no less than what was measured, between
 * them on or above the line from one to the next. A `cqw` is a hundredth of the container's width.
 */
function heightAtEveryWidth(heights: readonly [number, number, number]): string {
  const points = heights.map((height, index) => ({ height, width: measuredWidths[index] ?? 0 }));
  const lines = points.slice(1).map((next, index) => {
    const { width, height } = points[index] ?? next;
    const slope = (next.height - height) / (next.width - width);
    return `calc(${Math.ceil(height - slope * width)}px + ${(slope * 100).toFixed(2)}cqw)`;
  });
  return `max(${lines.join(',')})`;
}
