import type { JsonValue } from '#catalogue/json.ts';
import type { CatalogueOperation, OperationParameter } from '#catalogue/operation.ts';
import { isSecretMember, secretMembersOf } from '#catalogue/secretMembers.ts';
import { isSecretName } from '#catalogue/secretNames.ts';
import type { OutcomeId } from '#guide/nodeIds.ts';

import { bodyVariables, type IsSecretMember, withBodySecrets } from './bodySecrets.ts';
import { jsonText } from './encoders/jsonText.ts';
import type { BodyVariable } from './environment.ts';
import { exactJson, type ExactJson } from './exactJson.ts';
import { type KnownOperation, knownOperationOf } from './knownOperation.ts';
import type { Operation } from './operation.ts';
import { accepted, type Parsed, refused } from './parsed.ts';
import { parseJson } from './parseJson.ts';
import {
  bodyTooLong,
  longestBody,
  parseBody,
  parsePathParameters,
  parseQuery,
} from './requestParts.ts';
import type { RequestValues } from './values.ts';

/** What a person typed for the parts of a request; an absent text is an empty field. */
export interface CallTexts {
  readonly pathTexts: Readonly<Record<string, string>>;
  readonly queryTexts: Readonly<Record<string, string>>;
  /** JSON; undefined as long as nobody has touched it. */
  readonly body: string | undefined;
}

/** A parameter with what was typed for it. */
export interface CallField {
  readonly parameter: OperationParameter;
  readonly text: string;
  /** What stands in the request while the field is empty; undefined where it is then left out. */
  readonly sample: string | undefined;
  /** Why the text is refused. The sample stands in the request then, or nothing. */
  readonly problem?: string;
  /** The text may be a secret, and must not be kept anywhere. */
  readonly mayBeSecret?: true;
}

/** The body of a request with what was typed for it. */
export interface CallBody {
  /** As it stands in the field. */
  readonly text: string;
  readonly problem?: string;
  /** Something in the text may be a secret, and the text must not be kept anywhere. */
  readonly mayBeSecret?: true;
  /** The environment variables from which its secrets come, in their order. */
  readonly variables: readonly BodyVariable[];
}

/** A request to an operation of the catalogue, as far as it has been filled in. */
export interface OperationCall {
  readonly operation: CatalogueOperation;
  readonly parts: Pick<RequestValues, 'operation' | 'pathParameters' | 'query' | 'body'>;
  readonly fields: readonly CallField[];
  /** Absent where the operation takes no JSON. */
  readonly body?: CallBody;
  /** Why no snippet can be written at all. */
  readonly unwritable?: string;
  /** Why the operation cannot be called by a method, by the methods for which that is so. */
  readonly refusals: Readonly<Partial<Record<OutcomeId, string>>>;
}

/**
 * Fills an operation's request in with what a person typed. A text that is refused is replaced by a sample, or left
 * out, and its field says why; so the request always stands, and nothing in it is a refused value.
 */
export function operationCall(operation: CatalogueOperation, texts: CallTexts): OperationCall {
  const known = knownOperationOf(operation);
  const target: Operation = known?.operation ?? { method: 'GET', path: operation.path };
  const fields = operation.parameters.map((parameter) => filledIn(parameter, target, texts, known));
  const body = takesJson(operation) ? filledBody(operation, target, texts.body) : undefined;
  const unwritable = reasonAgainstWriting(operation);
  return {
    operation,
    parts: {
      operation: target,
      pathParameters: Object.fromEntries(
        fields
          .filter(({ field }) => field.parameter.in === 'path')
          .map(({ field, values }) => [field.parameter.name, values[0] ?? '']),
      ),
      query: fields
        .filter(({ field }) => field.parameter.in === 'query')
        .flatMap(({ field, values }) =>
          values.map((value) => ({ name: field.parameter.name, value })),
        ),
      ...(body?.json === undefined ? {} : { body: body.json }),
    },
    fields: fields.map(({ field }) => field),
    ...(body === undefined ? {} : { body: body.field }),
    ...(unwritable === undefined ? {} : { unwritable }),
    refusals: known?.refusals ?? {},
  };
}

