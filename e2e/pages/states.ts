import { exits } from '#guide/exits.ts';
import { exitIds, type NodeId, outcomeIds, questionIds } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { type Answer, questions } from '#guide/questions.ts';
import type { Walk } from '#guide/replay.ts';
import { allWalks } from '#guide/walks.ts';

/** A text as it reads on a page, where what is between backticks is code. */
export function inPlainText(text: string): string {
  return text.replaceAll('`', '');
}

/** The heading of a state's page. */
export function headingOf(node: NodeId): string {
  const question = questionIds.find((id) => id === node);
  const outcome = outcomeIds.find((id) => id === node);
  const exit = exitIds.find((id) => id === node);
  const heading =
    (question && questions[question].heading) ??
    (outcome && outcomes[outcome].heading) ??
    (exit && exits[exit].heading);
  if (heading === undefined) throw new Error(`No content has the id "${node}".`);
  return inPlainText(heading);
}

/**
 * The address of a state below the site's base. Spelt out here a second time on purpose: these
 * addresses are a contract, and a change of `#share/address.ts` must show.
 */
export function pathOf(answers: readonly Answer[]): string {
  return ['guide', ...answers.map((answer) => answer.replace('.', '-')), '']
    .slice(answers.length === 0 ? 2 : 0)
    .join('/');
}

const walks = allWalks();

/** Every walk that has arrived at an outcome or an exit. */
export const endedWalks = walks.filter(({ kind }) => kind !== 'question');

const branchOf = ({ answers }: Walk): string => answers.slice(0, 2).join(' ');

/** The ended walks by their first two answers: one page of a browser serves several. */
export const branches: readonly { readonly title: string; readonly walks: readonly Walk[] }[] = [
  ...new Set(endedWalks.map(branchOf)),
].map((title) => ({ title, walks: endedWalks.filter((walk) => branchOf(walk) === title) }));

/** The shortest walk to each node. */
export const shortestWalks: readonly Walk[] = [...new Set(walks.map(({ node }) => node))].flatMap(
  (node) =>
    walks
      .filter((walk) => walk.node === node)
      .toSorted((a, b) => a.answers.length - b.answers.length)
      .slice(0, 1),
);

/** A walk as a test's title names it. */
export function titleOf(walk: Walk): string {
  return walk.answers.length === 0 ? 'the first question' : walk.answers.join(' ');
}

/** The pages that are no state of the guide. */
export const otherPages = [
  'compare/',
  'about/',
  'operations/',
  'operations/audit/',
  'operations/management/group/',
  'requests/',
  'service-app/',
  'service-app/set-up/',
  'service-app/keys/',
  'service-app/requests/',
  'service-app/requests/python/',
  'service-app/details/',
  'service-app/then-and-now/',
  'errors/',
  'glossary/',
  'errors/dpop-claim-wrong/',
  'errors/key-file-refused/',
  'leave-the-token/',
  'check/',
  'check/service-app/',
  'search/',
  'tools/',
  'tools/terraform/',
  'tools/siem/',
  'tools/postman/',
  'embed/builder/',
  'lab/',
  'workshop/',
  'workshop/present/',
  'workshop/answer/',
  'workshop/cards/',
  'workshop/hands-on/',
  'workshop/handouts/',
  'workshop/handouts/worksheet/',
  'workshop/handouts/cards/',
] as const;
