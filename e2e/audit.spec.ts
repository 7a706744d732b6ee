import { readFileSync, writeFileSync } from 'node:fs';

import { AxeBuilder } from '@axe-core/playwright';

import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { programReports } from '#catalogue/recorded/callReport.ts';
import { grantedScopes } from '#catalogue/recorded/grantedScopes.ts';
import { readRecording } from '#catalogue/recorded/recording.ts';
import { reportsCsv } from '#catalogue/recorded/reportTexts.ts';

import { expect, test } from './fixtures.ts';
import type { GuidePage } from './pages/GuidePage.ts';

const log = [
  '10.0.0.7 - - [x] "GET /api/v1/users?limit=2 HTTP/1.1" 200 512',
  '10.0.0.7 - - [x] "POST /api/v1/groups HTTP/1.1" 200 5',
  '10.0.0.7 - - [x] "GET /api/v1/nothing/here HTTP/1.1" 404 5',
].join('\n');
const token = `00${'aB3'.repeat(14).slice(0, 40)}`;

const files = (guide: GuidePage) => guide.main.getByLabel('Files', { exact: true });
const pasted = (guide: GuidePage) => guide.main.getByLabel('Or paste text');
const granted = (guide: GuidePage) => guide.main.getByLabel('Scopes that the app has (optional)');
const find = (guide: GuidePage) => guide.main.getByRole('button', { name: 'Find the scopes' });

