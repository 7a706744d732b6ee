import { replay } from '#guide/replay.ts';

import { expect, test } from './fixtures.ts';

const toServiceApp = 'guide/oauth-yes/audience-ownOrg/';

test('a typed value is in the request and in the fragment at once, and stays on the next pages', async ({
  guide,
  page,
}) => {
  await guide.open('');
  await guide.choose('oauth.yes');
  await guide.choose('audience.ownOrg');
  await guide.pickLanguage('Node.js');
  await guide.paste('Okta org domain', 'acme.okta.com');
  await guide.paste('Client ID', '0oa1gjh63g214q0Hq0g4');
  await expect(guide.shownRequest).toContainText('https://acme.okta.com');
  await expect(guide.shownRequest).toContainText('0oa1gjh63g214q0Hq0g4');
  await expect(page).toHaveURL((url) =>
    url.hash.startsWith('#') && url.search === ''
      ? new URLSearchParams(url.hash.slice(1)).get('org') === 'acme.okta.com'
      : false,
  );
  expect(new URL(page.url()).hash).toMatch(/^#client=[^&]+&.*v=1$|^#v=1&/);

  await guide.reopen('audience.ownOrg');
  await guide.choose('audience.customerOrgs');
  await guide.choose('catalog.no');
  await guide.expectState(replay(['oauth.yes', 'audience.customerOrgs', 'catalog.no']).walk);
  await expect(guide.shownRequest).toContainText('https://acme.okta.com');
});

test('on a phone the line that a value changes is in sight above the sheet in which it is typed', async ({
  guide,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await guide.open(toServiceApp);
  await page.getByRole('button', { name: 'Choose operations and values' }).click();
  for (const [label, value] of [
    ['Okta org domain', 'acme.okta.com'],
    ['Key ID (kid)', 'key-of-mine'],
  ] as const) {
    await guide.field(label).click();
    await page.keyboard.type(value);
    await expect(guide.field(label)).toBeInViewport({ ratio: 1 });
    const line = await guide.shownRequest.evaluate((code, text) => {
      const range = document.createRange();
      const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const place = walker.currentNode.textContent?.indexOf(text) ?? -1;
        if (place === -1) continue;
        range.setStart(walker.currentNode, place);
        range.setEnd(walker.currentNode, place + 1);
        const { left, top, height } = range.getBoundingClientRect();
        return (
          document.elementFromPoint(left, top + height / 2)?.closest('pre') === code.closest('pre')
        );
      }
      return undefined;
    }, value);
    expect(line, label).toBe(true);
  }
  await page.getByRole('button', { name: 'Close operations and values' }).click();
  await expect(guide.field('Okta org domain')).toBeHidden();
});

test('a shared link brings its values along', async ({ guide }) => {
  await guide.open(
    `${toServiceApp}#client=0oa1gjh63g214q0Hq0g4&lang=javascript&org=acme.okta.com&v=1`,
  );
  await expect(guide.field('Okta org domain')).toHaveValue('acme.okta.com');
  await expect(guide.shownRequest).toContainText('https://acme.okta.com');
  await expect(guide.shownRequest).toContainText('0oa1gjh63g214q0Hq0g4');
});

test('a shared link says which values came with it, and they can be cleared', async ({
  guide,
  page,
}) => {
  await guide.open(`${toServiceApp}#lang=javascript&org=acme.okta.com&v=1`);
  const notice = guide.main.getByRole('status').filter({ hasText: 'Check this link’s values' });
  await expect(notice).toContainText('before you run anything: the org.');
  await page.reload();
  await expect(guide.shownRequest).toContainText('https://acme.okta.com');
  await expect(notice).toHaveCount(0);
  await page.goto('about:blank');
  await guide.open(`${toServiceApp}#org=other.okta.com&v=1`);
  await notice.getByRole('button', { name: 'Clear values' }).click();
  await expect(notice).toHaveCount(0);
  await expect(page).toHaveURL((url) => !url.hash.includes('org='));
});

test('values that are typed and taken back leave the address as it was', async ({
  guide,
  page,
}) => {
  await guide.open(toServiceApp);
  const before = await guide.shownRequest.innerText();
  await guide.paste('Okta org domain', 'acme.okta.com');
  await expect(guide.shownRequest).toContainText('https://acme.okta.com');
  await guide.paste('Okta org domain', '');
  await expect(guide.shownRequest).toHaveText(before, { useInnerText: true });
  await expect(page).toHaveURL((url) => !url.hash.includes('org='));
});

test('the address of the admin console becomes the org’s own, with a word on it', async ({
  guide,
}) => {
  await guide.open(toServiceApp);
  await guide.paste('Okta org domain', 'https://acme-admin.okta.com/admin/dashboard');
  await expect(guide.shownRequest).toContainText('https://acme.okta.com/');
  await expect(guide.shownRequest).not.toContainText('acme-admin');
  await expect(guide.main.getByRole('status').filter({ hasText: 'admin' }).first()).toBeVisible();
});

test('a value of a link that was corrected says so beside its field, as a typed one does', async ({
  guide,
  page,
}) => {
  const given = encodeURIComponent('https://acme-admin.okta.com/');
  await guide.open(`${toServiceApp}#org=${given}&v=1`);
  await expect(guide.shownRequest).toContainText('https://acme.okta.com/');
  await expect(guide.shownRequest).not.toContainText('acme-admin');
  const said = guide.main.getByRole('status');
  await expect(said.filter({ hasText: 'The scheme was left out' })).toBeVisible();
  await expect(said.filter({ hasText: 'The slash at the end was left out' })).toBeVisible();
  await expect(said.filter({ hasText: '-admin was left out' })).toBeVisible();
  await expect(page).not.toHaveURL(/acme-admin/);
});

test('what cannot be an org is refused with the reason and reaches no request', async ({
  guide,
}) => {
  await guide.open(toServiceApp);
  for (const text of ['acme okta com', 'localhost', '"; rm -rf ~ #', '$(id).okta.com']) {
    await guide.paste('Okta org domain', text);
    await expect(guide.field('Okta org domain')).toHaveAttribute('aria-invalid', 'true');
    await expect(guide.shownRequest).not.toContainText(text);
  }
});

/** Put together here so that no scanner takes them for leaked ones; all are made up. */
const secrets = {
  'an API token': `00${'QpXw3nRt7uYz1aBc'.repeat(3).slice(0, 40)}`,
  'an SSWS header': `SSWS 00${'QpXw3nRt7uYz1aBc'.repeat(3).slice(0, 40)}`,
  'a JWT': ['eyJhbGciOiJSUzI1NiJ9', 'eyJpc3MiOiJleGFtcGxlIn0', 'c2lnbmF0dXJlLW1hZGUtdXA'].join('.'),
  'a private key': ['-----BEGIN', 'PRIVATE KEY----- MIIEvQIBADANBgkqhkiG9w0BAQEFAASC'].join(' '),
  'a private JWK': '{"kty":"RSA","n":"0vx7agoebGcQ","e":"AQAB","d":"X4cTteJY_gn4FYPsXB8r"}',
  'a client secret': 'kR7_pW2xLz9-QmT4vNs8YbHc3GfJd6EuAo1iVt5K',
};

for (const [kind, secret] of Object.entries(secrets)) {
  test(`${kind} is refused, and kept out of the page, the address, the history and storage`, async ({
    guide,
    page,
    context,
  }) => {
    await guide.open(toServiceApp);
    for (const label of ['Okta org domain', 'Client ID', 'Key ID (kid)']) {
      await guide.paste(label, secret);
      await expect(guide.field(label)).toHaveAttribute('aria-invalid', 'true');
    }
    const needle = secret.slice(0, 20);
    const kept = await page.evaluate(() =>
      JSON.stringify([
        location.href,
        history.state,
        Object.entries(localStorage),
        Object.entries(sessionStorage),
      ]),
    );
    expect(kept).not.toContain(needle);
    expect(decodeURIComponent(page.url())).not.toContain(needle);
    expect(JSON.stringify(await context.cookies())).not.toContain(needle);
    expect(await guide.main.locator('pre').allTextContents()).not.toContain(needle);
    await expect(guide.shownRequest).not.toContainText(needle);
  });

  test(`${kind} in a shared link is refused with the reason and taken out of the address`, async ({
    guide,
    page,
  }) => {
    const fragment = new URLSearchParams({ client: secret, v: '1' });
    await guide.open(`${toServiceApp}#${fragment}`);
    await expect.poll(() => decodeURIComponent(page.url())).not.toContain(secret.slice(-20));
    await expect(guide.shownRequest).not.toContainText(secret.slice(-20));
    await expect(guide.main.getByText('Some values in this address were left out:')).toBeVisible();
  });
}

test('a secret typed letter by letter leaves nothing of itself behind', async ({ guide, page }) => {
  const secret = secrets['a client secret'];
  await guide.open(toServiceApp);
  await guide.field('Client ID').pressSequentially(secret);
  await expect(guide.field('Client ID')).toHaveAttribute('aria-invalid', 'true');
  await expect(guide.shownRequest).not.toContainText(secret.slice(0, 8));
  await expect.poll(() => page.url()).not.toContain(secret.slice(0, 8));
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain(
    secret.slice(0, 8),
  );
});
