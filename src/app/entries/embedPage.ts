import { createActor, fromPromise } from 'xstate';

import type { Answer } from '#guide/questions.ts';
import { replay } from '#guide/replay.ts';
import { closeAnswerFolds } from '#browser/answerFolds.ts';
import { classicScriptLoader } from '#browser/classicScript.ts';
import { offerAddress } from '#browser/clipboard.ts';
import { enableCopyButtons } from '#browser/copyButtons.ts';
import { openSourcesInPlace } from '#browser/sourcesInPlace.ts';
import { labId } from '#screens/lab/labIds.ts';
import { labPath } from '#screens/lab/labPath.ts';
import { chosenLanguage } from '#screens/snippets/chosenLanguage.ts';
import { embedPathOf, pathOf, walkPathOf } from '#share/address.ts';
import { legibleAccent } from '#embed/accent.ts';
import {
  changedFragment,
  type EmbedParameters,
  holdsParameters,
  type Part,
  parts,
  readParameters,
} from '#embed/parameters.ts';
import { conversationOf } from '#embed/conversation.ts';
import { labFragmentOf, labStartForms, labView } from '#embed/labView.ts';
import { fieldsProgress, frameMachine } from '#embed/frameMachine.ts';
import { type HostMessage, isHello } from '#embed/protocol.ts';
import { type Place, placeForms, placeOf, type Start, startOf } from '#embed/start.ts';

import { framedParameters } from '../islands/framedParameters.ts';
import { showRecordedInstead } from '../lab/recordedInstead.ts';

// The script of the framed pages. The walk works without it; it adds the host's parameters, the
// height, and the copy buttons. It must run in a frame without an origin: nothing is stored, and
// nothing is fetched until a person asks or the host brings values.
const root = document.querySelector<HTMLElement>('#root') ?? document.body;
/** `view` is the id of a single page; absent if the page is a state of the guide. */
const { base = '/', answers = '', view, labStarts = '', fieldsScript, fieldsStyle } = root.dataset;
const { walk } = replay(answers.split(' ').filter((answer) => answer !== ''));
const framed = framedParameters(root);
const { parameters, problems: misreadAtFirst } = readParameters(location.hash, framed.choices);
const start = startIn(parameters);
const problems = [...misreadAtFirst, ...(start?.problem === undefined ? [] : [start.problem])];
/** In a frame without an origin, no link may open a tab. */
const isConfined = self.origin === 'null';
/** Whether the page has a short form, which a host may ask for: questions and single pages have none. */
const isResult = walk.kind !== 'question';
/** The lowest level that a heading has in HTML. */
const leastHeading = 6;
/** There are fields for a person's values in a request, and in the check of an operation. */
const hasFields = walk.kind === 'outcome' || walk.node === 'obstacle';

/** What a person is waiting for, in a word. */
function awaitedWord(): string {
  const { awaits = '' } = root.dataset;
  return ['record', 'lab'].includes(awaits) ? awaits : 'fields';
}

const progressTexts = (awaited: string) => ({
  loading: `Loading the ${awaited}.`,
  failed: `The ${awaited} could not be loaded. Check that you are online, and try again.`,
});

