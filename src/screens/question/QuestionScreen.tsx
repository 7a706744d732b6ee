import type { ReactNode } from 'react';

import { StaticMarkup } from '#ui/StaticMarkup.tsx';

import type { OperationChoice } from '../snippets/requestInputs.ts';
import { TokenOnlySection } from './TokenOnlySection.tsx';

interface QuestionScreenProps {
  readonly notice: ReactNode;
  /** The way back to where a person was, shown at the first question. */
  readonly resume: ReactNode;
  /** Absent while a prerendered page is hydrated: its words are in the page already. */
  readonly prose: ReactNode | undefined;
  /** The check of a claim, at the question where it is made. */
  readonly check?: OperationChoice | undefined;
}

/** One question. */
export function QuestionScreen({ notice, resume, prose, check }: QuestionScreenProps) {
  return (
    <>
      {resume}
      {notice}
      <StaticMarkup>{prose}</StaticMarkup>
      {check !== undefined && <TokenOnlySection choice={check} />}
    </>
  );
}
