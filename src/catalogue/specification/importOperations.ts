import {
  type ApiId,
  type CatalogueOperation,
  lifecycles,
  type Lifecycle,
  type OperationBody,
  type OperationCredentials,
  operationMethods,
  type OperationParameter,
  type ParameterType,
  parameterTypes,
  type ScopeSet,
} from '../operation.ts';
import { placeholdersOf } from '../pathTemplate.ts';
import type { ApiAnswers } from '../answerShape.ts';
import type { ApiBodyShapes } from '../bodyShape.ts';
import { type AnsweringOperation, answersOf } from './answerShapes.ts';
import { type BodySchema, bodyShapesOf, boundsOf } from './bodyShapes.ts';
import { bodySkeleton } from './bodySkeleton.ts';
import { isRecord, type OpenApiFile, type Place } from './openApiFile.ts';
import { isSecretParameter, secretMembers } from './secretMembers.ts';

/** What one OpenAPI file says of its API. */
export interface ImportedSpecification {
  readonly api: ApiId;
  readonly title: string;
  readonly version: string;
  /** `x-displayName` of the tags that have one. */
  readonly tagNames: Readonly<Record<string, string>>;
  /** In the file's order; without `reference`, which needs the other files. */
  readonly operations: readonly ImportedOperation[];
  /** The shapes of the operations' bodies. */
  readonly bodyShapes: ApiBodyShapes;
  /** The operations' responses. */
  readonly answers: ApiAnswers;
}

export type ImportedOperation = Omit<CatalogueOperation, 'reference'>;

/**
 * Reads the facts about every operation from one of Okta's OpenAPI 3.0 files. It guesses nothing:
 * whatever the catalogue cannot express is an error, so a new kind of fact is noticed in the
 * release that introduces it.
 *
 * @throws SpecificationError with the place and the reason
 */
export function importSpecification(file: OpenApiFile): ImportedSpecification {
  const root = recordAt(file, file.root, []);
  const openapi = root['openapi'];
  if (typeof openapi !== 'string' || !/^3\.\d+\.\d+$/.test(openapi)) {
    return file.refuse(
      openapi === undefined ? [] : ['openapi'],
      'this is not an OpenAPI 3 file (`openapi: 3.x.y` is missing)',
    );
  }
  const info = recordAt(file, root['info'], ['info']);
  const title = textAt(file, info['title'], ['info', 'title']);
  const version = textAt(file, info['version'], ['info', 'version']);
  const api = apiOf(title);
  if (api === undefined) {
    return file.refuse(
      ['info', 'title'],
      `${JSON.stringify(title)} is not one of the four APIs in the catalogue (Admin Management, Governance, MyAccount, OpenID Connect & OAuth 2.0)`,
    );
  }

  const paths = recordAt(file, root['paths'], ['paths']);
  const operations: ImportedOperation[] = [];
  const bodySchemas: BodySchema[] = [];
  const answering: AnsweringOperation[] = [];
  const placeOfId = new Map<string, Place>();
  for (const [path, given] of Object.entries(paths)) {
    const place: Place = ['paths', path];
    refusePath(file, path, place);
    const item = recordAt(file, given, place);
    for (const key of Object.keys(item)) {
      const method = operationMethods.find((candidate) => candidate.toLowerCase() === key);
      if (method !== undefined) {
        const operation = importOperation(file, { api, path, method, item, root });
        const earlier = placeOfId.get(operation.id);
        if (earlier !== undefined) {
          file.refuse(
            [...place, key, 'operationId'],
            `the operation id ${operation.id} is also at ${earlier.join(' > ')}`,
          );
        }
        placeOfId.set(operation.id, [...place, key]);
        operations.push(operation);
        answering.push({
          operation: recordAt(file, item[key], [...place, key]),
          place: [...place, key],
        });
        bodySchemas.push(
          ...bodySchemaOf(file, operation.id, recordAt(file, item[key], [...place, key]), [
            ...place,
            key,
          ]),
        );
      } else if (!key.startsWith('x-') && !pathItemKeys.has(key)) {
        file.refuse([...place, key], 'neither an HTTP method nor a property of a path');
      }
    }
  }
  if (operations.length === 0) {
    file.refuse(['paths'], 'the file has no operation');
  }
  return {
    api,
    title,
    version,
    tagNames: tagNamesOf(file, root),
    operations,
    bodyShapes: bodyShapesOf(file, bodySchemas),
    answers: answersOf(file, answering),
  };
}

