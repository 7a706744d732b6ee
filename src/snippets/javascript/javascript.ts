import { textOfBlocks } from '../codeBlock.ts';
import { credentialOf } from '../environment.ts';
import type { Language } from '../language.ts';
import { proxyComment } from '../proxyComment.ts';
import { everything } from './everything.ts';
import { singleRequest } from './single.ts';
import { nodeProxy } from './top.ts';

/** JavaScript for Node.js: its own `fetch`, and jose for what is signed. */
export const javascript: Language = {
  id: 'javascript',
  label: 'Node.js',
  kind: 'language',
  extension: 'mjs',
  syntax: 'javascript',
  needs: 'Node.js 20 or newer; for a service app also the package jose',
  proxy: nodeProxy,
  absence: () => null,
  note: () => null,
  command: (fileName) => `node ${fileName}`,
  environment: (form) => [credentialOf(form.method)],
  makesSeveralCalls: true,
  render: (form, request) =>
    textOfBlocks([
      proxyComment('//', nodeProxy),
      ...(form.request === 'everything' ? everything : singleRequest)(form, request),
    ]),
};
