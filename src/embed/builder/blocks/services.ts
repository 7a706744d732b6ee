import { frameAddress, fullAddress } from './embedChoice.ts';
import { frameMarkup } from './markup.ts';
import { aboutFrame, type Platform } from './platform.ts';

export const wordPress: Platform = {
  id: 'wordpress',
  label: 'WordPress',
  source: {
    title: 'WordPress, oEmbed',
    url: 'https://developer.wordpress.org/advanced-administration/wordpress/oembed/',
  },
  blocks: [
    {
      id: 'frame',
      label: 'A “Custom HTML” block',
      about: `Use this if your account may post unfiltered HTML. WordPress removes the frame from other accounts’ posts. ${aboutFrame}`,
      parts: (choice) => [{ file: 'A “Custom HTML” block', text: frameMarkup(choice) }],
    },
    {
      id: 'address',
      label: 'The address alone',
      about:
        'If the administrator allows oEmbed discovery, WordPress frames the page in a sandbox, at a fixed height. Otherwise, the address stays a link.',
      isOfStates: true,
      parts: (choice) => [
        { file: 'The post', where: 'on a line of its own', text: fullAddress(choice) },
      ],
    },
  ],
};

export const confluence: Platform = {
  id: 'confluence',
  label: 'Confluence',
  source: {
    title: 'Appfire, HTML for Confluence, configuration',
    url: 'https://appfire.atlassian.net/wiki/spaces/HTML/pages/70616968',
  },
  blocks: [
    {
      id: 'address',
      label: 'The address',
      about:
        'The site’s administrator decides which macros are available and which addresses they may load. Some macros forbid frames within frames.',
      parts: (choice) => [{ file: 'An iframe or HTML macro', text: frameAddress(choice) }],
    },
  ],
};

export const notion: Platform = {
  id: 'notion',
  label: 'Notion',
  source: { title: 'PyNotion, Notion widgets', url: 'https://www.pynotion.com/about-widgets/' },
  blocks: [
    {
      id: 'address',
      label: 'The address',
      about: 'The frame keeps the size that you drag it to.',
      parts: (choice) => [
        { file: 'The page', where: 'after `/embed`', text: frameAddress(choice) },
      ],
    },
  ],
};
