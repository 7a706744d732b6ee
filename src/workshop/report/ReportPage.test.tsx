import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';

import { reasonChoices } from '../prediction.ts';
import type { Split } from '../room/split.ts';
import { type KeyedScenario, type ResultId, resultIds } from '../scenario.ts';
import { keyedScenarios } from '../scenarios/scenarios.ts';
import { compareLessons } from './compareLessons.ts';
import { type CardSplits, lessonReport } from './lessonReport.ts';
import { reportMarkdown } from './reportMarkdown.ts';
import { LessonReportView } from './ReportPage.tsx';

function split(scenario: KeyedScenario, counts: Partial<Record<ResultId, number>>): Split {
  const results = resultIds.map((id) => counts[id] ?? 0);
  const answered = results.reduce((sum, each) => sum + each, 0);
  return {
    answered,
    results,
    reasons: answered === 0 ? [] : reasonChoices(scenario).map((_, place) => place),
    confidences: [],
  };
}

const lesson = keyedScenarios.slice(0, 4).map((scenario, place): CardSplits => ({
  scenario,
  before: split(scenario, { [scenario.result]: place, apiToken: 4, userContext: 5 }),
  after: split(scenario, { [scenario.result]: 6, delegatedGrant: place }),
  twist: split(scenario, {}),
}));
const report = lessonReport(lesson);
const compared = compareLessons(report, lessonReport(lesson.slice(1)));
const html = renderToStaticMarkup(<LessonReportView report={report} compared={compared} />);

/** The texts of all elements of a kind, without the tags within. */
function texts(markup: string, tag: string): readonly string[] {
  return [...markup.matchAll(new RegExp(`<${tag}(?: [^>]*)?>(.*?)</${tag}>`, 'g'))].map(
    ([, inner = '']) => inner.replaceAll(/<[^>]*>/g, ''),
  );
}

describe('the page of the report', () => {
  test('has the headings, figures and beliefs of the file', () => {
    const lines = reportMarkdown(report, compared).split('\n');
    const beginning = (mark: string) =>
      lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length));
    expect(texts(html, 'h2')).toEqual(beginning('## '));
    expect(texts(html, 'h3')).toEqual(beginning('### '));
    const cells = lines
      .filter((line) => line.startsWith('| ') && !/^\| (?:Card|---) /.test(line))
      .flatMap((line) => line.slice(2, -2).split(' | ').slice(1));
    expect(texts(html, 'td')).toEqual(cells);
    for (const { before, after } of report.cards) {
      for (const { belief } of [...(before.beliefs?.held ?? []), ...(after.beliefs?.held ?? [])]) {
        expect(html).toContain(`“${belief.belief.replaceAll('`', '')}”`);
      }
    }
  });

  test('has nothing to press, and no id twice', () => {
    expect(html).not.toMatch(/<(?:button|input|select|a)\b/);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has no comparison where there is none, and no table where nobody answered', () => {
    expect(renderToStaticMarkup(<LessonReportView report={report} />)).not.toContain('Compared');
    expect(renderToStaticMarkup(<LessonReportView report={lessonReport([])} />)).not.toContain(
      '<table',
    );
  });
});
