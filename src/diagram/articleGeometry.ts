// Made by scripts/layout.ts from the words of articleChart.ts: npm run layout
import type { Geometry } from './geometryShape.ts';

/** Of the Mermaid text that this was laid out from. */
export const articleLayoutHash = '88ae2949ef9be553c7ff884e9aff36dcb0ab63aaeeab7a1afe8e6f6e2a836f56';

export const articleGeometry: Geometry = {
  width: 379,
  height: 271,
  nodes: {
    oauth: { x: 159.1, y: 4, width: 130, height: 46.5 },
    catalog: { x: 84.1, y: 114.5, width: 130, height: 46.5 },
    apiServiceIntegration: { x: 4, y: 225, width: 141, height: 41.5 },
    serviceApp: { x: 155, y: 233.3, width: 137.5, height: 25 },
    apiToken: { x: 224.1, y: 125.3, width: 150, height: 25 },
  },
  edges: [
    {
      from: 'oauth',
      to: 'catalog',
      path: 'M192.6,50.5L185.3,55.8C178.1,61.2,163.6,71.8,156.4,81.8C149.1,91.8,149.1,101.2,149.1,105.8L149.1,110.5',
      arrow: '149.1,114.5 145.1,106.5 153.1,106.5',
      label: { x: 135.7, y: 71.5, width: 26.9, height: 24 },
    },
    {
      from: 'oauth',
      to: 'apiToken',
      path: 'M255.7,50.5L262.9,55.8C270.2,61.2,284.6,71.8,291.9,83.6C299.1,95.4,299.1,108.3,299.1,114.8L299.1,121.3',
      arrow: '299.1,125.3 295.1,117.3 303.1,117.3',
      label: { x: 287.8, y: 71.5, width: 22.6, height: 24 },
    },
    {
      from: 'catalog',
      to: 'apiServiceIntegration',
      path: 'M117.7,161L110.5,166.3C103.3,171.7,88.9,182.3,81.7,192.3C74.5,202.3,74.5,211.7,74.5,216.3L74.5,221',
      arrow: '74.5,225 70.5,217 78.5,217',
      label: { x: 61, y: 182, width: 26.9, height: 24 },
    },
    {
      from: 'catalog',
      to: 'serviceApp',
      path: 'M180.5,161L187.7,166.3C194.9,171.7,209.3,182.3,216.5,193.7C223.8,205.1,223.8,217.2,223.8,223.2L223.8,229.3',
      arrow: '223.8,233.3 219.8,225.3 227.8,225.3',
      label: { x: 212.4, y: 182, width: 22.6, height: 24 },
    },
  ],
  answerWidths: { 'oauth.yes': 22.5, 'oauth.no': 17.9, 'catalog.yes': 22.5, 'catalog.no': 17.9 },
};
