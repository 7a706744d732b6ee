import type { Source, Statement } from './claim.ts';
import { furtherReading } from './claims/articleClaims.ts';
import { orgServerForcesKey } from './claims/changeClaims.ts';
import {
  blogDotnetWebApi,
  blogSpringClientCredentials,
  guideApiServiceOverview,
  guideBuildApiIntegration,
  guideClientCredentials,
} from './sources.ts';

/** What the article of 2023 recommends to read next, and how to read it today. */
export const furtherReadingOfArticle: {
  readonly today: Statement;
  /** In the article's order. */
  readonly pages: readonly [Source, ...Source[]];
} = {
  today: {
    text: 'The article ends with a reading list. The two tutorials and the guide to the grant show how to protect an API of your own with a custom authorization server. Read them for the flow; for Okta’s APIs, the credential and the server are different.',
    basis: [furtherReading, orgServerForcesKey],
  },
  pages: [
    blogDotnetWebApi,
    blogSpringClientCredentials,
    guideClientCredentials,
    guideBuildApiIntegration,
    guideApiServiceOverview,
  ],
};
