import { TextWithCode } from '#ui/TextWithCode.tsx';

import type { DiscussionScenario } from './scenario.ts';

/** The points that a good discussion finds, without their sources. */
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
