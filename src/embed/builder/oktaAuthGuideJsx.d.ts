import type { OktaAuthGuideEventMap } from '../oktaAuthGuideElement.d.ts';

type Parameter = 'start' | 'theme' | 'accent' | 'show' | 'languages' | 'org' | 'ops';

/** React listens to the events of an element under their names, with "on" before them. */
type Listeners = {
  [Name in keyof OktaAuthGuideEventMap as `on${Name}`]?: (
    event: OktaAuthGuideEventMap[Name],
  ) => void;
};

declare module 'react' {
  // oxlint-disable-next-line typescript/no-namespace -- the one way to tell React of an element
  namespace JSX {
    interface IntrinsicElements {
      'okta-auth-guide': Readonly<{ [Name in Parameter]?: string | undefined } & Listeners>;
    }
  }
}
