import { useId, useState } from 'react';

import { auditScopes, parseGrantedScopes } from '#catalogue/audit.ts';
import type { Catalogue } from '#catalogue/operation.ts';
import { certainSecretLike } from '#snippets/secretLike.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { longestPaste, pasteProblem } from '../operationChoice/pastedReferences.ts';
import type { Selection } from '../operationChoice/selection.ts';

interface ScopeAuditProps {
  readonly catalogue: Catalogue;
  readonly selection: Selection;
}

/**
 * The scopes that an app has, pasted from wherever they are listed, beside those that the chosen operations
 * need.
 */
export function ScopeAudit({ catalogue, selection }: ScopeAuditProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string | undefined>();
  const scopes = parseGrantedScopes(text);
  return (
    <div className="stack">
      <div className="field">
        <label htmlFor={id} className="font-semibold">
          The scopes that the app has
        </label>
        <p id={`${id}-hint`} className="quiet">
          <TextWithCode
            text={`Paste the list from the Admin Console, the \`scp\` of a decoded token, or Terraform’s \`scopes\`: up to ${longestPaste} characters. Never paste the token itself.`}
          />
        </p>
        <textarea
          id={id}
          value={text}
          spellCheck={false}
          autoCapitalize="off"
          aria-describedby={`${id}-hint ${id}-answer`}
          aria-invalid={refusal !== undefined}
          onChange={(event) => {
            const given = event.target.value;
            const problem = pasteProblem(given) ?? certainSecretLike(given);
            setRefusal(problem);
            setText(problem === undefined ? given : '');
          }}
        />
        <div id={`${id}-answer`} role="status" className="stack pt-2 [--gap:0.75rem]">
          {refusal !== undefined && (
            <p>
              <strong>
                <TextWithCode text={refusal} />
              </strong>
            </p>
          )}
          {text.trim() !== '' && scopes.length === 0 && (
            <p>
              This text contains no scope of Okta’s APIs. Scopes look like{' '}
              <code>okta.users.read</code>.
            </p>
          )}
          {scopes.length > 0 && (
            <AuditResult catalogue={catalogue} selection={selection} granted={scopes} />
          )}
        </div>
      </div>
    </div>
  );
}

/** The most scopes that are named one by one in a list: more than there are. */
const mostNamed = 300;

interface AuditResultProps extends ScopeAuditProps {
  readonly granted: readonly string[];
}

function AuditResult({ catalogue, selection, granted }: AuditResultProps) {
  const audit = auditScopes(catalogue, granted, selection.operations);
  const rows = [
    {
      title: 'Missing',
      scopes: audit.missing.map(({ scope, neededBy }) => ({
        scope,
        why: `needed by ${neededBy.map(({ reference }) => reference).join(', ')}`,
      })),
    },
    {
      title: 'Broader than needed',
      scopes: audit.broader.map(({ granted: scope, enough }) => ({
        scope,
        why: `${enough} is enough`,
      })),
    },
    {
      title: 'Not used by the chosen operations',
      scopes: audit.unused.map((scope) => ({
        scope,
        why: 'remove it, or choose what needs it',
      })),
    },
    {
      title: 'Not in the specification',
      scopes: audit.unknown.map((scope) => ({ scope, why: 'the guide cannot judge it' })),
    },
    { title: 'Right', scopes: audit.fine.map((scope) => ({ scope, why: 'needed as it is' })) },
  ].filter(({ scopes }) => scopes.length > 0);
  return (
    <dl className="facts">
      {rows.map(({ title, scopes }) => (
        <div key={title} className="contents">
          <dt>
            {title} ({scopes.length})
          </dt>
          <dd>
            <ul>
              {scopes.slice(0, mostNamed).map(({ scope, why }) => (
                <li key={scope}>
                  <code>{scope}</code>: {why}
                </li>
              ))}
              {scopes.length > mostNamed && <li>and {scopes.length - mostNamed} more</li>}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
