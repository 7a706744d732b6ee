import type { ReactNode } from 'react';

import { findByReference } from '#catalogue/references.ts';
import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import type { CatalogueOperation } from '#catalogue/operation.ts';
import { minimalScopes, otherOperations } from '#catalogue/scopes.ts';
import type { OutcomeId } from '#guide/nodeIds.ts';
import type { Answer } from '#guide/questions.ts';
import { type OperationEvidence, operationEvidence } from '#record/operationEvidence.ts';
import type { LeftOutValue, OperationTexts } from '#share/fragment.ts';
import {
  OperationFields,
  type OperationActions,
} from '#screens/operationChoice/OperationFields.tsx';
import { SelectionEvidence } from '#screens/operationChoice/SelectionEvidence.tsx';
import { selectionOf } from '#screens/operationChoice/selection.ts';
import { ScopeReasons } from '#screens/operationChoice/SelectionVerdict.tsx';
import { TokenOnlyCheck } from '#screens/operationChoice/TokenOnlyCheck.tsx';
import type {
  ChosenScopes,
  FieldTexts,
  LiveOperations,
  ValueField,
} from '#screens/snippets/requestInputs.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';
import { type OperationCall, operationCall } from '#snippets/operationCall.ts';
import { defaultOperationId, type RequestValues } from '#snippets/values.ts';

import { leftOutWords } from './leftOutWords.ts';
import { type Picked, withoutBody, withParameter } from './picked.ts';
import { acceptedTexts, parsedTexts } from './fieldTexts.ts';
import { ValuesFile, type ValuesFileProps } from './ValuesFile.tsx';
import { valuesFileText } from './valuesFiles.ts';
// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../../styles/operations.css';

/** What follows from the operations that a person picked and filled in. */
export interface ChosenOperations extends LiveOperations {
  /** The parts of the request that come from the operations. */
  readonly parts: Omit<RequestValues, ValueField>;
  readonly scopes: ChosenScopes;
  /** What the decision record says about the operations; undefined if none was chosen. */
  readonly recorded: OperationEvidence | undefined;
  /** Says why no snippet of a method can be shown; undefined if one can. */
  readonly refusal: (method: OutcomeId) => ReactNode | undefined;
  /** The choice of operations, for a result. */
  readonly fields: (actions: OperationActions) => ReactNode;
  /** Keeps the values as a file, and opens one. */
  readonly file: (texts: FieldTexts, opening: Omit<ValuesFileProps, 'text'>) => ReactNode;
  /** The check of a claim, for the question about the obstacle. */
  readonly check: (
    answers: readonly Answer[],
    onOperations: OperationActions['onOperations'],
  ) => ReactNode;
  /** The notice about values that a link has no room for; undefined if it has room for all. */
  readonly leftOutWords: (leftOut: readonly LeftOutValue[]) => string | undefined;
}

const index = operationIndex(oktaCatalogue);

/** Looks up a person's operations; without any, the sample is used. */
export function chosenOperations(picked: Picked): ChosenOperations {
  const references = picked.operations ?? [];
  const selection = selectionOf(oktaCatalogue, references);
  const [call, ...laterCalls] = callsOf(selection.operations, picked);
  const calls = [call, ...laterCalls];
  const called = calls.map(({ operation }) => operation);
  const scopes = minimalScopes(called)
    .filter(({ needsSignedInPerson }) => !needsSignedInPerson)
    .map(({ scope }) => scope);
  return {
    parts: { ...call.parts, furtherCalls: laterCalls.map(({ parts }) => parts), scopes },
    scopes: {
      list: scopes.join(' '),
      openedCount: openedWith(scopes, called).size,
      reasons: (
        <ScopeReasons
          catalogue={oktaCatalogue}
          selection={{ operations: called, unknown: selection.unknown }}
        />
      ),
    },
    leftOutWords,
    refusal: (method) => {
      const reasons = calls.flatMap(
        ({ refusals, unwritable }) => refusals[method] ?? unwritable ?? [],
      );
      return reasons.length === 0 ? undefined : <Refusal reasons={[...new Set(reasons)]} />;
    },
    fields: (actions) => (
      <OperationFields
        index={index}
        references={references}
        selection={selection}
        calls={calls}
        actions={actions}
      />
    ),
    file: (texts, opening) => (
      <ValuesFile text={valuesFileText(acceptedTexts(parsedTexts(texts)), call)} {...opening} />
    ),
    check: (answers, onOperations) => (
      <TokenOnlyCheck
        index={index}
        references={references}
        selection={selection}
        answers={answers}
        onOperations={onOperations}
      />
    ),
    evidence: (walk) =>
      references.length === 0 ? null : (
        <SelectionEvidence
          catalogue={oktaCatalogue}
          selection={selection}
          method={walk.node}
          answers={walk.answers}
        />
      ),
    recorded:
      references.length === 0
        ? undefined
        : operationEvidence(oktaCatalogue, selection.operations, selection.unknown),
  };
}

/**
 * The part of the typed text that may be kept, in the address and wherever that goes: nothing that
 * may be a secret.
 */
export function keptOf(picked: Picked): Picked {
  const { operations } = selectionOf(oktaCatalogue, picked.operations ?? []);
  return callsOf(operations, picked).reduce((keptSoFar, call, position) => {
    const later = position === 0 ? undefined : call.operation.reference;
    const withoutParameters = call.fields
      .filter(({ mayBeSecret }) => mayBeSecret)
      .reduce(
        (kept, { parameter }) => withParameter(kept, later, 'queryTexts', parameter.name, ''),
        keptSoFar,
      );
    return call.body?.mayBeSecret === true
      ? withoutBody(withoutParameters, later)
      : withoutParameters;
  }, picked);
}

/** Fills in the requests to operations; the sample's if there are none. */
function callsOf(
  [operation, ...laterOperations]: readonly CatalogueOperation[],
  picked: Picked,
): readonly [OperationCall, ...OperationCall[]] {
  return [
    calledWith(operation ?? sampleOperation(), picked),
    ...laterOperations.map((each) => calledWith(each, picked.laterTexts?.[each.reference] ?? {})),
  ];
}

const calledWith = (
  operation: CatalogueOperation,
  { pathTexts = {}, queryTexts = {}, body }: OperationTexts,
): OperationCall => operationCall(operation, { pathTexts, queryTexts, body });

/** The other operations that a token may call with these scopes alone. */
function openedWith(
  scopes: readonly string[],
  called: readonly CatalogueOperation[],
): ReadonlySet<CatalogueOperation> {
  return new Set(
    scopes
      .flatMap((scope) => otherOperations(oktaCatalogue, scope, scopes, called))
      .filter(({ besides }) => besides.length === 0)
      .map(({ operation }) => operation),
  );
}

function sampleOperation(): CatalogueOperation {
  const sample = findByReference(oktaCatalogue, defaultOperationId);
  if (sample === undefined) throw new Error('The catalogue lacks the sample operation.');
  return sample;
}

function Refusal({ reasons }: { readonly reasons: readonly string[] }) {
  return (
    <div className="notice" data-tone="warn" role="status">
      {reasons.map((reason) => (
        <p key={reason}>
          <TextWithCode text={reason} />
        </p>
      ))}
    </div>
  );
}