/** Whether a body of JSON can be sent to an operation. */
function takesJson({ body, method }: CatalogueOperation): boolean {
  return (
    method !== 'GET' && (body?.mediaTypes.some((type) => type === 'application/json') ?? false)
  );
}

function reasonAgainstWriting(operation: CatalogueOperation): string | undefined {
  const { method, body } = operation;
  if (method === 'OPTIONS') {
    return 'The guide writes no OPTIONS requests: browsers send them by themselves, without a credential.';
  }
  if (body === undefined || takesJson(operation)) {
    return undefined;
  }
  const types = body.mediaTypes.map((type) => `\`${type}\``).join(' or ');
  return `This operation takes ${types}, and the guide writes bodies of \`application/json\` only. The credential and the header are the same: see the request of another operation.`;
}

interface FilledField {
  readonly field: CallField;
  /** What stands in the request; none where the parameter is left out. */
  readonly values: readonly string[];
}

function filledIn(
  parameter: OperationParameter,
  target: Operation,
  texts: CallTexts,
  known: KnownOperation | undefined,
): FilledField {
  const { name, required } = parameter;
  const given = parameter.in === 'path' ? texts.pathTexts : texts.queryTexts;
  const text = Object.hasOwn(given, name) ? (given[name] ?? '') : '';
  const usual = known?.query.find((query) => query.name === name)?.value;
  const sample = usual ?? (required ? sampleOf(parameter) : undefined);
  const sampleValues = sample === undefined ? [] : [sample];
  if (text.trim() === '') {
    return { field: { parameter, text, sample }, values: sampleValues };
  }
  if (parameter.secret === true) {
    const problem = `\`${name}\` holds a secret, and what you type here goes into links and files. Leave it empty, and add it in your program instead.`;
    return { field: { parameter, text, sample, problem, mayBeSecret: true }, values: sampleValues };
  }
  const parsed = parseParameter(parameter, text.trim(), target);
  return parsed.ok
    ? { field: { parameter, text, sample }, values: parsed.value }
    : { field: { parameter, text, sample, problem: parsed.reason }, values: sampleValues };
}

/** A value that stands in a request until a person gives theirs; it says what it stands for. */
function sampleOf({ name, type, values, secret }: OperationParameter): string {
  const [first] = values;
  // In the form of a gap, which nobody takes for a secret.
  if (secret) return `<${name}>`;
  if (first !== undefined) return first;
  if (type === 'boolean') return 'true';
  if (type === 'string') return `example${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return '1';
}

/** Reads what was typed for a parameter; several values, separated by commas, where it takes a list. */
function parseParameter(
  parameter: OperationParameter,
  text: string,
  target: Operation,
): Parsed<readonly string[]> {
  const values = parameter.list
    ? text
        .split(',')
        .map((value) => value.trim())
        .filter((value) => value !== '')
    : [text];
  for (const value of values) {
    const reason = reasonAgainstValue(parameter, value);
    if (reason !== undefined) return refused(reason);
  }
  const sent = parameter.separator === undefined ? values : [values.join(parameter.separator)];
  const { name } = parameter;
  if (parameter.in === 'query') {
    const parsed = parseQuery(sent.map((value) => ({ name, value })));
    return parsed.ok ? accepted(sent) : parsed;
  }
  // Alone in its path, so that the reason is about this parameter and no other.
  const reason = reasonAgainstLogin(text, name, target);
  if (reason !== undefined) return refused(reason);
  const parsed = parsePathParameters({ [name]: text }, { ...target, path: `/{${name}}` });
  return parsed.ok ? accepted(sent) : parsed;
}

/** A user may be named by login in a path, but not by one with a slash, encoded or not (fact K37). */
function reasonAgainstLogin(text: string, name: string, { path }: Operation): string | undefined {
  return path.startsWith(`/api/v1/users/{${name}}`) && /\/|%2f/i.test(text)
    ? 'A login that holds a `/` cannot stand in a path, encoded or not. Give the user’s `id`: `listUsers` with `search=profile.login eq "…"` finds it.'
    : undefined;
}

function reasonAgainstValue(
  { name, type, values }: OperationParameter,
  value: string,
): string | undefined {
  if (values.length > 0 && !values.includes(value)) {
    return `\`${name}\` takes ${values.map((each) => `\`${each}\``).join(', ')} and nothing else. Pick one of them.`;
  }
  if (type === 'integer' && !/^-?\d{1,15}$/.test(value)) {
    return `\`${name}\` takes a whole number. Give one such as \`10\`.`;
  }
  if (type === 'number' && !/^-?\d{1,15}(\.\d{1,15})?$/.test(value)) {
    return `\`${name}\` takes a number. Give one such as \`1.5\`.`;
  }
  if (type === 'boolean' && value !== 'true' && value !== 'false') {
    return `\`${name}\` takes \`true\` or \`false\`.`;
  }
  return undefined;
}

