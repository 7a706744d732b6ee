import { cardFileShape } from './cardRecord.ts';
import { jsonSchemaOf } from './shape.ts';

/** The published JSON Schema of a card file, as text. */
export function cardSchemaText(): string {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A teacher’s cards',
    description:
      'Scenario cards for the workshop. Answers are written as node.option. The guide works out the result; a result that you give must match it.',
    ...jsonSchemaOf(cardFileShape),
  };
  return `${JSON.stringify(schema)}\n`;
}
