import { useActorRef, useSelector } from '@xstate/react';
import { type ReactNode, useId, useState } from 'react';

import { exitIds, outcomeIds, questionIds } from '#guide/nodeIds.ts';
import { replay, type Walk } from '#guide/replay.ts';
import { shortestWalkTo } from '#guide/walks.ts';
import { fragmentChoices } from '#screens/snippets/fragmentChoices.ts';
import { decodeFragment } from '#share/fragment.ts';
import { formEncoded } from '#share/formEncoding.ts';
import { languages } from '#snippets/languages.ts';
import { defaultValues } from '#snippets/values.ts';
import { parseOrgDomain } from '#snippets/orgDomain.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { Field } from '#ui/Field.tsx';
import { RadioGroup } from '#ui/RadioGroup.tsx';
import { RadioTabs } from '#ui/RadioTabs.tsx';
import { TextField } from '#ui/TextField.tsx';

import { type EmbedParameters, type Part, parts, type Theme } from '../parameters.ts';
import type { LoaderRelease } from '../releases.ts';
import { startOf } from '../start.ts';
import { type EmbedChoice, type Platform, platforms } from './hostBlock.ts';
import { measuredHeight, previewMachine, previewProblem, previewWidths } from './previewMachine.ts';
import { stateHeading, stateLabel } from './stateHeading.ts';

interface EmbedBuilderProps {
  /** Absolute address of the guide, ends with `/`. */
  readonly site: string;
  /** The loader that the blocks name. */
  readonly release: LoaderRelease;
  /** Those of the references that are no operation of Okta's. */
  readonly unknownOperations: (references: readonly string[]) => readonly string[];
  /** Whether the element of the preview is drawn: it must not come before its events are heard. */
  readonly isAwake: boolean;
}

/** What the author has typed and picked, as it stands in the fields. */
interface Draft {
  readonly start: string;
  readonly theme: Theme;
  readonly accent: string | undefined;
  readonly shown: readonly Part[];
  readonly languages: readonly string[];
  readonly orgDomain: string;
  readonly operations: string;
}

const everyLanguage = languages.map(({ id }) => id);

const untouched: Draft = {
  start: '',
  theme: 'auto',
  accent: undefined,
  shown: parts,
  languages: everyLanguage,
  orgDomain: '',
  operations: '',
};

const partLabels: Readonly<Record<Part, string>> = {
  map: 'The map of the decision',
  snippet: 'The request',
  record: 'The decision record',
  sources: 'The sources',
};

/** The height of the first question at 720 px, until the preview has measured. */
const usualHeight = 1060;

