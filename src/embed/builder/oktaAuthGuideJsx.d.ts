import type { Ref } from 'react';

type Parameter = 'start' | 'theme' | 'accent' | 'show' | 'languages' | 'org' | 'ops';

declare module 'react' {
  // oxlint-disable-next-line typescript/no-namespace -- the one way to tell React of an element
  namespace JSX {
    interface IntrinsicElements {
      'okta-auth-guide': Readonly<
        { [Name in Parameter]?: string | undefined } & { ref: Ref<HTMLElement> }
      >;
    }
  }
}
