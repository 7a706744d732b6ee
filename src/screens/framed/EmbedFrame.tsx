import type { ReactNode } from 'react';

import type { Walk } from '#guide/replay.ts';

import { AnswerBar } from '../answerBar/AnswerBar.tsx';
import { CopyLink } from '../answerBar/CopyLink.tsx';
import { useAddresses } from '../site.tsx';

interface EmbedFrameProps {
  /** The walk that led here; absent for a page that is not a state of the guide. */
  readonly walk?: Walk;
  /** Where the page lies in full, below the base. */
  readonly path: string;
  /** The site's address without its base; empty where it is not known. */
  readonly origin: string;
  readonly children: ReactNode;
}

/** What surrounds a screen in somebody else's page: no more than whose it is, and the way out. */
export function EmbedFrame({ walk, path, origin, children }: EmbedFrameProps) {
  const full = useAddresses().file(path);
  return (
    <div className="embed">
      {walk !== undefined && walk.answers.length > 0 && (
        <AnswerBar answers={walk.answers}>
          <CopyLink answers={walk.answers} />
        </AnswerBar>
      )}
      <main>{children}</main>
      <footer className="quiet embed-footer">
        <p>
          Okta API authorization guide, independent of Okta. <a href={full}>Open full page</a>
        </p>
        {origin !== '' && (
          <noscript>
            <p>
              If the link does not open, its address is{' '}
              <span className="select-all">{`${origin}${full}`}</span>
            </p>
          </noscript>
        )}
      </footer>
    </div>
  );
}