/** Choose how the guide stands in a page, see it there, and copy the block for the platform. */
export function EmbedBuilder({ site, release, unknownOperations, isAwake }: EmbedBuilderProps) {
  const [draft, setDraft] = useState(untouched);
  const [previewTheme, setPreviewTheme] = useState<Theme>('auto');
  const preview = useActorRef(previewMachine);
  const width = useSelector(preview, ({ context }) => context.width);
  const measured = useSelector(preview, measuredHeight);
  const problem = useSelector(preview, previewProblem);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });

  const start = startOf(draft.start);
  const walk = replay(start.problem === undefined ? start.answers : []).walk;
  const org = draft.orgDomain.trim() === '' ? undefined : parseOrgDomain(draft.orgDomain);
  const operations = operationsIn(draft.operations, unknownOperations);
  const parameters: Omit<EmbedParameters, 'start'> = {
    theme: draft.theme,
    shown: draft.shown,
    ...(draft.accent !== undefined && { accent: draft.accent }),
    ...(draft.languages.length < everyLanguage.length &&
      draft.languages.length > 0 && { languages: draft.languages }),
    values: {
      ...(org?.ok && org.value !== defaultValues.orgDomain && { orgDomain: org.value }),
      ...(operations.references.length > 0 && { operations: operations.references }),
    },
  };
  const choice: EmbedChoice = {
    site,
    answers: walk.answers,
    parameters,
    choices: fragmentChoices,
    height: measured ?? usualHeight,
    heading: stateHeading(walk),
    release,
  };

  return (
    <div className="stack [--gap:2rem] lg:grid lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] lg:gap-x-12">
      <form
        className="needs-script stack [--gap:1rem]"
        // What is chosen before somebody heeds it would be lost.
        inert={!isAwake}
        onSubmit={(event) => event.preventDefault()}
      >
        <StartField
          start={draft.start}
          problem={start.problem}
          onChange={(next) => change({ start: next })}
        />
        <RadioGroup
          legend="Theme"
          options={[
            ['auto', 'As the reader’s system'],
            ['light', 'Light'],
            ['dark', 'Dark'],
          ]}
          value={draft.theme}
          onPick={(theme) => change({ theme })}
        />
        <AccentField accent={draft.accent} onChange={(accent) => change({ accent })} />
        <details>
          <summary className="py-1.5 font-semibold">Parts, languages and values</summary>
          <div className="stack pt-2">
            <CheckboxGroup
              legend="Parts of a result"
              options={parts.map((part) => [part, partLabels[part]])}
              checked={draft.shown}
              onChange={(shown) => change({ shown })}
            />
            <CheckboxGroup
              legend="Languages of the request"
              options={languages.map(({ id, label }) => [id, label])}
              checked={draft.languages}
              onChange={(next) => change({ languages: next })}
            />
            {draft.languages.length === 0 && (
              <p role="status">Without any language all of them are offered.</p>
            )}
            <TextField
              label="Okta org domain"
              hint="Stands in the requests. Leave it empty and readers fill in their own."
              placeholder="integrator-1234567.okta.com"
              value={draft.orgDomain}
              problem={org?.ok === false ? org.reason : undefined}
              note={org?.ok ? org.note : undefined}
              onChange={(orgDomain) => change({ orgDomain })}
            />
            <TextField
              label="Operations"
              hint="That the program calls, by their ids, separated by spaces. The first is requested."
              placeholder="listUsers assignUserToGroup"
              value={draft.operations}
              problem={operations.problem}
              onChange={(text) => change({ operations: text })}
            />
          </div>
        </details>
      </form>
      <section className="stack" aria-labelledby="blocks-heading">
        <h2 id="blocks-heading">Copy the block for your platform</h2>
        <RadioTabs
          legend="Platform"
          tabs={platforms.map((platform) => ({
            id: platform.id,
            label: platform.label,
            panel: <PlatformBlock platform={platform} choice={choice} />,
          }))}
        />
      </section>
      <section
        className="needs-script stack lg:self-start lg:sticky lg:top-6 lg:col-start-2 lg:row-span-2 lg:row-start-1"
        aria-labelledby="preview-heading"
      >
        <h2 id="preview-heading">As it stands in a page</h2>
        <div className="flex flex-wrap gap-x-6">
          <RadioGroup
            legend="Width in pixels"
            options={previewWidths.map((each) => [each, each])}
            value={width}
            onPick={(next) => preview.send({ type: 'width.picked', width: next })}
          />
          <RadioGroup
            legend="Theme, for this preview only"
            options={[
              ['auto', 'As chosen'],
              ['light', 'Light'],
              ['dark', 'Dark'],
            ]}
            value={previewTheme}
            onPick={setPreviewTheme}
          />
        </div>
        <p role="status">
          {measured === undefined
            ? (problem ?? 'The height of the preview is not known yet.')
            : `${measured} px high at ${width} px: the height in the blocks.`}
        </p>
        <div className="preview" data-width={width} tabIndex={0} role="group" aria-label="Preview">
          {isAwake && (
            <Preview
              choice={choice}
              theme={previewTheme === 'auto' ? parameters.theme : previewTheme}
              onHeight={(height) => preview.send({ type: 'element.height', height })}
              onError={(message) => preview.send({ type: 'element.error', message })}
            />
          )}
        </div>
      </section>
    </div>
  );
}

interface PlatformBlockProps {
  readonly platform: Platform;
  readonly choice: EmbedChoice;
}

/** What a platform allows, and the block to paste there. */
function PlatformBlock({ platform, choice }: PlatformBlockProps) {
  const { id, label, allows, source, tried, block } = platform;
  return (
    <div className="stack [--gap:0.75rem]">
      <pre className="code" tabIndex={0} aria-label={`Block for ${label}`}>
        <code id={`block-${id}`}>{block(choice)}</code>
      </pre>
      <p>
        <CopyButton label="Copy the block" of={`block-${id}`} />
      </p>
      <p>
        {allows}
        {source !== undefined && (
          <>
            {' '}
            <a href={source.url}>{source.title}</a>
          </>
        )}
      </p>
      <p className="quiet">{tried}</p>
    </div>
  );
}

interface Operations {
  readonly references: readonly string[];
  readonly problem: string | undefined;
}

