import type { ReactNode } from 'react';

import { StaticMarkup } from '#ui/StaticMarkup.tsx';

import type { OperationChoice } from '../snippets/requestInputs.ts';
import { TokenOnlySection } from './TokenOnlySection.tsx';

interface QuestionScreenProps {
  readonly notice: ReactNode;
  /** What comes with the values of the address: nothing above it moves. */
  readonly fromAddress: ReactNode;
  /** Absent while a prerendered page is hydrated: its words are in the page already. */
  readonly prose: ReactNode | undefined;
  /** The check of a claim, at the question where it is made. */
  readonly check?: OperationChoice | undefined;
}

/** One question. */
export function QuestionScreen({ notice, fromAddress, prose, check }: QuestionScreenProps) {
  return (
    <>
      {notice}
      <StaticMarkup>{prose}</StaticMarkup>
      <div className="from-address">{fromAddress}</div>
      {check !== undefined && <TokenOnlySection choice={check} />}
    </>
  );
}
