import { TextWithCode } from '#ui/TextWithCode.tsx';

import type { DiscussionScenario } from './scenario.ts';

/** What a good discussion comes upon, without its sources. */
export function DiscussionPoints({ points }: Pick<DiscussionScenario, 'points'>) {
  return (
    <ul className="list-disc ps-5">
      {points.map(({ text }) => (
        <li key={text}>
          <TextWithCode text={text} />
        </li>
      ))}
    </ul>
  );
}
