import type { ReactNode } from 'react';

import { Kept } from '#ui/Kept.tsx';

interface QuestionScreenProps {
  readonly notice: ReactNode;
  /** Absent while a prerendered page wakes up: its words are in the page already. */
  readonly prose: ReactNode | undefined;
}

/** One question. */
export function QuestionScreen({ notice, prose }: QuestionScreenProps) {
  return (
    <>
      {notice}
      <Kept>{prose}</Kept>
    </>
  );
}