/** The schema of an operation's JSON body; none if it accepts no JSON. */
function bodySchemaOf(
  file: OpenApiFile,
  operationId: string,
  operation: Readonly<Record<string, unknown>>,
  at: Place,
): readonly BodySchema[] {
  if (operation['requestBody'] === undefined) return [];
  const { value, place } = file.resolve(operation['requestBody'], [...at, 'requestBody']);
  const content = recordAt(file, recordAt(file, value, place)['content'], [...place, 'content']);
  const mediaType = Object.keys(content).find(isJson);
  if (mediaType === undefined) return [];
  const { schema } = recordAt(file, content[mediaType], [...place, 'content', mediaType]);
  return schema === undefined
    ? []
    : [{ operationId, schema, place: [...place, 'content', mediaType, 'schema'] }];
}

const isJson = (mediaType: string): boolean => /^application\/([a-z-]+\+)?json\b/.test(mediaType);

function tagNamesOf(
  file: OpenApiFile,
  root: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    listAt(file, root['tags'] ?? [], ['tags']).flatMap((given, index) => {
      const tag = recordAt(file, given, ['tags', index]);
      const name = tag['x-displayName'];
      return name === undefined
        ? []
        : [
            [
              textAt(file, tag['name'], ['tags', index, 'name']),
              textAt(file, name, ['tags', index, 'x-displayName']),
            ],
          ];
    }),
  );
}

const pathItemKeys: ReadonlySet<string> = new Set([
  'parameters',
  'servers',
  'summary',
  'description',
]);

/** The API by its title, which Okta words in several ways; the more specific ones first. */
function apiOf(title: string): ApiId | undefined {
  if (/governance/i.test(title)) return 'governance';
  if (/my\s?account/i.test(title)) return 'myAccount';
  if (/openid|oauth/i.test(title)) return 'oauth';
  return /management/i.test(title) ? 'management' : undefined;
}

function refusePath(file: OpenApiFile, path: string, place: Place): void {
  if (!path.startsWith('/') || /[\s?#]/.test(path)) {
    file.refuse(place, 'a path starts with / and contains no space, ? or #');
  }
  if (path.replaceAll(/\{[A-Za-z][A-Za-z0-9_]*\}/g, '').match(/[{}]/) !== null) {
    file.refuse(place, 'the path contains a brace that is not part of a {placeholder}');
  }
}

interface OperationAt {
  readonly api: ApiId;
  readonly path: string;
  readonly method: (typeof operationMethods)[number];
  readonly item: Readonly<Record<string, unknown>>;
  readonly root: Readonly<Record<string, unknown>>;
}

function importOperation(
  file: OpenApiFile,
  { api, path, method, item, root }: OperationAt,
): ImportedOperation {
  const key = method.toLowerCase();
  const place: Place = ['paths', path, key];
  const operation = recordAt(file, item[key], place);
  const id = textAt(file, operation['operationId'], [...place, 'operationId']);
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(id)) {
    file.refuse([...place, 'operationId'], 'an id has letters, digits, - and _ only');
  }
  const [tag] = textsAt(file, operation['tags'], [...place, 'tags']);
  if (tag === undefined) {
    return file.refuse(place, 'the operation has no tag');
  }
  const lifecycle =
    lifecycleOf(file, operation['x-okta-lifecycle'], [...place, 'x-okta-lifecycle']) ??
    lifecycleOf(file, item['x-okta-lifecycle'], ['paths', path, 'x-okta-lifecycle']);
  const body = bodyOf(file, operation['requestBody'], [...place, 'requestBody']);
  const server =
    serverOf(file, operation['servers'], [...place, 'servers']) ??
    serverOf(file, item['servers'], ['paths', path, 'servers']);
  return {
    api,
    id,
    method,
    path,
    tag,
    parameters: parametersOf(file, path, item, operation, place),
    ...(body === undefined ? {} : { body }),
    credentials: credentialsOf(file, root, operation, place),
    ...(lifecycle === undefined ? {} : { lifecycle }),
    deprecated: flagAt(file, operation['deprecated'], [...place, 'deprecated']),
    adminRoles: optionalTextsAt(file, operation, place, 'x-okta-iam-admin-roles'),
    permissions: optionalTextsAt(file, operation, place, 'x-okta-iam-permissions'),
    noScopeRequired: flagAt(file, operation['x-okta-no-scope-required'], [
      ...place,
      'x-okta-no-scope-required',
    ]),
    ...(server === undefined ? {} : { server }),
  };
}

