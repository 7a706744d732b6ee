import { createHash } from 'node:crypto';

import { optionOf, questionWords } from '#guide/answerWords.ts';
import { contentVersion } from '#guide/contentVersion.ts';
import { exits } from '#guide/exits.ts';
import {
  type ExitId,
  exitIds,
  type NodeId,
  type NodeKind,
  type OutcomeId,
  outcomeIds,
  type QuestionId,
  questionIds,
} from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { answersTo } from '#guide/answers.ts';
import type { Answer } from '#guide/questions.ts';
import { replay, type Walk } from '#guide/replay.ts';
import { allWalks, targetOf } from '#guide/walks.ts';
import { pathOf } from '#share/address.ts';

/** A page of the site. */
export interface SitePage {
  /** Relative to the site's base, `''` for the first question, otherwise with a trailing slash. */
  readonly path: string;
  /** For example `question`, `outcome`, `exit`, `compare`, `about`. */
  readonly kind: string;
}

export interface GuideIndexParts {
  readonly pages: readonly SitePage[];
  /** Of a walk, relative to the site's base: what is beside its page, and its card. */
  readonly files: (walk: Walk) => readonly string[];
}

/** What `guide.json` contains. Its schema is `public/guide.schema.json`; paths are relative to the file. */
export interface GuideIndex {
  readonly version: 1;
  readonly contentVersion: string;
  /** Changes with any word, source or route of the guide. */
  readonly contentHash: `sha256-${string}`;
  readonly initial: NodeId;
  readonly nodes: readonly {
    readonly id: QuestionId;
    readonly question: string;
    readonly options: readonly {
      readonly id: string;
      readonly event: Answer;
      readonly label: string;
      readonly target: NodeId;
    }[];
  }[];
  readonly outcomes: readonly { readonly id: OutcomeId; readonly title: string }[];
  readonly exits: readonly { readonly id: ExitId; readonly title: string }[];
  readonly paths: readonly {
    readonly answers: readonly Answer[];
    readonly state: NodeId;
    readonly kind: NodeKind;
    readonly page: string;
    readonly files: readonly string[];
  }[];
  readonly pages: readonly SitePage[];
}

/**
 * Lists what the site consists of, for programs that read it: docs builds, link checkers, tests.
 * Runs in Node, when the site is built.
 */
export function guideIndex({ pages, files }: GuideIndexParts): GuideIndex {
  const walks = allWalks();
  const nodes = questionIds.map((id) => ({
    id,
    question: questionWords(id).heading,
    options: answersTo(id).map((event) => ({
      id: event.slice(id.length + 1),
      event,
      label: optionOf(event).label,
      target: targetOf(event),
    })),
  }));
  return {
    version: 1,
    contentVersion,
    contentHash: hashOf({ nodes, questions: questionIds.map(questionWords), outcomes, exits }),
    initial: replay([]).walk.node,
    nodes,
    outcomes: outcomeIds.map((id) => ({ id, title: outcomes[id].heading })),
    exits: exitIds.map((id) => ({ id, title: exits[id].heading })),
    paths: walks.map((walk) => ({
      answers: walk.answers,
      state: walk.node,
      kind: walk.kind,
      page: fromIndex(pathOf(walk.answers)),
      files: files(walk),
    })),
    pages: pages.map(({ path, kind }) => ({ path: fromIndex(path), kind })),
  };
}

/** A path relative to `guide.json`, which is at the site's base. */
function fromIndex(path: string): string {
  return path === '' ? './' : path;
}

function hashOf(content: unknown): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(canonicalJson(content)).digest('base64')}`;
}

/** JSON with the keys of each object in alphabetical order, so that equal contents hash equally. */
function canonicalJson(content: unknown): string {
  return JSON.stringify(content, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))),
        )
      : value,
  );
}
