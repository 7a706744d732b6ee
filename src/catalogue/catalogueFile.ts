import { type Bounds, boundNames } from './bounds.ts';
import type { JsonValue } from './json.ts';
import {
  type ApiId,
  apiIds,
  type Catalogue,
  type CatalogueOperation,
  type CatalogueSource,
  type Lifecycle,
  type OperationBody,
  type OperationMethod,
  type OperationParameter,
  type ParameterType,
} from './operation.ts';
import { placeholdersOf } from './pathTemplate.ts';
import { referencesAmong } from './references.ts';

/**
 * The catalogue as it is committed (`catalogue.json`) and sent. Defaults are left out, so the file
 * stays small, and a change to one operation changes one line.
 */
export interface CatalogueFile {
  readonly version: 1;
  readonly sources: readonly CatalogueSource[];
  readonly operations: Readonly<Record<ApiId, readonly OperationRow[]>>;
}

interface OperationRow {
  readonly id: string;
  readonly method: OperationMethod;
  readonly path: string;
  readonly tag: string;
  /** Without those parameters of the path that can be any text. */
  readonly parameters?: readonly ParameterRow[];
  readonly body?: BodyRow;
  readonly apiToken?: true;
  readonly scopes?: readonly (readonly string[])[];
  readonly clientAuthentication?: readonly string[];
  readonly lifecycle?: Lifecycle;
  readonly deprecated?: true;
  readonly adminRoles?: readonly string[];
  readonly permissions?: readonly string[];
  readonly noScopeRequired?: true;
  readonly server?: string;
}

interface ParameterRow extends Bounds {
  readonly name: string;
  /** `query` if absent. */
  readonly in?: 'path';
  readonly required?: true;
  /** `string` if absent. */
  readonly type?: ParameterType;
  readonly list?: true;
  readonly separator?: ',';
  readonly values?: readonly string[];
  readonly maxItems?: number;
  readonly secret?: true;
}

interface BodyRow {
  readonly required?: true;
  /** Only JSON if absent. */
  readonly mediaTypes?: readonly string[];
  readonly skeleton?: JsonValue;
  /** None if absent. */
  readonly secretMembers?: readonly string[];
}

/** While it is being made. */
type Changeable<Record> = { -readonly [Name in keyof Record]: Record[Name] };

const none: readonly never[] = [];
const jsonAlone: readonly string[] = ['application/json'];

/**
 * Reads the catalogue from our own file, which is part of the build and which a test reads in full.
 * Pages wait for this on slow phones, and there are a thousand operations, so it copies no object
 * needlessly.
 */
export function readCatalogue(file: CatalogueFile): Catalogue {
  const rows = apiIds.flatMap((api) =>
    file.operations[api].map((row) => ({ api, id: row.id, row })),
  );
  const referenceOf = referencesAmong(rows);
  return {
    sources: file.sources,
    operations: rows.map(({ api, id, row }) => operationOf(row, api, referenceOf(api, id))),
  };
}

/** The text of the file: deterministic, one operation per line. */
export function catalogueText({ sources, operations }: Catalogue): string {
  const lists = apiIds.map((api) => {
    const rows = operations
      .filter((operation) => operation.api === api)
      .map((operation) => `      ${JSON.stringify(rowOf(operation))}`);
    return `    ${JSON.stringify(api)}: [\n${rows.join(',\n')}\n    ]`;
  });
  const sourceLines = sources.map((source) => `    ${JSON.stringify(source)}`);
  return `{\n  "version": 1,\n  "sources": [\n${sourceLines.join(',\n')}\n  ],\n  "operations": {\n${lists.join(',\n')}\n  }\n}\n`;
}

function operationOf(row: OperationRow, api: ApiId, reference: string): CatalogueOperation {
  let parameters: readonly OperationParameter[] | undefined;
  const operation: Changeable<CatalogueOperation> = {
    api,
    id: row.id,
    method: row.method,
    path: row.path,
    tag: row.tag,
    /** Read on demand: most operations are only searched. */
    get parameters() {
      return (parameters ??= parametersOf(row));
    },
    credentials: {
      apiToken: row.apiToken ?? false,
      scopeSets: row.scopes ?? none,
      clientAuthentication: row.clientAuthentication ?? none,
    },
    deprecated: row.deprecated ?? false,
    adminRoles: row.adminRoles ?? none,
    permissions: row.permissions ?? none,
    noScopeRequired: row.noScopeRequired ?? false,
    reference,
  };
  if (row.body !== undefined) operation.body = bodyOf(row.body);
  if (row.lifecycle !== undefined) operation.lifecycle = row.lifecycle;
  if (row.server !== undefined) operation.server = row.server;
  return operation;
}

