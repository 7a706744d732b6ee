// Made by scripts/layout.ts from the words of articleChart.ts: npm run layout
import type { Geometry } from './geometryShape.ts';

/** Of the Mermaid text that this was laid out from. */
export const articleLayoutHash = 'cacae3b2a8de85101eac3768724933cce06da0dc4895625f6a567e7425de38bc';

export const articleGeometry: Geometry = {
  width: 379,
  height: 271,
  nodes: {
    oauth: { x: 159, y: 4, width: 130, height: 47 },
    catalog: { x: 84, y: 115, width: 130, height: 47 },
    apiServiceIntegration: { x: 4, y: 225, width: 141, height: 42 },
    serviceApp: { x: 155, y: 233, width: 138, height: 25 },
    apiToken: { x: 224, y: 125, width: 150, height: 25 },
  },
  edges: [
    {
      from: 'oauth',
      to: 'catalog',
      path: 'M193,51L185,56C178,61,164,72,156,82C149,92,149,101,149,106L149,111',
      arrow: '149,115 145,107 153,107',
      label: { x: 136, y: 71, width: 27, height: 24 },
    },
    {
      from: 'oauth',
      to: 'apiToken',
      path: 'M256,51L263,56C270,61,285,72,292,84C299,95,299,108,299,115L299,121',
      arrow: '299,125 295,117 303,117',
      label: { x: 288, y: 71, width: 23, height: 24 },
    },
    {
      from: 'catalog',
      to: 'apiServiceIntegration',
      path: 'M118,161L111,166C103,172,89,182,82,192C75,202,75,212,75,216L75,221',
      arrow: '75,225 71,217 79,217',
      label: { x: 61, y: 182, width: 27, height: 24 },
    },
    {
      from: 'catalog',
      to: 'serviceApp',
      path: 'M181,161L188,166C195,172,209,182,217,194C224,205,224,217,224,223L224,229',
      arrow: '224,233 220,225 228,225',
      label: { x: 212, y: 182, width: 23, height: 24 },
    },
  ],
  answerWidths: { 'oauth.yes': 23, 'oauth.no': 18, 'catalog.yes': 23, 'catalog.no': 18 },
};
