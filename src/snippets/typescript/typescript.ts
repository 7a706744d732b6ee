import { textOfBlocks } from '../codeBlock.ts';
import { credentialOf } from '../environment.ts';
import type { Form } from '../form.ts';
import type { Language } from '../language.ts';
import { nodeProxy } from '../javascript/top.ts';
import { proxyComment } from '../proxyComment.ts';
import { everything } from './everything.ts';
import { singleRequest } from './single.ts';

/**
 * TypeScript with Okta's SDK for Node.js, unmodified (facts H1, H2; read in the source of 8.1.0). What it does
 * by itself: it signs assertions and proofs with the one key, asks again with the nonce, and keeps the token.
 */
export const typescript: Language = {
  id: 'typescript',
  label: 'TypeScript (Okta SDK)',
  kind: 'language',
  extension: 'mts',
  syntax: 'typescript',
  needs:
    'Node.js 20 or newer, with the packages @okta/okta-sdk-nodejs 8 and tsx (and, to check the types, @types/node and @types/node-fetch 2)',
  proxy: nodeProxy,
  absence,
  note,
  makesSeveralCalls: true,
  command: (fileName) => `node --import tsx ${fileName}`,
  environment: (form) => [credentialOf(form.method)],
  render: (form, request) =>
    textOfBlocks([
      proxyComment('//', nodeProxy),
      ...(form.request === 'everything' ? everything : singleRequest)(form, request),
    ]),
};

function absence({ method, keyType, variant }: Form): string | null {
  if (method === 'apiServiceIntegration') {
    return 'Okta’s SDK for Node.js documents no mode for a client secret: use Node.js, which gets its token with fetch.';
  }
  if (keyType === 'EC') {
    return 'Okta’s SDK for Node.js signs its DPoP proofs with RS256 only: with an EC key it stops before the first request, with “unsupported algorithm”. Use an RSA key, or use Node.js.';
  }
  return method === 'serviceApp' && variant === 'bearer'
    ? 'Okta’s SDK for Node.js sends a DPoP proof with every token request, so it has no bearer form of its own. Its DPoP form works whether or not the app requires DPoP.'
    : null;
}

function note({ method, request }: Form): string | null {
  if (method === 'apiToken') {
    return request === 'everything'
      ? 'The SDK waits for the rate limit, but only when Okta says when the limit resets.'
      : null;
  }
  // Facts D14 and D19.
  return 'The SDK signs its DPoP proofs with the key of the app, and keeps a token until Okta refuses it. Okta may refuse the proof for an address with an encoded value in its path, such as a login with @: use the ID instead.';
}
