import { startServer } from '../scripts/serve.mjs';
import { expect, test } from './fixtures.ts';
import { refusedBy } from './policyViolation.ts';

/** `default-src 'none'; …` as a map from directive to its values. */
function directives(policy: string): ReadonlyMap<string, string> {
  return new Map(
    policy
      .split(';')
      .map((each) => each.trim())
      .filter((each) => each !== '')
      .map((each) => {
        const [name = '', ...values] = each.split(/\s+/);
        return [name, values.join(' ')];
      }),
  );
}

/** A meta element may not carry these: browsers ignore them there. */
const headerOnly = new Set(['frame-ancestors', 'sandbox', 'report-uri', 'report-to']);

const frame = 'mermaid-frame/';
const oneFile = 'take-along/workshop.html';

/** What the policy must contain at least; `design` of every page but the Mermaid frame. */
const required = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'require-trusted-types-for': "'script'",
};

interface PageList {
  readonly pages: readonly { readonly path: string; readonly kind: string }[];
}

test('every page has one policy in two forms, first in its head and in its header', async ({
  request,
  site,
}) => {
  const { pages } = (await (
    await request.get(new URL('guide.json', site).href)
  ).json()) as PageList;
  expect(pages.length).toBeGreaterThan(50);
  for (const { path } of [...pages, { path: '404.html' }, { path: frame }, { path: oneFile }]) {
    const response = await request.get(new URL(path, site).href);
    const html = await response.text();
    // If there are two, both are enforced: they differ only in who may frame the page.
    const [header = new Map(), stricter = header] = (
      response.headers()['content-security-policy'] ?? ''
    )
      .split(',')
      .map(directives);
    const [, charset = '', meta = ''] =
      /<head>\s*(<meta charset="[^"]+"\s*\/?>)?\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)"/i.exec(
        html,
      ) ?? [];
    expect(charset.length, path).toBeLessThan(40);
    const inMeta = directives(meta.replaceAll('&#x27;', "'").replaceAll('&#39;', "'"));
    const withoutHeaderOnly = [...header].filter(([name]) => !headerOnly.has(name));
    expect([...inMeta], path).toEqual(withoutHeaderOnly);
    expect(response.headers()['x-content-type-options'], path).toBe('nosniff');
    expect(response.headers()['permissions-policy'], path).toBeTruthy();
    expect(response.headers()['access-control-allow-origin'], path).toBe('*');
    expect(response.headers()['cross-origin-resource-policy'], path).toBe('cross-origin');
    expect(response.headers()['cross-origin-embedder-policy'], path).toBe(
      path.startsWith('embed/') ? 'require-corp' : undefined,
    );
    if (path === oneFile) {
      expect(header.get('frame-ancestors')).toBe("'none'");
      continue;
    }
    if (path === frame) {
      expect(header.get('connect-src') ?? header.get('default-src')).toBe("'none'");
      continue;
    }
    expect(Object.fromEntries(header), path).toMatchObject(required);
    const isFramed = path.startsWith('embed/') && path !== 'embed/builder/';
    expect(stricter.get('frame-ancestors'), path).toBe(isFramed ? '*' : "'none'");
    const { 'frame-ancestors': _first, ...may } = Object.fromEntries(header);
    const { 'frame-ancestors': _second, ...mayBesides } = Object.fromEntries(stricter);
    expect(mayBesides, path).toEqual(may);
  }
});

test('no page holds anything that the policy forbids, or loads from another origin', async ({
  request,
  site,
}) => {
  const { pages } = (await (
    await request.get(new URL('guide.json', site).href)
  ).json()) as PageList;
  for (const { path } of [...pages, { path: '404.html' }]) {
    const html = await (await request.get(new URL(path, site).href)).text();
    expect(html.match(/<script(?![^>]*\ssrc=)[^>]*>/g), path).toBeNull();
    expect(html.match(/<style\b|<base\b/g), path).toBeNull();
    expect(html.match(/<[^>]+\s(style|on[a-z]+)="[^>]*>/g), path).toBeNull();
    const loaded = [
      ...html.matchAll(/<(?:script|img|iframe|link)\b[^>]*?\s(?:src|href)="([^"]+)"/g),
    ]
      .map(([tag, address = '']) => ({ tag, address }))
      .filter(({ tag }) => !/rel="(canonical|alternate)"/.test(tag));
    for (const { address } of loaded) {
      expect(new URL(address, new URL(path, site)).origin, `${path}: ${address}`).toBe(site.origin);
    }
  }
});

test.describe('on a host that sends no headers', () => {
  // The violation is caused on purpose.
  test.use({ expectedNoise: [/inline style violates/] });

  test('the policy of the page itself holds', async ({ page, site }) => {
    const plain = await startServer({ plain: true, base: site.pathname });
    // Served under the name that the fixtures watch, from the server without headers.
    await page.route(`${site.origin}/**`, async (route) => {
      const url = new URL(route.request().url());
      const address = new URL(`${url.pathname}${url.search}`, plain.url);
      address.hostname = '127.0.0.1';
      await route.fulfill({ response: await route.fetch({ url: address.href }) });
    });
    try {
      await page.goto('./guide/oauth-yes/audience-ownOrg/');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const blocked = await refusedBy(page, 'style', 'textContent', 'h1 { display: none }');
      expect(blocked).toMatch(/^style-src/);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    } finally {
      // The page goes on loading what it keeps for later.
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await plain.close();
    }
  });
});