/** The operation's `security`, or else the file's; without either, nothing is needed. */
function credentialsOf(
  file: OpenApiFile,
  root: Readonly<Record<string, unknown>>,
  operation: Readonly<Record<string, unknown>>,
  operationPlace: Place,
): OperationCredentials {
  const [given, place]: [unknown, Place] =
    operation['security'] === undefined
      ? [root['security'], ['security']]
      : [operation['security'], [...operationPlace, 'security']];
  const scopeSets: ScopeSet[] = [];
  const clientAuthentication: string[] = [];
  let apiToken = false;
  for (const [index, entry] of listAt(file, given ?? [], place).entries()) {
    const requirement = recordAt(file, entry, [...place, index]);
    const [scheme, ...others] = Object.keys(requirement);
    if (scheme === undefined || others.length > 0) {
      return file.refuse(
        [...place, index],
        'expected exactly one security scheme: the catalogue has no word for none, or for several at once',
      );
    }
    const schemePlace: Place = [...place, index, scheme];
    const scopes = textsAt(file, requirement[scheme], schemePlace);
    switch (kindOfScheme(file, root, scheme, schemePlace)) {
      case 'apiToken':
        // Governance writes ["admin"] here; OpenAPI gives such a list no meaning for this kind of scheme.
        apiToken = true;
        break;
      case 'oauth':
        scopeSets.push([...new Set(scopes)]);
        break;
      case 'clientAuthentication':
        clientAuthentication.push(scheme.replace(/^Client_authentication_/, ''));
        break;
    }
  }
  return { apiToken, scopeSets, clientAuthentication };
}

function kindOfScheme(
  file: OpenApiFile,
  root: Readonly<Record<string, unknown>>,
  scheme: string,
  place: Place,
): 'apiToken' | 'oauth' | 'clientAuthentication' {
  const components = recordAt(file, root['components'], ['components']);
  const schemes = recordAt(file, components['securitySchemes'], ['components', 'securitySchemes']);
  if (!Object.hasOwn(schemes, scheme)) {
    return file.refuse(place, `the security scheme ${scheme} is not defined in the file`);
  }
  const definitionPlace: Place = ['components', 'securitySchemes', scheme];
  const definition = recordAt(file, schemes[scheme], definitionPlace);
  if (definition['type'] === 'oauth2') return 'oauth';
  if (definition['type'] === 'http') return 'clientAuthentication';
  if (definition['type'] === 'apiKey' && definition['name'] === 'Authorization') return 'apiToken';
  return file.refuse(definitionPlace, 'the catalogue has no word for this kind of security scheme');
}

