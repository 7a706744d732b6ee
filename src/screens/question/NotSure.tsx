import { exits } from '#guide/exits.ts';
import { exitIds, outcomeIds, type QuestionId } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { questionHelp } from '#guide/questionHelp.ts';
import { reachableFrom } from '#guide/walks.ts';
import { CopyButton } from '#ui/CopyButton.tsx';

import { CitedList } from '../Cited.tsx';
import { MethodMark } from '../MethodMark.tsx';

const messageId = 'question-to-send';

/**
 * For somebody who cannot answer a question yet: the results that remain, what to find out, who
 * usually knows, and the question as a message. Needs no script but for the copy button.
 */
export function NotSure({ question }: { readonly question: QuestionId }) {
  const { findOut, whoKnows, message } = questionHelp[question];
  const reachable = reachableFrom(question);
  const results = [
    ...outcomeIds.map((id) => ({ id, name: outcomes[id].name })),
    ...exitIds.map((id) => ({ id, name: exits[id].name })),
  ].filter(({ id }) => reachable.has(id));
  return (
    <details className="prints-open" data-part="not-sure">
      <summary className="py-1.5 font-semibold">Not sure?</summary>
      <div className="stack [--gap:0.75rem]">
        <h2 className="text-body font-semibold">What to find out</h2>
        <CitedList of={findOut} />
        <h2 className="text-body font-semibold">Who usually knows</h2>
        <p>{whoKnows}</p>
        <h2 className="text-body font-semibold">Ask them</h2>
        <pre id={messageId} className="message" tabIndex={0} aria-label="Message to send">
          {message}
        </pre>
        <CopyButton label="Copy the message" of={messageId} />
        <h2 className="text-body font-semibold">Methods still possible</h2>
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {results.map(({ id, name }) => (
            <li key={id}>
              <MethodMark node={id} name={name} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
