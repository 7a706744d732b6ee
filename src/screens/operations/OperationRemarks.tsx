import type { CatalogueOperation } from '#catalogue/operation.ts';
import { remarksOn } from '#catalogue/remarks.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { Standing } from '../Cited.tsx';

/**
 * What else you need to know about an operation; what goes beyond the specification has its status and its
 * sources.
 */
export function OperationRemarks({ operation }: { readonly operation: CatalogueOperation }) {
  return remarksOn(operation).map(({ text, claim }) => (
    <p key={text} className="quiet">
      <TextWithCode text={text} />
      {claim !== undefined && (
        <>
          <Standing of={[claim.status]} />{' '}
          {claim.sources.map(({ id, title, url }) => (
            <a key={id} href={url}>
              {title}
            </a>
          ))}
        </>
      )}
    </p>
  ));
}
