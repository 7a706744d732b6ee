import type { DiagramLabels } from './labels.ts';
import { mermaidText } from './mermaidText.ts';

/**
 * The text that the picture's geometry is laid out from: no path, and room for the mark of a chosen
 * answer before every answer, so that a marked answer stays in its place.
 */
export function layoutText(labels: DiagramLabels): string {
  return mermaidText({
    labels,
    accTitle: 'Layout',
    accDescr: 'Layout',
    answerLabel: (answer) => `${markRoom} ${labels.answers[answer]}`,
  });
}

/** As wide as the drawn mark; a character of the bundled font, unlike the mark itself. */
const markRoom = '–';
