import type { Claim } from '../claim.ts';
import { blogArticleDrafts, blogSelectingAuthorization } from '../sources.ts';

// The article of 2023 in our words. What has changed since then is in changeClaims.ts.

export const programsNeedAuthorization: Claim = {
  fact: 'A1',
  text: 'Hardly any API can leave its resources open to everyone. So a program has to prove what it may do, for the same reason that a person signs in.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const twoMechanisms: Claim = {
  fact: 'A2',
  text: 'The article counts two mechanisms, API tokens and OAuth 2.0. It treats the API service integration as a form of OAuth 2.0, not as a third mechanism.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const copiedTokensHaveDrawbacks: Claim = {
  fact: 'A3',
  text: 'An API token goes into the `Authorization` header as it is. The article warns that this approach has marked weaknesses, at Okta as elsewhere.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const tokensMadeInConsole: Claim = {
  fact: 'A4',
  text: 'You make an API token in the Admin Console.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const tokenShownOnce: Claim = {
  fact: 'A5',
  text: 'The Admin Console shows the value of a new token once. Put it into a secrets manager at that moment.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const sswsScheme: Claim = {
  fact: 'A6',
  text: 'An API token is sent in the `Authorization` header under `SSWS`, a scheme that only Okta uses.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const tokenExampleRequest: Claim = {
  fact: 'A7',
  text: 'The article’s example with a token lists ten groups: `GET /api/v1/groups?limit=10` with the header `Authorization: SSWS api_token`, sent to `dev-1234567.okta.com`.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const tokenCarriesAllPermissions: Claim = {
  fact: 'A8',
  text: 'An API token can do everything that the person who made it can do. A program seldom needs that much.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const tokenBreaksWithItsUser: Claim = {
  fact: 'A9',
  text: 'A program with an API token depends on one user. It can stop working when that user loses rights or leaves.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const tokenGrowsWithItsUser: Claim = {
  fact: 'A10',
  text: 'When the owner of a token gains rights, so does the program, without notice. A bug in it can then do more harm than before.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const tokenExpiresUnused: Claim = {
  fact: 'A11',
  text: 'A token that nobody uses for 30 days expires by itself. The article gives the reason: an old, forgotten token should be worthless to whoever finds it.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const tokenRevocable: Claim = {
  fact: 'A12',
  text: 'A token can be revoked in the Admin Console whenever you like; revoke each one that you no longer need.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const serviceAccountMovesProblem: Claim = {
  fact: 'A13',
  text: 'Giving the token to a service account only moves the problem. It is hard to control who uses that account, and one mistake reaches whatever the account can reach.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const leakedTokenImpersonates: Claim = {
  fact: 'A14',
  text: 'If the token of a service account leaks, whoever finds it can act as that account.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const tokenNeverPreferred: Claim = {
  fact: 'A15',
  text: 'The article never prefers an API token. If nothing else works in production, it asks you to tell Okta, in its comments or through your representative.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const clientCredentialsPreferred: Claim = {
  fact: 'A16',
  text: 'For a process that runs without a person, the article prefers the client credentials flow. That is the part of OAuth 2.0 made for one machine calling another.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const oauthWidelySupported: Claim = {
  fact: 'A17',
  text: 'OAuth 2.0 is an open standard, and most languages and frameworks have a library for it.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const appMadeInConsoleOrCli: Claim = {
  fact: 'A18',
  text: 'According to the article, an API Services app is made in the Admin Console or with the Okta CLI.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const articleStepCreateApp: Claim = {
  fact: 'A19',
  text: 'Step 1 of the article: make the API Services app, choose its Okta API scopes, and give your program the client ID and client secret that come with it.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const articleStepExchangeSecret: Claim = {
  fact: 'A20',
  text: 'Step 2 of the article: at the token endpoint, the program exchanges its client ID and secret for an access token with the allowed scopes. An Okta SDK may make this call for you.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const articleNoteOnCustomServer: Claim = {
  fact: 'A21',
  text: 'A note in step 2 says that a custom authorization server, as in a Developer Edition org, asks for a signed JWT and a JWKS instead of the secret.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const articleStepBearer: Claim = {
  fact: 'A22',
  text: 'Step 3 of the article: call the API with the access token in the `Authorization` header, under `Bearer`.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const oauthExampleRequest: Claim = {
  fact: 'A23',
  text: 'The article’s example with OAuth 2.0 is the same call for ten groups; only its header differs: `Authorization: Bearer access_token`.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const oauthConsiderations: Claim = {
  fact: 'A24',
  text: 'OAuth 2.0 is safer, needs less code of your own, and its scopes do not depend on a single user. The price is one more request, for the access token, before the first call.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const oauthByDefault: Claim = {
  fact: 'A25',
  text: 'Use OAuth 2.0 unless something prevents it, between machines too: no other method is as safe or lets you choose scopes as precisely.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const sharedServiceAppLimit: Claim = {
  fact: 'A26',
  text: 'When customers set up your service app by hand, each of them chooses the scopes. Too many are a risk, and too few look like your fault.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const integrationAddsDiscoverability: Claim = {
  fact: 'A27',
  text: 'An API service integration is OAuth 2.0 plus a listing. You submit it to the Okta Integration Network (OIN), and customers find it and install it from that catalog. It also handles scopes better.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const integrationScopesVisible: Claim = {
  fact: 'A28',
  text: 'You fix the scopes of an integration when you submit it. According to the article, customers see them in the catalog, and that openness earns trust.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const integrationTestInstance: Claim = {
  fact: 'A29',
  text: 'According to the article, the OIN Manager makes a service app in your own org, so that you can test the integration before the submission is complete.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const ruleInProse: Claim = {
  fact: 'A30',
  text: 'The 2023 rule puts OAuth 2.0 first. Use an API service integration when what you build goes into the OIN. Use an API token only when a limit of OAuth 2.0 stops you.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const flowchartKnownByAltText: Claim = {
  fact: 'A31',
  text: 'The article draws its rule as a flowchart. The picture’s description gives the order: OAuth 2.0, then the integration for apps in the OIN, and the token when nothing else works.',
  status: 'agreed',
  sources: [blogSelectingAuthorization, blogArticleDrafts],
};

