import { textOfBlocks } from '../codeBlock.ts';
import { credentialOf } from '../environment.ts';
import type { Language } from '../language.ts';
import { everything } from './everything.ts';
import { singleRequest } from './single.ts';

/**
 * PHP with its curl and openssl extensions, laid out by PSR-12. No comment holds a value: `?>` would end PHP
 * even there.
 */
export const php: Language = {
  id: 'php',
  label: 'PHP',
  kind: 'language',
  extension: 'php',
  syntax: 'php',
  needs: 'PHP 8.1 or newer with the extensions curl and openssl',
  proxy: 'Behind a proxy, set `HTTPS_PROXY`.',
  absence: () => null,
  note: () => null,
  command: (fileName) => `php ${fileName}`,
  environment: (form) => [credentialOf(form.method)],
  makesSeveralCalls: true,
  render: (form, request) =>
    textOfBlocks([
      ['<?php'],
      ...(form.request === 'everything' ? everything : singleRequest)(form, request),
    ]),
};
