import {
  articleSilences,
  draftsHadAnotherOrder,
  flowchartKnownByAltText,
  flowchartWordingUnknown,
  furtherReading,
  programsNeedAuthorization,
  twoMechanisms,
} from './claims/articleClaims.ts';
import {
  installationStartConflict,
  installerRoleUnknown,
  integrationForbiddenScopesUnknown,
  integrationRoleUnknown,
  partialGrantsUnknown,
  privateIntegrationAvailabilityUnknown,
  privateIntegrationsConflict,
  submissionReviewTimeUnknown,
} from './claims/apiServiceIntegrationClaims.ts';
import { otherAgentsUnknown, privilegedAccessTokenNeedUnknown } from './claims/apiTokenClaims.ts';
import {
  integrationKeysConflict,
  integratorDeactivationConflict,
  machineToMachineRowMisread,
  maximumTokensUnknown,
  mostEndpointsWordingHistoric,
  oktaCliRetirementUnknown,
  releaseNumbering,
  serviceAccountConflict,
  upgradeInventoryConflict,
} from './claims/changeClaims.ts';
import { dpopForIntegrationsUnknown, dpopSpecificationConflict } from './claims/dpopClaims.ts';
import {
  javaDpopReleaseUnknown,
  outsideZoneStatusUnknown,
  severalCredentialsConflict,
  terraformKeyFormatConflict,
} from './claims/gapClaims.ts';
import { fetchedKeysUnknown } from './claims/keyClaims.ts';
import { consoleKeysConflict, mixedScopeRequest } from './claims/serviceAppClaims.ts';
import type { Claim } from './claim.ts';

/** One part of the page: paragraphs about the guide itself, then what its sources say. */
export interface AboutSection {
  /** The anchor of its heading. */
  readonly id: string;
  readonly heading: string;
  /** About this guide, not about Okta: these need no source. `code` is between backticks. */
  readonly paragraphs: readonly string[];
  /** What is said about Okta or the article, each with its sources. */
  readonly claims: readonly Claim[];
  /** Whether the statuses of claims are explained here. */
  readonly explainsStatuses?: true;
}

export interface About {
  readonly heading: string;
  /** What the guide is, in one paragraph. */
  readonly summary: string;
  readonly sections: readonly [AboutSection, ...AboutSection[]];
}

