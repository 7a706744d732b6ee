import type { OutcomeWalk } from '#guide/nodeKind.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { recordFileName } from '#record/fileName.ts';

import { outcomeSections } from '../result/outcomeSections.ts';
import { whatItHolds } from '../result/RecordSection.tsx';
import { ResultSection } from '../ResultSection.tsx';
import { useAddresses } from '../site.tsx';
import { OpenFieldsButton } from './OpenFieldsButton.tsx';

/** The decision record of a framed result: its text is written when a person asks for it. */
export function FramedRecord({ walk }: { readonly walk: OutcomeWalk }) {
  const file = useAddresses().beside(walk.answers, 'record.md');
  return (
    <ResultSection anchor="record" title={outcomeSections.record}>
      <p>{whatItHolds}</p>
      <OpenFieldsButton label="Show the record here" awaits="record" />
      <p className="no-print">
        <a
          className="button"
          href={file}
          download={recordFileName({ title: outcomes[walk.node].heading })}
        >
          Download record.md
        </a>
      </p>
    </ResultSection>
  );
}
