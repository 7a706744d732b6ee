import { createHash } from 'node:crypto';

import { escaped } from './pages/escaped.ts';
import {
  type ContentSecurityPolicy,
  metaForm,
  oneFilePolicy,
} from './policy/contentSecurityPolicy.ts';

/** The parts of a page that needs no other file. */
export interface OneFileParts {
  readonly title: string;
  /** What is in the root element. */
  readonly body: string;
  /** Address of the site that the file comes from; empty if there is none. */
  readonly site: string;
  /** A classic script. */
  readonly script: string;
  readonly style: string;
  /** Of the software in the script and the style, as text: whoever passes on the file passes on both. */
  readonly licences: string;
}

/** A page that needs no other file, and its policy, for a server that sends headers with it. */
export interface OneFile {
  readonly html: string;
  readonly policy: ContentSecurityPolicy;
}

/**
 * Puts a page with its script and style into one file, whose policy allows these two and nothing
 * else.
 */
export function oneFile({ title, body, site, script, style, licences }: OneFileParts): OneFile {
  // Whatever ends the element early would end the script within a text of its own.
  const inScript = script
    .replaceAll(/<\/(script)/gi, String.raw`<\/$1`)
    .replaceAll('<!--', String.raw`<\!--`);
  const inStyle = style.replaceAll(/<\/(style)/gi, String.raw`<\/$1`);
  const policy = oneFilePolicy(hashOf(inScript), hashOf(inStyle));
  const html = `<!doctype html>
<html lang="en">
<head>
<meta http-equiv="Content-Security-Policy" content="${metaForm(policy)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${inStyle}</style>
</head>
<body>
<div id="root" data-site="${site}">${body}</div>
<details class="shell quiet py-6">
<summary>Licences of the software in this file</summary>
<pre class="code" tabindex="0" aria-label="Licences">${escaped(licences)}</pre>
</details>
<script>${inScript}</script>
</body>
</html>
`;
  return { html, policy };
}

const hashOf = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;
