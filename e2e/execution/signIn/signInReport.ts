import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { textHash } from '#snippets/executionReport.ts';
import { signInReport, type SignInReport } from '#snippets/signIn/signInReport.ts';
import { signInRequest, signInRequestIds } from '#snippets/signIn/signInRequests.ts';

import { projectFolder } from '../../../scripts/packages.mjs';
import { testedAgainst } from '../executionReport.ts';
import { toolchains, versionsOf } from '../toolchains.ts';
import type { DoneSignIn } from './signInJobs.ts';

/** Writes what a run has shown, as evidence that is kept with the project. */
export function writeSignInReport(done: readonly DoneSignIn[]): void {
  const count = (kind: DoneSignIn['kind']): number =>
    done.filter((each) => each.kind === kind && each.result.differences.length === 0).length;
  const { curl } = toolchains;
  const report: SignInReport = {
    version: 1,
    executedOn: new Date().toISOString().slice(0, 10),
    against: testedAgainst(),
    versions: curl === undefined ? [] : versionsOf(curl),
    requests: provenRequests(done),
    cases: {
      right: count('right'),
      hostile: count('hostile'),
      wrong: count('wrong'),
      injected: done.filter(({ result }) => result.injected).length,
    },
  };
  writeFileSync(
    path.join(projectFolder, 'src', 'snippets', 'signIn', 'signInReport.json'),
    `${JSON.stringify(report, null, 2)}\n`,
  );
}

/** Holds what a run has shown against the report that is kept: what differs, one request each. */
export function signInReportDifferences(done: readonly DoneSignIn[]): readonly string[] {
  const shown = provenRequests(done);
  return signInRequestIds
    .filter((id) => signInReport.requests[id] !== shown[id])
    .map((id) => `${id}: the report is of another text than this run, or only one of them has it`);
}

/** A text is proven when every case with it went well. */
function provenRequests(done: readonly DoneSignIn[]): SignInReport['requests'] {
  return Object.fromEntries(
    signInRequestIds.flatMap((id) => {
      const ofRequest = done.filter(({ request }) => request === id);
      const isProven =
        ofRequest.length > 0 && ofRequest.every(({ result }) => result.differences.length === 0);
      return isProven ? [[id, textHash(signInRequest(id).text)]] : [];
    }),
  );
}
