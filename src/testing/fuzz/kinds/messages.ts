import * as fc from 'fast-check';

import * as mermaid from '#browser/mermaidProtocol.ts';
import * as embed from '#embed/protocol.ts';
import { parseAudienceMessage } from '#workshop/present/audienceView.ts';
import { exampleCard } from '#workshop/ownCards/exampleCard.ts';

import { clonedValues, forgeriesOf } from '../../clonedValues.ts';
import { fuzzKind } from '../fuzzKind.ts';

/** A message that is right, of each kind that windows post to each other. */
const right: readonly [unknown, ...unknown[]] = [
  { guide: embed.protocolName, v: embed.protocolVersion, type: 'hello' },
  { type: 'goTo', answers: ['oauth.yes', 'audience.ownOrg'] },
  { type: 'state', answers: ['oauth.yes'], node: 'audience', kind: 'question' },
  { type: 'height', height: 900 },
  { type: 'problem', message: 'theme must be one of light, dark, auto.' },
  mermaid.sealed({ id: 3, text: 'flowchart TD' }),
  mermaid.sealed({ kind: 'ready' }),
  mermaid.sealed({ kind: 'drawn', id: 3, svg: '<svg/>' }),
  mermaid.sealed({ kind: 'failed', id: 3, reason: 'Parse error' }),
  {
    presentation: { deck: ['nightly-hr-sync', exampleCard], card: 1, stage: 'key', isBlack: false },
    room: { room: 'K7QF', answered: 2 },
  },
];

/** Those whose result is plain data. */
const plainReaders = [
  embed.parseHostMessage,
  embed.parseFrameMessage,
  mermaid.parseDrawRequest,
  mermaid.parseFrameMessage,
] as const;

/** Messages of other windows: each is taken or passed over, and what is taken is plain data. */
export const messages = fuzzKind(
  'messages',
  fc.oneof(clonedValues, ...right.map((each) => forgeriesOf(each))),
  (message) => {
    embed.isHello(message);
    parseAudienceMessage(message);
    return plainReaders.flatMap((read) => {
      const taken = read(message);
      if (taken === undefined) return [];
      const isPlain = Object.values(taken)
        .flat()
        .every((part) => ['string', 'number'].includes(typeof part));
      return isPlain ? [] : [`${JSON.stringify(taken)} was taken`];
    });
  },
);