if (view === undefined && answers === '' && start !== undefined && start.answers.length > 0) {
  // The first page reads the fragment again, and says what is wrong with it.
  location.replace(`${base}${embedPathOf(start.answers)}${location.hash}`);
} else {
  closeAnswerFolds();
  enableCopyButtons();
  openSourcesInPlace();
  applyParameters(parameters);
  if (view === labView && !isSecureContext) {
    const place = document.getElementById(labId);
    if (place !== null) showRecordedInstead(place);
  }
  leadToExchange(sound(parameters));
  leaveOutAnswers(start?.answers ?? []);
  // Wrong values are left out, so that they are reported only once.
  if (problems.length === 0) framed.carry(sound(parameters));
  else framed.keep(sound(parameters));
  const frame = startFrame();
  document.addEventListener('click', ({ target }) => {
    const button =
      target instanceof Element ? target.closest<HTMLElement>('button[data-opens-fields]') : null;
    if (button === null) return;
    root.dataset['awaits'] = button.dataset['opensFields'] ?? '';
    frame.send({ type: 'fields.asked', by: 'person' });
  });
  addEventListener('message', ({ source, data, ports }: MessageEvent<unknown>) => {
    const [port] = ports;
    if (source !== parent || parent === self || port === undefined || !isHello(data)) return;
    frame.send({ type: 'host.greeted', port });
  });
  addEventListener('hashchange', heedNewParameters);
  // The code of the fields brings its own headings.
  new MutationObserver(() => levelHeadings(framed.current().heading)).observe(root, {
    childList: true,
    subtree: true,
  });
  warn(problems);
  document.addEventListener('click', (event) => chooseLanguage(event, frame));
  document.addEventListener('click', leadOut);
  if (needsFields(parameters)) frame.send({ type: 'fields.asked', by: 'host' });
}

/** Tells the host's developer, in the console. */
function warn(messages: readonly string[]): void {
  // oxlint-disable-next-line no-console -- the one place where the host's developer looks
  for (const message of messages) console.warn(`okta-auth-guide: ${message}`);
}

/** Whether the page shows values or a language that only the code of the fields can write. */
function needsFields({ values }: EmbedParameters): boolean {
  const { language, ...typed } = values;
  return hasFields && (Object.keys(typed).length > 0 || isOtherLanguage(language));
}

/** Starts the machine of the page, with its effects on the document. */
function startFrame() {
  const frame = createActor(
    frameMachine.provide({
      actors: {
        conversation: conversationOf({
          state:
            view === undefined
              ? {
                  type: 'state',
                  answers: walk.answers,
                  node: walk.node,
                  kind: walk.kind,
                  path: walkPathOf(walk.answers),
                  page: pathOf(walk.answers),
                }
              : {
                  type: 'state',
                  answers: [],
                  node: view,
                  kind: 'page',
                  path: view,
                  page: `${view}/`,
                },
          problems: () => problems,
          problemsOf,
          followHeight,
        }),
        loadFields: fromPromise(fieldsLoader()),
      },
      actions: {
        show: (_, { answers: asked }) => {
          const isStart = asked.every((each) => each === '');
          // A single page is its own start.
          if (view !== undefined && isStart) return;
          const place = placeAsked(asked);
          const path = `${base}${embedPathOf(place.answers)}`;
          if (!place.isWhole || path === location.pathname) return;
          location.assign(`${path}${root.dataset['fragment'] ?? ''}`);
        },
        apply: (_, { before, fragment: now }) => {
          const { fragment } = changedFragment(framed.fragment(), before, now);
          const { parameters: read } = readParameters(fragment, framed.choices);
          const changed = view === labView ? sound(read) : read;
          // What was wrong at first may have been corrected.
          problems.splice(0);
          applyParameters(changed);
          leadToExchange(changed);
          framed.change(changed);
          if (needsFields(changed)) frame.send({ type: 'fields.asked', by: 'host' });
        },
      },
    }),
  );
  frame.subscribe((snapshot) => {
    // If a person is waiting for the fields, their code moves the focus there.
    root.dataset['fieldsAwaited'] = `${snapshot.context.isAwaited}`;
    const progress = fieldsProgress(snapshot);
    const awaitsRecord = root.dataset['awaits'] === 'record';
    const texts = progressTexts(awaitedWord());
    for (const button of document.querySelectorAll<HTMLElement>('button[data-opens-fields]')) {
      const isAwaited = (button.dataset['opensFields'] === 'record') === awaitsRecord;
      const status = button.nextElementSibling;
      if (status !== null)
        status.textContent = progress === undefined || !isAwaited ? '' : texts[progress];
    }
  });
  return frame.start();
}

/**
 * The place that a host asks for, in the words of any version; empty for the start of the embed.
 */
