import type { CallBody, CallField, OperationCall } from '#snippets/operationCall.ts';
import { Field } from '#ui/Field.tsx';
import { TextField } from '#ui/TextField.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

interface CallFieldsProps {
  readonly call: OperationCall;
  readonly onPathText: (name: string, text: string) => void;
  readonly onQueryText: (name: string, text: string) => void;
  readonly onBody: (text: string) => void;
}

/** The parts of an operation's request as typed fields: path, query and body, as the specification has them. */
export function CallFields({ call, onPathText, onQueryText, onBody }: CallFieldsProps) {
  const draw = (field: CallField) => (
    <ParameterField
      key={`${field.parameter.in} ${field.parameter.name}`}
      field={field}
      onChange={(text) =>
        (field.parameter.in === 'path' ? onPathText : onQueryText)(field.parameter.name, text)
      }
    />
  );
  const required = call.fields.filter(({ parameter }) => parameter.required);
  const optional = call.fields.filter(({ parameter }) => !parameter.required);
  const isFilled = optional.some(({ text }) => text !== '');
  return (
    <>
      {required.length > 0 && <div className="call-fields">{required.map(draw)}</div>}
      {optional.length > 0 && (
        <details open={isFilled || undefined}>
          <summary className="py-2 font-semibold">
            {optional.length === 1
              ? 'One optional parameter'
              : `${optional.length} optional parameters`}
          </summary>
          <div className="call-fields">{optional.map(draw)}</div>
        </details>
      )}
      {call.body !== undefined && <BodyField body={call.body} onChange={onBody} />}
      {call.leftOut.length > 0 && (
        <div className="notice" data-tone="warn" role="status">
          {call.leftOut.map((reason) => (
            <p key={reason}>
              <TextWithCode text={reason} />
            </p>
          ))}
        </div>
      )}
    </>
  );
}

interface ParameterFieldProps {
  readonly field: CallField;
  readonly onChange: (text: string) => void;
}

function ParameterField({ field, onChange }: ParameterFieldProps) {
  const { parameter, text, sample, problem, missing } = field;
  const place = parameter.in === 'path' ? 'in the path' : 'in the query';
  const values = parameter.type === 'boolean' ? ['true', 'false'] : parameter.values;
  if (values.length > 0 && !parameter.list) {
    return (
      <ChoiceField
        label={parameter.name}
        hint={`${parameter.required ? 'Required' : 'Optional'}, ${place}.`}
        value={text}
        values={values}
        empty={sample === undefined ? 'Left out' : `Sample: ${sample}`}
        problem={problem}
        note={missing}
        onChange={onChange}
      />
    );
  }
  return (
    <TextField
      label={parameter.name}
      hint={`${typeWords(field)}, ${place}.`}
      value={text}
      placeholder={sample ?? ''}
      problem={problem}
      note={missing}
      onChange={onChange}
    />
  );
}

function typeWords({ parameter: { type, list, values, required } }: CallField): string {
  const kind = type === 'integer' ? 'whole number' : type === 'number' ? 'number' : 'text';
  const several = list ? `${kind}s, separated by commas` : kind;
  const choice = values.length === 0 ? several : values.map((value) => `\`${value}\``).join(', ');
  return `${required ? 'Required' : 'Optional'} ${choice}`;
}

interface ChoiceFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly values: readonly string[];
  /** What the choice of nothing is called. */
  readonly empty: string;
  readonly problem: string | undefined;
  readonly note: string | undefined;
  readonly onChange: (value: string) => void;
}

function ChoiceField({ value, values, empty, onChange, ...field }: ChoiceFieldProps) {
  return (
    <Field {...field}>
      {(props) => (
        <select
          {...props}
          className="button"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{empty}</option>
          {/* What a link brought stays in sight, with the reason below it. */}
          {value !== '' && !values.includes(value) && <option value={value}>{value}</option>}
          {values.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** What is said about the members that hold secrets. */
function secretWords(variables: CallBody['variables']): string {
  if (variables.length === 0) return '';
  const names = variables.map((variable) => `\`${variable}\``).join(', ');
  return variables.length === 1
    ? ` Leave the member for the secret empty: your program reads it from the environment variable ${names}.`
    : ` Leave the members for secrets empty: your program reads them from the environment variables ${names}.`;
}

interface BodyFieldProps {
  readonly body: CallBody;
  readonly onChange: (text: string) => void;
}

function BodyField({ body, onChange }: BodyFieldProps) {
  return (
    <Field
      label="Body (JSON)"
      hint={`The field starts with the members that the specification requires; strings are empty and numbers are 0.${secretWords(body.variables)}`}
      problem={body.problem}
    >
      {(props) => (
        <textarea
          {...props}
          value={body.text}
          spellCheck={false}
          autoCapitalize="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
