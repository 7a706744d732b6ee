// Made by scripts/layout.ts from the content and the machine: npm run layout
import type { PathGeometry } from './geometryShape.ts';

/** Of the Mermaid texts of all paths, which this was laid out from. */
export const pathLayoutHash = '1f52f57484fd1ce21093f5d9b9b956cd7c31ed6a8d9c918dbdef7bca67a7f50f';

export const pathGeometry: PathGeometry = {
  margin: 4,
  gap: 64,
  label: { offset: 21, height: 24 },
  nodes: {
    oauth: [130, 46.5],
    audience: [130, 46.5],
    serviceApp: [137.5, 25],
    catalog: [130, 46.5],
    apiServiceIntegration: [141, 41.5],
    obstacle: [130, 46.5],
    apiToken: [150, 25],
    userContext: [135, 25],
    agent: [130, 46.5],
    delegatedGrant: [135, 25],
    otherInterface: [135, 25],
    customAuthorizationServer: [135, 25],
  },
  answerWidths: {
    'oauth.yes': 26.9,
    'audience.ownOrg': 58.6,
    'audience.customerOrgs': 103.9,
    'catalog.yes': 26.9,
    'catalog.no': 22.6,
    'oauth.no': 22.6,
    'obstacle.tokenOnlyOperation': 142.3,
    'obstacle.productHasOauth': 81,
    'obstacle.documentedTokenProduct': 109.7,
    'obstacle.fixedHeaderProduct': 90.3,
    'obstacle.extraWork': 73.5,
    'obstacle.noSuperAdmin': 108.7,
    'obstacle.fixedIp': 110.8,
    'obstacle.serviceAccountExists': 108.2,
    'obstacle.nothing': 56,
    'oauth.unsure': 59.8,
    'oauth.person': 87.1,
    'oauth.agent': 60.8,
    'agent.person': 91.6,
    'agent.alone': 66.1,
    'oauth.product': 101.3,
    'oauth.other': 102.8,
    'oauth.ownApi': 86.9,
  },
};
