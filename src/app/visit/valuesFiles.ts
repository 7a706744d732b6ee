import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import type { CatalogueOperation } from '#catalogue/operation.ts';
import type { FieldTexts } from '#screens/snippets/requestInputs.ts';
import type { ExactJson } from '#snippets/exactJson.ts';
import { jsonText } from '#snippets/encoders/jsonText.ts';
import type { OperationCall } from '#snippets/operationCall.ts';
import { parseJson } from '#snippets/parseJson.ts';
import { defaultValues, type RequestValues } from '#snippets/values.ts';
import { parseValues } from '#snippets/valuesFile.ts';

import { type Picked, untouched } from './picked.ts';

/** The largest values file that is opened, in bytes. */
export const largestValuesFile = 1_000_000;

/**
 * Writes a request as a values file, which this page opens and the command line reads. It leaves
 * out what the guide refuses.
 *
 * @param accepted the texts of the fields that are not refused
 * @returns undefined as long as the body is refused, because the file would contain another
 */
export function valuesFileText(
  accepted: Partial<FieldTexts>,
  { operation, parts, body }: OperationCall,
): string | undefined {
  if (body?.problem !== undefined) return undefined;
  const query = Object.fromEntries(
    parts.query.map(({ name }) => [
      name,
      parts.query.filter((each) => each.name === name).map(({ value }) => value),
    ]),
  );
  const members = [
    ...Object.entries(accepted),
    ['operation', operation.reference] as const,
    ['pathParameters', parts.pathParameters] as const,
    ['query', query] as const,
  ].map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  // As it was typed: a number keeps its digits.
  const typed = body?.text.trim() ?? '';
  if (typed !== '') members.push(`  "body": ${typed.replaceAll('\n', '\n  ')}`);
  return `{\n${members.join(',\n')}\n}\n`;
}

/** What the page gets from a values file. */
export type OpenedValues =
  | {
      readonly ok: true;
      /** In the file's form: each field says how its value was corrected. */
      readonly texts: FieldTexts;
      readonly picked: Picked;
    }
  | {
      readonly ok: false;
      /** Why none of it was used. */
      readonly problems: readonly string[];
    };

/** Reads a values file that a person chose, if it is not too large. */
export async function openedFile(file: Blob): Promise<OpenedValues> {
  return file.size > largestValuesFile
    ? refusedFile(
        `The file is ${Math.ceil(file.size / 1000).toLocaleString('en')} kB, but this page opens up to ${largestValuesFile / 1000} kB. Choose a file from “Download values.json”.`,
      )
    : openedValues(await file.text());
}

/** Reads the text of a values file with one set of values; it can contain anything. */
export function openedValues(text: string): OpenedValues {
  const read = parseJson(text);
  if (!read.ok) {
    return refusedFile(
      `Line ${read.line}, column ${read.column}: ${read.problem} Choose a file from “Download values.json”.`,
    );
  }
  const parsed = parseValues(read.json, oktaCatalogue);
  if (!parsed.ok) return refusedFile(parsed.error);
  const [set, ...others] = parsed.sets;
  const problems = [
    ...parsed.refused.map(({ field, reason }) => `${field}: ${reason}`),
    ...parsed.unknown.map(({ operation }) => `The guide has no operation \`${operation}\`.`),
  ];
  if (problems.length > 0) return refusedFile(...problems);
  if (set === undefined || others.length > 0) {
    return refusedFile('This page opens one set of values. Leave only one set in the file.');
  }
  const { values } = set;
  const operation = operationOf(values);
  if (operation === undefined) {
    return refusedFile(
      'The operation is not in the catalogue, so the page has no fields for it. Use the file on the command line.',
    );
  }
  return {
    ok: true,
    texts: {
      ...untouched,
      ...typedText('orgDomain', values, read.json),
      ...typedText('clientId', values, read.json),
      ...typedText('keyId', values, read.json),
    },
    picked: {
      operations: [operation.reference],
      pathTexts: values.pathParameters,
      queryTexts: Object.fromEntries(
        values.query.map(({ name }) => [
          name,
          values.query
            .filter((each) => each.name === name)
            .map(({ value }) => value)
            .join(','),
        ]),
      ),
      ...(operation.body !== undefined && {
        body: values.body === undefined ? '' : jsonText(values.body, 2),
      }),
    },
  };
}

const refusedFile = (...problems: readonly string[]): OpenedValues => ({ ok: false, problems });

function typedText(
  field: keyof FieldTexts,
  values: RequestValues,
  file: ExactJson,
): Partial<FieldTexts> {
  if (values[field] === defaultValues[field]) return {};
  const set = file.kind === 'array' ? file.items[0] : file;
  const given = set?.kind === 'object' ? set.members.find(({ name }) => name === field) : undefined;
  return { [field]: given?.value.kind === 'string' ? given.value.text : values[field] };
}

function operationOf({ operation }: RequestValues): CatalogueOperation | undefined {
  return oktaCatalogue.operations.find(
    ({ method, path }) =>
      method === operation.method &&
      path.replaceAll(/\{[^}]*\}/g, '{}') === operation.path.replaceAll(/\{[^}]*\}/g, '{}'),
  );
}