function operationsIn(
  text: string,
  unknownOperations: EmbedBuilderProps['unknownOperations'],
): Operations {
  if (text.trim() === '') return { references: [], problem: undefined };
  const fragment = `#${formEncoded([
    ['v', '1'],
    ['ops', text],
  ])}`;
  const decoded = decodeFragment(fragment, fragmentChoices);
  const references = decoded?.values.operations ?? [];
  const unknown = unknownOperations(references);
  const refusal = decoded?.refused[0]?.reason;
  return {
    references,
    problem:
      refusal ??
      (unknown.length === 0
        ? undefined
        : `Okta’s files have no operation named ${unknown.map((each) => `\`${each}\``).join(', ')}. Look the id up in the list of operations.`),
  };
}

interface StartFieldProps {
  readonly start: string;
  readonly problem: string | undefined;
  readonly onChange: (start: string) => void;
}

const pathOfWalk = ({ answers }: Walk): string =>
  answers.map((answer) => answer.replace('.', '-')).join('/');

/** Where the embed begins: one of the nodes, or a walk as in an address. */
function StartField({ start, problem, onChange }: StartFieldProps) {
  const groups = [
    ['Questions', questionIds],
    ['Results, by the shortest way', outcomeIds],
    ['Where the guide is the wrong one', exitIds],
  ] as const;
  const offered = new Set(
    groups.flatMap(([, ids]) => ids.map((id) => pathOfWalk(shortestWalkTo(id)))),
  );
  const [isOwn, setIsOwn] = useState(false);
  return (
    <div className="stack">
      <Field label="Begins with" hint="The first page that readers see.">
        {(props) => (
          <select
            {...props}
            value={isOwn || !offered.has(start) ? 'own' : start}
            onChange={({ target }) => {
              setIsOwn(target.value === 'own');
              if (target.value !== 'own') onChange(target.value);
            }}
          >
            {groups.map(([label, ids]) => (
              <optgroup key={label} label={label}>
                {ids.map((id) => {
                  const walk = shortestWalkTo(id);
                  return (
                    <option key={id} value={pathOfWalk(walk)}>
                      {stateLabel(walk)}
                    </option>
                  );
                })}
              </optgroup>
            ))}
            <option value="own">Another walk</option>
          </select>
        )}
      </Field>
      {(isOwn || !offered.has(start)) && (
        <TextField
          label="Walk"
          hint="As in an address of the guide, after `guide/`."
          placeholder="oauth-yes/audience-ownOrg"
          value={start}
          problem={start === '' ? undefined : problem}
          onChange={onChange}
        />
      )}
    </div>
  );
}

interface AccentFieldProps {
  readonly accent: string | undefined;
  readonly onChange: (accent: string | undefined) => void;
}

function AccentField({ accent, onChange }: AccentFieldProps) {
  return (
    <div className="flex flex-wrap gap-x-6">
      <label className="flex items-center gap-2 py-1">
        <input
          type="checkbox"
          checked={accent !== undefined}
          onChange={({ target }) => onChange(target.checked ? '#1a5fb4' : undefined)}
        />
        Links in a colour of your own
      </label>
      {accent !== undefined && (
        <Field
          label="Colour of links"
          hint="Mixed with black or white where it would be hard to read."
        >
          {(props) => (
            <input
              {...props}
              type="color"
              value={accent}
              onChange={({ target }) => onChange(target.value)}
            />
          )}
        </Field>
      )}
    </div>
  );
}

interface CheckboxGroupProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly (readonly [value: Value, label: ReactNode])[];
  readonly checked: readonly Value[];
  /** Told in the order of the options. */
  readonly onChange: (checked: readonly Value[]) => void;
}

function CheckboxGroup<Value extends string>({
  legend,
  options,
  checked,
  onChange,
}: CheckboxGroupProps<Value>) {
  const id = useId();
  return (
    <fieldset>
      <legend className="eyebrow">{legend}</legend>
      <div className="flex flex-wrap gap-x-6">
        {options.map(([value, label]) => (
          <label key={value} className="flex items-center gap-2 py-1">
            <input
              type="checkbox"
              name={`${id}-${value}`}
              checked={checked.includes(value)}
              onChange={({ target }) =>
                onChange(
                  options
                    .map(([each]) => each)
                    .filter((each) => (each === value ? target.checked : checked.includes(each))),
                )
              }
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface PreviewProps {
  readonly choice: EmbedChoice;
  readonly theme: Theme;
  readonly onHeight: (height: number) => void;
  readonly onError: (message: string) => void;
}

/** The element itself, as a host would have it; its script is on the page. */
function Preview({ choice, theme, onHeight, onError }: PreviewProps) {
  const { parameters, answers } = choice;
  const start = pathOfWalk(replay(answers).walk);
  const isAll = parameters.shown.length === parts.length;
  return (
    <okta-auth-guide
      onheight={({ detail }) => onHeight(detail.height)}
      onerror={({ detail }) => onError(detail.message)}
      start={start === '' ? undefined : start}
      theme={theme === 'auto' ? undefined : theme}
      accent={parameters.accent}
      show={isAll ? undefined : parameters.shown.join(' ')}
      languages={parameters.languages?.join(' ')}
      org={parameters.values.orgDomain}
      ops={parameters.values.operations?.join(' ')}
    />
  );
}
