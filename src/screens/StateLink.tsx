import type { ReactNode } from 'react';

import type { Answer } from '#guide/questions.ts';

import { useAddresses, useHasSite } from './site.tsx';

interface StateLinkProps {
  readonly answers: readonly Answer[];
  /**
   * Later answers of the walk that is being changed. With script they are kept where they still fit: at
   * once for `continue`, after the next answer for `change`.
   */
  readonly kept?: { readonly answers: readonly Answer[]; readonly when: 'continue' | 'change' };
  readonly className?: string | undefined;
  /** Of a link that looks like a button. */
  readonly rank?: 'primary' | undefined;
  /** The accessible name, where the text alone does not say which thing it means. */
  readonly label?: string | undefined;
  readonly children: ReactNode;
}

/** A real link to a state of the guide; the browser follows it in place where it has script. */
export function StateLink({ answers, kept, className, rank, label, children }: StateLinkProps) {
  const addresses = useAddresses();
  const hasSite = useHasSite();
  if (!hasSite) return <span className={className}>{children}</span>;
  return (
    <a
      href={addresses.state(answers)}
      className={className}
      data-rank={rank}
      aria-label={label}
      data-kept={kept?.answers.join(' ')}
      data-kept-when={kept?.when}
    >
      {children}
    </a>
  );
}
