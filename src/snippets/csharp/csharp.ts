import { textOfBlocks } from '../codeBlock.ts';
import { credentialOf } from '../environment.ts';
import type { Language } from '../language.ts';
import { everything } from './everything.ts';
import { singleRequest } from './single.ts';

/**
 * C# with nothing but .NET: top-level statements, which run as one file. JSON is written and read as nodes,
 * because a file that is run without a project is compiled for native code ahead of time, where nothing is
 * serialised by reflection. System.Uri gives a URL back unchanged when all but the unreserved characters are
 * percent-encoded in capital letters, as ours are.
 */
export const csharp: Language = {
  id: 'csharp',
  label: 'C#',
  kind: 'language',
  extension: 'cs',
  syntax: 'csharp',
  needs: '.NET 10, or .NET 8 with the file saved as Program.cs in a console project',
  proxy: 'Behind a proxy, set `HTTPS_PROXY`.',
  absence: () => null,
  note: () => null,
  command: (fileName) => `dotnet run ${fileName}`,
  environment: (form) => [credentialOf(form.method)],
  makesSeveralCalls: true,
  render: (form, request) =>
    textOfBlocks((form.request === 'everything' ? everything : singleRequest)(form, request)),
};