function parametersOf(
  file: OpenApiFile,
  path: string,
  item: Readonly<Record<string, unknown>>,
  operation: Readonly<Record<string, unknown>>,
  operationPlace: Place,
): readonly OperationParameter[] {
  const found = new Map<string, OperationParameter>();
  const lists: readonly [unknown, Place][] = [
    [item['parameters'], ['paths', path, 'parameters']],
    [operation['parameters'], [...operationPlace, 'parameters']],
  ];
  for (const [list, place] of lists) {
    for (const [index, given] of listAt(file, list ?? [], place).entries()) {
      const resolved = file.resolve(given, [...place, index]);
      const parameter = parameterOf(file, resolved.value, resolved.place);
      // A parameter of the operation replaces the one of its path.
      if (parameter !== undefined) found.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  const placeholders = placeholdersOf(path);
  const inPath = placeholders.map(
    (name) =>
      found.get(`path ${name}`) ??
      file.refuse(operationPlace, `the path parameter ${name} is not described`),
  );
  const unused = [...found.values()].find(
    (parameter) => parameter.in === 'path' && !placeholders.includes(parameter.name),
  );
  if (unused !== undefined) {
    file.refuse(operationPlace, `the path parameter ${unused.name} is not in the path`);
  }
  return [...inPath, ...[...found.values()].filter((parameter) => parameter.in === 'query')];
}

/** Undefined for headers and cookies, which the catalogue leaves out. */
function parameterOf(
  file: OpenApiFile,
  given: unknown,
  place: Place,
): OperationParameter | undefined {
  const parameter = recordAt(file, given, place);
  const location = textAt(file, parameter['in'], [...place, 'in']);
  if (location === 'header' || location === 'cookie') {
    return undefined;
  }
  if (location !== 'path' && location !== 'query') {
    return file.refuse([...place, 'in'], 'expected path, query, header or cookie');
  }
  const schema = schemaAt(file, parameter['schema'], [...place, 'schema']);
  const isList = schema.value['type'] === 'array';
  const single = isList
    ? schemaAt(file, schema.value['items'], [...schema.place, 'items'])
    : schema;
  const name = textAt(file, parameter['name'], [...place, 'name']);
  const type = typeOf(file, single.value, single.place);
  return {
    name,
    in: location,
    required: flagAt(file, parameter['required'], [...place, 'required']) || location === 'path',
    type,
    list: isList,
    // By default, OpenAPI repeats the parameter for a list in the query.
    ...(isList && parameter['explode'] === false ? { separator: ',' as const } : {}),
    values: Array.isArray(single.value['enum']) ? single.value['enum'].map(String) : [],
    ...boundsOf(file, single.value, single.place),
    ...(typeof schema.value['maxItems'] === 'number' ? { maxItems: schema.value['maxItems'] } : {}),
    ...(location === 'query' && type === 'string' && isSecretParameter(name)
      ? { secret: true as const }
      : {}),
  };
}

function typeOf(
  file: OpenApiFile,
  schema: Readonly<Record<string, unknown>>,
  place: Place,
): ParameterType {
  const alternatives = schema['oneOf'] ?? schema['anyOf'];
  if (schema['type'] === undefined && Array.isArray(alternatives)) {
    const types = new Set(
      alternatives.map((alternative, index) => {
        const { value, place: at } = schemaAt(file, alternative, [...place, 'oneOf', index]);
        return typeOf(file, value, at);
      }),
    );
    const [type] = types;
    return types.size === 1 && type !== undefined ? type : 'string';
  }
  return (
    parameterTypes.find((type) => type === schema['type']) ??
    file.refuse(place, 'the catalogue has no word for this type of parameter')
  );
}

function bodyOf(file: OpenApiFile, given: unknown, at: Place): OperationBody | undefined {
  if (given === undefined) {
    return undefined;
  }
  const resolved = file.resolve(given, at);
  const body = recordAt(file, resolved.value, resolved.place);
  const contentPlace: Place = [...resolved.place, 'content'];
  const content = recordAt(file, body['content'], contentPlace);
  const mediaTypes = Object.keys(content);
  const json = mediaTypes.find(isJson);
  const schema =
    json === undefined
      ? undefined
      : recordAt(file, content[json], [...contentPlace, json])['schema'];
  const skeleton =
    json === undefined || schema === undefined
      ? undefined
      : bodySkeleton(file, schema, [...contentPlace, json, 'schema']);
  return {
    required: flagAt(file, body['required'], [...resolved.place, 'required']),
    mediaTypes,
    ...(skeleton === undefined ? {} : { skeleton }),
    secretMembers: [
      ...new Set(
        mediaTypes.flatMap((mediaType) =>
          secretMembers(
            file,
            recordAt(file, content[mediaType], [...contentPlace, mediaType])['schema'],
            [...contentPlace, mediaType, 'schema'],
          ),
        ),
      ),
    ],
  };
}

function lifecycleOf(file: OpenApiFile, given: unknown, place: Place): Lifecycle | undefined {
  const word = given === undefined ? undefined : recordAt(file, given, place)['lifecycle'];
  return word === undefined
    ? undefined
    : (lifecycles.find((lifecycle) => lifecycle === word) ??
        file.refuse([...place, 'lifecycle'], `expected one of ${lifecycles.join(', ')}`));
}

function serverOf(file: OpenApiFile, given: unknown, place: Place): string | undefined {
  const [server] = given === undefined ? [] : listAt(file, given, place);
  return server === undefined
    ? undefined
    : textAt(file, recordAt(file, server, [...place, 0])['url'], [...place, 0, 'url']);
}

function schemaAt(file: OpenApiFile, given: unknown, at: Place) {
  const { value, place } = file.resolve(given, at);
  return { value: recordAt(file, value, place), place };
}

function recordAt(
  file: OpenApiFile,
  value: unknown,
  place: Place,
): Readonly<Record<string, unknown>> {
  if (isRecord(value)) return value;
  return value === undefined
    ? file.refuse(place, 'is missing')
    : file.refuse(place, 'expected a mapping of names to values');
}

function listAt(file: OpenApiFile, value: unknown, place: Place): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return file.refuse(place, 'expected a list');
}

function textAt(file: OpenApiFile, value: unknown, place: Place): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  return value === undefined
    ? file.refuse(place, 'is missing')
    : file.refuse(place, 'expected a text');
}

function textsAt(file: OpenApiFile, value: unknown, place: Place): readonly string[] {
  return listAt(file, value, place).map((item, index) => textAt(file, item, [...place, index]));
}

function optionalTextsAt(
  file: OpenApiFile,
  operation: Readonly<Record<string, unknown>>,
  place: Place,
  key: string,
): readonly string[] {
  return operation[key] === undefined ? [] : textsAt(file, operation[key], [...place, key]);
}

function flagAt(file: OpenApiFile, value: unknown, place: Place): boolean {
  if (value === undefined || typeof value === 'boolean') return value ?? false;
  return file.refuse(place, 'expected true or false');
}
