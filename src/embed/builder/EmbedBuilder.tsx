import { useActorRef, useSelector } from '@xstate/react';
import { type ReactNode, useCallback, useId, useState } from 'react';

import { exitIds, outcomeIds, questionIds } from '#guide/nodeIds.ts';
import { replay } from '#guide/replay.ts';
import { resultName } from '#guide/resultName.ts';
import { shortestWalkTo } from '#guide/walks.ts';
import { breakages } from '#org/exchange/breakages.ts';
import { fragmentChoices } from '#screens/snippets/fragmentChoices.ts';
import { decodeFragment } from '#share/fragment.ts';
import { walkPathOf } from '#share/address.ts';
import { formEncoded } from '#share/formEncoding.ts';
import { languages } from '#snippets/languages.ts';
import { defaultValues } from '#snippets/values.ts';
import { parseOrgDomain } from '#snippets/orgDomain.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { Field } from '#ui/Field.tsx';
import { RadioGroup } from '#ui/RadioGroup.tsx';
import { RadioTabs } from '#ui/RadioTabs.tsx';
import { TextField } from '#ui/TextField.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { labView } from '../labView.ts';
import { type Part, parts, showText, type Theme } from '../parameters.ts';
import type { LoaderRelease } from '../releases.ts';
import { startOf } from '../start.ts';
import { type MeasuredHeights, usualHeights } from '../usualHeights.ts';
import { views } from '../views.ts';
import type { EmbedChoice } from './blocks/embedChoice.ts';
import type { Platform, PlatformBlock } from './blocks/platform.ts';
import { elementBeingMeasured, heightsMachine, measuredHeights } from './heightsMachine.ts';
import { blocksFor, platforms } from './hostBlock.ts';
import { triedInWords } from './platformReport.ts';
import {
  measuredHeight,
  previewMachine,
  previewProblem,
  previewWidths,
  widestIn,
} from './previewMachine.ts';
import { stateHeading, stateLabel } from './stateHeading.ts';
import { viewHeading } from './viewHeading.ts';

interface EmbedBuilderProps {
  /** Absolute address of the guide, ends with `/`. */
  readonly site: string;
  /** The loader that the blocks refer to. */
  readonly release: LoaderRelease;
  /** Returns the references that are not operations of Okta's. */
  readonly unknownOperations: (references: readonly string[]) => readonly string[];
  /** Whether the element of the preview is drawn: it must not come before its events are heard. */
  readonly isAwake: boolean;
}

/** What the author has typed and picked, as it is in the fields. */
interface Draft {
  /** A walk, or the id of a single page after `view:`. */
  readonly start: string;
  /** What the lab begins with; empty for the usual exchange. */
  readonly labStart: string;
  readonly theme: EmbedChoice['theme'];
  readonly accent: string | undefined;
  readonly isCompact: boolean;
  /** Of whole results. */
  readonly shown: readonly Part[];
  readonly languages: readonly string[];
  readonly orgDomain: string;
  readonly operations: string;
}

const everyLanguage = languages.map(({ id }) => id);

