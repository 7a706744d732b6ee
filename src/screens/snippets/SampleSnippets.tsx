import type { RequestValues } from '#snippets/values.ts';
import type { OutcomeWalk } from '#guide/nodeKind.ts';

import { defaultFormChoice } from './formChoice.ts';
import { handbookPath } from '../handbook/handbookPaths.ts';
import { useAddresses } from '../site.tsx';
import { Snippets } from './Snippets.tsx';

interface SampleSnippetsProps {
  readonly walk: OutcomeWalk;
  /** The values of the files that lie in the handbook. */
  readonly values: RequestValues;
}

/** A result's request before anybody has typed or chosen anything. */
export function SampleSnippets({ walk, values }: SampleSnippetsProps) {
  const addresses = useAddresses();
  return (
    <Snippets
      method={walk.node}
      choice={defaultFormChoice}
      values={values}
      folder={addresses.file(handbookPath(walk.node, 'requests/'))}
      troubles={`${addresses.file(handbookPath(walk.node, 'details/'))}#troubles`}
    />
  );
}
