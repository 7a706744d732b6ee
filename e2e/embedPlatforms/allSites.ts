import type { PlatformSite } from './platformSite.ts';
import { docusaurusSite } from './sites/docusaurus.ts';
import { hugoSite } from './sites/hugo.ts';
import { mkDocsMaterialSite } from './sites/mkDocsMaterial.ts';
import { plainHtmlSite } from './sites/plainHtml.ts';
import { starlightSite } from './sites/starlight.ts';
import { reactSite, vueSite } from './sites/viteApplications.ts';
import { vitePressSite } from './sites/vitePress.ts';
import { wordPressSite } from './sites/wordPress.ts';

/** The whole sites that the blocks are tried in. */
export const allSites: readonly PlatformSite[] = [
  plainHtmlSite,
  docusaurusSite,
  vitePressSite,
  starlightSite,
  mkDocsMaterialSite,
  hugoSite,
  reactSite,
  vueSite,
  wordPressSite,
];
