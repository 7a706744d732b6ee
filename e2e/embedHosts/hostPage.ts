import type { EmbedHost } from './hosts.ts';

/** The style of all hosts; an address of its own, since a strict policy allows none in the page. */
export const hostStyle = `
  body { margin: 2rem; font: 1rem/1.5 sans-serif; color-scheme: light dark; }
  .tiny { inline-size: 280px; }
  output { display: block; border-block-start: 1px solid; padding-block: 0.5rem; }
  iframe { border: 0; }`;

/**
 * Measures what the guide does to its host, from the first moment on, and says it at the foot of the
 * page: how far the host's content was moved, and how high each guide says it is.
 */
export const hostReport = `
  window.shifts = [];
  window.told = [];
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifts.push(value);
      say();
    }).observe({ type: 'layout-shift', buffered: true });
  }
  for (const type of ['ready', 'answer', 'outcome', 'height', 'error']) {
    document.addEventListener(type, note, true);
  }
  function note({ type, detail, target }) {
    if (target.localName !== 'okta-auth-guide') return;
    if (type === 'height') target.saidHeight = detail.height;
    else window.told.push(type + ' ' + (detail.node ?? detail.message));
    say();
  }
  function say() {
    const heights = [...document.querySelectorAll('okta-auth-guide')].map(
      (guide) => guide.saidHeight + ' px high, in a frame of ' + guide.shadowRoot?.querySelector('iframe')?.clientHeight + ' px',
    );
    document.querySelector('output').textContent = [
      'Layout shift without a person’s doing: ' + window.shifts.reduce((sum, each) => sum + each, 0),
      ...heights,
      ...window.told,
    ].join('; ');
  }
  say();`;

/** The page of a host. */
export function hostPage(host: EmbedHost, guide: URL, hosts: URL): string {
  return `<!doctype html>
<html lang="en"${host.direction === undefined ? '' : ` dir="${host.direction}"`}>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${host.title}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="../host.css">
${host.style === undefined ? '' : `<style>${host.style}</style>`}
<p id="before">${host.title}: the host’s words before the guide.</p>
${host.markup(guide, hosts)}
<p id="after">The host’s words after the guide.</p>
<output></output>
<script src="../report.js"></script>
${host.script === undefined ? '' : '<script src="host.js"></script>'}
</html>`;
}

/** The list of all hosts, for a person to open them one by one. */
export function hostList(hosts: readonly EmbedHost[]): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Hosts of the guide</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="host.css">
<h1>Pages in which an embed must work</h1>
<p>Each stands on another origin than the guide, and says at its foot what it has measured. Walk the guide in it: nothing before it may move, and its frame must be as high as its content.</p>
<ol>${hosts.map(({ id, title }) => `<li><a href="${id}/">${title}</a></li>`).join('')}</ol>
</html>`;
}
