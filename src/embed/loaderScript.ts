import { defineGuideElement } from './guideElement.ts';

// `embed.js`: a classic script, which knows its own address as long as it runs. Bundled or loaded as
// a module it does not, and `src` must then name the site.
const { currentScript } = document;
defineGuideElement(currentScript instanceof HTMLScriptElement ? currentScript.src : '');
