import { readdirSync, readFileSync } from 'node:fs';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { workerMessage } from '#app/offline/workerMessages.ts';
import { viewAt } from '#app/visit/guideView.ts';
import * as mermaid from '#browser/mermaidProtocol.ts';
import * as embed from '#embed/protocol.ts';
import { exampleCard } from '#workshop/ownCards/exampleCard.ts';
import { parseOwnCard } from '#workshop/ownCards/cardRecord.ts';
import { parseAudienceMessage } from '#workshop/present/audienceView.ts';

import { forgeriesOf, listOfHoles } from './clonedValues.ts';

const state = {
  type: 'state',
  answers: ['oauth.yes'],
  node: 'audience',
  kind: 'question',
  path: 'oauth-yes',
  page: 'guide/oauth-yes/',
};
const room = {
  room: 'K7QF',
  answered: 3,
  address: 'guide.example/workshop/answer/',
  link: 'https://guide.example/workshop/answer/#room=K7QF',
  split: {
    answered: 3,
    results: [1, 1, 1, 0, 0, 0, 0],
    reasons: [2, 1],
    confidences: [{ times: 3, right: 1 }],
  },
};
const presentation = {
  deck: ['nightly-hr-sync', exampleCard],
  card: 0,
  stage: 'key',
  isBlack: false,
};

/** Everything that reads what another window says, or what the history kept, with such a message. */
const readers: readonly {
  readonly name: string;
  readonly read: (message: unknown) => unknown;
  readonly message: unknown;
}[] = [
  {
    name: 'the greeting of a host',
    read: embed.isHello,
    message: { guide: embed.protocolName, v: embed.protocolVersion, type: 'hello' },
  },
  {
    name: 'what a host asks for',
    read: embed.parseHostMessage,
    message: { type: 'goTo', answers: ['oauth.yes'] },
  },
  { name: 'the state of a frame', read: embed.parseFrameMessage, message: state },
  {
    name: 'the parameters that a host changes',
    read: embed.parseHostMessage,
    message: { type: 'parameters', fragment: 'v=1&theme=dark', before: 'v=1' },
  },
  {
    name: 'the height of a frame',
    read: embed.parseFrameMessage,
    message: { type: 'height', height: 812 },
  },
  {
    name: 'the problem of a frame',
    read: embed.parseFrameMessage,
    message: { type: 'problem', message: 'theme must be one of light, dark, auto.' },
  },
  {
    name: 'a request to draw',
    read: mermaid.parseDrawRequest,
    message: mermaid.sealed({ id: 1, text: 'flowchart TB' }),
  },
  {
    name: 'a drawing',
    read: mermaid.parseFrameMessage,
    message: mermaid.sealed({ kind: 'drawn', id: 1, svg: '<svg/>' }),
  },
  {
    name: 'why there is no drawing',
    read: mermaid.parseFrameMessage,
    message: mermaid.sealed({ kind: 'failed', id: 1, reason: 'no' }),
  },
  {
    name: 'what the audience is told',
    read: parseAudienceMessage,
    message: { presentation, room, leader: { id: 'a-window', epoch: 1 } },
  },
  { name: 'a card of the teacher', read: parseOwnCard, message: exampleCard },
  {
    name: 'what a page asks the service worker',
    read: workerMessage,
    message: { kind: 'compare', addresses: ['https://guide.example/assets/site.js'] },
  },
  {
    name: 'what the history kept',
    read: (kept) => viewAt('/guide/oauth-yes/', '/', kept),
    message: { kept: ['audience.ownOrg'], dropped: ['catalog.no'] },
  },
];

test.each(readers)('no message whatever makes the reader of $name fail', ({ read, message }) => {
  expect(read(message)).toBeTruthy();
  fc.assert(
    fc.property(forgeriesOf(message), (forged) => {
      read(forged);
    }),
    { numRuns: 400 },
  );
});

test.each(readers)('no list whatever keeps the reader of $name busy', ({ read, message }) => {
  fc.assert(
    fc.property(forgeriesOf(message, fc.constant(listOfHoles)), (forged) => {
      expect(() => read(forged)).not.toThrow();
    }),
  );
});

test('every file that listens for messages has its reader above', () => {
  const source = new URL('../', import.meta.url);
  const hearing = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .filter((file) =>
      /addEventListener\(\s*'message'/.test(readFileSync(new URL(file, source), 'utf8')),
    );
  expect(hearing.toSorted()).toEqual([
    // A worker and the page that started it hear each other and nobody else, and are of one build.
    'app/entries/auditWorker.ts',
    'app/entries/embedPage.ts', // isHello
    'app/entries/mermaidFrame.ts', // mermaid.parseDrawRequest
    'app/offline/serviceWorker.ts', // workerMessage
    'browser/mermaidFrame.ts', // mermaid.parseFrameMessage
    'browser/moduleWorker.ts', // The same, at the page's end.
    // Hands on an answer of the service worker, which is compared with `false` and nothing else.
    'browser/offline.ts',
    'browser/openedWindow.ts', // parseAudienceMessage
    'browser/windowChannel.ts', // parseAudienceMessage
    'embed/conversation.ts', // parseHostMessage
    'embed/guideElement.ts', // embed.parseFrameMessage, in guideElement.test.ts also as published
  ]);
});
