import { cardFileShape } from './cardRecord.ts';
import { jsonSchemaOf } from './shape.ts';

/** The published JSON Schema of a file of cards, as a text. */
export function cardSchemaText(): string {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Cards of a teacher',
    description:
      'Scenario cards for the workshop. Answers are written node.option; the guide says the result, and a result that is given must be that.',
    ...jsonSchemaOf(cardFileShape),
  };
  return `${JSON.stringify(schema)}\n`;
}