const untouched: Draft = {
  start: '',
  labStart: '',
  theme: 'page',
  accent: undefined,
  isCompact: true,
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

/** The builder: choose how the guide looks in a page, preview it, and copy the block for a platform. */
export function EmbedBuilder({ site, release, unknownOperations, isAwake }: EmbedBuilderProps) {
  const [draft, setDraft] = useState(untouched);
  const [previewTheme, setPreviewTheme] = useState<Theme>('auto');
  const preview = useActorRef(previewMachine);
  const beginWithRoom = useCallback(
    (place: HTMLElement | null) => {
      if (place !== null) preview.send({ type: 'width.picked', width: widestIn(roomIn(place)) });
    },
    [preview],
  );
  const width = useSelector(preview, ({ context }) => context.width);
  const measured = useSelector(preview, measuredHeight);
  const problem = useSelector(preview, previewProblem);
  const heights = useActorRef(heightsMachine);
  const known = useSelector(heights, measuredHeights);
  const meter = useSelector(heights, elementBeingMeasured, isSameElement);
  const isUnmeasured = useSelector(heights, (snapshot) => snapshot.matches('unmeasured'));
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    heights.send({ type: 'choice.changed' });
  };

  const viewId = viewIn(draft.start);
  const view =
    viewId === undefined
      ? undefined
      : {
          id: viewId,
          ...(viewId === labView && draft.labStart !== '' && { start: draft.labStart }),
        };
  const start = startOf(viewId === undefined ? draft.start : '');
  const walk = replay(start.problem === undefined ? start.answers : []).walk;
  const org = draft.orgDomain.trim() === '' ? undefined : parseOrgDomain(draft.orgDomain);
  const operations = operationsIn(draft.operations, unknownOperations);
  const parameters: EmbedChoice['parameters'] = {
    isCompact: viewId === undefined && draft.isCompact,
    shown: shownParts(viewId, draft),
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
    ...(view !== undefined && { view }),
    theme: draft.theme,
    parameters,
    choices: fragmentChoices,
    heights: known ?? usualHeights,
    heading: viewId === undefined ? stateHeading(walk) : viewHeading(viewId),
    release,
  };
  const isWhole = viewId === undefined && !draft.isCompact;

  return (
    <div className="stack [--gap:2rem] lg:grid lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] lg:gap-x-14">
      <form
        className="needs-script stack [--gap:1rem]"
        // A choice made before the script listens would be lost.
        inert={!isAwake}
        onSubmit={(event) => event.preventDefault()}
      >
        <StartField
          start={draft.start}
          problem={start.problem}
          onChange={(next) => change({ start: next })}
        />
        {viewId === labView && (
          <LabStartField start={draft.labStart} onChange={(labStart) => change({ labStart })} />
        )}
        <RadioGroup
          legend="Theme"
          options={[
            ['page', 'Like the page around it'],
            ['auto', 'Like the reader’s system'],
            ['light', 'Light'],
            ['dark', 'Dark'],
          ]}
          value={draft.theme}
          onPick={(theme) => change({ theme })}
        />
        <AccentField accent={draft.accent} onChange={(accent) => change({ accent })} />
        {viewId === undefined && (
          <RadioGroup
            legend="Results"
            options={[
              ['compact', 'In short'],
              ['whole', 'In full, with the parts you choose'],
            ]}
            value={draft.isCompact ? 'compact' : 'whole'}
            onPick={(form) => change({ isCompact: form === 'compact' })}
          />
        )}
        {isWhole && (
          <CheckboxGroup
            legend="Parts of a result"
            options={parts.map((part) => [part, partLabels[part]])}
            checked={draft.shown}
            onChange={(shown) => change({ shown })}
          />
        )}
        <details>
          <summary className="py-1.5 font-semibold">Languages and values</summary>
          <div className="stack pt-2">
            <CheckboxGroup
              legend="Languages of the request"
              options={languages.map(({ id, label }) => [id, label])}
              checked={draft.languages}
              onChange={(next) => change({ languages: next })}
            />
            {draft.languages.length === 0 && (
              <p role="status">If you choose none, all languages are offered.</p>
            )}
            <TextField
              label="Okta org domain"
              hint="It appears in the requests. If you leave it empty, readers fill in their own."
              placeholder="integrator-1234567.okta.com"
              value={draft.orgDomain}
              problem={org?.ok === false ? org.reason : undefined}
              note={org?.ok ? org.note : undefined}
              onChange={(orgDomain) => change({ orgDomain })}
            />
            <TextField
              label="Operations"
              hint="The IDs of the operations that the program calls, separated by spaces. The sample calls the first one."
              placeholder="listUsers assignUserToGroup"
              value={draft.operations}
              problem={operations.problem}
              onChange={(text) => change({ operations: text })}
            />
          </div>
        </details>
      </form>
      <section className="stack lg:col-start-1" aria-labelledby="blocks-heading">
        <h2 id="blocks-heading">Copy the block for your platform</h2>
        <p role="status" className="needs-script quiet">
          {heightsInWords(known, isUnmeasured)}
        </p>
        <RadioTabs
          legend="Platform"
          tabs={platforms.map((platform) => ({
            id: platform.id,
            label: platform.label,
            panel: <PlatformBlocks platform={platform} choice={choice} />,
          }))}
        />
      </section>
      <section
        className="needs-script stack lg:self-start lg:sticky lg:top-6 lg:col-start-2 lg:row-span-2 lg:row-start-1"
        aria-labelledby="preview-heading"
      >
        <h2 id="preview-heading">How it looks in a page</h2>
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
            : `${measured} px high at ${width} px.`}
        </p>
        <div
          ref={beginWithRoom}
          className="preview"
          data-width={width}
          tabIndex={0}
          role="group"
          aria-label="Preview"
        >
          {isAwake && (
            <Preview
              choice={choice}
              theme={previewTheme === 'auto' ? draft.theme : previewTheme}
              onHeight={(height) => preview.send({ type: 'element.height', height })}
              onError={(message) => preview.send({ type: 'element.error', message })}
            />
          )}
        </div>
        {isAwake && meter !== undefined && (
          <div className="meter" style={{ inlineSize: meter.width }} inert>
            <Preview
              key={meter.key}
              choice={choice}
              theme="light"
              isEager
              onHeight={async (height, element) => {
                await whenFontsAreThere(element);
                if (element.isConnected) heights.send({ type: 'element.height', height });
              }}
            />
          </div>
        )}
      </section>
    </div>
  );
}

