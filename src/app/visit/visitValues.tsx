import { type ReactNode, useEffect } from 'react';

import { applyChoices } from '#browser/rememberedChoices.ts';
import type { Answer } from '#guide/questions.ts';
import type { OperationActions } from '#screens/operationChoice/OperationFields.tsx';
import type { OperationChoice, RequestInputs } from '#screens/snippets/requestInputs.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { loadAgain, missingReasons } from '../missingReasons.ts';
import type { ChosenOperations } from './chosenOperations.tsx';
import {
  awaitsValues,
  choicesIn,
  fileProblemsIn,
  leftOutOf,
  refusedIn,
  requestValues,
} from './valuesMachine.ts';
import { ValuesActor } from './ValuesProvider.tsx';

/** The values of this visit as the screens show them, and what happens when a person changes one. */
export interface VisitValues {
  readonly inputs: RequestInputs;
  /** The check of a claim that an operation accepts an API token only, after these answers. */
  readonly tokenOnlyCheck: (answers: readonly Answer[]) => OperationChoice;
}

/** Returns the values to the component that draws a request or a check. */
export function useVisitValues(): VisitValues {
  const values = ValuesActor.useActorRef();
  const choices = ValuesActor.useSelector(choicesIn);
  const fileProblems = ValuesActor.useSelector(fileProblemsIn);
  const { texts, form, operationCount, operations, operationsMissing, snippets } =
    ValuesActor.useSelector(requestValues);

  // Screens drawn later start with the default tabs; the person's choices apply there too.
  useEffect(() => applyChoices(choices));

  const actions: OperationActions = {
    onOperations: (references) => values.send({ type: 'operations.pick', references }),
    onPathText: (later, name, text) =>
      values.send({ type: 'parameter.type', later, part: 'pathTexts', name, text }),
    onQueryText: (later, name, text) =>
      values.send({ type: 'parameter.type', later, part: 'queryTexts', name, text }),
    onBody: (later, text) => values.send({ type: 'body.type', later, text }),
  };
  const choiceOf = (fields: (from: ChosenOperations) => ReactNode): OperationChoice => ({
    count: operationCount,
    scopes: operations?.scopes,
    fields:
      operations === undefined ? undefined : (
        <>
          {fields(operations)}
          <LeftOutNotice words={operations.leftOutWords} />
          {operations.file(texts, {
            problems: fileProblems,
            onChoose: (file) => values.send({ type: 'file.choose', file }),
          })}
        </>
      ),
    problem:
      operationsMissing === undefined ? undefined : (
        <OperationsMissing reason={operationsMissing} />
      ),
    onOpen: () => values.send({ type: 'operations.open' }),
  });
  return {
    tokenOnlyCheck: (answers) => choiceOf(({ check }) => check(answers, actions.onOperations)),
    inputs: {
      operations: choiceOf(({ fields }) => fields(actions)),
      texts,
      choice: form,
      live: snippets,
      onLanguage: (value) => values.send({ type: 'picker.choose', name: 'lang', value }),
      onChoose: (choice) => values.send({ type: 'form.choose', choice }),
      onChange: (field, text) => values.send({ type: 'field.type', field, text }),
    },
  };
}

/**
 * Says that the list could not be loaded, and offers a way on: what was typed is in the address.
 */
function OperationsMissing({
  reason,
}: {
  readonly reason: keyof typeof missingReasons | 'unexplained';
}) {
  return (
    <>
      The list of operations could not be loaded.{' '}
      {reason !== 'unexplained' && missingReasons[reason]}{' '}
      <button type="button" className="button" onClick={() => location.reload()}>
        {loadAgain}
      </button>
    </>
  );
}

/** Says beside the fields what the link to this page has no room for. */
function LeftOutNotice({ words: wordsFor }: { readonly words: ChosenOperations['leftOutWords'] }) {
  const words = ValuesActor.useSelector((snapshot) => wordsFor(leftOutOf(snapshot)));
  if (words === undefined) return null;
  return (
    <div className="notice" data-tone="warn" role="status">
      <p>
        <TextWithCode text={words} />
      </p>
    </div>
  );
}

/** Says which values a link has brought, to a person who may not have written it. */
export function ForeignValuesLine({ names }: { readonly names: string }) {
  const values = ValuesActor.useActorRef();
  return (
    <div className="top-line" role="status">
      <p className="max-w-none">
        Check this link’s values before you run anything
        <span className="max-sm:hidden">: {names}</span>.
      </p>
      <button
        type="button"
        className="text-button"
        onClick={() => values.send({ type: 'values.clear' })}
      >
        Clear values
      </button>
    </div>
  );
}

/** Says which values of the address were refused, or could not be read yet, so that nothing disappears silently. */
export function ValuesNotice() {
  const refused = ValuesActor.useSelector(refusedIn);
  const isWaiting = ValuesActor.useSelector(awaitsValues);
  if (isWaiting) {
    return (
      <div className="notice mt-6" data-tone="warn" role="status">
        <p>
          The values in this link are not shown yet, because part of the page did not load. The page
          tries again. Until then, the requests contain sample values, and your values stay in the
          address.
        </p>
        <p>
          <button type="button" className="button" onClick={() => location.reload()}>
            {loadAgain}
          </button>
        </p>
      </div>
    );
  }
  if (refused.length === 0) return null;
  return (
    <div className="notice mt-6" data-tone="warn" role="status">
      <p>Some values in this address were left out:</p>
      <ul className="list-disc ps-5">
        {refused.map(({ key, reason }) => (
          <li key={`${key ?? ''} ${reason}`}>
            {key !== undefined && (
              <>
                <code>{key}</code>:{' '}
              </>
            )}
            <TextWithCode text={reason} />
          </li>
        ))}
      </ul>
    </div>
  );
}
