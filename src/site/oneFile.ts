import { createHash } from 'node:crypto';

import { metaForm, oneFilePolicy } from './policy/contentSecurityPolicy.ts';

/** The parts of a page that needs no other file. */
export interface OneFileParts {
  readonly title: string;
  /** What stands in the root element. */
  readonly body: string;
  /** Address of the site that the file comes from; empty where there is none. */
  readonly site: string;
  /** A classic script. */
  readonly script: string;
  readonly style: string;
}

/**
 * Puts a page with its script and style into one file, whose policy allows these two and nothing
 * else.
 */
export function oneFile({ title, body, site, script, style }: OneFileParts): string {
  // Whatever ends the element early would end the script within a text of its own.
  const inScript = script
    .replaceAll(/<\/(script)/gi, String.raw`<\/$1`)
    .replaceAll('<!--', String.raw`<\!--`);
  const inStyle = style.replaceAll(/<\/(style)/gi, String.raw`<\/$1`);
  const policy = metaForm(oneFilePolicy(hashOf(inScript), hashOf(inStyle)));
  return `<!doctype html>
<html lang="en">
<head>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${inStyle}</style>
</head>
<body>
<div id="root" data-site="${site}">${body}</div>
<script>${inScript}</script>
</body>
</html>
`;
}

const hashOf = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;
