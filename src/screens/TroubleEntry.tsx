import type { Trouble, TroubleCause } from '#guide/claim.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { Citations, Standing } from './Cited.tsx';

/** An error as Okta words it, its causes and their remedies. */
export function TroubleEntry({ trouble }: { readonly trouble: Trouble }) {
  return (
    <div className="stack border-b border-line py-4 [--gap:0.35rem]">
      <dt className="stack [--gap:0.25rem]">
        <p>
          <code>{trouble.signal}</code>
        </p>
        {trouble.message.split('\n').map((line) => (
          <p key={line} className="quiet">
            {line !== '' && `“${line}”`}
          </p>
        ))}
      </dt>
      <CauseAndRemedy of={trouble} />
      {trouble.otherCauses?.map((other) => (
        <CauseAndRemedy key={other.fact} of={other} isOther />
      ))}
    </div>
  );
}

function CauseAndRemedy({
  of,
  isOther = false,
}: {
  readonly of: TroubleCause;
  readonly isOther?: boolean;
}) {
  return (
    <>
      <dd>
        {isOther && <strong>Or: </strong>}
        <TextWithCode text={of.cause} />
      </dd>
      <dd>
        <strong>Do this: </strong>
        <TextWithCode text={of.remedy} /> <Standing of={[of.status]} />
        <Citations sources={of.sources} />
      </dd>
    </>
  );
}