/** How wide the content of an element can be, within its padding. */
function roomIn(place: HTMLElement): number {
  const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(place);
  return place.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
}

/** A single page is not a result, and has all its parts. */
function shownParts(view: string | undefined, { isCompact, shown }: Draft): readonly Part[] {
  if (view !== undefined) return parts;
  return isCompact ? [] : shown;
}

/** What is known of the heights in the blocks. */
function heightsInWords(known: MeasuredHeights | undefined, isUnmeasured: boolean): string {
  if (known !== undefined) {
    return `The blocks reserve the height that this page needs: ${known[360]} px in a column of 360 px, ${known[720]} px in one of 720 px.`;
  }
  return isUnmeasured
    ? 'The guide did not answer, so the blocks reserve the height of the first question.'
    : 'Measuring how much height to reserve. Wait before you copy: until it is measured, the blocks reserve the height of the first question.';
}

const isSameElement = (
  one: ReturnType<typeof elementBeingMeasured>,
  other: ReturnType<typeof elementBeingMeasured>,
): boolean => one?.key === other?.key;

/** Waits for the fonts of a frame of this site: before then, its text has other heights. */
async function whenFontsAreThere({ shadowRoot }: HTMLElement): Promise<void> {
  await shadowRoot?.querySelector('iframe')?.contentDocument?.fonts.ready;
}

interface PlatformBlocksProps {
  readonly platform: Platform;
  readonly choice: EmbedChoice;
}

/** The blocks for a platform: the best one open, the others folded. */
function PlatformBlocks({ platform, choice }: PlatformBlocksProps) {
  const { source } = platform;
  const [best, ...others] = blocksFor(platform, choice);
  return (
    <div className="stack [--gap:1rem]">
      {best === undefined ? (
        <p>
          On this platform the guide can show only its questions and results. Choose one of them to
          begin with.
        </p>
      ) : (
        <BlockParts platform={platform} block={best} choice={choice} />
      )}
      {others.map((block) => (
        <details key={block.id}>
          <summary className="py-1.5 font-semibold">{block.label}</summary>
          <div className="pt-2">
            <BlockParts platform={platform} block={block} choice={choice} />
          </div>
        </details>
      ))}
      {source !== undefined && (
        <p className="quiet">
          See <a href={source.url}>{source.title}</a>
        </p>
      )}
    </div>
  );
}

interface BlockPartsProps extends PlatformBlocksProps {
  readonly block: PlatformBlock;
}

