import type { Claim } from '../claim.ts';
import {
  beyondTrustOktaGuide,
  blogSelectingAuthorization,
  conceptAuthorizationServers,
  guideApiServiceOverview,
  guideApiToken,
  guideClientCredentials,
  guideOrgToOrgOauth,
  guideServiceApp,
  guideSubmitApiService,
  guideSubmitOverview,
  nangoOktaClientCredentials,
  osoOktaGuide,
  releaseNotes2025,
  repositoryPowerShell,
  supportNetworkRestrictions,
  supportScopesNotConfigured,
} from '../sources.ts';

// Cases at the edge of a question: where people hesitate or are tempted by the wrong answer.

export const privateCustomerUsesServiceApp: Claim = {
  fact: 'J3',
  text: 'One private customer? Use a service app in that customer’s org. The customer makes it, you publish your public keys at a JWKS URL, and no secret is shared. According to the developer documentation, the OIN is for public integrations that serve many customers.',
  status: 'agreed',
  sources: [guideSubmitOverview, guideServiceApp],
};

export const listingUnderReview: Claim = {
  fact: 'J4',
  text: 'While your listing is under review, each customer can set up a service app by hand, with the scopes that you wrote down for them. Move them to the listing once it is published. No source describes this order: it is our conclusion.',
  status: 'inferred',
  sources: [blogSelectingAuthorization, guideSubmitOverview],
};

export const customerForbidsSecrets: Claim = {
  fact: 'J5',
  text: 'A customer may forbid shared secrets or demand DPoP. As we read the sources, that customer needs a service app set up by hand, even if you have a listing. The guides offer an integration only a client secret, and no public text says whether DPoP works with it.',
  status: 'inferred',
  sources: [guideSubmitApiService, nangoOktaClientCredentials, osoOktaGuide, beyondTrustOktaGuide],
};

export const brokerForFixedHeader: Claim = {
  fact: 'J6',
  text: 'A product that always sends the same header cannot use access tokens, which last one hour. Our advice: first try a small broker that holds the key, gets the tokens and passes the calls on; if that is impossible, what remains is a token with a zone, a custom role and a call at least every 30 days.',
  status: 'inferred',
  sources: [guideServiceApp, guideApiToken],
};

export const oneOffScript: Claim = {
  fact: 'J7',
  text: 'A one-off script on an admin’s laptop acts for that admin. Sign them in with device authorization or PKCE, and the log names them. An API token would outlive the job. Once the script runs on a schedule, use a service app.',
  status: 'agreed',
  sources: [repositoryPowerShell, guideApiServiceOverview],
};

export const orgToOrgRights: Claim = {
  fact: 'J13',
  text: 'For Org2Org, the service app in the hub has the scopes `okta.users.manage` and `okta.groups.manage`, and the group admin and group membership admin roles.',
  status: 'agreed',
  sources: [guideOrgToOrgOauth],
};

export const ownCollectorOrListing: Claim = {
  fact: 'J20',
  text: 'Does a vendor have a listing and a collector that you can run? As we read the sources, what counts is who holds the credential. Use the listing if the vendor’s service pulls data, or a service app if your collector does.',
  status: 'inferred',
  sources: [guideApiServiceOverview, guideServiceApp],
};

export const ownApiNeedsCustomServer: Claim = {
  fact: 'J24',
  text: 'For a program that calls only your company’s own API, none of the three methods is right: use client credentials at a custom authorization server. A client secret is allowed there.',
  status: 'agreed',
  sources: [conceptAuthorizationServers, guideClientCredentials],
};

export const wrongServerIsNoReason: Claim = {
  fact: 'J25',
  text: '`invalid_scope` from `/oauth2/default/v1/token` means that you asked the wrong server. It is no reason to give up on OAuth 2.0.',
  status: 'agreed',
  sources: [conceptAuthorizationServers, supportScopesNotConfigured],
};

export const fixedAddressesAreNoReason: Claim = {
  fact: 'J28',
  text: 'When an audit asks for fixed addresses, give the service app a network zone. A token has no advantage here.',
  status: 'agreed',
  sources: [supportNetworkRestrictions, releaseNotes2025],
};
