import type { JsonValue } from '#catalogue/json.ts';
import type { CatalogueOperation, OperationParameter } from '#catalogue/operation.ts';
import { bodyProseRules } from '#catalogue/proseRules.ts';
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
  parseBodyOf,
  reasonAgainstNoBody,
  reasonAgainstWriting,
  takesJson,
} from './judge/bodyOf.ts';
import { listOf, sentValues } from './judge/call.ts';
import {
  type GivenParameters,
  methodsRuledOut,
  reasonAgainstAbsence,
  reasonAgainstCombination,
  reasonAgainstName,
  reasonAgainstValues,
} from './judge/parameters.ts';
import { bodyTooLong, longestBody, parsePathParameters, parseQuery } from './requestParts.ts';
import type { RequestValues } from './values.ts';

/** What a person typed for the parts of a request; an absent text is an empty field. */
export interface CallTexts {
  readonly pathTexts: Readonly<Record<string, string>>;
  readonly queryTexts: Readonly<Record<string, string>>;
  /** JSON; undefined as long as nobody has touched it. */
  readonly body: string | undefined;
}

/** A parameter, with what was typed for it. */
export interface CallField {
  readonly parameter: OperationParameter;
  readonly text: string;
  /** What stands in the request while the field is empty; undefined where it is then left out. */
  readonly sample: string | undefined;
  /** Why the text is refused. The sample stands in the request then, or nothing. */
  readonly problem?: string;
  /** That the call needs a value here, while the field is empty. The sample stands in the request then. */
  readonly missing?: string;
  /** The text may be a secret, and must not be kept anywhere. */
  readonly mayBeSecret?: true;
}

/** A request's body, with what was typed for it. */
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
  /** Why texts are left out that a link or a file brought for parameters that the operation does not have. */
  readonly leftOut: readonly string[];
  /** Absent where the operation takes no JSON. */
  readonly body?: CallBody;
  /** Why no snippet can be written at all. */
  readonly unwritable?: string;
  /** Why the operation cannot be called by a method, by the methods for which that is so. */
  readonly refusals: Readonly<Partial<Record<OutcomeId, string>>>;
}

/**
 * Fills in an operation's request with what a person typed. A refused text is replaced by a sample
 * or left out, and its field says why. So there is always a request, and no refused value is in it.
 */
export function operationCall(operation: CatalogueOperation, texts: CallTexts): OperationCall {
  const known = knownOperationOf(operation);
  const target: Operation = known?.operation ?? { method: 'GET', path: operation.path };
  const filled = operation.parameters.map((parameter) =>
    filledIn(operation, parameter, target, texts, known),
  );
  const combination = reasonAgainstCombination(operation, typedIn(filled));
  const fields = filled.map((each) =>
    each.field.parameter.name === combination?.name ? refusedField(each, combination.reason) : each,
  );
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
    leftOut: [
      ...strangers(operation, 'path', texts.pathTexts),
      ...strangers(operation, 'query', texts.queryTexts),
    ],
    ...(body === undefined ? {} : { body: body.field }),
    ...(unwritable === undefined ? {} : { unwritable }),
    refusals: { ...methodsRuledOut(operation, typedIn(fields)), ...known?.refusals },
  };
}

/** What was typed for the parameters, as far as it stands in the request. */
function typedIn(fields: readonly FilledField[]): GivenParameters {
  const of = (place: 'path' | 'query') =>
    new Map(
      fields
        .filter(({ field }) => field.parameter.in === place && field.text.trim() !== '')
        .filter(({ field }) => field.problem === undefined)
        .map(({ field, values }) => [field.parameter.name, values] as const),
    );
  return { path: of('path'), query: of('query') };
}

function refusedField({ field }: FilledField, problem: string): FilledField {
  return { field: { ...field, problem }, values: field.sample === undefined ? [] : [field.sample] };
}

/** Why there is no field for texts, which a link or a file may bring under any name. */
function strangers(
  operation: CatalogueOperation,
  place: 'path' | 'query',
  texts: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.entries(texts)
    .filter(([, text]) => text.trim() !== '')
    .map(([name]) => name)
    .filter((name) => operation.parameters.every((each) => each.in !== place || each.name !== name))
    .map((name) => reasonAgainstName(operation, place, name));
}

interface FilledField {
  readonly field: CallField;
  /** What stands in the request; none where the parameter is left out. */
  readonly values: readonly string[];
}

