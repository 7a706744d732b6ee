import {
  guideServiceApp,
  issueDotnetSdkKeyFormat,
  referenceEventTypes,
  referenceTokenRateLimits,
  supportOrgToOrg403,
} from '../sources.ts';
import type { KnownError } from './knownError.ts';

// Sections G and K: what goes wrong without an error in an answer.

/** Not a response from Okta: the key file stops the program before it sends anything. */
export const keyFileRefused: KnownError = {
  id: 'key-file-refused',
  fact: 'K38',
  methods: ['serviceApp'],
  setUpSteps: { serviceApp: 'key-pair' },
  signal: 'No request is sent: the key file cannot be read',
  heading: 'The private key cannot be read',
  recognizedBy: [
    // Not the certificate of a client, which is another file.
    /^(?!.*client certificate).*(?:DECODER routines::unsupported|PEM routines:+get_name:no start line|PEM_read_bio)/im,
    /creating the signed JWT\. Verify your private key|IDX11025|malformed sequence in RSA private key/i,
    /algid parse error|InvalidKeySpecException/,
    /use ParsePKCS1PrivateKey instead|use ParseECPrivateKey instead|x509: failed to parse private key/,
    /secretOrPrivateKey must be an asymmetric key when using (?:RS|ES|PS)\d/,
    /"pkcs8" must be PKCS#8|could not deserialize key data|Neither PUB key nor PRIV key/i,
    /BEGIN RSA PRIVATE KEY/,
    /\bPKCS ?#?1\b.{0,40}\b(?:key|format|not supported|instead)|\b(?:found|unsupported|expected|not)\b.{0,40}\bPKCS ?#?1\b/i,
  ],
  message: '',
  cause:
    'The private key is in a format that the program cannot read. This guide’s Node.js, Go and Java programs read only PKCS#8 PEM (`BEGIN PRIVATE KEY`), not PKCS#1 (`BEGIN RSA PRIVATE KEY`). Okta’s .NET SDK reads a JWK. The Admin Console offers PEM and JWK.',
  remedy:
    'Convert PKCS#1 with `openssl pkcs8 -topk8 -nocrypt -in old.pem -out new.pem`. For the .NET SDK, save the key as a JWK.',
  status: 'agreed',
  sources: [issueDotnetSdkKeyFormat, guideServiceApp],
};

export const emptyList: KnownError = {
  id: 'empty-list',
  fact: 'G37',
  methods: ['serviceApp', 'apiServiceIntegration', 'apiToken'],
  setUpSteps: { serviceApp: 'role', apiToken: 'role' },
  signal: '200 with an empty list',
  heading: 'A list comes back empty',
  recognizedBy: [
    /\b200\b[^]*?(?:^|\n)[<\s]*\[\s*\]\s*$/,
    /\b(?:returns?|returned|returning|gives?|got|gets?|answers?|comes? back)\b.{0,40}\bempty (?:list|array|result)\b/i,
    /^\W*(?:an )?empty (?:list|array|result)s?\W*$|^\W*0 (?:results|users|groups)\W*$/im,
  ],
  message: '',
  cause: 'The role covers none of the resources, and some operations then silently leave them out.',
  remedy: 'Widen the role’s resource set, or assign a role that covers them.',
  status: 'agreed',
  sources: [supportOrgToOrg403],
};

export const tokenOutsideZone: KnownError = {
  id: 'token-outside-zone',
  fact: 'G46',
  methods: ['apiToken'],
  setUpSteps: { apiToken: 'zone' },
  signal: 'System Log: system.api_token.request_outside_allowed_range',
  heading: 'An API token was used outside its network zone',
  recognizedBy: [/\bsystem\.api_token\.request_outside_allowed_range\b/],
  message: '',
  cause:
    'An API token was used from an address that its network zone does not allow. The event is documented; which HTTP status the caller gets is not.',
  remedy:
    'Search the System Log for the event. Then move the caller into the zone, or widen the zone.',
  status: 'unknown',
  sources: [referenceEventTypes],
};

const rateLimit = /\brate.?limit/.source;
const credential = /\b(?:token|app|client|integration|credential)s?\b/.source;
/** “nobody was told”, “no alert”, “we weren’t notified”; not “do not email me”. */
const untold =
  /(?:\b(?:no|without|nobody|no one|none|never)|(?:\bnot|n[’']t)(?!\s+(?:e-?mail|alert|notify|warn|tell)\b))\b.{0,40}\b(?:e-?mail(?:ed)?|alert(?:ed|s)?|notified|notifications?|told|warned)\b/
    .source;

/**
 * How people tell that a credential used up its own share: that nobody was told, that only the System
 * Log shows it, or the event itself. The same event stands for text messages, one-time passwords and
 * people in a browser, and Okta mails people about other things: neither is meant.
 */
const shareUsedUp: readonly RegExp[] = [
  /\bsystem log only\b/i,
  new RegExp(
    String.raw`^(?![^]*\b(?:activation|welcome|reset|verification|one-time|otp|sms|users?|customers?)\b.{0,40}\b(?:e-?mail|not|never)\b)[^]*?(?:${untold}[^;]{0,80}${rateLimit}|${credential}[^]{0,60}${rateLimit}[^]{0,80}${untold}|${rateLimit}[^]{0,40}${credential}[^]{0,60}${untold})`,
    'i',
  ),
  // “API token rate limit violation”
  /\b(?:api.?token|ssws.?token|oauth(?: 2(?:\.0)?)?.?(?:app|client)|service.?app|api.?service.?integration)s?(?:[’']s)?\W+(?:\w+\W+){0,4}?rate.?limits?\W+(?:\w+\W+){0,2}?(?:violations?|warnings?|violated|exceeded|reached|hit|exhausted|used up)\b/i,
  // “used up its share of the rate limit”, “exceeded 50 % of the rate limit”
  /\b(?:us(?:ed?|es|ing)|exceed\w*|hits?|reach\w*|exhaust\w*|ran out of)\b.{0,30}(?:\b(?:share|percentage)\b|\b50 ?(?:%|percent)).{0,30}\brate.?limit/i,
  /\brate.?limit\b.{0,60}\b(?:share|percentage)\b.{0,40}\b(?:used up|exceeded|reached|exhausted|hit)\b/i,
  // “429, and it shows in the System Log only”
  /(?:\b429\b|\brate.?limit)[^]{0,80}\bonly\b.{0,20}\bsystem log\b/i,
  // The event, where it names a credential.
  /^(?=[^]*(?:system\.operation\.rate_limit\.(?:violation|warning|notification)|operation rate limit (?:violation|warning)))(?=[^]*(?:api[ _]?token|ssws|oauth ?(?:2(?:\.0)?)? ?(?:app|client)))(?![^]*\b(?:sms|voice call|otp|factor|phone|profile[_ ]reload|authenticator)\b)/i,
];

export const shareNotAnnounced: KnownError = {
  id: 'share-not-announced',
  fact: 'G47',
  methods: ['serviceApp', 'apiServiceIntegration', 'apiToken'],
  setUpSteps: { serviceApp: 'network', apiToken: 'rate-limit' },
  signal: 'System Log only',
  heading: 'A credential’s share of a rate limit is used up without any notice',
  recognizedBy: shareUsedUp,
  message: '',
  cause:
    'A single token or app used up its own share of a rate limit. Admins get no email about that; only the System Log records it.',
  remedy: 'Watch the System Log, and let the program report each 429 itself.',
  status: 'agreed',
  sources: [referenceTokenRateLimits],
};