function placeAsked(asked: readonly string[]): Place {
  const text = asked.map((each) => each.replace('.', '-')).join('/');
  // A start that leads nowhere is followed as far as at first.
  return text === '' ? { ...placeOf(framed.current().start ?? ''), isWhole: true } : placeOf(text);
}

function problemsOf(message: HostMessage): readonly string[] {
  if (message.type === 'goTo') {
    return placeAsked(message.answers).isWhole
      ? []
      : [`goTo must be given ${placeForms}. The guide stays where it is.`];
  }
  const { changes } = changedFragment('', message.before, message.fragment);
  const { parameters: changed, problems: misread } = readParameters(changes, framed.choices);
  const begins = view === labView ? startIn(changed)?.problem : undefined;
  const wrong = [...misread, ...(begins === undefined ? [] : [begins])];
  warn(wrong);
  return wrong;
}

/** Where the host wants the embed to start, in the states of the guide or in the lab. */
function startIn({ start: given }: EmbedParameters): Start | undefined {
  if (given === undefined) return undefined;
  if (view !== labView) return startOf(given);
  return labStarts.split(' ').includes(given)
    ? { answers: [] }
    : { answers: [], problem: `start must be ${labStartForms}. The lab begins as usual.` };
}

function sound(given: EmbedParameters): EmbedParameters {
  const { start: begins, ...others } = given;
  return begins !== undefined && startIn(given)?.problem === undefined ? given : others;
}

/** In the framed lab, “Open in full” leads to the exchange that the host wants. */
function leadToExchange(wanted: EmbedParameters): void {
  if (view !== labView) return;
  document
    .querySelector('.embed-footer a')
    ?.setAttribute('href', `${base}${labPath}${labFragmentOf(wanted, framed.choices)}`);
}

/** A host that changes the fragment loads no new page; an anchor of this page changes nothing. */
function heedNewParameters(): void {
  if (holdsParameters(location.hash)) location.reload();
}

/** Shows the page as the host wants it, at first and whenever that changes. */
function applyParameters({
  theme,
  accent,
  isCompact,
  shown,
  languages,
  heading,
}: EmbedParameters): void {
  const { dataset, style } = document.documentElement;
  if (theme === 'auto') delete dataset['theme'];
  else dataset['theme'] = theme;
  if (accent === undefined) style.removeProperty('--accent');
  else {
    const [light, dark] = [legibleAccent(accent, 'light'), legibleAccent(accent, 'dark')];
    style.setProperty('--accent', `light-dark(${light}, ${dark})`);
  }
  showParts(
    isCompact && isResult,
    isCompact && !isResult ? [] : parts.filter((part) => !shown.includes(part)),
  );
  if (isConfined) dataset['confined'] = '';
  offerOnly(languages);
  levelHeadings(heading);
}

/** @param isShort whether the result is shown in its short form, which has extra parts only */
function showParts(isShort: boolean, hidden: readonly Part[]): void {
  const { dataset } = document.documentElement;
  const sources = document.querySelector<HTMLElement>('#sources');
  if (sources !== null) sources.hidden = isShort && hidden.includes('sources');
  if (!isShort) {
    delete dataset['compact'];
    dataset['hides'] = hidden.join(' ');
    return;
  }
  // The short form has the request too, but only its code; and the marks that open the sources of a
  // statement in place, but not their list.
  dataset['compact'] = hidden.includes('snippet') ? 'snippet' : '';
  dataset['hides'] = hidden.filter((part) => part === 'map' || part === 'record').join(' ');
}

/**
 * Removes the answers with which the host started, because the reader never gave them. If none is
 * left, this is the start, and “Start again” would only reload it.
 */
function leaveOutAnswers(given: readonly Answer[]): void {
  for (const answer of given) {
    for (const told of document.querySelectorAll(`[data-answer="${answer}"]`)) told.remove();
  }
  if (document.querySelector('.answers [data-answer]') === null)
    document.querySelector('.answers')?.remove();
}