/** What the guide is, how it was made, what it rests on and what it does not know. */
export const about: About = {
  heading: 'About this guide',
  summary:
    'Which credential should a program use to call Okta’s APIs? At most four short questions lead you to one of three methods. You get the reasons, the requests, a picture of your path, and a decision record to keep. If this is the wrong guide for your program, it says so and tells you where to go.',
  sections: [
    {
      id: 'independence',
      heading: 'Independent of Okta',
      paragraphs: [
        'This guide is not made, endorsed or reviewed by Okta. Product names belong to their owners. If in doubt, trust Okta’s own documentation, not this guide; each claim links to the page that it rests on.',
      ],
      claims: [],
    },
    {
      id: 'article',
      heading: 'The article it starts from',
      paragraphs: [
        'In April 2023 Okta’s developer blog published an article on how to choose the authorization for an API integration. It describes the three methods that this guide leads to, and gives a rule and a flowchart. This guide keeps the rule and its order. It adds what the rule leaves to the reader: what can really rule out OAuth 2.0, and whose org the program calls.',
        'Nothing is copied from the article; the words here are our own.',
      ],
      claims: [
        programsNeedAuthorization,
        twoMechanisms,
        flowchartKnownByAltText,
        draftsHadAnotherOrder,
        articleSilences,
        furtherReading,
      ],
    },
    {
      id: 'two-layers',
      heading: 'Two layers: 2023 and today',
      paragraphs: [
        'Much has changed since 2023. Where the article and today’s documentation differ, the guide follows today’s. It shows both, with their dates, so that you can tell why older instructions fail.',
        'Some texts are still misleading:',
      ],
      claims: [mostEndpointsWordingHistoric, machineToMachineRowMisread],
    },
    {
      id: 'method',
      heading: 'How the answer is found',
      paragraphs: [
        'The decision is a small state machine that only routes: each answer leads to one next page, and no path loops or leads nowhere. The pages, the picture, the text outline, the records and `guide.json` are all made from that machine and from one set of words. So they cannot contradict one another.',
        'Nothing is weighed or scored. You can see each answer that ruled a method out, and what a different answer would have led to.',
      ],
      claims: [],
    },
    {
      id: 'sources',
      heading: 'Sources, and how sure we are',
      paragraphs: [
        'Every claim about Okta cites at least one public text. These are Okta’s documentation, specification, help and support pages, release notes and repositories, and in a few places other vendors’ documentation. We gathered them in November 2026. The developer documentation is the version of 21 August 2026, and the API specification is the one of 29 June 2026. On 27 November 2026, we reread whatever seemed doubtful. The date beside a source is the date of the text or, if it has none, the day on which we read it.',
        'Each claim has one of four statuses:',
      ],
      claims: [],
      explainsStatuses: true,
    },
    {
      id: 'conflicts',
      heading: 'Where Okta’s sources disagree',
      paragraphs: [
        'We found these contradictions. For each, the guide says which side it follows, or how to do without an answer.',
      ],
      claims: [
        privateIntegrationsConflict,
        integrationKeysConflict,
        consoleKeysConflict,
        serviceAccountConflict,
        upgradeInventoryConflict,
        installationStartConflict,
        integratorDeactivationConflict,
        mixedScopeRequest,
        dpopSpecificationConflict,
        severalCredentialsConflict,
        terraformKeyFormatConflict,
      ],
    },
    {
      id: 'unknowns',
      heading: 'What no public text says',
      paragraphs: [
        'We looked for these and found nothing. If your decision depends on one of them, ask Okta or try it in a test org.',
      ],
      claims: [
        maximumTokensUnknown,
        outsideZoneStatusUnknown,
        otherAgentsUnknown,
        privilegedAccessTokenNeedUnknown,
        dpopForIntegrationsUnknown,
        fetchedKeysUnknown,
        privateIntegrationAvailabilityUnknown,
        submissionReviewTimeUnknown,
        partialGrantsUnknown,
        installerRoleUnknown,
        integrationRoleUnknown,
        integrationForbiddenScopesUnknown,
        javaDpopReleaseUnknown,
        oktaCliRetirementUnknown,
        flowchartWordingUnknown,
      ],
    },
    {
      id: 'limits',
      heading: 'The limits of this guide',
      paragraphs: [
        'The guide is about one thing: a program that calls Okta’s APIs on its own. It does not design your sign-in, your scopes or your roles, and it is not a security review.',
        'It describes what is documented, not what your org does: features differ by edition, release and setting. Try the result in a test org before you build on it.',
        'It is only as current as its sources. Okta changes its product every month, so compare the dates before you rely on a detail.',
      ],
      claims: [releaseNumbering],
    },
    {
      id: 'privacy',
      heading: 'Privacy',
      paragraphs: [
        'No account, no cookies, no tracking, no requests to other sites. What you type stays in your browser. It is kept in the part of the address after `#`, which browsers do not send to a server. So whoever gets that address from you also gets what you typed.',
        'To let you continue where you left off, your browser keeps the address of your last step in its local storage. This address contains your answers, and the values that a link may carry. The first question and the pages outside the guide have a button that deletes it.',
        'Your answers are part of the address itself. As with any website, the server that hosts the guide sees which pages you open.',
        'There is no field for a secret, and a value that looks like one is refused. The requests read secrets from environment variables.',
        'The browser keeps the files of this site on your device only if you ask for it, or open the workshop’s teacher pages. You ask at the foot of a page. Everything then works without a network. The files are the same for everybody, and the foot of each page has a button that deletes them.',
        'The workshop keeps what you make there on your device, in local storage. That is your practice round, the lesson that you prepare and its clock, your own cards, and a room’s codes and counts of raised hands. A phone that you answer with keeps the code of the room, a random number, and the codes it has shown. The pages have buttons that delete a room. The camera that scans codes stays off until you ask for it, and its picture stays on your device.',
        'On your device, the page that plans how to stop using API tokens keeps a list of the steps that you ticked. It keeps nothing that you typed, and has a button that deletes the list.',
        'If you choose to open your diagram in mermaid.live, its text travels to that site in the address of the link, again after `#`.',
      ],
      claims: [],
    },
    {
      id: 'hosting',
      heading: 'Security of the page itself',
      paragraphs: [
        'A content security policy lets the pages load nothing but their own files. It is written into each page, so it applies on every host.',
        'Only the server can turn on some protections. On a host that does not send our headers, such as GitHub Pages, three are missing. Other sites can show the guide in a frame, and browsers may guess the type of a file. Features such as location and microphone are not switched off for the page.',
        'Two more headers let the guide be framed in a page that isolates itself with `Cross-Origin-Embedder-Policy`. On a host that sends neither, browsers leave the frame empty there; in all other pages it works.',
        'The editor of your diagram draws in a frame without an origin. On a host that does not send `Access-Control-Allow-Origin`, such a frame cannot load its script. The browser notes that in its console, and the editor starts a few seconds later in an ordinary frame.',
      ],
      claims: [],
    },
  ],
};
