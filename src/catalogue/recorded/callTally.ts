import type { Catalogue, CatalogueOperation } from '../operation.ts';
import type { OtherInterface } from '../pasted/otherInterface.ts';
import { recordedCall, type RecordedCall, type RecordedRequest } from './recordedCall.ts';

/** Where something was seen. */
export interface Seen {
  /** How many times. */
  readonly count: number;
  /** The first places: numbers of lines, or of entries, from 1. */
  readonly places: readonly number[];
}

/** What a place’s number counts. */
export type PlaceUnit = 'line' | 'entry' | 'request' | 'event' | 'record';

/**
 * What one program calls. Every text in it is safe to show: it has names and placeholders, never a
 * value.
 */
export interface CallsOfProgram {
  /** The client ID or the ID of the API token, if a System Log has it; otherwise absent. */
  readonly caller?: string;
  readonly operations: readonly { readonly operation: CatalogueOperation; readonly seen: Seen }[];
  /** The method was not recorded, and several operations are at the path. */
  readonly unsettled: readonly {
    readonly path: string;
    readonly operations: readonly CatalogueOperation[];
    readonly seen: Seen;
  }[];
  readonly elsewhere: readonly {
    readonly shown: string;
    readonly interface: OtherInterface;
    readonly seen: Seen;
  }[];
  /** They count only if the host is the custom domain of the org. */
  readonly otherHosts: readonly {
    readonly host: string;
    readonly operations: readonly CatalogueOperation[];
    readonly seen: Seen;
  }[];
  readonly unknown: readonly { readonly shown: string; readonly seen: Seen }[];
  /** How many calls had to be left out, because there were too many different ones. */
  readonly leftOut: number;
}

/** Any further different calls are counted and left out. */
const mostDifferent = 3000;
const mostCallers = 100;
const mostPlaces = 3;
const mostRemembered = 5000;

interface Entry {
  readonly call: RecordedCall;
  count: number;
  readonly places: number[];
}

interface Caller {
  readonly found: Map<string, Entry>;
  leftOut: number;
}

/** Counts calls for each caller, by operation. */
export class CallTally {
  readonly #catalogue: Catalogue;
  readonly #ownHosts: ReadonlySet<string>;
  readonly #callers = new Map<string, Caller>();
  /** A program calls the same addresses again and again. */
  readonly #remembered = new Map<string, RecordedCall | undefined>();

  constructor(catalogue: Catalogue, ownHosts: ReadonlySet<string>) {
    this.#catalogue = catalogue;
    this.#ownHosts = ownHosts;
  }

  /** Counts a request; returns whether it is a call to Okta’s APIs, or may be. */
  addRequest(request: RecordedRequest, place: number, caller = ''): boolean {
    const { method = '', address, host = '', eventType = '' } = request;
    const key = `${method} ${address} ${host} ${eventType}`;
    const isRemembered = this.#remembered.has(key);
    const call = isRemembered
      ? this.#remembered.get(key)
      : recordedCall(this.#catalogue, request, this.#ownHosts);
    if (!isRemembered && this.#remembered.size < mostRemembered) this.#remembered.set(key, call);
    if (call !== undefined) this.add(call, place, caller);
    return call !== undefined;
  }

  /** Counts a call. */
  add(call: RecordedCall, place: number, caller = ''): void {
    const program = this.#callerNamed(caller);
    const { found } = program;
    const key =
      call.kind === 'operation'
        ? `operation ${call.operation.reference}`
        : `${call.kind} ${call.shown} ${'operations' in call ? call.operations.map(({ reference }) => reference).join() : ''}`;
    const known = found.get(key);
    if (known !== undefined) {
      known.count += 1;
      if (known.places.length < mostPlaces && !known.places.includes(place)) {
        known.places.push(place);
      }
    } else if (found.size < mostDifferent) found.set(key, { call, count: 1, places: [place] });
    else program.leftOut += 1;
  }

  #callerNamed(name: string): Caller {
    const key = this.#callers.has(name) || this.#callers.size < mostCallers ? name : '';
    const caller = this.#callers.get(key) ?? { found: new Map<string, Entry>(), leftOut: 0 };
    this.#callers.set(key, caller);
    return caller;
  }

  /** What was counted, by caller, in the order of their first calls. */
  programs(): readonly CallsOfProgram[] {
    return [...this.#callers].map(([name, { found, leftOut }]): CallsOfProgram => {
      const caller = name === '' ? undefined : name;
      const entries = [...found.values()].map(({ call, count, places }) => ({
        call,
        seen: { count, places },
      }));
      const calls = {
        operations: entries.flatMap(({ call, seen }) =>
          call.kind === 'operation' ? [{ operation: call.operation, seen }] : [],
        ),
        unsettled: entries.flatMap(({ call, seen }) =>
          call.kind === 'unsettled'
            ? [{ path: call.shown, operations: call.operations, seen }]
            : [],
        ),
        elsewhere: entries.flatMap(({ call, seen }) =>
          call.kind === 'elsewhere' ? [{ shown: call.shown, interface: call.interface, seen }] : [],
        ),
        otherHosts: entries.flatMap(({ call, seen }) =>
          call.kind === 'otherHost'
            ? [{ host: call.shown, operations: call.operations, seen }]
            : [],
        ),
        unknown: entries.flatMap(({ call, seen }) =>
          call.kind === 'unknown' ? [{ shown: call.shown, seen }] : [],
        ),
        leftOut,
      };
      return caller === undefined ? calls : Object.assign(calls, { caller });
    });
  }
}