test('a pasted log gives operations, scopes, what to do with those that were granted, and no secret', async ({
  guide,
  page,
}) => {
  await guide.open('operations/audit/');
  await pasted(guide).fill(`${log}\nAuthorization: SSWS ${token}`);
  await granted(guide).fill('okta.users.manage okta.apps.read');
  await find(guide).click();
  await expect(
    guide.main.getByRole('heading', { name: 'The fewest scopes', exact: true }),
  ).toBeVisible();
  await expect(guide.main.getByRole('cell', { name: 'GET /api/v1/users' })).toBeVisible();
  const changes = guide.main.getByRole('listitem');
  await expect(changes.filter({ hasText: 'Add okta.groups.manage' })).toBeVisible();
  await expect(
    changes.filter({ hasText: 'Narrow okta.users.manage to okta.users.read' }),
  ).toBeVisible();
  await expect(changes.filter({ hasText: 'Remove okta.apps.read' })).toBeVisible();
  await expect(changes.filter({ hasText: 'GET /api/v1/nothing/here' })).toBeVisible();
  await expect(guide.main.locator('#audit-oin')).toContainText('okta.users.read: list users');
  // The scopes can be changed while the report is shown.
  await granted(guide).fill('okta.users.read okta.groups.manage');
  await expect(changes.filter({ hasText: 'Keep okta.users.read' })).toBeVisible();
  await granted(guide).fill(`okta.users.read ${token}`);
  await expect(guide.main.getByText('This looks like an API token.')).toBeVisible();
  // The fields have what was typed into them; nothing else has it.
  const kept = await page.evaluate(() => {
    const main = document.querySelector('main')?.cloneNode(true);
    if (!(main instanceof HTMLElement)) throw new Error('The page has no main part.');
    for (const field of main.querySelectorAll('textarea')) field.remove();
    return JSON.stringify([location.href, localStorage, sessionStorage, main.innerHTML]);
  });
  expect(kept).toContain('okta.groups.manage');
  expect(kept).not.toContain(token);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test('a text without a call is reported as such, and offers no empty CSV', async ({ guide }) => {
  await guide.open('operations/audit/');
  await pasted(guide).fill('hello world');
  await find(guide).click();
  await expect(guide.main.getByText('No call to Okta’s APIs was recognised.')).toBeVisible();
  await expect(guide.main.getByRole('button', { name: /^Download/ })).toHaveCount(0);
});

test('files are read as several programs, with a custom domain that is named', async ({
  guide,
}, testInfo) => {
  const har = testInfo.outputPath('browser.har');
  writeFileSync(
    har,
    JSON.stringify({
      log: {
        entries: [{ request: { method: 'GET', url: 'https://id.acme.example/api/v1/logs' } }],
      },
    }),
  );
  const access = testInfo.outputPath('access.log');
  writeFileSync(access, log);
  await guide.open('operations/audit/');
  await files(guide).setInputFiles([har, access]);
  await find(guide).click();
  await expect(guide.main.getByText('id.acme.example: listLogEvents').first()).toBeVisible();
  await guide.main.getByLabel('Custom domain of the org (optional)').fill('id.acme.example');
  await find(guide).click();
  await expect(guide.main.getByRole('heading', { name: 'browser.har' })).toBeVisible();
  await expect(guide.main.getByRole('heading', { name: 'All together' })).toBeVisible();
  await expect(guide.main.getByText('okta.logs.read: listLogEvents').first()).toBeVisible();
});

test('the table is downloaded as the file that the command line writes, and opens no formula', async ({
  guide,
  page,
}, testInfo) => {
  const access = testInfo.outputPath('=access.log');
  writeFileSync(access, log);
  const scopes = 'okta.users.manage okta.apps.read';
  await guide.open('operations/audit/');
  await files(guide).setInputFiles(access);
  await granted(guide).fill(scopes);
  await find(guide).click();
  const download = page.waitForEvent('download');
  await guide.main.getByRole('button', { name: 'Download operations-and-scopes.csv' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('operations-and-scopes.csv');
  const text = readFileSync(await file.path(), 'utf8');
  const recording = readRecording(operationIndex(oktaCatalogue), log, {
    fileName: '=access.log',
    ownHosts: new Set(),
  });
  expect(text).toBe(
    reportsCsv(
      programReports(
        oktaCatalogue,
        [{ ...recording, name: '=access.log' }],
        grantedScopes(scopes, []) ?? new Map<string, readonly string[]>(),
      ),
    ),
  );
  const lines = text.split('\r\n');
  expect(lines[1]).toMatch(/^'=access\.log,operation,listUsers,GET,\/api\/v1\/users,1,line 1,/);
  expect(text).toContain(',narrow,');
});

test('50 MB are read while the page answers, and reading can be cancelled', async ({
  guide,
  page,
}, testInfo) => {
  const large = testInfo.outputPath('large.log');
  const line =
    '10.0.0.7 - - [x] "GET /api/v1/users/00u118oQYT4TBGuay0g4 HTTP/1.1" 200 512 "-" "curl"\n';
  writeFileSync(large, line.repeat(Math.floor(49_900_000 / line.length)));
  await guide.open('operations/audit/');
  await files(guide).setInputFiles(large);
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { longTasks: seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.push(duration);
    }).observe({ type: 'longtask' });
  });
  await find(guide).click();
  await guide.main.getByRole('button', { name: 'Stop' }).click();
  await expect(guide.main.getByRole('progressbar')).toHaveCount(0);
  await find(guide).click();
  await expect(guide.main.getByRole('heading', { name: 'large.log' })).toBeVisible({
    timeout: 120_000,
  });
  const longTasks: unknown = await page.evaluate(() => Reflect.get(globalThis, 'longTasks'));
  // Measured, not judged: the machines that run this are shared.
  testInfo.annotations.push({
    type: 'long tasks while 50 MB were read',
    description: JSON.stringify(longTasks),
  });
});

test('nothing, and more than 50 MB, are refused with the reason', async ({ guide }, testInfo) => {
  await guide.open('operations/audit/');
  await find(guide).click();
  await expect(guide.main.getByText('There is nothing to read.')).toBeVisible();
  const large = testInfo.outputPath('large.log');
  writeFileSync(large, 'x'.repeat(50_000_001));
  await files(guide).setInputFiles(large);
  await find(guide).click();
  await expect(guide.main.getByText('This is more than 50 MB.')).toBeVisible();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says how to read a recording on the command line', async ({ guide }) => {
    await guide.open('operations/audit/');
    await expect(guide.main.getByText('npm run --silent guide -- scopes --from')).toBeVisible();
  });
});
