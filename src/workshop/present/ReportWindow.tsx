import { offerDownload } from '#browser/offerDownload.ts';
import { Field } from '#ui/Field.tsx';

import { compareLessons } from '../report/compareLessons.ts';
import { type CardSplits, lessonReport, type LessonReport } from '../report/lessonReport.ts';
import { reportMarkdown } from '../report/reportMarkdown.ts';
import { LessonReportView } from '../report/ReportPage.tsx';
import { type Room, roomFile, splitOf } from '../room/room.ts';
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
          <button
            type="button"
            className="button"
            onClick={() =>
              offerDownload(
                new Blob([reportMarkdown(report, compared)], { type: 'text/markdown' }),
                'lesson-report.md',
              )
            }
          >
            Save as Markdown
          </button>
          {room !== undefined && (
            <button
              type="button"
              className="button"
              onClick={() =>
                offerDownload(
                  new Blob([roomFile(room)], { type: 'application/json' }),
                  `room-${room.code}.json`,
                )
              }
            >
              Save the answers as a file
            </button>
          )}
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
        <Field
          label="Compare with another lesson"
          hint="The file with that lesson’s answers. It stays on this device."
          problem={problem}
        >
          {(props) => (
            <input
              {...props}
              type="file"
              accept="application/json,.json"
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                if (file !== undefined) actor.send({ type: 'comparison.open', file });
                target.value = '';
              }}
            />
          )}
        </Field>
      </div>
      <LessonReportView report={report} {...(compared === undefined ? {} : { compared })} />
    </article>
  );
}

/** What a room's answers come to; every card that may have been answered is looked at. */
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
