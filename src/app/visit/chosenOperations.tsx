import type { ReactNode } from 'react';

import { findByReference } from '#catalogue/references.ts';
import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import type { CatalogueOperation } from '#catalogue/operation.ts';
import { minimalScopes } from '#catalogue/scopes.ts';
import { contentVersion } from '#guide/contentVersion.ts';
import type { OutcomeId } from '#guide/nodeIds.ts';
import type { Answer } from '#guide/questions.ts';
import { recordMarkdown } from '#record/markdown.ts';
import { operationEvidence } from '#record/operationEvidence.ts';
import { decisionRecord } from '#record/record.ts';
import type { LeftOutValue } from '#share/fragment.ts';
import {
  OperationFields,
  type OperationActions,
} from '#screens/operationChoice/OperationFields.tsx';
import { SelectionEvidence } from '#screens/operationChoice/SelectionEvidence.tsx';
import { selectionOf } from '#screens/operationChoice/selection.ts';
import { TokenOnlyCheck } from '#screens/operationChoice/TokenOnlyCheck.tsx';
import type { OutcomeWalk } from '#guide/nodeKind.ts';
import { RecordText } from '#screens/result/RecordSection.tsx';
import type { FieldTexts, LiveOperations } from '#screens/snippets/requestInputs.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';
import { operationCall } from '#snippets/operationCall.ts';
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
  readonly parts: Pick<RequestValues, 'operation' | 'pathParameters' | 'query' | 'body' | 'scopes'>;
  /** Says why no snippet of a method can be shown; undefined when one can. */
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
  /** What is told of the values that a link has no room for; undefined where it has room for all. */
  readonly leftOutWords: (leftOut: readonly LeftOutValue[]) => string | undefined;
}

const index = operationIndex(oktaCatalogue);

/** Looks a person's operations up; without any the sample stands. */
export function chosenOperations(picked: Picked): ChosenOperations {
  const references = picked.operations ?? [];
  const selection = selectionOf(oktaCatalogue, references);
  const { called, call } = calledWith(selection.operations[0], picked);
  const scopes = minimalScopes(
    selection.operations.length === 0 ? [called] : selection.operations,
  ).filter(({ needsSignedInPerson }) => !needsSignedInPerson);
  return {
    parts: { ...call.parts, scopes: scopes.map(({ scope }) => scope) },
    leftOutWords,
    refusal: (method) => {
      const reason = call.refusals[method] ?? call.unwritable;
      return reason === undefined ? undefined : <Refusal reason={reason} />;
    },
    fields: (actions) => (
      <OperationFields
        index={index}
        references={references}
        selection={selection}
        call={call}
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
    record: (walk) =>
      references.length === 0 ? undefined : (
        <RecordText
          record={recordWith(walk, selection.operations, selection.unknown)}
          remark="It names the operations that you chose, and their scopes."
        />
      ),
  };
}

/** What may be kept of what was typed, in the address and wherever that goes: nothing that may be a secret. */
export function keptOf(picked: Picked): Picked {
  const [operation] = selectionOf(oktaCatalogue, picked.operations ?? []).operations;
  const { call } = calledWith(operation, picked);
  const withoutParameters = call.fields
    .filter(({ mayBeSecret }) => mayBeSecret)
    .reduce((kept, { parameter }) => withParameter(kept, 'queryTexts', parameter.name, ''), picked);
  return call.body?.mayBeSecret === true ? withoutBody(withoutParameters) : withoutParameters;
}

function calledWith(operation: CatalogueOperation | undefined, picked: Picked) {
  const called = operation ?? sampleOperation();
  const { pathTexts = {}, queryTexts = {}, body } = picked;
  return { called, call: operationCall(called, { pathTexts, queryTexts, body }) };
}

function sampleOperation(): CatalogueOperation {
  const sample = findByReference(oktaCatalogue, defaultOperationId);
  if (sample === undefined) throw new Error('The catalogue lacks the sample operation.');
  return sample;
}

function recordWith(
  walk: OutcomeWalk,
  operations: readonly CatalogueOperation[],
  unknown: readonly string[],
): string {
  return recordMarkdown(
    decisionRecord(walk, {
      date: contentVersion,
      contentVersion,
      guideAddress: './',
      operations: operationEvidence(oktaCatalogue, operations, unknown),
    }),
  );
}

function Refusal({ reason }: { readonly reason: string }) {
  return (
    <div className="notice" data-tone="warn" role="status">
      <p>
        <TextWithCode text={reason} />
      </p>
    </div>
  );
}
