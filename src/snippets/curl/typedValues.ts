import type { CodeBlock } from '../codeBlock.ts';
import { bashWord } from '../encoders/bashWord.ts';
import type { Form } from '../form.ts';
import type { OktaRequest } from '../request.ts';
import { snakeCase, typedValuesOf } from '../typedValues.ts';

/** The values of a form's request as variables. */
export function typedValues(form: Form, request: OktaRequest): CodeBlock {
  return typedValuesOf(form, request).map(
    ([name, value]) => `${snakeCase(name)}=${bashWord(value)}`,
  );
}
