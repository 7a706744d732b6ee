import { useState } from 'react';

import type { OutcomeWalk } from '#guide/nodeKind.ts';
import { contentVersion } from '#guide/contentVersion.ts';
import { credentialForm } from '#record/credentialForm.ts';
import { recordFileName } from '#record/fileName.ts';
import { recordMarkdown } from '#record/markdown.ts';
import type { OperationEvidence } from '#record/operationEvidence.ts';
import { decisionRecord } from '#record/record.ts';
import { RecordText } from '#screens/result/RecordSection.tsx';
import { useAddresses } from '#screens/site.tsx';
import { chosenForm, type FormChoice } from '#screens/snippets/formChoice.ts';

interface ChosenRecordProps {
  readonly walk: OutcomeWalk;
  readonly choice: FormChoice;
  /** As it was typed and accepted; absent if nobody typed one. */
  readonly orgDomain?: string | undefined;
  /** Absent if nobody chose any. */
  readonly operations?: OperationEvidence | undefined;
}

/** The decision record of a result as it is made now, with what was typed and chosen in it. */
export function ChosenRecord({ walk, choice, orgDomain, operations }: ChosenRecordProps) {
  const [day] = useState(() => localDay(new Date()));
  const folder = useAddresses().beside(walk.answers, '');
  const guideAddress = new URL(folder, location.href).href;
  const record = decisionRecord(walk, {
    date: day,
    contentVersion,
    // The address of a file on a person's disk leads nobody else here.
    ...(/^https?:/.test(guideAddress) ? { guideAddress } : {}),
    values: [
      ...credentialForm(chosenForm(walk.node, choice)),
      ...(orgDomain === undefined ? [] : [{ name: 'Okta org', value: orgDomain }]),
    ],
    ...(operations === undefined ? {} : { operations }),
  });
  return (
    <RecordText
      record={recordMarkdown(record)}
      fileName={recordFileName(record)}
      remark={
        operations === undefined
          ? 'It has today’s date, and names the credential that you chose.'
          : 'It has today’s date, and names the credential and the operations that you chose, with their scopes.'
      }
    />
  );
}

/** The day where the person is, `YYYY-MM-DD`. */
function localDay(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
