import { mermaidFramePolicy } from '../policy/contentSecurityPolicy.ts';
import { policyTag } from './pageHtml.ts';

/** Where it is, below the base. */
export const mermaidFramePath = 'mermaid-frame/';

/**
 * The page in which Mermaid runs, under a policy of its own.
 *
 * @param script the address of its script
 */
export function mermaidFramePage(script: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    ${policyTag(mermaidFramePolicy)}
    <meta charset="utf-8">
    <meta name="robots" content="noindex">
    <title>Mermaid, drawing a picture for the page around it</title>
    <script type="module" src="${script}"></script>
  </head>
  <body></body>
</html>
`;
}
