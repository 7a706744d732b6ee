import { textOfBlocks } from '../codeBlock.ts';
import { credentialOf } from '../environment.ts';
import type { Language } from '../language.ts';
import { makesSeveralCalls } from '../request.ts';
import { everything } from './everything.ts';
import { importsOf } from './imports.ts';
import { singleRequest } from './single.ts';
import { bodySecrets, constants } from './typedValues.ts';

/** Go with its standard library alone. */
export const go: Language = {
  id: 'go',
  label: 'Go',
  kind: 'language',
  extension: 'go',
  syntax: 'go',
  needs: 'Go 1.19 or newer',
  proxy: 'Behind a proxy, set `HTTPS_PROXY`.',
  absence: () => null,
  note: () => null,
  makesSeveralCalls: true,
  command: (fileName) => `go run ${fileName}`,
  environment: (form) => [credentialOf(form.method)],
  render: (form, request) => {
    const declarations = [
      ...(makesSeveralCalls(form, request) ? [] : bodySecrets(request)),
      ...(form.request === 'single' ? singleRequest : everything)(form, request),
    ];
    return withTabs(
      textOfBlocks([
        ['package main'],
        ['import (', ...importsOf(declarations).map((path) => `  "${path}"`), ')'],
        constants(form, request),
        ...declarations,
      ]),
    );
  },
};

/** Indents by tabs, as gofmt does. Typed values stand in lines that begin with a name of ours. */
function withTabs(text: string): string {
  return text.replaceAll(/^(?: {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2));
}