function languageLinks(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('a[data-language]')];
}

/** @param languages all of them if the host names none */
function offerOnly(languages: readonly string[] | undefined): void {
  for (const link of languageLinks()) {
    const item = link.closest('li');
    const isOffered = languages?.includes(link.dataset['language'] ?? '') ?? true;
    if (item !== null) item.hidden = !isOffered;
  }
  for (const { parentElement, children } of document.querySelectorAll('.language-menu ul')) {
    if (parentElement !== null) {
      parentElement.hidden = [...children].every((item) => item.matches('[hidden]'));
    }
  }
}

/** Fits the headings into the outline of the host's page: the first of them gets the level. */
function levelHeadings(level = 1): void {
  for (const heading of root.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const wanted = `${Math.min(leastHeading, Number(heading.localName.slice(1)) + level - 1)}`;
    if (level === 1) heading.removeAttribute('aria-level');
    else if (heading.ariaLevel !== wanted) heading.ariaLevel = wanted;
  }
}

/**
 * Whether the page came with the request in a language other than the wanted one, which the code of
 * the fields has.
 */
function isOtherLanguage(wanted: string | undefined): boolean {
  const links = languageLinks().filter((link) => link.closest('[hidden]') === null);
  if (languageLinks().length === 0) return false;
  const shown = links.find((link) => link.getAttribute('aria-current') === 'true');
  return shown === undefined || shown.dataset['language'] !== (wanted ?? shown.dataset['language']);
}

/** The request in another language comes from the code of the fields. */
function chooseLanguage(event: MouseEvent, frame: ReturnType<typeof startFrame>): void {
  const language = event.defaultPrevented ? undefined : chosenLanguage(event);
  if (language === undefined) return;
  event.preventDefault();
  root.dataset['awaits'] = 'language';
  const { values, ...others } = framed.current();
  framed.keep({ ...others, values: { ...values, language } });
  frame.send({ type: 'fields.asked', by: 'person' });
}

/** Prepares to load the code for a person's values, which then draws itself into the page. */
function fieldsLoader(): () => Promise<void> {
  const load = fieldsScript === undefined ? undefined : classicScriptLoader(fieldsScript);
  return async () => {
    if (load === undefined) throw new Error('The development server has no code for the fields.');
    if (
      fieldsStyle !== undefined &&
      document.querySelector(`link[href="${fieldsStyle}"]`) === null
    ) {
      const style = document.createElement('link');
      style.rel = 'stylesheet';
      style.href = fieldsStyle;
      document.head.append(style);
    }
    await load();
  };
}

/** Opens a link that leads out in a tab; if no tab may open, shows its address to be copied. */
function leadOut(event: MouseEvent): void {
  const { target } = event;
  if (event.defaultPrevented || !(target instanceof Element) || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = target.closest<HTMLAnchorElement>('a[href]');
  const address = link?.getAttribute('href') ?? '#';
  if (link === null || address.startsWith('#') || address.startsWith(`${base}embed/`)) return;
  if (link.hasAttribute('download') && !isConfined) return;
  event.preventDefault();
  // A sandbox may keep its origin and still open no tab: only trying shows it.
  const tab = isConfined ? null : open(link.href, '_blank');
  if (tab === null)
    offerAddress(link, link.href, 'The link’s address, to copy: this frame cannot open tabs');
  else tab.opener = null;
}

/** Reports the height of the whole content; meanwhile, nothing is left to scroll. */
function followHeight(say: (height: number) => void): () => void {
  const sayHeight = () => say(Math.ceil(root.getBoundingClientRect().height));
  const { dataset } = document.documentElement;
  dataset['followed'] = '';
  const heights = new ResizeObserver(sayHeight);
  heights.observe(root);
  // Browsers delay observers in frames that are out of sight, and the host must know the height
  // before they come into sight.
  sayHeight();
  void document.fonts.ready.then(sayHeight);
  return () => {
    heights.disconnect();
    delete dataset['followed'];
  };
}
