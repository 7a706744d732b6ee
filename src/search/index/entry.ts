/** What a result may be. Results with equal scores are in this order. */
export const searchKinds = ['Error', 'Scope', 'Operation', 'Tool', 'Term', 'Page', 'Card'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Something that the search finds. */
export interface SearchEntry {
  readonly kind: SearchKind;
  readonly title: string;
  /** Below the base, with its fragment. */
  readonly path: string;
  /** Shown below the title: `401 invalid_client`, `GET /api/v1/groups`; may be empty. */
  readonly detail: string;
  /** Texts that mean exactly this: ids, other names, the words that Okta sends. */
  readonly keys: readonly string[];
  /** More words that may lead here; never shown. */
  readonly words: string;
}

type Row = readonly [title: string, path: string, detail: string, keys: string, words: string];

/** The content of `search-index.json`: entries as rows, by their kind. */
export interface SearchFile {
  readonly version: 1;
  readonly entries: Readonly<Partial<Record<SearchKind, readonly Row[]>>>;
}

/**
 * The page into which you paste an error, below the base: for texts that do not say which error it
 * is.
 */
export const errorReaderPath = 'errors/';

/** Where the index is, below the base. */
export const searchIndexPath = 'search-index.json';

/**
 * Writes entries as the file that a browser loads. Line ends separate the keys, so no key may
 * contain one.
 */
export function searchFile(entries: readonly SearchEntry[]): SearchFile {
  const rowsOf = (kind: SearchKind): readonly Row[] =>
    entries
      .filter((entry) => entry.kind === kind)
      .map(({ title, path, detail, keys, words }) => [title, path, detail, keys.join('\n'), words]);
  return {
    version: 1,
    entries: Object.fromEntries(searchKinds.map((kind) => [kind, rowsOf(kind)])),
  };
}

/**
 * Reads that file.
 *
 * @throws Error for an index that this version does not know
 */
export function entriesOf(file: unknown): readonly SearchEntry[] {
  if (!isSearchFile(file)) throw new Error('This is not a search index of a known version.');
  return searchKinds.flatMap((kind) =>
    (file.entries[kind] ?? []).map(([title, path, detail, keys, words]) => ({
      kind,
      title,
      path,
      detail,
      keys: keys.split('\n').filter((key) => key !== ''),
      words,
    })),
  );
}

const isSearchFile = (file: unknown): file is SearchFile =>
  typeof file === 'object' &&
  file !== null &&
  'version' in file &&
  file.version === 1 &&
  'entries' in file;
