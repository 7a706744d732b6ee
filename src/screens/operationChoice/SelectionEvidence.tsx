import type { Answer } from '#guide/questions.ts';
import type { OutcomeId } from '#guide/nodeIds.ts';
import { accepts } from '#catalogue/accepts.ts';
import type { Catalogue } from '#catalogue/operation.ts';
import { specificationVersion } from '#catalogue/specificationVersion.ts';
import { verdict, type Verdict } from '#catalogue/verdict.ts';
import { verdictWords } from '#catalogue/verdictWords.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { StateLink } from '../StateLink.tsx';
import type { Selection } from './selection.ts';

interface SelectionEvidenceProps {
  readonly catalogue: Catalogue;
  readonly selection: Selection;
  readonly method: OutcomeId;
  readonly answers: readonly Answer[];
}

/** The answer by which a person says that an operation accepts an API token only. */
const tokenOnlyAnswer: Answer = 'obstacle.tokenOnlyOperation';

/** On a result: whether Okta's specification agrees with it, for the operations that a person chose. */
export function SelectionEvidence({
  catalogue,
  selection,
  method,
  answers,
}: SelectionEvidenceProps) {
  const found = verdict(selection.operations, selection.unknown);
  const version = specificationVersion(catalogue);
  const { heading, sentences } = verdictWords(found, version);
  const claimed = answers.includes(tokenOnlyAnswer);
  const agreement = claimed ? agreementWithClaim(found) : agreementWith(method, selection);
  const words = <strong>{agreement.words}</strong>;
  const reasons = (
    <>
      <p>
        Specification {version} on <TextWithCode text={referencesOf(selection)} />: {heading}.
      </p>
      {sentences.map((sentence) => (
        <p key={sentence}>
          <TextWithCode text={sentence} />
        </p>
      ))}
    </>
  );
  return (
    <aside
      className="notice stack mt-6 [--gap:0.5rem]"
      data-tone={agreement.agrees ? 'act' : 'warn'}
      data-evidence={agreement.agrees ? 'agrees' : 'disagrees'}
      aria-label="What the specification says about your operations"
    >
      {agreement.agrees ? (
        <details className="prints-open">
          <summary>{words}</summary>
          <div className="stack [--gap:0.5rem]">{reasons}</div>
        </details>
      ) : (
        <>
          <p>{words}</p>
          {reasons}
        </>
      )}
      {claimed && !agreement.agrees && (
        <p>
          The result keeps your answer.{' '}
          <StateLink answers={answers.slice(0, answers.indexOf(tokenOnlyAnswer))}>
            Change your answer
          </StateLink>
        </p>
      )}
    </aside>
  );
}

function referencesOf({ operations, unknown }: Selection): string {
  return [...operations.map(({ reference }) => reference), ...unknown]
    .map((reference) => `\`${reference}\``)
    .join(', ');
}

interface Agreement {
  readonly agrees: boolean;
  readonly words: string;
}

function agreementWithClaim(found: Verdict): Agreement {
  if (found.apiTokenOnly.length > 0) {
    return { agrees: true, words: 'Okta’s specification agrees with your answer.' };
  }
  return found.unknown.length > 0
    ? { agrees: false, words: 'Nothing public confirms your answer.' }
    : { agrees: false, words: 'Okta’s specification disagrees with your answer.' };
}

function agreementWith(method: OutcomeId, { operations, unknown }: Selection): Agreement {
  const refused = operations.filter((operation) => {
    const { apiToken, oauth, userContextOnly, none } = accepts(operation);
    return !none && !(method === 'apiToken' ? apiToken : oauth && !userContextOnly);
  });
  if (refused.length > 0) {
    return { agrees: false, words: 'This method does not work for all of your operations.' };
  }
  return unknown.length > 0
    ? { agrees: false, words: 'The guide cannot check all of your operations.' }
    : { agrees: true, words: 'This method works for all of your operations.' };
}
