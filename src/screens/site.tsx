import { createContext, useContext } from 'react';

import type { OutcomeId } from '#guide/nodeIds.ts';
import type { Answer } from '#guide/questions.ts';
import { embedPathOf, framedPathOf, pathOf } from '#share/address.ts';

/** What every screen needs to know about the site that it is part of. */
export interface Site {
  /** Path that all addresses start with, `/` or for example `/okta-guide/`. */
  readonly base: string;
  /** The site's address without its base; absent or empty where it is not known. */
  readonly origin?: string | undefined;
  /** The values of this visit as a fragment with its `#`, empty where all are defaults. */
  readonly fragment: string;
  /** Whether the screen is shown in somebody else's page: its states are then the framed pages. */
  readonly isFramed?: boolean;
  /** Paths of the pages that have a framed form; links to them stay in the frame. */
  readonly framedPaths?: readonly string[];
  /** Set where the screens are used alone, and addresses lead nowhere: in the file of the workshop. */
  readonly isAway?: boolean;
  /** Address of the repository whose issues take reports of mistakes; empty or absent where there is none. */
  readonly repository?: string | undefined;
  /** Ids of the snippet languages that the page around wants; absent for all. */
  readonly offeredLanguages?: readonly string[] | undefined;
}

const SiteContext = createContext<Site>({ base: '/', fragment: '' });
export const SiteProvider = SiteContext.Provider;

/** Whether the screen is shown in somebody else's page. */
export const useIsFramed = (): boolean => useContext(SiteContext).isFramed ?? false;

/** Whether addresses of the site lead anywhere. */
export const useHasSite = (): boolean => !(useContext(SiteContext).isAway ?? false);

/** The absolute address of the site, ends with `/`; empty where it is not known. */
export function useSiteAddress(): string {
  const { base, origin = '' } = useContext(SiteContext);
  return origin === '' ? '' : `${origin}${base}`;
}

/** Where mistakes are reported. */
export function useReporting() {
  const { base, repository = '' } = useContext(SiteContext);
  return {
    /** As in `Site`, empty where there is none. */
    repository,
    /**
     * A new issue that names the page and nothing that was typed; without a repository, the page
     * that says how else.
     */
    addressFor: (path: string) =>
      repository === ''
        ? `${base}about/#report`
        : `${repository}/issues/new?title=${encodeURIComponent(`Mistake on /${path}`)}`,
  };
}

/** Tells whether a snippet language, by its id, is offered here. */
export function useIsOffered(): (language: string) => boolean {
  const { offeredLanguages } = useContext(SiteContext);
  return (language) => offeredLanguages?.includes(language) ?? true;
}

/** The addresses of this site. */
export function useAddresses() {
  const { base, fragment, isFramed = false, framedPaths = [] } = useContext(SiteContext);
  return {
    /** The page of the state after these answers, with the values of this visit. */
    state: (answers: readonly Answer[]) =>
      `${base}${(isFramed ? embedPathOf : pathOf)(answers)}${fragment}`,
    /** A file that lies beside the page of that state, for example `record.md`. */
    beside: (answers: readonly Answer[], file: string) => `${base}${pathOf(answers)}${file}`,
    /** A section of a result that its framed page leaves out. */
    fullSection: (answers: readonly Answer[], anchor: string) =>
      isFramed ? `${base}${pathOf(answers)}#${anchor}` : `#${anchor}`,
    /** A page that may have a framed form, by its path: that form where this page is framed too. */
    page: (path: string) => `${base}${framedPaths.includes(path) ? framedPathOf(path) : path}`,
    /** The lab, with the request of a method and the values of this visit (`#share/labLink.ts`). */
    lab: (method: OutcomeId) => `${base}lab/#lab=1&method=${method}${fragment.replace('#', '&')}`,
    /** A page or file by its path below the base, for example `about/`. */
    file: (path: string) => `${base}${path}`,
  };
}
