/** Types of `<okta-auth-guide>` in templates, for Vue 3; embed.d.ts has to lie beside this file. */
import type { DefineComponent } from 'vue';

import type { OktaAuthGuideAttributes, OktaAuthGuideEventMap } from './embed.d.ts';

/** Vue hands listeners on under the names of their events, with "on" before a capital. */
type Listeners = {
  readonly [Name in keyof OktaAuthGuideEventMap as `on${Capitalize<Name>}`]?: (
    event: OktaAuthGuideEventMap[Name],
  ) => void;
};

/** In templates a name with a hyphen is looked for in camel case too. */
interface InCamelCase {
  readonly frameTitle?: OktaAuthGuideAttributes['frame-title'];
}

declare module 'vue' {
  interface GlobalComponents {
    'okta-auth-guide': DefineComponent<OktaAuthGuideAttributes & InCamelCase & Listeners>;
  }
}
