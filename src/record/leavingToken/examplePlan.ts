import { operationIndex } from '#catalogue/find.ts';
import type { Catalogue } from '#catalogue/operation.ts';
import { contentVersion } from '#guide/contentVersion.ts';
import { defaultValues } from '#snippets/values.ts';

import { type TokenPlan, tokenPlan } from './tokenPlan.ts';

/**
 * An example plan, for a person who has not named a token: a nightly report that lists users and
 * groups.
 */
export function examplePlan(catalogue: Catalogue): TokenPlan {
  return tokenPlan(
    operationIndex(catalogue),
    {
      token: { name: 'Nightly report', id: '00Texampletokenid000' },
      owner: 'Reporting team',
      calls: 'listUsers\nlistGroups',
    },
    {
      orgDomain: defaultValues.orgDomain,
      variant: 'dpop',
      keyType: 'RSA',
      today: contentVersion,
    },
  );
}