interface FilledBody {
  readonly field: CallBody;
  /** What the request sends; undefined for none. */
  readonly json: ExactJson | undefined;
}

function filledBody(
  operation: CatalogueOperation,
  target: Operation,
  typed: string | undefined,
): FilledBody {
  const { body } = operation;
  const isSecret: IsSecretMember = (path) => isSecretMember(operation, path);
  const given = body?.skeleton ?? (body?.required === true ? {} : undefined);
  const skeleton = given === undefined ? undefined : skeletonWithSecrets(given, isSecret);
  const begun = skeleton === undefined ? [] : bodyVariables(skeleton);
  if (typed === undefined) {
    const text = skeleton === undefined ? '' : jsonText(skeleton, 2);
    return { field: { text, variables: begun }, json: skeleton };
  }
  if (typed.trim() === '') {
    return body?.required === true
      ? {
          field: {
            text: typed,
            problem:
              'Okta’s specification requires a body here. Type one; until then the request has the one that the field began with.',
            variables: begun,
          },
          json: skeleton,
        }
      : { field: { text: typed, variables: [] }, json: undefined };
  }
  const read =
    typed.length > longestBody
      ? { ...refused(bodyTooLong), isJson: undefined }
      : parseBodyText(typed, target, isSecret);
  if (read.ok) {
    return { field: { text: typed, variables: bodyVariables(read.value) }, json: read.value };
  }
  // Of what is no JSON yet, nobody can say which part is the text of which member.
  const mayBeSecret =
    read.isJson === true ||
    secretMembersOf(operation).length > 0 ||
    (typed.match(/[\w-]+/g) ?? []).some(isSecretName);
  return {
    field: {
      text: typed,
      problem: read.reason,
      ...(mayBeSecret ? { mayBeSecret } : {}),
      variables: begun,
    },
    json: skeleton,
  };
}

/** What a body begins with: nothing in it is a text that could be refused. */
function skeletonWithSecrets(skeleton: JsonValue, isSecret: IsSecretMember): ExactJson {
  const json = exactJson(skeleton);
  const parsed = withBodySecrets(json, isSecret);
  return parsed.ok ? parsed.value : json;
}

function parseBodyText(
  typed: string,
  target: Operation,
  isSecret: IsSecretMember,
): Parsed<ExactJson> & { readonly isJson?: true } {
  const read = parseJson(typed);
  return read.ok
    ? { ...parseBody(read.json, target, isSecret), isJson: true }
    : refused(
        `Line ${read.line}, column ${read.column}: ${read.problem} Until you fix this, the request has the body that the field began with.`,
      );
}
