import { createActor, fromPromise } from 'xstate';

import type { Answer } from '#guide/questions.ts';
import { replay } from '#guide/replay.ts';
import { closeAnswerFolds } from '#browser/answerFolds.ts';
import { classicScriptLoader } from '#browser/classicScript.ts';
import { offerAddress } from '#browser/clipboard.ts';
import { enableCopyButtons } from '#browser/copyButtons.ts';
import { openSourcesInPlace } from '#browser/sourcesInPlace.ts';
import { chosenLanguage } from '#screens/snippets/chosenLanguage.ts';
import { embedPathOf } from '#share/address.ts';
import { legibleAccent } from '#embed/accent.ts';
import { type EmbedParameters, holdsParameters, parts, readParameters } from '#embed/parameters.ts';
import { conversationOf } from '#embed/conversation.ts';
import { fieldsProgress, frameMachine } from '#embed/frameMachine.ts';
import { isHello } from '#embed/protocol.ts';
import { startOf } from '#embed/start.ts';

import { framedParameters } from '../islands/framedParameters.ts';

// The script of the framed pages. Pages without it walk too; it adds the host's wishes, the height,
// and the copy buttons. It must run in a frame without an origin: nothing is stored, and nothing is
// fetched until a person asks or the host brings values.
const root = document.querySelector<HTMLElement>('#root') ?? document.body;
const { base = '/', answers = '', fieldsScript, fieldsStyle } = root.dataset;
const { walk } = replay(answers.split(' ').filter((answer) => answer !== ''));
const framed = framedParameters(root);
const { parameters, problems: misread } = readParameters(location.hash, framed.choices);
const start = parameters.start === undefined ? undefined : startOf(parameters.start);
const problems = [...misread, ...(start?.problem === undefined ? [] : [start.problem])];
/** In a frame without an origin no link may open a tab. */
const isConfined = self.origin === 'null';
/** Fields for a person's values there are for a request, and for the check of an operation. */
const hasFields = walk.kind === 'outcome' || walk.node === 'obstacle';

const progressTexts = (awaited: string) => ({
  loading: `Loading the ${awaited}.`,
  failed: `The ${awaited} could not be loaded. Check that you are online, and try again.`,
});

if (walk.answers.length === 0 && start !== undefined && start.answers.length > 0) {
  // The page that is begun with reads the fragment anew, and says what is wrong with it.
  location.replace(`${base}${embedPathOf(start.answers)}${location.hash}`);
} else {
  closeAnswerFolds();
  enableCopyButtons();
  openSourcesInPlace();
  applyParameters();
  // Wrong values are left out, so that they are told once.
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
  for (const problem of problems) {
    // oxlint-disable-next-line no-console -- the one place where the host's developer looks
    console.warn(`okta-auth-guide: ${problem}`);
  }
  document.addEventListener('click', (event) => chooseLanguage(event, frame));
  document.addEventListener('click', leadOut);
  const { language: _language, ...typed } = parameters.values;
  const isFilled = Object.keys(typed).length > 0 || isOtherLanguage();
  if (hasFields && isFilled) frame.send({ type: 'fields.asked', by: 'host' });
}

/** Starts the machine of the page with what it does in the document. */
function startFrame() {
  const frame = createActor(
    frameMachine.provide({
      actors: {
        conversation: conversationOf({
          state: { type: 'state', answers: walk.answers, node: walk.node, kind: walk.kind },
          problems,
          followHeight,
        }),
        loadFields: fromPromise(fieldsLoader()),
      },
      actions: {
        show: (_, asked) => {
          const { walk: wanted } = replay(asked.answers);
          const fragment = root.dataset['fragment'] ?? '';
          location.assign(`${base}${embedPathOf(wanted.answers)}${fragment}`);
        },
      },
    }),
  );
  frame.subscribe((snapshot) => {
    // The code of the fields puts the keyboard's focus there when a person waits for them.
    root.dataset['fieldsAwaited'] = `${snapshot.context.isAwaited}`;
    const progress = fieldsProgress(snapshot);
    const awaitsRecord = root.dataset['awaits'] === 'record';
    const texts = progressTexts(awaitsRecord ? 'record' : 'fields');
    for (const button of document.querySelectorAll<HTMLElement>('button[data-opens-fields]')) {
      const isAwaited = (button.dataset['opensFields'] === 'record') === awaitsRecord;
      const status = button.nextElementSibling;
      if (status !== null)
        status.textContent = progress === undefined || !isAwaited ? '' : texts[progress];
    }
  });
  return frame.start();
}

