/** Types of `<okta-auth-guide>` in JSX, for React 19; embed.d.ts has to lie beside this file. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

import type {
  OktaAuthGuideAttributes,
  OktaAuthGuideElement,
  OktaAuthGuideEventMap,
} from './embed.d.ts';

/** React listens to the events of an element under their names, with "on" before them. */
type Listeners = {
  readonly [Name in keyof OktaAuthGuideEventMap as `on${Name}`]?:
    | ((event: OktaAuthGuideEventMap[Name]) => void)
    | undefined;
};

declare module 'react' {
  // oxlint-disable-next-line typescript/no-namespace -- the one way to tell React of an element
  namespace JSX {
    interface IntrinsicElements {
      'okta-auth-guide': DetailedHTMLProps<
        HTMLAttributes<OktaAuthGuideElement>,
        OktaAuthGuideElement
      > &
        OktaAuthGuideAttributes &
        Listeners;
    }
  }
}