function filledIn(
  operation: CatalogueOperation,
  parameter: OperationParameter,
  target: Operation,
  texts: CallTexts,
  known: KnownOperation | undefined,
): FilledField {
  const { name, required } = parameter;
  const given = parameter.in === 'path' ? texts.pathTexts : texts.queryTexts;
  const text = Object.hasOwn(given, name) ? (given[name] ?? '') : '';
  const usual = known?.query.find((query) => query.name === name)?.value;
  const sample = usual ?? (required ? sampleOf(operation, parameter) : undefined);
  const sampleValues = sample === undefined ? [] : [sample];
  if (text.trim() === '') {
    const missing =
      required && usual === undefined ? reasonAgainstAbsence(operation, parameter) : undefined;
    return {
      field: { parameter, text, sample, ...(missing === undefined ? {} : { missing }) },
      values: sampleValues,
    };
  }
  if (parameter.secret === true) {
    const problem = `\`${name}\` holds a secret, and what you type here goes into links and files. Leave it empty, and add it in your program instead.`;
    return { field: { parameter, text, sample, problem, mayBeSecret: true }, values: sampleValues };
  }
  const parsed = parseParameter(operation, parameter, text.trim(), target);
  return parsed.ok
    ? { field: { parameter, text, sample }, values: parsed.value }
    : { field: { parameter, text, sample, problem: parsed.reason }, values: sampleValues };
}

/** A value that stands in a request until a person gives theirs; it says what it stands for where it may. */
function sampleOf(operation: CatalogueOperation, parameter: OperationParameter): string {
  const { name, type, values, secret, minimum = 1, minLength = 0, maxLength = 80 } = parameter;
  const [first] = values;
  // In the form of a gap, which nobody takes for a secret.
  if (secret) return `<${name}>`;
  if (first !== undefined) return first;
  if (type === 'boolean') return 'true';
  if (type !== 'string') return String(Math.max(minimum, 1));
  const speaking = `example${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const inLength = (text: string) => text.slice(0, maxLength).padEnd(minLength, '0');
  const samples = [speaking, ...samplesInForm].map(inLength);
  return (
    samples.find((sample) => reasonAgainstValues(operation, parameter, [sample]) === undefined) ??
    speaking
  );
}

/** The forms of ids that the specification gives patterns for. */
const samplesInForm: readonly string[] = [
  '000000000000000000000000',
  '00000000-0000-4000-8000-000000000000',
  'reqexample',
  'rcoexample',
  'enbexample',
  'orn:okta:example',
];

/** Reads what was typed for a parameter; several values, separated by commas, where it takes a list. */
function parseParameter(
  operation: CatalogueOperation,
  parameter: OperationParameter,
  text: string,
  target: Operation,
): Parsed<readonly string[]> {
  const values = parameter.list ? listOf(text) : [text];
  const sent = parameter.list ? sentValues(parameter, values) : values;
  const { name } = parameter;
  const parsed =
    parameter.in === 'query'
      ? parseQuery(sent.map((value) => ({ name, value })))
      : // Alone in its path, so that the reason is about this parameter and no other.
        parsePathParameters({ [name]: text }, { ...target, path: `/{${name}}` });
  if (!parsed.ok) return parsed;
  const reason = reasonAgainstValues(operation, parameter, values);
  return reason === undefined ? accepted(sent) : refused(reason);
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
  const given =
    withOneOfEach(operation, body?.skeleton) ?? (body?.required === true ? {} : undefined);
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
            problem: `${reasonAgainstNoBody(operation)} Until you type one, the request has the body that the field started with.`,
            variables: begun,
          },
          json: skeleton,
        }
      : { field: { text: typed, variables: [] }, json: undefined };
  }
  const read =
    typed.length > longestBody
      ? { ...refused(bodyTooLong), isJson: undefined }
      : parseBodyText(typed, operation, target, isSecret);
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

/** Of members one of which must be sent, a body begins with the first. */
function withOneOfEach(
  { reference }: CatalogueOperation,
  skeleton: JsonValue | undefined,
): JsonValue | undefined {
  if (typeof skeleton !== 'object' || skeleton === null || Array.isArray(skeleton)) return skeleton;
  const first = bodyProseRules
    .filter(({ operations }) => operations.includes(reference))
    .flatMap(({ oneOf = [] }) => oneOf.slice(0, 1));
  return Object.assign({}, skeleton, Object.fromEntries(first.map((name) => [name, ''])));
}

/** What a body begins with: nothing in it is a text that could be refused. */
function skeletonWithSecrets(skeleton: JsonValue, isSecret: IsSecretMember): ExactJson {
  const json = exactJson(skeleton);
  const parsed = withBodySecrets(json, isSecret);
  return parsed.ok ? parsed.value : json;
}

function parseBodyText(
  typed: string,
  operation: CatalogueOperation,
  target: Operation,
  isSecret: IsSecretMember,
): Parsed<ExactJson> & { readonly isJson?: true } {
  const read = parseJson(typed);
  return read.ok
    ? { ...parseBodyOf(operation, read.json, target, isSecret), isJson: true }
    : refused(
        `Line ${read.line}, column ${read.column}: ${read.problem} Until you fix this, the request has the body that the field started with.`,
      );
}
