import { causesOf, type ErrorCause, type KnownError } from '#guide/errors/knownError.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { Citations, Standing } from '../Cited.tsx';

/** An error as Okta words it, its causes and their remedies. */
export function ErrorEntry({ error }: { readonly error: KnownError }) {
  return (
    <div className="stack ruled-below py-4 [--gap:0.4rem]">
      <dt className="stack [--gap:0.25rem]">
        <p>
          <code>{error.signal}</code>
        </p>
        {error.message.split('\n').map((line) => (
          <p key={line} className="quiet">
            {line !== '' && `“${line}”`}
          </p>
        ))}
      </dt>
      {causesOf(error).map((cause, place) => (
        <CauseAndRemedy key={cause.cause} of={cause} isOther={place > 0} />
      ))}
    </div>
  );
}

interface CauseAndRemedyProps {
  readonly of: ErrorCause;
  /** Whether it is shown after another one. */
  readonly isOther: boolean;
}

/** Why an error comes and what to do about it, as two entries of a list. */
export function CauseAndRemedy({ of, isOther }: CauseAndRemedyProps) {
  return (
    <>
      <dd>
        {isOther && <strong>Or: </strong>}
        <TextWithCode text={of.cause} />
      </dd>
      <dd>
        <strong>Do this: </strong>
        <TextWithCode text={of.remedy} />
        <Standing of={[of.status]} />
        <Citations sources={of.sources} of={of.remedy} />
      </dd>
    </>
  );
}
