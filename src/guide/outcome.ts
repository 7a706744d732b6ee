import type { Claim, Difference, SetUpStep, Source, Statement } from './claim.ts';
import type { KnownError } from './errors/knownError.ts';
import type { Answer } from './questions.ts';

/** A thing to do, with the page that helps with it. */
export interface NextStep extends Statement {
  readonly help: {
    /** The words of the link. */
    readonly label: string;
    /** A page of the method's handbook, or the page on operations. */
    readonly page: 'set-up' | 'keys' | 'requests' | 'details' | 'operations';
    /** A section of that page. */
    readonly anchor?: string;
  };
}

/** One of the three methods: everything that its page says. */
export interface Outcome {
  /** The page's heading, stating the thing: "Use a service app with a private key". */
  readonly heading: string;
  /** The method's name in running text. */
  readonly name: string;
  /** At most 24 characters: the box in the picture. */
  readonly short: string;
  /** The verdict in one sentence. */
  readonly verdict: Statement;
  /** What it is. */
  readonly whatItIs: readonly [Statement, ...Statement[]];
  /** Said only after one of these answers, for example the caveat of a privately shared service app. */
  readonly afterAnswers: readonly {
    readonly answers: readonly Answer[];
    readonly heading: string;
    readonly statements: readonly [Statement, ...Statement[]];
  }[];
  /** The next three things to do, the first one first. */
  readonly nextSteps: readonly [NextStep, NextStep, NextStep];
  /** What it costs and risks. */
  readonly costs: readonly [Statement, ...Statement[]];
  readonly setUp: readonly [SetUpStep, ...SetUpStep[]];
  /** More to know, under headings of its own: keys, scopes, DPoP, limits, audit, life cycle. */
  readonly topics: readonly {
    readonly heading: string;
    /** The topic’s place in addresses, where its heading has changed since it was published. */
    readonly anchor?: string;
    readonly claims: readonly [Claim, ...Claim[]];
  }[];
  /** What usually goes wrong, the most frequent first. */
  readonly errors: readonly [KnownError, ...KnownError[]];
  /** Where the article and today's documentation differ. */
  readonly differences: readonly Difference[];
  /** What still holds in the article. */
  readonly article: readonly Claim[];
  /** What no public source says. */
  readonly unknowns: readonly Claim[];
}

/** An interface other than the APIs of this guide, or one that makes the call unnecessary. */
export interface InterfaceCase {
  /** The anchor of its heading; never changes. */
  readonly id: string;
  /** What the reader has at hand: "Okta sends users to our SCIM server". */
  readonly heading: string;
  /** Whether this is one of the APIs that the three methods give access to, and why or why not. */
  readonly isThisApi: Statement;
  /** Which credential it takes instead. */
  readonly credential: Statement;
  /** Where its requests go: a host or an address; absent where the reader's program sends none. */
  readonly host?: string;
  /** Pages to read next, the first one first; empty where only another product's own documentation helps. */
  readonly readOn: readonly Source[];
  /** The answers that lead on within this guide, where it helps after all. */
  readonly goOn?: { readonly answers: readonly Answer[]; readonly label: string };
}

/** A place where this is the wrong guide: why, and where to go. */
export interface Exit {
  readonly heading: string;
  readonly name: string;
  readonly short: string;
  readonly verdict: Statement;
  readonly explanation: readonly [Statement, ...Statement[]];
  /** Where to go instead, with the page of Okta's that explains it. */
  readonly whereToGo: readonly [Statement, ...Statement[]];
  /** How to put it in place, the first step first; absent where Okta's pages have to be followed. */
  readonly setUp?: readonly [SetUpStep, ...SetUpStep[]];
  /** The cases in which a reader can find their own, where the exit gathers several. */
  readonly cases?: readonly [InterfaceCase, ...InterfaceCase[]];
  readonly topics: readonly {
    readonly heading: string;
    readonly claims: readonly [Claim, ...Claim[]];
  }[];
  readonly differences: readonly Difference[];
}
