import { type ReactNode, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';

import { isAtOutcome } from '#guide/nodeKind.ts';
import { replay, type Walk } from '#guide/replay.ts';
import { labView } from '#embed/labView.ts';
import { enableDownloadButtons } from '#browser/downloadButtons.ts';
import { embedPlaces } from '#screens/framed/embedPlaces.ts';
import type { OutcomeWalk } from '#guide/nodeKind.ts';
import { SampleSnippets } from '#screens/snippets/SampleSnippets.tsx';
import { SiteProvider } from '#screens/site.tsx';
import { SnippetPanel } from '#screens/snippets/SnippetPanel.tsx';
import { tokenOnlyCheckId } from '#screens/question/tokenOnlyCheckId.ts';
import { TokenOnlySection } from '#screens/question/TokenOnlySection.tsx';
import { decodeFragment, encodeFragment } from '#share/fragment.ts';
import { defaultValues } from '#snippets/values.ts';

import { type FramedParameters, framedParameters } from './framedParameters.ts';
import { catalogueAnswer } from '../lab/catalogueAnswers.ts';
import type { LabCatalogue } from '../lab/labCatalogue.ts';
import { linkedOperations } from '../lab/linkedOperations.ts';
import { type ValuesAddress, ValuesProvider } from '../visit/ValuesProvider.tsx';
import { ChosenRecord } from '../visit/ChosenRecord.tsx';
import { useVisitValues, type VisitValues } from '../visit/visitValues.tsx';

// The second script of the framed pages, loaded when a person wants to fill in values or the host
// brings some. It is one classic script with the catalogue in it, because a frame without an origin
// cannot import. It replaces the request, the evidence and the record; the rest of the page stays.
// On the page of the lab it draws nothing, and hands over the catalogue.
const root = document.querySelector<HTMLElement>('#root') ?? document.body;
const { base = '/', answers = '' } = root.dataset;
const { walk } = replay(answers.split(' ').filter((answer) => answer !== ''));
const framed = framedParameters(root);

/** The part of the fragment with values, the only part that the fields use. */
const valuesAddress = ({
  current,
  keep,
  choices,
  onValuesChange,
}: FramedParameters): ValuesAddress => ({
  fragment: () => encodeFragment(current().values, choices),
  write: (fragment) =>
    keep({ ...current(), values: decodeFragment(fragment, choices)?.values ?? {} }),
  // The host's page brings the values.
  isForeign: () => false,
  // Nothing is stored in a frame.
  kept: () => undefined,
  // The host's page may bring others later (embedPage.ts).
  onReturn: onValuesChange,
});

interface EmbedIslandProps {
  /** The place that is drawn into. */
  readonly place: HTMLElement;
}

function EmbedIsland({ place }: EmbedIslandProps) {
  const values = useVisitValues();
  const fragment = useSyncExternalStore(framed.onChange, framed.fragment);
  const parameters = framed.current();
  useEffect(() => {
    if (root.dataset['fieldsAwaited'] !== 'true') return;
    focusAwaited(place, root.dataset['awaits']);
  }, [place]);
  return (
    <SiteProvider
      value={{
        base,
        fragment,
        isFramed: true,
        offeredLanguages: parameters.languages,
      }}
    >
      {isAtOutcome(walk) ? (
        <RequestFields walk={walk} values={values} />
      ) : (
        <TokenOnlySection choice={values.tokenOnlyCheck(walk.answers)} />
      )}
    </SiteProvider>
  );
}

/** Moves the focus to what the person asked for; otherwise to the first field. */
function focusAwaited(place: HTMLElement, awaited: string | undefined): void {
  if (awaited === 'record') {
    const summary = document.querySelector<HTMLElement>(`#${embedPlaces.record} summary`);
    summary?.closest('details')?.setAttribute('open', '');
    summary?.focus();
    return;
  }
  const asked = awaited === 'language' ? '.language-menu > summary' : 'input, summary';
  place.querySelector<HTMLElement>(asked)?.focus();
}

function RequestFields({ walk: ended, values }: { walk: OutcomeWalk; values: VisitValues }) {
  const { live } = values.inputs;
  return (
    <>
      <SnippetPanel
        method={ended.node}
        prerendered={<SampleSnippets walk={ended} values={defaultValues} />}
        inputs={values.inputs}
      />
      <InPlaceOf place={embedPlaces.evidence}>{live?.operations?.evidence(ended)}</InPlaceOf>
      <InPlaceOf place={embedPlaces.record}>
        {live?.record(ended) ?? <ChosenRecord walk={ended} choice={values.inputs.choice} />}
      </InPlaceOf>
    </>
  );
}

/** Draws into a place of the page, whose own words stay as long as there is nothing to draw. */
function InPlaceOf({ place, children }: { readonly place: string; readonly children: ReactNode }) {
  const [element] = useState(() => document.getElementById(place));
  const [own] = useState(() => [...(element?.childNodes ?? [])]);
  const isDrawn = children !== undefined && children !== null;
  useLayoutEffect(() => {
    if (isDrawn) for (const node of own) node.parentNode?.removeChild(node);
    else element?.append(...own);
  }, [element, isDrawn, own]);
  return element === null || !isDrawn ? null : createPortal(children, element);
}

function islandPlace({ kind }: Walk): HTMLElement | null {
  return document.getElementById(kind === 'outcome' ? embedPlaces.request : tokenOnlyCheckId);
}

const place = root.dataset['view'] === labView ? null : islandPlace(walk);
if (root.dataset['view'] === labView) {
  const detail: LabCatalogue = { answerOf: catalogueAnswer, linkedOperations };
  root.dispatchEvent(new CustomEvent('labcatalogue', { detail }));
}
if (place !== null) {
  enableDownloadButtons();
  place.replaceChildren();
  // The check draws itself into its place in the question; the fields are drawn into theirs.
  createRoot(walk.kind === 'outcome' ? place : document.createElement('div')).render(
    <ValuesProvider address={valuesAddress(framed)}>
      <EmbedIsland place={place} />
    </ValuesProvider>,
  );
}
