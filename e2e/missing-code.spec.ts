import { pageIslands } from '#app/islands/pageIslands.ts';
import { embedBuilderId } from '#embed/builder/embedBuilderId.ts';
import { auditIslandId, auditPath } from '#screens/audit/auditPath.ts';
import { errorsIslandId } from '#screens/errors/errorsIslandId.ts';
import { keyMakerFoldId, keyMakerId } from '#screens/keys/keysPath.ts';
import { labId } from '#screens/lab/labIds.ts';
import { labPath } from '#screens/lab/labPath.ts';
import { leaveTokenIslandId } from '#screens/leaveToken/leaveTokenIslandId.ts';
import { leaveTokenPath } from '#screens/leaveToken/leaveTokenPath.ts';
import { operationsIslandId } from '#screens/operations/operationsIslandId.ts';
import { handsOnPath, tasksId } from '#workshop/handsOn/handsOnPath.ts';
import { ownCardsId, ownCardsPath } from '#workshop/ownCards/ownCardsPaths.ts';
import { practiceId } from '#workshop/practice/practiceId.ts';
import { audienceScreenId, presenterId } from '#workshop/present/presentIds.ts';
import { audiencePath, presenterPath } from '#workshop/present/presentPaths.ts';
import { answerId } from '#workshop/room/answerId.ts';
import { answerPath } from '#workshop/room/roomAddress.ts';

import { expect, test } from './fixtures.ts';

/** The page of each island. */
const pageOf = new Map([
  [operationsIslandId, 'operations/'],
  [errorsIslandId, 'errors/'],
  [auditIslandId, auditPath],
  [leaveTokenIslandId, leaveTokenPath],
  [practiceId, 'workshop/'],
  [labId, labPath],
  [tasksId, handsOnPath],
  [keyMakerId, `service-app/keys/#${keyMakerFoldId}`],
  [ownCardsId, ownCardsPath],
  [presenterId, presenterPath],
  [audienceScreenId, audiencePath],
  [answerId, answerPath],
  [embedBuilderId, 'embed/builder/'],
]);

test.use({ expectedNoise: [/ERR_FAILED/] });

for (const { id, missing, meanwhile } of pageIslands) {
  test(`where the code of #${id} does not come, the page says so and still works`, async ({
    page,
    site,
  }) => {
    await page.route(/\/assets\/(?!plainPage|starting)[^/]*\.js$/, async (route) => route.abort());
    await page.goto(new URL(pageOf.get(id) ?? 'no page of this island', site).href);
    if (id === keyMakerId) await page.locator(`#${keyMakerFoldId} > summary`).click();
    const notice = page.locator(`#${id} .notice`).filter({ hasText: missing });
    await expect(notice.getByRole('status')).toContainText(meanwhile);
    await expect(notice.getByRole('button', { name: 'Load the page again' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.below-island:not([data-shown])')).toHaveCount(0);
  });
}

test('every island has a page, and every page’s island is known', () => {
  expect(pageIslands.map(({ id }) => id).toSorted()).toEqual([...pageOf.keys()].toSorted());
});
