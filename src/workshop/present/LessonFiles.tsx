import { useAddresses } from '#screens/site.tsx';
import { CopyButton } from '#ui/CopyButton.tsx';
import { FileField } from '#ui/FileField.tsx';

import { SaveButton } from '../SaveButton.tsx';
import { lessonFile } from './lessonFile.ts';
import { lessonFragment } from './lessonPlan.ts';
import { presenterPath } from './presentPaths.ts';
import { useOfPresentation, usePresentationActor } from './presentationActor.ts';

/** What a teacher can make from a prepared lesson: paper, a file that works anywhere, a link. */
export function LessonFiles() {
  const actor = usePresentationActor();
  const addresses = useAddresses();
  const fragment = useOfPresentation(({ context: { deck, plan, input } }) =>
    lessonFragment({ deck, card: 0, stage: 'story' }, plan, input.cardsValue),
  );
  const canPack = useOfPresentation(({ context }) => context.input.fileAddress !== undefined);
  const isPacking = useOfPresentation((snapshot) => snapshot.hasTag('packing'));
  const isFailed = useOfPresentation((snapshot) => snapshot.hasTag('packingFailed'));
  const problem = useOfPresentation(({ context }) => context.fileProblem);
  return (
    <section aria-labelledby="take-along" className="stack">
      <h2 id="take-along">4. Print, keep or share the lesson</h2>
      <p className="flex flex-wrap gap-3">
        <button
          type="button"
          className="button"
          onClick={() => actor.send({ type: 'layout.print' })}
        >
          Print this deck
        </button>
        {canPack && (
          <button
            type="button"
            className="button"
            disabled={isPacking}
            onClick={() => actor.send({ type: 'file.pack' })}
          >
            Download an offline copy
          </button>
        )}
        <SaveButton type="application/json" name="lesson.json" text={() => lessonFile(fragment)}>
          Save the lesson as a file
        </SaveButton>
        {canPack && <CopyButton label="Copy the link to this lesson" of="lesson-link" />}
      </p>
      <p role="status" className="quiet">
        {isPacking && 'Putting the lesson into one file.'}
        {isFailed && 'The file could not be loaded. Check the network, then try again.'}
      </p>
      <p className="quiet">
        The offline copy is one file with this deck. Double-click to open it. The lesson is also
        kept on this device.
      </p>
      <p hidden id="lesson-link">
        {new URL(`${addresses.file(presenterPath)}${fragment}`, document.baseURI).href}
      </p>
      <details>
        <summary className="py-2">Open a saved lesson</summary>
        <FileField
          label="Lesson file"
          hint="The file that you saved with “Save the lesson as a file”."
          problem={problem}
          accept="application/json,.json"
          onFile={(file) => actor.send({ type: 'file.open', file })}
        />
      </details>
    </section>
  );
}
