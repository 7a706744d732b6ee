import { type ReasonToStay, reasonsToStay } from '#record/leavingToken/tokenPlan.ts';
import { Field } from '#ui/Field.tsx';
import { RadioList } from '#ui/RadioList.tsx';
import { TextField } from '#ui/TextField.tsx';

import type { DraftedPlan, TokenDraft } from './tokenDraft.ts';

interface TokenFieldsProps {
  readonly draft: TokenDraft;
  readonly onDraft: (draft: TokenDraft) => void;
  readonly drafted: DraftedPlan | undefined;
}

const reasons: readonly (readonly [ReasonToStay | 'none', string])[] = [
  ['none', 'None: its calls decide'],
  ['product', reasonsToStay.product.label],
  ['fixedHeader', reasonsToStay.fixedHeader.label],
];

/** What a person says about one token. */
export function TokenFields({ draft, onDraft, drafted }: TokenFieldsProps) {
  const { owner, calls, reason, share, reviewDate } = draft;
  return (
    <>
      <TextField
        label="Who is responsible for it"
        hint="A person or a team. The plan names them."
        value={owner}
        placeholder="Reporting team"
        onChange={(text) => onDraft({ ...draft, owner: text })}
      />
      <Field
        label="What its program calls"
        hint="A list such as `GET /api/v1/users`, some lines of a log, an export of the System Log, or code. Only the operations are kept."
        problem={drafted?.callsProblem}
        note={drafted === undefined ? undefined : callsNote(drafted)}
      >
        {(props) => (
          <textarea
            {...props}
            rows={4}
            value={calls}
            spellCheck={false}
            autoCapitalize="off"
            onChange={({ target }) => onDraft({ ...draft, calls: target.value })}
          />
        )}
      </Field>
      <RadioList
        legend="Reason to keep the token"
        options={reasons}
        value={reason === '' ? 'none' : reason}
        onPick={(picked) => onDraft({ ...draft, reason: picked === 'none' ? '' : picked })}
      />
      {drafted?.plan.fate === 'stays' && (
        <>
          <TextField
            label="Its share of the rate limits, in percent (optional)"
            hint="What you set for the token, from 5 to 100."
            value={share}
            placeholder="10"
            problem={drafted.shareProblem}
            onChange={(text) => onDraft({ ...draft, share: text })}
          />
          <TextField
            label="Review on (optional)"
            hint="Year, month and day. Without a date, the review is in 90 days."
            value={reviewDate}
            placeholder="2027-03-01"
            problem={drafted.reviewProblem}
            onChange={(text) => onDraft({ ...draft, reviewDate: text })}
          />
        </>
      )}
    </>
  );
}

function callsNote({ plan: { report } }: DraftedPlan): string | undefined {
  const { operations, unsettled, unknown } = report;
  const left = unsettled.length + unknown.length;
  if (operations.length + left === 0) return undefined;
  const found = operations.length === 1 ? '1 operation' : `${operations.length} operations`;
  return `Recognised: ${found}.${left === 0 ? '' : ` Unclear: ${left}.`}`;
}
