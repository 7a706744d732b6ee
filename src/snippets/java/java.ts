import { textOfBlocks } from '../codeBlock.ts';
import { credentialOf } from '../environment.ts';
import type { Language } from '../language.ts';
import { proxyComment } from '../proxyComment.ts';
import { makesSeveralCalls } from '../request.ts';
import { everything } from './everything.ts';
import { importsOf } from './imports.ts';
import { javaIndented } from './program.ts';
import { singleRequest } from './single.ts';
import { bodySecrets, constants } from './typedValues.ts';

const proxy =
  'Behind a proxy, start Java with `-Dhttps.proxyHost` and `-Dhttps.proxyPort`: it does not read `HTTPS_PROXY`.';

/** Java as one source file, with its standard library alone. */
export const java: Language = {
  id: 'java',
  label: 'Java',
  kind: 'language',
  extension: 'java',
  syntax: 'java',
  needs: 'Java 17 or newer',
  proxy,
  absence: () => null,
  note: () =>
    'Java’s HttpClient refuses host names with an underscore, which a few old orgs have. For such an org, use its custom domain.',
  command: (fileName) => `java ${fileName}`,
  environment: (form) => [credentialOf(form.method)],
  makesSeveralCalls: true,
  render: (form, request) => {
    const members = [
      constants(form, request),
      ...(form.request === 'single' ? singleRequest : everything)(form, request),
      ...(makesSeveralCalls(form, request) ? [] : bodySecrets(request)),
    ].filter((member) => member.length > 0);
    const [first = [], ...rest] = members;
    const className = form.request === 'single' ? 'OktaRequest' : 'OktaClient';
    return textOfBlocks([
      proxyComment('//', proxy),
      ...importsOf(members),
      [`class ${className} {`, ...javaIndented(first)],
      ...rest.slice(0, -1).map((member) => javaIndented(member)),
      [...javaIndented(rest.at(-1) ?? []), '}'],
    ]);
  },
};
