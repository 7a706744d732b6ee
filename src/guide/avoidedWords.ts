/** A word that the guide does not use, and what it writes instead: one term for one thing. */
export interface AvoidedWord {
  readonly word: RegExp;
  readonly write: string;
}

/**
 * What a sentence of ours must not say. Labels and texts of Okta’s, other quotations and code are not
 * ours.
 */
export const avoidedWords: readonly AvoidedWord[] = [
  // One term for one thing.
  { word: /\bSSWS tokens?\b|\bAPI keys?\b|\bstatic tokens?\b/i, write: 'API token' },
  { word: /\bservice applications?\b|\bmachine apps?\b|\bM2M\b/, write: 'service app' },
  { word: /\bOIN (?:app|integration)s?\b/, write: 'API service integration' },
  { word: /\bJWT assertions?\b|\bclient JWTs?\b/, write: 'client assertion' },
  { word: /\borg AS\b|\borg auth(?:orization)? endpoint\b/, write: 'org authorization server' },
  { word: /\bsuper administrators?\b/, write: 'super admin' },
  { word: /\badministrator roles?\b/i, write: 'admin role' },
  // Okta’s roles; other products have administrators of their own.
  { word: /(?<!\b(?:the|site’s) )\badministrators?\b(?! of your site)/, write: 'admin' },
  { word: /\bIP zones?\b/, write: 'network zone' },
  { word: /\badmin console\b|\badmin dashboard\b/, write: 'Admin Console' },
  { word: /\bend[- ]users?\b/i, write: 'person, or user' },
  { word: /(?<!Auth0 )\btenants?\b/i, write: 'org' },
  { word: /\bclient id\b|\bclient-id\b/, write: 'client ID' },
  { word: /(?<!\bof )\blog(?:s|ged|ging)? (?:in|on)\b(?! [Ta])/, write: 'sign in' },
  { word: /\b(?:app|program|service)s? signs? in\b/i, write: 'authenticate; people sign in' },
  { word: /\bOAuth(?: 2\.0)? tokens?\b/, write: 'access token' },
  { word: /\bkey sets?\b/i, write: 'JWKS' },
  { word: /\bvaults?\b/, write: 'secrets manager' },
  { word: /\bquotas?\b/i, write: 'rate limit' },
  { word: /\b(?:your|an|each|the) organi[sz]ations?\b/i, write: 'org' },
  { word: /\bAPI (?:endpoint|method)s?\b/, write: 'operation' },
  { word: /\b(?:white|black)-?lists?\b/i, write: 'allow list, block list' },
  {
    word: /\b\d{3} answers?\b|\b(?:HTTP|JSON) answers?\b|\banswers? (?:of|to) (?:…|(?:the|that) (?:\w+ )?(?:call|request)s?\b)/,
    write: 'response; people answer questions',
  },
  { word: /\bfacilitators?\b/i, write: 'teacher' },
  { word: /\bpictures? to scan\b/i, write: 'QR code' },
  { word: /\bsmall letters\b/i, write: 'lower-case letters' },
  { word: /\be-mails?\b/i, write: 'email' },
  // Words that stand in the way.
  { word: /\bsimply\b|\bjust\b|\bobviously\b|\bof course\b/i, write: 'nothing' },
  { word: /\bplease\b/i, write: 'nothing' },
  { word: /\butili[sz]e/i, write: 'use' },
  { word: /\bleverag(?:e|es|ing)\b/i, write: 'use' },
  { word: /\bin order to\b/i, write: 'to' },
  { word: /(?<=[\p{L}\p{N}”)])!(?=\s|$)/u, write: 'a full stop' },
  // What sounds translated.
  { word: /\bhangs? on\b/i, write: 'depends on' },
  { word: /\banew\b/i, write: 'again' },
  { word: /\bsees? to it\b/i, write: 'make sure' },
  { word: /\bunasked\b/i, write: 'automatically' },
  { word: /\bsets? off\b/i, write: 'start' },
  { word: /\bmend(?:s|ed|ing)?\b/i, write: 'fix' },
  { word: /\bhereby\b|\bthereof\b|\btherein\b/i, write: 'a shorter sentence' },
  { word: /\bon which it turns\b|\bturns on\b/i, write: 'decides' },
  { word: /\bis of (?:no )?use\b/i, write: 'is useful, or useless' },
  { word: /\bknows? no\b/i, write: 'has no' },
];