function parametersOf({ path, parameters }: OperationRow): readonly OperationParameter[] {
  if (parameters === undefined && !path.includes('{')) return none;
  const described = (parameters ?? none).map(parameterOf);
  const inPath = placeholdersOf(path).map(
    (name) =>
      described.find((parameter) => parameter.in === 'path' && parameter.name === name) ??
      anyText(name),
  );
  return [...inPath, ...described.filter((parameter) => parameter.in === 'query')];
}

function bodyOf(row: BodyRow): OperationBody {
  return {
    required: row.required ?? false,
    mediaTypes: row.mediaTypes ?? jsonAlone,
    ...(row.skeleton === undefined ? {} : { skeleton: row.skeleton }),
    secretMembers: row.secretMembers ?? none,
  };
}

/** A parameter has its row's properties, and the usual values for the rest. */
function parameterOf(row: ParameterRow): OperationParameter {
  const location = row.in ?? 'query';
  return {
    ...row,
    in: location,
    required: row.required ?? location === 'path',
    type: row.type ?? 'string',
    list: row.list ?? false,
    values: row.values ?? none,
  };
}

function anyText(name: string): OperationParameter {
  return { name, in: 'path', required: true, type: 'string', list: false, values: none };
}

function rowOf(operation: CatalogueOperation): OperationRow {
  const { body, credentials, lifecycle, server } = operation;
  const parameters = operation.parameters.filter(
    (parameter) =>
      parameter.in === 'query' ||
      parameter.type !== 'string' ||
      parameter.values.length > 0 ||
      Object.keys(boundsOf(parameter)).length > 0,
  );
  return {
    id: operation.id,
    method: operation.method,
    path: operation.path,
    tag: operation.tag,
    ...(credentials.apiToken ? { apiToken: true } : {}),
    ...(credentials.scopeSets.length > 0 ? { scopes: credentials.scopeSets } : {}),
    ...(credentials.clientAuthentication.length > 0
      ? { clientAuthentication: credentials.clientAuthentication }
      : {}),
    ...(parameters.length > 0 ? { parameters: parameters.map(parameterRow) } : {}),
    ...(body === undefined
      ? {}
      : {
          body: {
            ...(body.required ? { required: true } : {}),
            ...(body.mediaTypes.join() === jsonAlone.join() ? {} : { mediaTypes: body.mediaTypes }),
            ...(body.skeleton === undefined ? {} : { skeleton: body.skeleton }),
            ...(body.secretMembers.length > 0 ? { secretMembers: body.secretMembers } : {}),
          },
        }),
    ...(lifecycle === undefined ? {} : { lifecycle }),
    ...(operation.deprecated ? { deprecated: true } : {}),
    ...(operation.adminRoles.length > 0 ? { adminRoles: operation.adminRoles } : {}),
    ...(operation.permissions.length > 0 ? { permissions: operation.permissions } : {}),
    ...(operation.noScopeRequired ? { noScopeRequired: true } : {}),
    ...(server === undefined ? {} : { server }),
  };
}

function parameterRow(parameter: OperationParameter): ParameterRow {
  const isInPath = parameter.in === 'path';
  return {
    name: parameter.name,
    ...(isInPath ? { in: 'path' as const } : {}),
    ...(parameter.required && !isInPath ? { required: true } : {}),
    ...(parameter.type === 'string' ? {} : { type: parameter.type }),
    ...(parameter.list ? { list: true } : {}),
    ...(parameter.separator === undefined ? {} : { separator: parameter.separator }),
    ...(parameter.values.length > 0 ? { values: parameter.values } : {}),
    ...boundsOf(parameter),
    ...(parameter.secret === undefined ? {} : { secret: parameter.secret }),
  };
}

/** The bounds that a parameter has. */
function boundsOf(
  given: ParameterRow | OperationParameter,
): Bounds & Pick<ParameterRow, 'maxItems'> {
  const there = [...boundNames, 'maxItems' as const].filter((name) => given[name] !== undefined);
  return Object.fromEntries(there.map((name) => [name, given[name]]));
}
