import { replay } from '#guide/replay.ts';
import { loadClassicScript } from '#browser/classicScript.ts';
import { enableCopyButtons } from '#browser/copyButtons.ts';
import { applyChoices, enableRememberedChoices } from '#browser/rememberedChoices.ts';
import { embedPathOf } from '#share/address.ts';
import { legibleAccent } from '#embed/accent.ts';
import { type EmbedParameters, holdsParameters, parts, readParameters } from '#embed/parameters.ts';
import { startOf } from '#embed/start.ts';
import { type FrameMessage, isHello, parseHostMessage } from '#embed/protocol.ts';

import { framedParameters } from '../islands/framedParameters.ts';

// The script of the framed pages. Pages without it walk too; it adds the host's wishes, the height,
// and the copy buttons. It must run in a frame without an origin: nothing is stored, and nothing is
// fetched until a person asks or the host brings values.
const root = document.querySelector<HTMLElement>('#root') ?? document.body;
const { base = '/', answers = '', desk, deskStyle } = root.dataset;
const { walk } = replay(answers.split(' ').filter((answer) => answer !== ''));
const framed = framedParameters(root);
const { parameters, problems: misread } = readParameters(location.hash, framed.choices);
const start = parameters.start === undefined ? undefined : startOf(parameters.start);
const problems = [...misread, ...(start?.problem === undefined ? [] : [start.problem])];
/** In a frame without an origin no link may open a tab. */
const isConfined = self.origin === 'null';
/** What the code for a person's values can be asked for: a request, or the check of an operation. */
const hasDesk = walk.kind === 'outcome' || walk.node === 'obstacle';

if (walk.answers.length === 0 && start !== undefined && start.answers.length > 0) {
  // The page that is begun with reads the fragment anew, and says what is wrong with it.
  location.replace(`${base}${embedPathOf(start.answers)}${location.hash}`);
} else {
  enableCopyButtons();
  applyParameters();
  // Wrong values are left out, so that they are told once.
  if (problems.length === 0) framed.carry(sound(parameters));
  else framed.keep(sound(parameters));
  document.addEventListener('click', openDeskOnRequest);
  document.addEventListener('click', leadOut);
  addEventListener('message', greet);
  addEventListener('hashchange', heedNewParameters);
  enableRememberedChoices((name, value) => {
    if (name !== 'lang') return;
    const { values, ...others } = framed.current();
    framed.keep({ ...others, values: { ...values, language: value } });
  });
  for (const problem of problems) {
    // oxlint-disable-next-line no-console -- the one place where the host's developer looks
    console.warn(`okta-auth-guide: ${problem}`);
  }
  const { language, ...typed } = parameters.values;
  if (language !== undefined) applyChoices({ lang: language });
  if (hasDesk && Object.keys(typed).length > 0) {
    openDesk().catch(() => {
      // The sample stands, and the button beside it asks for the code again.
    });
  }
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
}

function offerOnly(languages: readonly string[]): void {
  const radios = [...document.querySelectorAll<HTMLInputElement>('input[data-remembers=lang]')];
  const offered = radios.filter(({ value }) => languages.includes(value));
  for (const radio of radios) if (!offered.includes(radio)) radio.closest('.tab')?.remove();
  const [first] = offered;
  if (first !== undefined && !offered.some(({ checked }) => checked)) first.checked = true;
}

/** Loads the code that takes a person's values, which then draws itself into the page. */
async function openDesk(): Promise<void> {
  if (root.dataset['deskOpened'] !== undefined) return;
  if (desk === undefined) throw new Error('The development server has no code for the fields.');
  root.dataset['deskOpened'] = '';
  if (deskStyle !== undefined) {
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = deskStyle;
    document.head.append(style);
  }
  try {
    await loadClassicScript(desk);
  } catch (error) {
    delete root.dataset['deskOpened'];
    throw error;
  }
}

function openDeskOnRequest({ target }: MouseEvent): void {
  if (!(target instanceof Element)) return;
  const button = target.closest<HTMLButtonElement>('button[data-opens-desk]');
  if (button === null) return;
  const status = button.nextElementSibling;
  if (status !== null) status.textContent = 'Loading the fields.';
  root.dataset['deskAsked'] = '';
  openDesk().catch(() => {
    if (status !== null) {
      status.textContent =
        'The fields could not be loaded. Check that you are online, and try again.';
    }
  });
}

/** Opens a link that leads out in a tab; where none may open, shows its address to be copied. */
function leadOut(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element) || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = target.closest<HTMLAnchorElement>('a[href]');
  const address = link?.getAttribute('href') ?? '#';
  if (link === null || address.startsWith('#') || address.startsWith(`${base}embed/`)) return;
  if (link.hasAttribute('download') && !isConfined) return;
  event.preventDefault();
  // A sandbox may keep its origin and still open no tab, which only trying tells.
  const tab = isConfined ? null : open(link.href, '_blank');
  if (tab === null) offerAddress(link);
  else tab.opener = null;
}

function offerAddress(link: HTMLAnchorElement): void {
  const offered = link.nextElementSibling;
  if (offered instanceof HTMLInputElement) {
    offered.select();
    return;
  }
  const field = document.createElement('input');
  field.readOnly = true;
  field.className = 'offered-address';
  field.value = link.href;
  field.setAttribute('aria-label', 'Address of the link: this frame opens no tabs, so copy it');
  link.after(field);
  field.select();
}

let heights: ResizeObserver | undefined;

/** Answers a host; one that greets again takes the place of the first. */
function greet({ source, data, ports }: MessageEvent<unknown>): void {
  const [port] = ports;
  if (source !== parent || parent === self || port === undefined || !isHello(data)) return;
  const say = (message: FrameMessage) => port.postMessage(message);
  port.addEventListener('message', (event: MessageEvent<unknown>) => {
    const asked = parseHostMessage(event.data);
    if (asked === undefined) return;
    const { walk: wanted } = replay(asked.answers);
    const fragment = root.dataset['fragment'] ?? '';
    location.assign(`${base}${embedPathOf(wanted.answers)}${fragment}`);
  });
  port.start();
  say({ type: 'state', answers: walk.answers, node: walk.node, kind: walk.kind });
  for (const message of problems) say({ type: 'problem', message });
  // The host follows the height from here on, so nothing is left to scroll.
  document.documentElement.dataset['followed'] = '';
  const sayHeight = () =>
    say({ type: 'height', height: Math.ceil(root.getBoundingClientRect().height) });
  heights?.disconnect();
  heights = new ResizeObserver(sayHeight);
  heights.observe(root);
  // Browsers hold observers back in frames that are out of sight, and the host must know before
  // they come into it.
  sayHeight();
  void document.fonts.ready.then(sayHeight);
}
