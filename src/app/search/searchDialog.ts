import type { SnapshotFrom } from 'xstate';

import type { SearchEntry } from '#search/index/entry.ts';
import { searchFor, type SearchIndex } from '#search/index/search.ts';
import { secretLike } from '#snippets/secretLike.ts';
import { isSearchKeyOn, switchSearchKey } from '#browser/searchKey.ts';

// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../../styles/search.css';
import { foundWords, unknownPathWords } from './foundWords.ts';
import type { searchMachine } from './searchMachine.ts';

/** How many hits are shown; to see others, a person types on. */
const mostShown = 12;

interface SearchDialog {
  readonly open: () => void;
  /** Shows what the machine says. */
  readonly show: (snapshot: SnapshotFrom<typeof searchMachine>) => void;
}

interface Wishes {
  readonly onClose: () => void;
  readonly onRetry: () => void;
}

const listId = 'search-hits';
const optionId = (position: number): string => `search-hit-${position}`;

/**
 * Makes the dialog of the search: the editable combobox with a list of the WAI-ARIA Authoring
 * Practices, in plain DOM so that it weighs little. What is typed stays in the field.
 *
 * @param base path that all addresses of the site start with
 */
export function searchDialog(base: string, { onClose, onRetry }: Wishes): SearchDialog {
  const dialog = made('dialog', { className: 'search-dialog', ariaLabel: 'Search the guide' });
  const field = made('input', { type: 'search', id: 'search-field' });
  const list = made('div', {
    id: listId,
    role: 'listbox',
    ariaLabel: 'Search results',
    hidden: true,
  });
  const status = made('p', { role: 'status', className: 'quiet' });
  const close = button('Close', () => dialog.close());
  const retry = button('Try again', onRetry);
  let index: SearchIndex | undefined;
  let active = -1;

  for (const [name, value] of [
    ['role', 'combobox'],
    ['autocomplete', 'off'],
    ['autocapitalize', 'off'],
    ['spellcheck', 'false'],
    ['maxlength', '20000'],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
    ['aria-controls', listId],
    ['aria-describedby', 'search-hint'],
  ] as const) {
    field.setAttribute(name, value);
  }
  list.className = 'search-hits';
  const label = made('label', { htmlFor: field.id, className: 'font-semibold' });
  label.textContent = 'Search the guide';
  const head = made('div', { className: 'flex flex-wrap items-center justify-between' });
  head.append(label, close);
  const hint = made('p', { id: 'search-hint', className: 'quiet' });
  hint.textContent =
    'An error text or code, an endpoint, an operation, a scope, a tool, a term or a page.';
  const group = made('div', { className: 'field' });
  const key = made('input', { type: 'checkbox', checked: isSearchKeyOn() });
  key.addEventListener('change', () => switchSearchKey(key.checked));
  const keyLabel = made('label', { className: 'flex items-center gap-2 py-1 quiet' });
  keyLabel.append(key, 'Open the search with the / key');
  group.append(head, hint, field, status, retry, list, keyLabel);
  dialog.append(group);
  retry.hidden = true;
  document.body.append(dialog);

  const options = (): readonly HTMLElement[] => [
    ...list.querySelectorAll<HTMLElement>('[role=option]'),
  ];

  function activate(position: number): void {
    active = position;
    for (const [at, shown] of options().entries()) {
      shown.ariaSelected = String(at === position);
      if (at === position) shown.scrollIntoView({ block: 'nearest' });
    }
    if (position < 0) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', optionId(position));
  }

  function showHits(hits: readonly SearchEntry[], words: string): void {
    list.replaceChildren(...hits.map((hit, position) => option(base, hit, position)));
    list.hidden = hits.length === 0;
    field.ariaExpanded = String(hits.length > 0);
    activate(hits.length > 0 ? 0 : -1);
    say(words);
  }

  function say(words: string): void {
    if (status.textContent !== words) status.textContent = words;
  }

  function search(): void {
    const query = field.value.trim();
    const secret = query === '' ? undefined : secretLike(query);
    field.ariaInvalid = secret === undefined ? null : 'true';
    if (secret !== undefined) {
      // Nothing of it stays, not even in the field.
      field.value = '';
      showHits([], `${secret.replaceAll('`', '')} Nothing was searched.`);
    } else if (index === undefined || query === '') {
      showHits([], '');
    } else {
      const { hits, total, isUnknownPath } = searchFor(index, query, mostShown);
      showHits(hits, isUnknownPath ? unknownPathWords : foundWords(total, hits.length));
    }
  }

  field.addEventListener('input', search);
  field.addEventListener('keydown', (event) => {
    // What an input method is composing is not finished yet.
    if (event.isComposing) return;
    const shown = options();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      const from = active < 0 && step < 0 ? 0 : active;
      activate((from + step + shown.length) % shown.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      shown[active]?.click();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      dialog.close();
    }
  });
  list.addEventListener('click', (event) => {
    // The link works by itself; the dialog stays open if it opens another tab.
    if (!event.metaKey && !event.ctrlKey && !event.shiftKey) dialog.close();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => {
    field.value = '';
    field.ariaInvalid = null;
    showHits([], '');
    onClose();
  });

  return {
    open: () => {
      // The browser returns the focus to where it was.
      if (!dialog.open) dialog.showModal();
      field.focus();
    },
    show: (snapshot) => {
      ({ index } = snapshot.context);
      retry.hidden = !snapshot.matches('failed');
      if (snapshot.matches('loading')) say('Loading the search index.');
      else if (snapshot.matches('failed')) {
        say('The search index could not be loaded. Check that you are online, and try again.');
      } else if (snapshot.matches('ready')) search();
    },
  };
}

/** A hit: a link that says what it is. */
function option(base: string, hit: SearchEntry, position: number): HTMLElement {
  const link = made('a', {
    id: optionId(position),
    role: 'option',
    href: base + hit.path,
    tabIndex: -1,
    className: 'search-hit',
  });
  const kind = made('span', { className: 'quiet' });
  kind.textContent = hit.kind;
  const title = made('span', { className: 'font-semibold' });
  title.textContent = hit.title.replaceAll('`', '');
  link.append(kind, ' ', title);
  if (hit.detail !== '') {
    const detail = made(hit.kind === 'Operation' ? 'code' : 'span', { className: 'quiet' });
    detail.textContent = hit.detail;
    link.append(' ', detail);
  }
  return link;
}

function button(label: string, act: () => void): HTMLButtonElement {
  const element = made('button', { type: 'button', className: 'button' });
  element.textContent = label;
  element.addEventListener('click', act);
  return element;
}

function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}
