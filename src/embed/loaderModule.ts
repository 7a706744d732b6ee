import { defineGuideElement } from './guideElement.ts';

// `embed.mjs`: a module, which knows its address by itself. A bundler gives it another address, and `src`
// must then name the site.
defineGuideElement(import.meta.url);
