import { releases } from '#embed/releases.ts';

/** A page of somebody else's that contains the guide. */
export interface EmbedHost {
  readonly id: string;
  /** What is special about it. */
  readonly title: string;
  /** Which server of the guide it uses. */
  readonly from: 'guide' | 'guideWithoutHeaders' | 'slowGuide';
  /** Response headers of the host's page. */
  readonly headers?: (guide: URL) => Readonly<Record<string, string>>;
  /** Whether the guide reports its height there, so that the frame must be exactly as high. */
  readonly followsHeight: boolean;
  readonly direction?: 'rtl';
  /** @param hosts the address of the hosts themselves */
  readonly markup: (guide: URL, hosts: URL) => string;
  /** Styles of its own, in its head. */
  readonly style?: string;
  /** What else the host does. */
  readonly script?: string;
}

const release = releases.at(-1);
if (release === undefined) throw new Error('No loader has been released.');

const at = (path: string, guide: URL): string => new URL(path, guide).href;

const loader = (guide: URL): string =>
  `<script src="${at(`embed/${release.version}/embed.js`, guide)}" integrity="${release.integrity}" crossorigin="anonymous"></script>`;

/** If the server sends no CORS header, neither integrity nor crossorigin can be used. */
const loaderWithoutCors = (guide: URL): string =>
  `<script src="${at(`embed/${release.version}/embed.js`, guide)}"></script>`;

const element = (guide: URL, attributes = ''): string =>
  `<okta-auth-guide loading="eager" ${attributes}><a href="${guide.href}">The guide</a></okta-auth-guide>`;

const frame = (guide: URL, attributes = ''): string =>
  `<iframe src="${at('embed/', guide)}" title="The guide" width="100%" height="1060" ${attributes}></iframe>`;

/** Headers by which a page isolates itself, for shared memory and exact clocks. @see https://web.dev/articles/coop-coep */
const isolated = (): Readonly<Record<string, string>> => ({
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
});

/** The pages in which an embed must work: what people have in practice, and what breaks embeds elsewhere. */
export const embedHosts: readonly EmbedHost[] = [
  {
    id: 'plain-frame',
    title: 'A plain frame, no script of the host',
    from: 'guide',
    followsHeight: false,
    markup: (guide) => frame(guide),
  },
  {
    id: 'element',
    title: 'The element',
    from: 'guide',
    followsHeight: true,
    markup: (guide) => loader(guide) + element(guide),
  },
  {
    id: 'sandbox-scripts',
    title: 'The element in a sandbox that allows scripts only',
    from: 'guide',
    followsHeight: true,
    markup: (guide) => loader(guide) + element(guide, 'sandbox="allow-scripts"'),
  },
  {
    id: 'sandbox-nothing',
    title: 'A frame in a sandbox that allows nothing',
    from: 'guide',
    followsHeight: false,
    markup: (guide) => frame(guide, 'sandbox=""'),
  },
  {
    id: 'strict-policy',
    title: 'The element under a strict Content-Security-Policy',
    from: 'guide',
    headers: (guide) => ({
      'content-security-policy': `default-src 'none'; script-src 'self' ${guide.origin}; frame-src ${guide.origin}; style-src 'self'; img-src data:`,
    }),
    followsHeight: true,
    markup: (guide) => loader(guide) + element(guide),
  },
  {
    id: 'isolated',
    title: 'The element in a page that isolates itself',
    from: 'guide',
    headers: isolated,
    followsHeight: true,
    markup: (guide) => loaderWithoutCors(guide) + element(guide),
  },
  {
    id: 'isolated-sandbox',
    title: 'The element in a page that isolates itself, in a sandbox that allows scripts only',
    from: 'guide',
    headers: isolated,
    followsHeight: true,
    markup: (guide) => loader(guide) + element(guide, 'sandbox="allow-scripts"'),
  },
  {
    id: 'tiny',
    title: 'The element in a column of 280 px',
    from: 'guide',
    followsHeight: true,
    markup: (guide) => `<div class="tiny">${loader(guide)}${element(guide)}</div>`,
  },
  {
    id: 'right-to-left',
    title: 'The element in a page that reads from right to left',
    from: 'guide',
    followsHeight: true,
    direction: 'rtl',
    markup: (guide) => loader(guide) + element(guide),
  },
  {
    id: 'nested',
    title: 'A host within a host',
    from: 'guide',
    followsHeight: false,
    markup: (_guide, hosts) =>
      `<iframe src="${at('element/', hosts)}" title="A host" width="100%" height="1400"></iframe>`,
  },
  {
    id: 'two',
    title: 'Two at once, one of them with values and in the other theme',
    from: 'guide',
    followsHeight: true,
    markup: (guide) =>
      `${loader(guide)}${loader(guide)}${element(guide)}${element(guide, 'theme="dark" org="acme.okta.com" ops="listUsers" languages="python go"')}`,
  },
  {
    id: 'hostile',
    title: 'A host that sends foreign and damaged messages',
    from: 'guide',
    followsHeight: true,
    markup: (guide) => loader(guide) + element(guide),
    script: `
      setInterval(() => {
        const frame = document.querySelector('okta-auth-guide').shadowRoot.querySelector('iframe');
        for (const message of ['hello', null, 7, { guide: 'okta-api-authorization-guide', v: 2 }, { type: 'goTo', answers: ['oauth.no'] }, { type: 'values' }]) {
          frame.contentWindow.postMessage(message, '*');
        }
        window.postMessage({ type: 'height', height: 3 }, '*');
        window.postMessage({ type: 'state', answers: [], node: 'oauth', kind: 'question' }, '*');
      }, 50);`,
  },
  {
    id: 'slow',
    title: 'The element on a slow network',
    from: 'slowGuide',
    followsHeight: true,
    markup: (guide) => loader(guide) + element(guide),
  },
  {
    id: 'no-headers',
    title: 'The guide on a server that sends no headers, in a sandbox',
    from: 'guideWithoutHeaders',
    followsHeight: true,
    markup: (guide) => loaderWithoutCors(guide) + element(guide, 'sandbox="allow-scripts"'),
  },
];
