import { useId, useState } from 'react';

import type { OperationIndex } from '#catalogue/find.ts';
import { sourcesOf } from '#guide/citations.ts';
import { issueText, plansMarkdown } from '#record/leavingToken/planTexts.ts';
import { planKeys } from '#record/leavingToken/tickedSteps.ts';
import { type ListedToken, readTokenList } from '#record/leavingToken/tokenList.ts';
import { scriptNeeds } from '#snippets/leavingToken/scripts.ts';
import { parseOrgDomain } from '#snippets/orgDomain.ts';
import { defaultValues } from '#snippets/values.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { DownloadButton } from '#ui/DownloadButton.tsx';
import { Field } from '#ui/Field.tsx';
import { RadioGroup } from '#ui/RadioGroup.tsx';
import { TextField } from '#ui/TextField.tsx';

import { PageSourcesProvider } from '../Cited.tsx';
import { KeptTicks, type PlanTicks } from './KeptTicks.tsx';
import { type DraftedPlan, draftedPlan, emptyDraft, type TokenDraft } from './tokenDraft.ts';
import { TokenFields } from './TokenFields.tsx';
import { TokenPlanView } from './TokenPlanView.tsx';

interface TokenPlannerProps {
  /** Absent before the script has come: then nothing is planned. */
  readonly index?: OperationIndex;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Absent before the script has come. */
  readonly ticks?: PlanTicks;
}

/** From a list of tokens to a plan for each. Everything but the texts that a person types is derived. */
export function TokenPlanner({ index, today, ticks }: TokenPlannerProps) {
  const [list, setList] = useState('');
  const [org, setOrg] = useState('');
  const [variant, setVariant] = useState<'bearer' | 'dpop'>('dpop');
  const [keyType, setKeyType] = useState<'RSA' | 'EC'>('RSA');
  const [drafts, setDrafts] = useState<Readonly<Record<string, TokenDraft>>>({});
  const read = list.trim() === '' ? undefined : readTokenList(list);
  const tokens = read?.ok === true ? read.value : [];
  const orgRead = org.trim() === '' ? undefined : parseOrgDomain(org);
  const settings = {
    orgDomain: orgRead?.ok === true ? orgRead.value : defaultValues.orgDomain,
    variant,
    keyType,
    today,
  };
  const planNames = planKeys(tokens);
  const rows = tokens.map((token, position) => {
    const key = keyOf(token, position);
    const draft = drafts[key] ?? emptyDraft;
    const plan = planNames[position] ?? '';
    return {
      key,
      plan,
      token,
      draft,
      drafted: index && {
        ...draftedPlan(index, token, draft, settings),
        ticked: ticks?.ticked.get(plan),
      },
    };
  });
  const plans = rows.flatMap(({ drafted }) => drafted ?? []);
  return (
    <PageSourcesProvider value={sourcesOf(plans)}>
      <div className="stack [--gap:2rem]">
        <div className="stack">
          <Field
            label="Your API tokens"
            hint="One name per line, or the JSON response to `GET /api/v1/api-tokens`. Never paste the token itself: anything that looks like one is removed."
            problem={read?.ok === false ? read.reason : undefined}
            note={read?.ok === true ? (read.note ?? tokensNote(read.value.length)) : undefined}
          >
            {(props) => (
              <textarea
                {...props}
                rows={5}
                value={list}
                spellCheck={false}
                autoCapitalize="off"
                onChange={({ target }) => setList(target.value)}
              />
            )}
          </Field>
          <TextField
            label="Your org’s domain (optional)"
            hint="The scripts use it."
            value={org}
            placeholder={defaultValues.orgDomain}
            problem={orgRead?.ok === false ? orgRead.reason : undefined}
            note={orgRead?.ok === true ? orgRead.note : undefined}
            onChange={setOrg}
          />
          <RadioGroup
            legend="Access tokens of the new apps"
            options={[
              ['dpop', 'With DPoP'],
              ['bearer', 'Without DPoP'],
            ]}
            value={variant}
            onPick={setVariant}
          />
          <RadioGroup
            legend="Key pair of the new apps"
            options={[
              ['RSA', 'RSA'],
              ['EC', 'Elliptic curve'],
            ]}
            value={keyType}
            onPick={setKeyType}
          />
        </div>
        {rows.map(({ key, plan, token, draft, drafted }, position) => (
          <section key={key} aria-labelledby={`token-${position}-heading`} className="stack">
            <h3 id={`token-${position}-heading`}>{token.name}</h3>
            <TokenFields
              draft={draft}
              onDraft={(changed) => setDrafts((before) => ({ ...before, [key]: changed }))}
              drafted={drafted}
            />
            {drafted !== undefined && (
              <>
                <TokenPlanView
                  of={drafted}
                  id={`token-${position}`}
                  ticks={
                    ticks && {
                      ticked: drafted.ticked,
                      onTick: (step, isTicked) => ticks.onTick(plan, step, isTicked),
                    }
                  }
                />
                <TakeAway of={drafted} id={`token-${position}`} />
              </>
            )}
          </section>
        ))}
        {plans.length > 0 && <AllPlans plans={plans} today={today} />}
        {ticks !== undefined && (plans.length > 0 || ticks.ticked.size > 0) && (
          <KeptTicks ticks={ticks} />
        )}
      </div>
    </PageSourcesProvider>
  );
}

const keyOf = ({ id, name }: ListedToken, position: number): string => `${position} ${id ?? name}`;

const tokensNote = (count: number): string => (count === 1 ? '1 token.' : `${count} tokens.`);

/** What can be taken away of one plan. */
function TakeAway({ of, id }: { readonly of: DraftedPlan; readonly id: string }) {
  const { calendar } = of;
  return (
    <>
      <p className="flex flex-wrap items-center gap-3">
        <CopyButton label="Copy as text for an issue" of={`${id}-issue`} />
        {calendar !== undefined && (
          <DownloadButton
            label="Put the review in your calendar"
            fileName={calendar.fileName}
            of={`${id}-calendar`}
          />
        )}
      </p>
      <pre id={`${id}-issue`} hidden>
        {issueText(of)}
      </pre>
      {calendar !== undefined && (
        <pre id={`${id}-calendar`} hidden>
          {calendar.text}
        </pre>
      )}
    </>
  );
}

function AllPlans({
  plans,
  today,
}: {
  readonly plans: readonly DraftedPlan[];
  readonly today: string;
}) {
  const id = useId();
  return (
    <section aria-labelledby={`${id}-heading`} className="stack">
      <h3 id={`${id}-heading`}>All plans in one text</h3>
      <p>A checklist in Markdown, with the scripts. {scriptNeeds}</p>
      <p className="flex flex-wrap items-center gap-3">
        <CopyButton label="Copy the Markdown" of={`${id}-markdown`} />
        <DownloadButton fileName="leave-the-token.md" of={`${id}-markdown`} />
      </p>
      <pre id={`${id}-markdown`} hidden>
        {plansMarkdown(plans, today)}
      </pre>
    </section>
  );
}
