import type { JsonShape } from './jsonScanner.ts';

/** What is kept of a record, whatever wrote it. */
export type RecordField =
  | 'method'
  | 'url'
  | 'segment'
  | 'host'
  | 'requestLine'
  | 'eventType'
  | 'eventUri'
  | 'actor'
  | 'apiTokenId'
  | 'entry';

const fieldNames: Readonly<Record<Exclude<RecordField, 'segment' | 'entry'>, readonly string[]>> = {
  method: ['method', 'requestmethod', 'httpmethod', 'verb', 'csmethod', 'httprequestmethod'],
  url: [
    'url',
    'uri',
    'path',
    'raw',
    'full',
    'original',
    'target',
    'requesturl',
    'requesturi',
    'requestpath',
    'httpurl',
    'httptarget',
    'urlfull',
    'urloriginal',
    'urlpath',
    'csuristem',
    'requesturloriginal',
  ],
  host: [
    'host',
    'authority',
    'requesthost',
    'httphost',
    'cshost',
    'urldomain',
    'domain',
    'servername',
  ],
  requestLine: ['request', 'requestline', 'message', 'msg', 'log', 'line'],
  eventType: ['eventtype'],
  eventUri: ['debugcontextdebugdatarequesturi', 'debugdatarequesturi', 'debugcontextdebugdataurl'],
  actor: ['actorid'],
  apiTokenId: ['transactiondetailrequestapitokenid', 'requestapitokenid'],
};

const fieldsByName: ReadonlyMap<string, string> = new Map(
  Object.entries(fieldNames).flatMap(([field, names]) => names.map((name) => [name, field])),
);

const asOneWord = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/**
 * The field that a column or a member of a log is kept as, by its name: `cs-method`,
 * `http.request.method`, `requestMethod`.
 */
export function fieldNamed(name: string): string | undefined {
  return name.length > 80 ? undefined : fieldsByName.get(asOneWord(name));
}

const text = (field: RecordField): JsonShape => ({ field });

/** The address of Postman and of the Elastic Common Schema, in parts. */
const addressParts: JsonShape = {
  field: 'url',
  member: (name) => {
    if (name === 'path') return { field: 'url', element: text('segment') };
    if (name === 'host') return undefined;
    return /^(?:raw|full|original)$/.test(name)
      ? text('url')
      : name === 'domain'
        ? text('host')
        : undefined;
  },
};

const requestPart: JsonShape = {
  field: 'requestLine',
  member: (name) => (/^(?:url|uri)$/.test(name) ? addressParts : generalPart(name)),
};

/** Members of a log that may contain the request. */
const holders = /^(?:http|httprequest|req|requestcontext|attributes|labels|fields)$/;

function generalPart(name: string): JsonShape | undefined {
  const word = asOneWord(name);
  if (word === 'request') return requestPart;
  if (word === 'url') return addressParts;
  if (holders.test(word)) return { member: generalPart };
  const field = fieldNamed(name);
  return field === undefined ? undefined : { field };
}

const debugData: JsonShape = {
  member: (name) => (/^(?:requestUri|url)$/i.test(name) ? text('eventUri') : undefined),
};
const systemLogParts: Readonly<Record<string, JsonShape>> = {
  debugContext: { member: (name) => (name === 'debugData' ? debugData : undefined) },
  actor: { member: (name) => (name === 'id' ? text('actor') : undefined) },
  transaction: {
    member: (name) =>
      name === 'detail'
        ? { member: (inner) => (inner === 'requestApiTokenId' ? text('apiTokenId') : undefined) }
        : undefined,
  },
};

/**
 * What exports put around one record, and around a list of them. A single `data` may be a body: it
 * is not a record.
 */
const oneRecord = /^(?:_source|result|event|detail)$/;
const manyRecords = /^(?:results|events|logEvents|data|records|items|hits|value)$/;

/** The items of a Postman collection, in folders of any depth (collection format v2.0 and v2.1). */
const postmanItems: JsonShape = {
  get element() {
    return postmanItem;
  },
};
const postmanItem: JsonShape = {
  isRecord: true,
  member: (name) => {
    if (name === 'item') return postmanItems;
    return name === 'request'
      ? { field: 'url', member: (inner) => (inner === 'url' ? addressParts : methodOnly(inner)) }
      : undefined;
  },
};
const methodOnly = (name: string): JsonShape | undefined =>
  name === 'method' ? text('method') : undefined;

/** The entries of a HAR file (HTTP Archive 1.2). */
const harLog: JsonShape = {
  field: 'requestLine',
  member: (name) =>
    name === 'entries'
      ? {
          element: {
            isRecord: true,
            member: (inner) =>
              inner === 'request'
                ? { member: (part) => (part === 'url' ? text('url') : methodOnly(part)) }
                : undefined,
          },
        }
      : undefined,
};

/**
 * Any JSON with calls in it: a HAR file, a Postman collection, a System Log export, a log of JSON
 * lines, or a list of texts. Headers, cookies, lists of query parameters, bodies, responses and
 * scripts have no shape.
 */
export const recordShape: JsonShape = {
  field: 'entry',
  isRecord: true,
  get element() {
    return recordShape;
  },
  member: (name) => {
    if (name === 'log') return harLog;
    if (name === 'item') return postmanItems;
    if (name === 'collection')
      return { member: (inner) => (inner === 'item' ? postmanItems : undefined) };
    if (oneRecord.test(name)) return recordShape;
    if (manyRecords.test(name)) return recordList;
    return systemLogParts[name] ?? generalPart(name);
  },
};
const recordList: JsonShape = { element: recordShape };
