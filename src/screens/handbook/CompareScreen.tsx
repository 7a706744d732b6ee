import { sourcesOf } from '#guide/citations.ts';
import { comparison } from '#guide/comparison.ts';
import { outcomeIds } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { shortestWalkTo } from '#guide/walks.ts';

import { Cited, CitedList, CitedParagraphs, PageSourcesProvider } from '../Cited.tsx';
import { articleChartClaims, ThenAndNowCharts } from '../diagram/ThenAndNowCharts.tsx';
import { MethodMark } from '../MethodMark.tsx';
import { ResultSection } from '../ResultSection.tsx';
import { SourceList } from '../SourceList.tsx';
import { StateLink } from '../StateLink.tsx';

/** The three methods side by side; where there is no room, the table scrolls in its own frame. */
export function CompareScreen() {
  const sources = sourcesOf([comparison, articleChartClaims]);
  return (
    <PageSourcesProvider value={sources}>
      <article className="stack [--gap:2rem]">
        <header className="stack [--gap:1rem]">
          <h1 tabIndex={-1}>The three methods, side by side</h1>
          <p>
            <Cited of={comparison.stance} isWithin /> Not sure which is yours?{' '}
            <StateLink answers={[]}>Answer up to four questions</StateLink>.
          </p>
        </header>
        <div className="comparison-frame" tabIndex={0} role="group" aria-label="Comparison">
          <table className="comparison">
            <caption className="sr-only">What sets the three methods apart</caption>
            <thead>
              <tr>
                <th scope="col">What to compare</th>
                {outcomeIds.map((id) => (
                  <th key={id} scope="col" data-node={id}>
                    <MethodMark node={id} name={outcomes[id].name} />
                    <StateLink
                      answers={shortestWalkTo(id).answers}
                      className="block"
                      label={`Use this: ${outcomes[id].name}`}
                    >
                      Use this
                    </StateLink>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {comparison.rows.map(({ aspect, question, cells }) => (
                <tr key={aspect}>
                  <th scope="row">
                    {aspect}
                    <span className="quiet block">{question}</span>
                  </th>
                  {outcomeIds.map((id) => (
                    <td key={id}>
                      <Cited of={cells[id]} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <ResultSection anchor="rule" title="The rule behind this comparison">
          <CitedParagraphs of={comparison.rule} />
        </ResultSection>
        <ResultSection anchor="then-and-now" title="The 2023 rule and today’s decision">
          <ThenAndNowCharts />
        </ResultSection>
        <ResultSection anchor="beside" title="When none of the three is right">
          <CitedList of={comparison.beside} />
        </ResultSection>
        <ResultSection anchor="sources" title="Sources">
          <SourceList sources={sources} />
        </ResultSection>
      </article>
    </PageSourcesProvider>
  );
}
