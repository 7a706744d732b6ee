import { replay } from '#guide/replay.ts';
import { enableCopyButtons } from '#browser/copyButtons.ts';
import { embedPathOf } from '#share/address.ts';
import { legibleAccent } from '#embed/accent.ts';
import { holdsParameters, parametersFragment, parts, readParameters } from '#embed/parameters.ts';
import { startOf } from '#embed/start.ts';
import { type FrameMessage, isHello, parseHostMessage } from '#embed/protocol.ts';

// The script of the framed pages. Pages without it walk too; it adds the host's wishes, the height,
// and the copy buttons. It must run in a frame without an origin: nothing is stored or fetched.
const root = document.querySelector<HTMLElement>('#root');
const { base = '/', answers = '' } = root?.dataset ?? {};
const { walk } = replay(answers.split(' ').filter((answer) => answer !== ''));
const { parameters, problems: misread } = readParameters(location.hash);
const start = parameters.start === undefined ? undefined : startOf(parameters.start);
const problems = [...misread, ...(start?.problem === undefined ? [] : [start.problem])];
const carried = carriedFragment();
/** In a frame without an origin no link may open a tab. */
const isConfined = self.origin === 'null';

if (walk.answers.length === 0 && start !== undefined && start.answers.length > 0) {
  // The page that is begun with reads the fragment anew, and says what is wrong with it.
  location.replace(`${base}${embedPathOf(start.answers)}${location.hash}`);
} else {
  enableCopyButtons();
  applyParameters();
  carryParameters();
  document.addEventListener('click', offerAddress);
  addEventListener('message', greet);
  addEventListener('hashchange', heedNewParameters);
  for (const problem of problems) {
    // oxlint-disable-next-line no-console -- the one place where the host's developer looks
    console.warn(`okta-auth-guide: ${problem}`);
  }
}

/** What the links carry on: wrong values are left out, so that they are told once. */
function carriedFragment(): string {
  const { start: given, ...others } = parameters;
  const isSound = given !== undefined && start?.problem === undefined;
  return parametersFragment(isSound ? parameters : others);
}

/** A host that changes the fragment loads no new page; an anchor of this page changes nothing. */
function heedNewParameters(): void {
  if (holdsParameters(location.hash)) location.reload();
}

function applyParameters(): void {
  const { dataset, style } = document.documentElement;
  const { theme, accent, shown } = parameters;
  if (theme !== 'auto') dataset['theme'] = theme;
  if (accent !== undefined) {
    const [light, dark] = [legibleAccent(accent, 'light'), legibleAccent(accent, 'dark')];
    style.setProperty('--accent', `light-dark(${light}, ${dark})`);
  }
  dataset['hides'] = parts.filter((part) => !shown.includes(part)).join(' ');
}

/** Links of the walk keep the parameters. */
function carryParameters(): void {
  if (carried === '') return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const address = link.getAttribute('href') ?? '';
    if (address.startsWith(`${base}embed/`)) link.setAttribute('href', address + carried);
  }
}

/** Where links cannot open, shows the address instead, ready to be copied. */
function offerAddress(event: MouseEvent): void {
  const { target } = event;
  if (!isConfined || !(target instanceof Element)) return;
  const link = target.closest<HTMLAnchorElement>('a[target="_blank"]');
  if (link === null) return;
  event.preventDefault();
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
    location.assign(`${base}${embedPathOf(wanted.answers)}${carried}`);
  });
  port.start();
  say({ type: 'state', answers: walk.answers, node: walk.node, kind: walk.kind });
  for (const message of problems) say({ type: 'problem', message });
  // The host follows the height from here on, so nothing is left to scroll.
  document.documentElement.dataset['followed'] = '';
  const measured = root ?? document.body;
  const sayHeight = () =>
    say({ type: 'height', height: Math.ceil(measured.getBoundingClientRect().height) });
  heights?.disconnect();
  heights = new ResizeObserver(sayHeight);
  heights.observe(measured);
  // Browsers hold observers back in frames that are out of sight, and the host must know before
  // they come into it.
  sayHeight();
  void document.fonts.ready.then(sayHeight);
}
