/** What to pack: the workshop's file and a lesson. */
export interface PackedLesson {
  /** Where the workshop's file is. */
  readonly address: string;
  /** The lesson, as `lessonFragment` writes it. */
  readonly fragment: string;
}

/** The name of the file to take along. */
export const packedFileName = 'lesson.html';

/** The workshop's file could not be loaded, or is not the one expected. */
class PackingError extends Error {
  override readonly name = 'PackingError';
}

/** Where a lesson is in the workshop's file: the element that it is drawn into. */
const rootTag = '<div id="root" ';

/**
 * Puts a lesson into the workshop's file, which then opens with this lesson and without a network.
 *
 * @throws a PackingError if the file cannot be loaded
 */
export async function packLesson(
  { address, fragment }: PackedLesson,
  signal: AbortSignal,
): Promise<Blob> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new PackingError(`${address} answered ${answer.status}.`);
  const text = await answer.text();
  return new Blob([withLesson(text, fragment)], { type: 'text/html' });
}

/** Writes a lesson into the text of the workshop's file. */
export function withLesson(text: string, fragment: string): string {
  const at = text.indexOf(rootTag);
  if (at < 0) throw new PackingError('This is not the workshop’s file.');
  const before = text.slice(0, at + rootTag.length);
  const after = text.slice(at + rootTag.length);
  // A fragment is percent-encoded; what could end the attribute is written once more.
  const value = fragment.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `${before}data-lesson="${value}" ${after}`;
}

/** The content of a lesson file: the lesson, or why it is not one. */
export type ReadLesson = { readonly fragment: string } | { readonly problem: string };

/** The largest file of a lesson, in characters: far more than a teacher's cards take. */
const longestLesson = 500_000;

/** Writes a lesson as the text of a file. */
export const lessonFile = (fragment: string): string =>
  `${JSON.stringify({ version: 1, lesson: fragment })}\n`;

/** Reads the text of a lesson's file. */
export function readLessonFile(text: string): ReadLesson {
  const none = {
    problem:
      'This is not a lesson file. Choose one that you saved with “Save the lesson as a file”.',
  };
  if (text.length > longestLesson) return none;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return none;
  }
  if (typeof data !== 'object' || data === null || !('lesson' in data)) return none;
  const { lesson } = data;
  const version = 'version' in data ? data.version : undefined;
  if (version !== 1) {
    return {
      problem: 'This file was written by a later version of this page. Load the page again.',
    };
  }
  const isLesson = typeof lesson === 'string' && /^#deck=[\w+.~%*&=-]*$/.test(lesson);
  return isLesson ? { fragment: lesson } : none;
}