export const flowchartWordingUnknown: Claim = {
  fact: 'A31',
  text: 'We do not know the wording or the order of the boxes in the article’s flowchart. It is a picture, and we could read only its description.',
  status: 'unknown',
  sources: [blogSelectingAuthorization, blogArticleDrafts],
};

export const closingComparison: Claim = {
  fact: 'A32',
  text: 'The article closes with a comparison. Tokens are easy, but not secure or reliable enough for production. Client credentials need more knowledge, but suit internal use of any size. An API service integration gives the most control when customers run your code against their own org.',
  status: 'agreed',
  sources: [blogSelectingAuthorization],
};

export const draftsHadAnotherOrder: Claim = {
  fact: 'A33',
  text: 'A draft of the article counted three mechanisms and asked first whether the integration is public. It also told customers to give their client ID, secret and Okta domain to the vendor. The published text puts OAuth 2.0 first, and so does this guide.',
  status: 'agreed',
  sources: [blogArticleDrafts],
};

export const furtherReading: Claim = {
  fact: 'A34',
  text: 'The drafts end with a reading list that the copy we worked from lacks. It covers securing a .NET 6 web API, Spring Security with client credentials, authorization by grant type, and building and listing API service integrations.',
  status: 'agreed',
  sources: [blogArticleDrafts],
};

export const articleSilences: Claim = {
  fact: 'A35',
  text: 'As we read it, the article leaves out admin roles for apps, DPoP, key management, rate limits and network zones. It also leaves out access on behalf of a user, and what to do about errors.',
  status: 'inferred',
  sources: [blogSelectingAuthorization],
};
