import { AnswerKey } from '../handouts/AnswerKey.tsx';
import { CutOutCards } from '../handouts/CutOutCards.tsx';
import { Worksheet } from '../handouts/Worksheet.tsx';
import { useOfPresentation, usePresentationActor } from './presentationActor.ts';

/** How many people share one set of cards. */
const peopleAtTable = 4;

/** For more people, one set and one worksheet are drawn, to be printed in copies. */
const mostPeopleDrawn = 60;

/** The cards of this lesson for a number of people, with the key on separate sheets. */
export function PrintWindow() {
  const actor = usePresentationActor();
  const deck = useOfPresentation(({ context }) => context.deck);
  const people = useOfPresentation(({ context }) => context.plan.people);
  const needed = {
    sets: Math.max(1, Math.ceil(people / peopleAtTable)),
    sheets: Math.max(1, people),
  };
  const isDrawnOnce = people > mostPeopleDrawn;
  const { sets, sheets } = isDrawnOnce ? { sets: 1, sheets: 1 } : needed;
  const back = () => actor.send({ type: 'layout.prepare' });
  return (
    <article className="stack [--gap:1.5rem]">
      <div className="no-print stack">
        <h2>Print this deck</h2>
        <p>
          {sets === 1 ? 'One set of cards' : `${sets} sets of cards, one for each table of four`},{' '}
          {sheets === 1 ? 'one worksheet' : `${sheets} worksheets`}, and the key on separate sheets
          at the end. Everything fits A4 and Letter.
          {isDrawnOnce &&
            ` For ${people} people, print ${needed.sets} copies of the cards and ${needed.sheets} of the worksheet.`}
        </p>
        <p className="flex flex-wrap gap-3">
          <button
            type="button"
            className="button"
            data-rank="primary"
            onClick={() => globalThis.print()}
          >
            Print
          </button>
          <button type="button" className="button" onClick={back}>
            Back to preparing
          </button>
        </p>
      </div>
      {Array.from({ length: sets }, (_, set) => (
        <section key={set} aria-label={`Cards, set ${set + 1}`} className="new-sheet">
          <CutOutCards scenarios={deck} />
        </section>
      ))}
      {Array.from({ length: sheets }, (_, sheet) => (
        <section
          key={sheet}
          aria-label={`Worksheet ${sheet + 1}`}
          className="stack new-sheet"
          data-handout="worksheet"
        >
          <h2>Worksheet</h2>
          <Worksheet
            cards={deck.filter(({ kind }) => kind === 'keyed').map(({ title }) => title)}
          />
        </section>
      ))}
      <section aria-labelledby="printed-key" className="stack new-sheet">
        <h2 id="printed-key">The key, for you alone</h2>
        <AnswerKey scenarios={deck} />
      </section>
    </article>
  );
}
