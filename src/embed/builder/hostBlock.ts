import { react, vue } from './blocks/applications.ts';
import { docusaurus, hugo, mkDocsMaterial, starlight, vitePress } from './blocks/generators.ts';
import { plainHtml } from './blocks/handmadePages.ts';
import type { EmbedChoice } from './blocks/embedChoice.ts';
import type { Platform, PlatformBlock } from './blocks/platform.ts';
import { confluence, notion, wordPress } from './blocks/services.ts';
import { readmeCard } from './readmeCard.ts';

/** The blocks for the choice, the best first; none if the platform has blocks only for states of the guide. */
export const blocksFor = ({ blocks }: Platform, { view }: EmbedChoice): readonly PlatformBlock[] =>
  view === undefined ? blocks : blocks.filter(({ isOfStates }) => isOfStates !== true);

/** Where the guide can be put: pages, generators, programs, services. */
export const platforms: readonly Platform[] = [
  plainHtml,
  docusaurus,
  vitePress,
  starlight,
  mkDocsMaterial,
  hugo,
  react,
  vue,
  wordPress,
  confluence,
  notion,
  {
    id: 'card',
    label: 'README card',
    source: { title: 'GitHub Markup', url: 'https://github.com/github/markup#github-markup' },
    blocks: [
      {
        id: 'picture',
        label: 'A picture with a link',
        about:
          'GitHub removes frames and scripts from a README, and Backstage removes frames from TechDocs unless their host is allowed. A picture with a link is kept.',
        isOfStates: true,
        parts: (choice) => [{ file: 'README.md', text: readmeCard(choice) }],
      },
    ],
  },
];
