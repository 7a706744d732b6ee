import type { RequestValues } from '#snippets/values.ts';
import type { OutcomeWalk } from '#guide/nodeKind.ts';

import { handbookPath } from '../handbook/handbookPaths.ts';
import { useAddresses } from '../site.tsx';
import { defaultFormChoice, defaultLanguageId } from './formChoice.ts';
import { Snippets } from './Snippets.tsx';

interface SampleSnippetsProps {
  readonly walk: OutcomeWalk;
  /** The values of the files that lie in the handbook. */
  readonly values: RequestValues;
}

/** A result's request before anybody has typed or chosen anything: in one language, to keep the page small. */
export function SampleSnippets({ walk, values }: SampleSnippetsProps) {
  const addresses = useAddresses();
  return (
    <Snippets
      method={walk.node}
      language={defaultLanguageId}
      choice={defaultFormChoice}
      values={values}
      folder={addresses.file(handbookPath(walk.node, 'requests/'))}
    />
  );
}
