import type { Catalogue } from '#catalogue/operation.ts';
import { scopeNames } from '#catalogue/scopes.ts';
import { operationTitle } from '#catalogue/title.ts';
import { causesOf, errorHeading, type KnownError } from '#guide/errors/knownError.ts';
import { errorPath } from '#screens/errors/errorPaths.ts';
import { findingFragment, showingFragment } from '#screens/operations/addingFragment.ts';
import type { SearchEntry } from '#search/index/entry.ts';

import { pageNames } from './pageNames.ts';
import type { SearchedTerm } from './searchedTerms.ts';

/** A tool with a page of its own, as far as the search needs to know it. */
export interface SearchedTool {
  readonly id: string;
  readonly name: string;
  /** What else people call it. */
  readonly aliases: readonly string[];
}

/** A page, as the search names it. */
export interface SearchedPage {
  readonly path: string;
  readonly title: string;
  readonly description: string;
}

export interface SearchedParts {
  readonly catalogue: Catalogue;
  readonly errors: readonly KnownError[];
  readonly tools: readonly SearchedTool[];
  readonly terms: readonly SearchedTerm[];
  readonly pages: readonly SearchedPage[];
  readonly cards: readonly { readonly title: string }[];
}

/** Everything that the search of the site finds. */
export function searchEntries({
  catalogue,
  errors,
  tools,
  terms,
  pages,
  cards,
}: SearchedParts): readonly SearchEntry[] {
  return [
    ...errors.map(errorEntry),
    ...scopeEntries(catalogue),
    ...operationEntries(catalogue),
    ...tools.map(({ id, name, aliases }): SearchEntry => ({
      kind: 'Tool',
      title: name,
      path: `tools/${id}/`,
      detail: '',
      keys: [id, name, ...aliases],
      words: '',
    })),
    ...terms.map(({ term, names, path }): SearchEntry => ({
      kind: 'Term',
      title: term,
      path,
      detail: names.join(', '),
      keys: [term, ...names],
      words: '',
    })),
    ...pages.map(({ path, title, description }): SearchEntry => ({
      kind: 'Page',
      title,
      path,
      detail: '',
      keys: [title, path.replaceAll(/[/-]/g, ' ').trim(), ...(pageNames.get(path) ?? [])].filter(
        (key) => key !== '',
      ),
      words: description,
    })),
    ...cards.map(({ title }): SearchEntry => ({
      kind: 'Card',
      title,
      path: 'workshop/#cards',
      detail: '',
      keys: [],
      words: 'workshop',
    })),
  ];
}

function errorEntry(error: KnownError): SearchEntry {
  return {
    kind: 'Error',
    title: errorHeading(error),
    path: errorPath(error),
    detail: error.signal,
    keys: [error.id, ...error.message.split('\n')].filter((key) => key !== ''),
    words: causesOf(error)
      .map(({ cause }) => cause.replaceAll('`', ''))
      .join(' '),
  };
}

function scopeEntries(catalogue: Catalogue): readonly SearchEntry[] {
  return [...scopeNames(catalogue)].toSorted().map((scope) => {
    const count = catalogue.operations.filter(({ credentials }) =>
      credentials.scopeSets.some((set) => set.includes(scope)),
    ).length;
    return {
      kind: 'Scope',
      title: scope,
      path: `operations/${findingFragment(scope)}`,
      detail: count === 1 ? 'One operation' : `${count} operations`,
      keys: [scope],
      words: '',
    };
  });
}

function operationEntries(catalogue: Catalogue): readonly SearchEntry[] {
  return catalogue.operations.map((operation) => {
    const { id, reference, method, path, tag } = operation;
    return {
      kind: 'Operation',
      title: operationTitle(operation),
      path: `operations/${showingFragment(reference)}`,
      detail: `${method} ${path}`,
      keys: [...new Set([id, reference])],
      words: tag,
    };
  });
}
