import { clockText } from './clock.ts';
import { plannedSteps } from './lessonPlan.ts';
import { useOfPresentation } from './presentationActor.ts';

/** When each card of a lesson comes, counted from the start; a bar in each row shows its share of the time. */
export function TimeLine() {
  const deck = useOfPresentation(({ context }) => context.deck);
  const plan = useOfPresentation(({ context }) => context.plan);
  const steps = plannedSteps(deck, plan);
  const whole = steps.at(-1)?.to ?? 0;
  const rows = [...deck.map(({ title }) => title), 'Wrap-up'].map((title, card) => {
    const own = steps.filter((step) => step.card === card);
    return { title, from: own[0]?.from ?? 0, to: own.at(-1)?.to ?? 0 };
  });
  return (
    <table className="time-line">
      <caption>
        {deck.length === 1 ? '1 card' : `${deck.length} cards`} in {Math.round(whole / 30) / 2}{' '}
        minutes
      </caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">What</th>
          <th scope="col" className="sr-only">
            Share of the time
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ title, from, to }) => (
          <tr key={title}>
            <td>{clockText(from)}</td>
            <th scope="row">{title}</th>
            <td>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                {whole > 0 && (
                  <rect x={(100 * from) / whole} width={(100 * (to - from)) / whole} height="10" />
                )}
              </svg>
              <span className="sr-only">{(to - from) / 60} minutes</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