/** What a block is for, and each of its parts with the file that it goes into. */
function BlockParts({ platform, block, choice }: BlockPartsProps) {
  const pieces = block.parts(choice);
  const name = `block-${platform.id}-${block.id}`;
  return (
    <div className="stack [--gap:0.75rem]">
      <p>
        <TextWithCode text={block.about} />
      </p>
      {pieces.map(({ file, where, text }, index) => {
        const place = `${pieces.length > 1 ? `${index + 1}. ` : ''}${file}`;
        const id = `${name}-${index + 1}`;
        return (
          <figure key={id} className="stack [--gap:0.5rem]">
            <figcaption>
              <strong>{place}</strong>
              {where !== undefined && (
                <>
                  , <TextWithCode text={where} />
                </>
              )}
            </figcaption>
            <pre
              className="code"
              tabIndex={0}
              aria-label={`${platform.label}, ${block.label}: ${place}`}
            >
              <code id={id}>{text}</code>
            </pre>
            <p>
              <CopyButton
                label={pieces.length > 1 ? `Copy part ${index + 1}` : 'Copy the block'}
                of={id}
              />
            </p>
          </figure>
        );
      })}
      <p className="quiet">{triedInWords(platform, block)}</p>
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
        : `Okta’s files have no operation named ${unknown.map((each) => `\`${each}\``).join(', ')}. Look up the ID in the list of operations.`),
  };
}

/** Distinguishes a single page from a walk that may have the same name. */
const viewPrefix = 'view:';

function viewIn(start: string): string | undefined {
  return views.find((view) => `${viewPrefix}${view}` === start);
}

interface LabStartFieldProps {
  readonly start: string;
  readonly onChange: (start: string) => void;
}

/** What the lab begins with: a method, or something that is broken. */
function LabStartField({ start, onChange }: LabStartFieldProps) {
  return (
    <Field label="The lab shows" hint="What the program does when readers open the lab.">
      {(props) => (
        <select {...props} value={start} onChange={({ target }) => onChange(target.value)}>
          <option value="">A service app with DPoP</option>
          <optgroup label="A method">
            {outcomeIds
              .filter((method) => method !== 'serviceApp')
              .map((method) => (
                <option key={method} value={method}>
                  {resultName(method)}
                </option>
              ))}
          </optgroup>
          <optgroup label="Something broken">
            {breakages.map(({ id, label }) => (
              <option key={id} value={id}>
                {label.replaceAll('`', '')}
              </option>
            ))}
          </optgroup>
        </select>
      )}
    </Field>
  );
}

interface StartFieldProps {
  readonly start: string;
  readonly problem: string | undefined;
  readonly onChange: (start: string) => void;
}

/** Where the embed begins: one of the nodes, or a walk as in an address. */
function StartField({ start, problem, onChange }: StartFieldProps) {
  const groups = [
    ['Questions', questionIds],
    ['Results, by the shortest path', outcomeIds],
    ['Where this is the wrong guide', exitIds],
  ] as const;
  const offered = new Set(
    groups.flatMap(([, ids]) => ids.map((id) => walkPathOf(shortestWalkTo(id).answers))),
  );
  const [isOwn, setIsOwn] = useState(false);
  const isWalk = isOwn || (!offered.has(start) && viewIn(start) === undefined);
  return (
    <div className="stack">
      <Field label="Begins with" hint="The first page that readers see.">
        {(props) => (
          <select
            {...props}
            value={isWalk ? 'own' : start}
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
                    <option key={id} value={walkPathOf(walk.answers)}>
                      {stateLabel(walk)}
                    </option>
                  );
                })}
              </optgroup>
            ))}
            <optgroup label="Single pages">
              {views.map((view) => (
                <option key={view} value={`${viewPrefix}${view}`}>
                  {viewHeading(view)}
                </option>
              ))}
            </optgroup>
            <option value="own">Another path</option>
          </select>
        )}
      </Field>
      {isWalk && (
        <TextField
          label="Path"
          hint="The part of a guide address after `guide/`."
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
        Use your own colour for links
      </label>
      {accent !== undefined && (
        <Field label="Link colour" hint="Mixed with black or white where it would be hard to read.">
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
  /** Reported in the order of the options. */
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
  readonly theme: EmbedChoice['theme'];
  /** Whether its frame loads out of sight too. */
  readonly isEager?: boolean;
  readonly onHeight: (height: number, element: HTMLElement) => void | Promise<void>;
  readonly onError?: (message: string) => void;
}

/** The element itself, as a host would have it; its script is on the page. */
function Preview({ choice, theme, isEager = false, onHeight, onError }: PreviewProps) {
  const { parameters, answers, view } = choice;
  const start = view === undefined ? walkPathOf(answers) : (view.start ?? '');
  return (
    <okta-auth-guide
      view={view?.id}
      onheight={({ detail, currentTarget }) => {
        if (currentTarget instanceof HTMLElement) void onHeight(detail.height, currentTarget);
      }}
      onerror={({ detail }) => onError?.(detail.message)}
      loading={isEager ? 'eager' : undefined}
      start={start === '' ? undefined : start}
      theme={theme === 'auto' ? undefined : theme}
      accent={parameters.accent}
      show={showText(parameters)}
      languages={parameters.languages?.join(' ')}
      org={parameters.values.orgDomain}
      ops={parameters.values.operations?.join(' ')}
    />
  );
}
