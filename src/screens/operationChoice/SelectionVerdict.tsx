import type { Catalogue } from '#catalogue/operation.ts';
import { isWriting, minimalScopes, type NeededScope, otherOperations } from '#catalogue/scopes.ts';
import { operationTitle } from '#catalogue/title.ts';
import { specificationVersion } from '#catalogue/specificationVersion.ts';
import { verdict } from '#catalogue/verdict.ts';
import { scopeReasonsText, verdictWords } from '#catalogue/verdictWords.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import type { Selection } from './selection.ts';

interface SelectionProps {
  readonly catalogue: Catalogue;
  readonly selection: Selection;
}

/** Which one credential serves all chosen operations, and what follows. Announced again whenever it changes. */
export function SelectionVerdict({ catalogue, selection }: SelectionProps) {
  const found = verdict(selection.operations, selection.unknown);
  const { heading, sentences } = verdictWords(found, specificationVersion(catalogue));
  return (
    <div
      className="notice stack [--gap:0.5rem]"
      data-tone={found.word === 'oauth' || found.word === 'public' ? 'act' : 'warn'}
      data-verdict={found.word}
      role="status"
      tabIndex={-1}
    >
      <p>
        <strong>{heading}.</strong>
      </p>
      {sentences.map((sentence) => (
        <p key={sentence}>
          <TextWithCode text={sentence} />
        </p>
      ))}
    </div>
  );
}

/** Moves the focus to the verdict, once it is drawn: for a choice whose button goes with it. */
export function focusVerdict(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('main [data-verdict]')?.focus();
  });
}

/** The fewest scopes for the chosen operations, with the reason for each and what else it opens. */
export function ScopeReasons({ catalogue, selection }: SelectionProps) {
  const scopes = minimalScopes(selection.operations);
  if (scopes.length === 0) {
    return <p>No scope is needed: none of these operations accepts an access token.</p>;
  }
  const names = scopes.map(({ scope }) => scope);
  const ofProgram = scopes.filter(({ needsSignedInPerson }) => !needsSignedInPerson);
  const ofPerson = scopes.filter(({ needsSignedInPerson }) => needsSignedInPerson);
  return (
    <div className="stack">
      <ul className="stack">
        {scopes.map((needed) => (
          <li key={needed.scope} className="max-w-none">
            <ScopeReason needed={needed} />
            <BlastRadius
              catalogue={catalogue}
              selection={selection}
              scope={needed.scope}
              granted={names}
            />
          </li>
        ))}
      </ul>
      {ofProgram.length > 0 && (
        <div className="stack [--gap:0.5rem]">
          <p className="quiet">
            First each scope with its reason, for the OIN Wizard; then the scopes alone, for a token
            request:
          </p>
          <pre className="code" tabIndex={0} aria-label="Scopes with their reasons">
            <code id="scope-reasons">{scopeReasonsText(ofProgram)}</code>
          </pre>
          <pre className="code" tabIndex={0} aria-label="Scopes for a token request">
            <code id="scope-list">{listOf(ofProgram)}</code>
          </pre>
          <p className="flex flex-wrap items-center gap-3">
            <CopyButton label="Copy the scopes with reasons" of="scope-reasons" />
            <CopyButton label="Copy the scopes alone" of="scope-list" />
          </p>
        </div>
      )}
      {ofPerson.length > 0 && (
        <div className="stack [--gap:0.5rem]">
          <p className="quiet">
            For a signed-in person only; a token from client credentials cannot carry these scopes:
          </p>
          <pre className="code" tabIndex={0} aria-label="Scopes of a signed-in person">
            <code id="person-scope-list">{listOf(ofPerson)}</code>
          </pre>
          <p>
            <CopyButton label="Copy these scopes" of="person-scope-list" />
          </p>
        </div>
      )}
    </div>
  );
}

function listOf(scopes: readonly NeededScope[]): string {
  return scopes.map(({ scope }) => scope).join(' ');
}

function ScopeReason({ needed }: { readonly needed: NeededScope }) {
  const { scope, neededBy, readBy, needsSignedInPerson } = needed;
  return (
    <p>
      <code>{scope}</code> for {neededBy.map(operationTitle).join(', ')}.
      {readBy.length > 0 && readBy.length < neededBy.length && (
        <> It includes reading, so there is no separate scope for that.</>
      )}
      {needsSignedInPerson && <> Only a signed-in person’s token can carry it.</>}
    </p>
  );
}

interface BlastRadiusProps extends SelectionProps {
  readonly scope: string;
  readonly granted: readonly string[];
}

function BlastRadius({ catalogue, selection, scope, granted }: BlastRadiusProps) {
  const opened = otherOperations(catalogue, scope, granted, selection.operations);
  if (opened.length === 0) return <p className="quiet">It gives access to nothing else.</p>;
  const writing = opened.filter(({ operation }) => isWriting(operation)).length;
  return (
    <details>
      <summary className="quiet py-1">
        {opened.length === 1
          ? 'It also gives access to one other operation'
          : `It also gives access to ${opened.length} other operations`}
        {writing > 0 &&
          (opened.length === 1
            ? ', which writes'
            : `, ${writing} of which ${writing === 1 ? 'writes' : 'write'}`)}
      </summary>
      <ul className="text-small list-disc ps-5">
        {opened.map(({ operation, besides }) => (
          <li key={operation.reference}>
            {operationTitle(operation)} (<code>{operation.method}</code>)
            {besides.length > 0 && (
              <>
                , together with <code>{besides.join(' ')}</code>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