function sound({ start: given, ...others }: EmbedParameters): EmbedParameters {
  return given !== undefined && start?.problem === undefined ? { ...others, start: given } : others;
}

/** A host that changes the fragment loads no new page; an anchor of this page changes nothing. */
function heedNewParameters(): void {
  if (holdsParameters(location.hash)) location.reload();
}

function applyParameters(): void {
  const { dataset, style } = document.documentElement;
  const { theme, accent, shown, languages } = parameters;
  if (theme !== 'auto') dataset['theme'] = theme;
  if (accent !== undefined) {
    const [light, dark] = [legibleAccent(accent, 'light'), legibleAccent(accent, 'dark')];
    style.setProperty('--accent', `light-dark(${light}, ${dark})`);
  }
  dataset['hides'] = parts.filter((part) => !shown.includes(part)).join(' ');
  if (isConfined) dataset['confined'] = '';
  if (languages !== undefined) offerOnly(languages);
  leaveOutAnswers(start?.answers ?? []);
}

/**
 * Takes out the answers with which the page around began, for the reader never gave them. Where none
 * is left, this is the beginning, and “Start again” would only load it anew.
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

function offerOnly(languages: readonly string[]): void {
  for (const link of languageLinks()) {
    if (!languages.includes(link.dataset['language'] ?? '')) link.closest('li')?.remove();
  }
  for (const list of document.querySelectorAll('.language-menu ul:empty')) {
    list.parentElement?.remove();
  }
}

/** Whether the page came with the request in another language than the one that is wanted: the code of the fields has it. */
function isOtherLanguage(): boolean {
  const links = languageLinks();
  if (links.length === 0) return false;
  const shown = links.find((link) => link.getAttribute('aria-current') === 'true');
  const { language = shown?.dataset['language'] } = parameters.values;
  return shown === undefined || shown.dataset['language'] !== language;
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

/** Prepares to load the code that takes a person's values, which then draws itself into the page. */
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

/** Opens a link that leads out in a tab; where none may open, shows its address to be copied. */
function leadOut(event: MouseEvent): void {
  const { target } = event;
  if (event.defaultPrevented || !(target instanceof Element) || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = target.closest<HTMLAnchorElement>('a[href]');
  const address = link?.getAttribute('href') ?? '#';
  if (link === null || address.startsWith('#') || address.startsWith(`${base}embed/`)) return;
  if (link.hasAttribute('download') && !isConfined) return;
  event.preventDefault();
  // A sandbox may keep its origin and still open no tab, which only trying tells.
  const tab = isConfined ? null : open(link.href, '_blank');
  if (tab === null)
    offerAddress(link, link.href, 'Address of the link: this frame opens no tabs, so copy it');
  else tab.opener = null;
}

/** Follows the height of the whole content; while it does, nothing is left to scroll. */
function followHeight(say: (height: number) => void): () => void {
  const sayHeight = () => say(Math.ceil(root.getBoundingClientRect().height));
  const { dataset } = document.documentElement;
  dataset['followed'] = '';
  const heights = new ResizeObserver(sayHeight);
  heights.observe(root);
  // Browsers hold observers back in frames that are out of sight, and the host must know before
  // they come into it.
  sayHeight();
  void document.fonts.ready.then(sayHeight);
  return () => {
    heights.disconnect();
    delete dataset['followed'];
  };
}
