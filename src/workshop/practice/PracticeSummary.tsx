import { questionWords } from '#guide/answerWords.ts';
import { StateLink } from '#screens/StateLink.tsx';
import { shortestWalkTo } from '#guide/walks.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { DownloadButton } from '#ui/DownloadButton.tsx';
import { takeFocus } from '#ui/takeFocus.ts';
import { WideTable } from '#ui/WideTable.tsx';

import { Explanation } from '../Explanation.tsx';
import { confidenceWords } from '../levelWords.ts';
import { confidences } from '../prediction.ts';
import type { Attempt } from './round.ts';
import { summaryOf } from './summary.ts';
import { summaryMarkdown } from './summaryMarkdown.ts';

interface PracticeSummaryProps {
  readonly attempts: readonly Attempt[];
  /** Whether somebody has just come to it. */
  readonly takesFocus: boolean;
  readonly onBegin: () => void;
}

/** The summary of a round: which questions were missed, which beliefs showed, what to read. */
export function PracticeSummary({ attempts, takesFocus, onBegin }: PracticeSummaryProps) {
  const summary = summaryOf(attempts);
  return (
    <section className="stack" aria-labelledby="summary-heading">
      <h3 id="summary-heading" tabIndex={-1} ref={takesFocus ? takeFocus : undefined}>
        Your round
      </h3>
      {summary.predicted === 0 ? (
        <p>You have not predicted any cards, so there is nothing to sum up yet.</p>
      ) : (
        <>
          <p>
            {summary.rightResults} of {summary.predicted} methods right, {summary.rightReasons} of
            them for the right reason; {summary.twists.right} of {summary.twists.predicted} twists
            right; {summary.skipped} skipped.
          </p>
          <WideTable label="How sure you were, and how right">
            <thead>
              <tr>
                <th scope="col">You said</th>
                <th scope="col">Cards</th>
                <th scope="col">Right</th>
              </tr>
            </thead>
            <tbody>
              {confidences.map((each) => (
                <tr key={each}>
                  <th scope="row">{confidenceWords[each]}</th>
                  <td>{summary.byConfidence[each].predicted}</td>
                  <td>{summary.byConfidence[each].right}</td>
                </tr>
              ))}
            </tbody>
          </WideTable>
        </>
      )}
      {summary.missedForks.length > 0 && (
        <div className="stack [--gap:0.5rem]">
          <h4>Where you chose differently: read these questions again</h4>
          <ul className="list-disc ps-5">
            {summary.missedForks.map(({ question, times }) => (
              <li key={question}>
                <StateLink answers={shortestWalkTo(question).answers}>
                  {questionWords(question).heading}
                </StateLink>{' '}
                ({times === 1 ? 'once' : `${times} times`})
              </li>
            ))}
          </ul>
        </div>
      )}
      {summary.misconceptions.length > 0 && (
        <div className="stack [--gap:0.5rem]">
          <h4>Beliefs that misled you</h4>
          <dl className="stack">
            {summary.misconceptions.map(({ belief: { belief, truth } }) => (
              <div key={belief}>
                <dt>“{belief}”</dt>
                <dd>
                  <Explanation words={truth} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {attempts.length > 0 && (
        <details>
          <summary className="py-2 font-semibold">Keep the summary as a file</summary>
          <div className="stack">
            <pre className="code" tabIndex={0} aria-label="Your round in Markdown">
              <code id="practice-summary">{summaryMarkdown(attempts)}</code>
            </pre>
            <p className="flex flex-wrap gap-3">
              <CopyButton label="Copy the summary" of="practice-summary" />
              <DownloadButton fileName="practice.md" of="practice-summary" />
            </p>
          </div>
        </details>
      )}
      <p>
        <button type="button" className="button" data-rank="primary" onClick={onBegin}>
          Start a new round
        </button>
      </p>
    </section>
  );
}
