import { FileField } from '#ui/FileField.tsx';

import { compareLessons } from '../report/compareLessons.ts';
import { type CardSplits, lessonReport, type LessonReport } from '../report/lessonReport.ts';
import { reportMarkdown } from '../report/reportMarkdown.ts';
import { LessonReportView } from '../report/ReportPage.tsx';
import { type Room, splitOf } from '../room/room.ts';
import { SaveRoom } from '../room/SaveRoom.tsx';
import { SaveButton } from '../SaveButton.tsx';
import type { Scenario } from '../scenario.ts';
import { useOfPresentation, usePresentationActor } from './presentationActor.ts';

/** What the room believed before and after, to print, to keep, and to compare with another lesson. */
export function ReportWindow() {
  const actor = usePresentationActor();
  const room = useOfPresentation(({ context }) => context.room);
  const cards = useOfPresentation(({ context }) => context.input.cards);
  const other = useOfPresentation(({ context }) => context.compared);
  const problem = useOfPresentation(({ context }) => context.fileProblem);
  const report = reportOf(room, cards);
  const compared = other && compareLessons(report, reportOf(other, cards));
  return (
    <article className="stack [--gap:1.5rem]">
      <h2>The report of this lesson</h2>
      <div className="no-print stack">
        <p className="flex flex-wrap gap-3">
          <button
            type="button"
            className="button"
            data-rank="primary"
            onClick={() => globalThis.print()}
          >
            Print
          </button>
          <SaveButton
            type="text/markdown"
            name="lesson-report.md"
            text={() => reportMarkdown(report, compared)}
          >
            Save as Markdown
          </SaveButton>
          {room !== undefined && <SaveRoom room={room}>Save the answers as a file</SaveRoom>}
          <button
            type="button"
            className="button"
            data-rank="quiet"
            onClick={() => actor.send({ type: 'layout.live' })}
          >
            Back to the lesson
          </button>
          <button
            type="button"
            className="button"
            data-rank="quiet"
            onClick={() => actor.send({ type: 'layout.prepare' })}
          >
            Back to preparing
          </button>
        </p>
        <FileField
          label="Compare with another lesson"
          hint="The file with that lesson’s answers. It stays on this device."
          problem={problem}
          accept="application/json,.json"
          onFile={(file) => actor.send({ type: 'comparison.open', file })}
        />
      </div>
      <LessonReportView report={report} {...(compared === undefined ? {} : { compared })} />
    </article>
  );
}

/** The report of a room's answers, from every card that may have been answered. */
function reportOf(room: Room | undefined, cards: readonly Scenario[]): LessonReport {
  return lessonReport(
    cards.flatMap((scenario): readonly CardSplits[] =>
      scenario.kind === 'keyed' && room !== undefined
        ? [
            {
              scenario,
              before: splitOf(room, scenario, 'card'),
              after: splitOf(room, scenario, 'again'),
              twist: splitOf(room, scenario, 'twist'),
            },
          ]
        : [],
    ),
  );
}
