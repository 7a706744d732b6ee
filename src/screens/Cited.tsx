import { createContext, Fragment, type ReactNode, useContext, useId } from 'react';

import type { Claim, ClaimStatus, Source, Statement } from '#guide/claim.ts';
import { claimStatusWords } from '#guide/claimStatusWords.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { useIsFramed } from './site.tsx';
import { sourceDateWords } from './sourceDate.ts';

/** The sources that the page lists, in its order. */
const PageSources = createContext<readonly Source[]>([]);
export const PageSourcesProvider = PageSources.Provider;

const weakestFirst: readonly ClaimStatus[] = ['unknown', 'conflict', 'inferred'];

/** The label of the weakest of these statuses after a space, nothing where all sources agree. */
export function Standing({ of }: { readonly of: readonly ClaimStatus[] }) {
  const weakest = weakestFirst.find((status) => of.includes(status));
  if (weakest === undefined) return null;
  return (
    <>
      {' '}
      <span className="standing">{claimStatusWords[weakest].label}</span>
    </>
  );
}

/** Those of them that the page lists, each once, in the page's order. */
function useListed(sources: readonly Source[]): readonly Source[] {
  return useContext(PageSources).filter((source) => sources.includes(source));
}

interface MarkedProps {
  /** The id of what the mark opens. */
  readonly id: string;
  readonly sources: readonly Source[];
  /** What they are the sources of: for those who hear the mark alone, the text in front of it. */
  readonly of: string;
  /** Whether the mark says so to all, where it is below a list. */
  readonly isSpelled?: boolean;
  /** False where an earlier mark has brought the same sources. */
  readonly isOpener?: boolean;
  /** Whether text follows in the same paragraph. */
  readonly isWithin?: boolean;
}

/** A quiet mark that opens these sources, without script; nothing where there are none. */
function Marked({
  id,
  sources,
  of,
  isSpelled = false,
  isOpener = true,
  isWithin = false,
}: MarkedProps) {
  const listed = useContext(PageSources);
  const isFramed = useIsFramed();
  if (sources.length === 0) return null;
  const placed = (mark: ReactNode) =>
    isSpelled ? mark : <Beside isWithin={isWithin}>{mark}</Beside>;
  const count = sources.length === 1 ? '1 source' : `${sources.length} sources`;
  const spelled = isSpelled && `${count} for ${of}`;
  const name = isSpelled ? undefined : `Show ${count} for “${beginningOf(of)}”`;
  if (isFramed) {
    const places = sources.map((source) => listed.indexOf(source) + 1);
    const link = (
      // Made to open what the list says there, by browser/sourcesInPlace.ts.
      <a
        className="cite"
        href={`#source-${places[0]}`}
        data-sources={places.join(' ')}
        aria-label={name}
      >
        {spelled}
      </a>
    );
    return placed(link);
  }
  const mark = (
    <>
      <button type="button" className="cite" popoverTarget={id} aria-label={name}>
        {spelled}
      </button>
      {isOpener && <OpenedSources id={id} sources={sources} />}
    </>
  );
  return placed(mark);
}

interface BesideProps {
  readonly isWithin: boolean;
  readonly children: ReactNode;
}

/** A mark after the text in front of it; within a paragraph it stays on the line of the last word. */
function Beside({ isWithin, children }: BesideProps) {
  // At a paragraph's end `text-wrap: pretty` does the same without an element.
  if (!isWithin) return <> {children}</>;
  return (
    <span className="beside">
      {'\u00A0'}
      {children}
    </span>
  );
}

/**
 * The sources that a mark opens. Only phrasing, so that it can be within a sentence's paragraph;
 * a browser without popovers shows it there.
 */
function OpenedSources({
  id,
  sources,
}: {
  readonly id: string;
  readonly sources: readonly Source[];
}) {
  return (
    <span popover="auto" id={id} className="opened-sources">
      {sources.map((source) => (
        <Fragment key={source.id}>
          <a href={source.url}>{source.title}</a>
          {` ${sourceDateWords(source)} ${source.date} `}
        </Fragment>
      ))}
    </span>
  );
}

/** Enough of a text to recognise it. */
function beginningOf(text: string): string {
  const words = text.replaceAll('`', '').split(' ');
  return words.length > 6 ? `${words.slice(0, 5).join(' ')}…` : words.join(' ');
}

interface CitationsProps {
  readonly sources: readonly Source[];
  /** The text in front of the mark. */
  readonly of: string;
  /** Whether text follows in the same paragraph. */
  readonly isWithin?: boolean;
}

/** One mark for these sources, straight after the text: it brings its own space. */
export function Citations({ sources, ...mark }: CitationsProps) {
  return <Marked id={useId()} sources={useListed(sources)} {...mark} />;
}

const claimsOf = (of: Claim | Statement): readonly Claim[] => ('basis' in of ? of.basis : [of]);

/** The sentence with its status. */
function Said({ of }: { readonly of: Claim | Statement }) {
  return (
    <>
      <TextWithCode text={of.text} />
      <Standing of={claimsOf(of).map(({ status }) => status)} />
    </>
  );
}

interface CitedProps {
  readonly of: Claim | Statement;
  /** Whether text follows in the same paragraph. */
  readonly isWithin?: boolean;
}

/** A claim, a statement or a remedy with its status and its sources. */
export function Cited({ of, isWithin = false }: CitedProps) {
  return (
    <>
      <Said of={of} />
      <Citations
        sources={claimsOf(of).flatMap(({ sources }) => sources)}
        of={of.text}
        isWithin={isWithin}
      />
    </>
  );
}

/** Several of them, a paragraph each. */
export function CitedParagraphs({ of }: { readonly of: readonly (Claim | Statement)[] }) {
  return of.map((each) => (
    <p key={each.text}>
      <Cited of={each} />
    </p>
  ));
}

/**
 * Several of them as a list. Where all rest on the same sources, the list has one mark; otherwise
 * those that do open the same sources.
 */
export function CitedList({ of }: { readonly of: readonly (Claim | Statement)[] }) {
  const id = useId();
  const page = useContext(PageSources);
  const items = of.map((each) => {
    const cited = new Set(claimsOf(each).flatMap(({ sources }) => sources));
    const sources = page.filter((source) => cited.has(source));
    return { each, sources, key: sources.map((source) => source.id).join() };
  });
  const [first] = items;
  const isShared = items.length > 1 && items.every(({ key }) => key === first?.key);
  return (
    <>
      <ul className="stack list-disc ps-5 [--gap:0.5rem]">
        {items.map(({ each, sources, key }, index) => {
          const opener = items.findIndex((other) => other.key === key);
          return (
            <li key={each.text}>
              <Said of={each} />
              {!isShared && (
                <Marked
                  id={`${id}${opener}`}
                  sources={sources}
                  of={each.text}
                  isOpener={opener === index}
                />
              )}
            </li>
          );
        })}
      </ul>
      {isShared && first !== undefined && (
        <p>
          <Marked id={id} sources={first.sources} of="this list" isSpelled />
        </p>
      )}
    </>
  );
}
