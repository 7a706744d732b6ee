import type { Catalogue, CatalogueOperation } from '../operation.ts';
import { addressIn, hostOf, type PastedAddress } from '../pasted/address.ts';
import { interfaceAt, type OtherInterface } from '../pasted/otherInterface.ts';
import { isKnownSegment, matchPath } from '../pasted/pathMatch.ts';
import { isPlainName, leftOutPart, shownPath } from '../pasted/safeExcerpt.ts';
import { operationsBehind } from './systemLogEvent.ts';

/** A request in a recording. Nothing else of the recording is read. */
export interface RecordedRequest {
  readonly method?: string | undefined;
  /** Whole, or a path. */
  readonly address: string;
  /** The host, if the recording has it separately from the address. */
  readonly host?: string | undefined;
  /** The type of the System Log event that it caused, which replaces its method. */
  readonly eventType?: string | undefined;
}

/** What a recorded request is. Its shown texts contain names only, never a value. */
export type RecordedCall =
  | { readonly kind: 'operation'; readonly operation: CatalogueOperation }
  /** The recording does not say the method, and several operations are at the path. */
  | {
      readonly kind: 'unsettled';
      readonly shown: string;
      readonly operations: readonly CatalogueOperation[];
    }
  | { readonly kind: 'elsewhere'; readonly shown: string; readonly interface: OtherInterface }
  /** It looks like a call to Okta’s APIs, but no operation matches it. */
  | { readonly kind: 'unknown'; readonly shown: string }
  /** At a host that may be the custom domain of an org, or anybody’s. */
  | {
      readonly kind: 'otherHost';
      readonly shown: string;
      readonly operations: readonly CatalogueOperation[];
    };

/**
 * Says which operation a recorded request calls.
 *
 * @param ownHosts custom domains of the org, in lower case: calls to them count
 * @returns undefined if it is not a call to Okta’s APIs at all
 */
export function recordedCall(
  catalogue: Catalogue,
  request: RecordedRequest,
  ownHosts: ReadonlySet<string>,
): RecordedCall | undefined {
  const address = withHost(addressIn(request.address), request.host, ownHosts);
  if (address.host === 'otherVendor' || address.host === 'oktaSite') return undefined;
  const method = methodOf(request.method);
  const match = matchPath(catalogue, address.path);
  if (address.host === 'custom') {
    const operations = match === undefined ? [] : withMethod(match.operations, method);
    return operations.length === 0
      ? undefined
      : { kind: 'otherHost', shown: shownHost(address.hostName), operations };
  }
  const path = shownPath(address.path, (segment) => isKnownSegment(catalogue, segment));
  const shown = method === undefined ? path : `${method} ${path}`;
  const other = interfaceAt(address);
  if (other !== undefined) return { kind: 'elsewhere', shown, interface: other };
  if (match === undefined) {
    return isApiPath(catalogue, address) ? { kind: 'unknown', shown } : undefined;
  }
  const candidates = withMethod(match.operations, method);
  const possible =
    method === undefined && request.eventType !== undefined
      ? operationsBehind(request.eventType, candidates)
      : candidates;
  const [only, ...others] = possible;
  if (only === undefined) {
    // A browser’s preflight before a request from another origin is not a call of the program.
    return method === 'OPTIONS'
      ? undefined
      : { kind: 'unknown', shown: `${method ?? ''} ${match.template}` };
  }
  return others.length === 0
    ? { kind: 'operation', operation: only }
    : { kind: 'unsettled', shown: match.template, operations: possible };
}

const withMethod = (
  operations: readonly CatalogueOperation[],
  method: string | undefined,
): readonly CatalogueOperation[] =>
  method === undefined ? operations : operations.filter((each) => each.method === method);

const methodOf = (written: string | undefined): string | undefined =>
  written !== undefined && /^(?:get|post|put|patch|delete|options|head)$/i.test(written)
    ? written.toUpperCase()
    : undefined;

function withHost(
  address: PastedAddress,
  host: string | undefined,
  ownHosts: ReadonlySet<string>,
): PastedAddress {
  const named = address.hostName === '' ? hostNamed(host) : address.hostName;
  if (ownHosts.has(named)) return { ...address, host: 'org', hostName: named };
  return named === '' ? address : { ...address, host: hostOf(named), hostName: named };
}

/** The name in a `Host` field or a typed custom domain, in lower case; empty for anything else. */
export const hostNamed = (written = ''): string =>
  /^(?:https?:\/\/)?([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})(?::\d{1,5})?\/?$/
    .exec(written.trim())?.[1]
    ?.toLowerCase() ?? '';

/** A host by the names in it, without parts that look random. */
const shownHost = (name: string): string =>
  name
    .split('.')
    .map((label) => (isPlainName(label) || /^\d{1,3}$/.test(label) ? label : leftOutPart))
    .join('.');

const beginnings = new WeakMap<Catalogue, ReadonlySet<string>>();

/** How the catalogue's paths begin, without the slash: `api/v1`, `governance/api`, `oauth2`. */
export function apiBeginnings(catalogue: Catalogue): ReadonlySet<string> {
  const known =
    beginnings.get(catalogue) ??
    new Set(
      catalogue.operations.map((operation) => {
        const [first = '', second = ''] = operation.path.split('/').slice(1, 3);
        return second.startsWith('{') ? first : `${first}/${second}`;
      }),
    );
  beginnings.set(catalogue, known);
  return known;
}

function isApiPath(catalogue: Catalogue, { path, host }: PastedAddress): boolean {
  const known = apiBeginnings(catalogue);
  const [, first = '', second = '', ...rest] = path.split('/');
  return (
    (host !== 'none' && first === 'api' && second !== '') ||
    (known.has(first) && second !== '') ||
    (known.has(`${first}/${second}`) && rest.length > 0)
  );
}
