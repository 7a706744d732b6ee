import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import type { NamedRecording } from '#catalogue/recorded/callReport.ts';

import type { AuditNews, AuditOrder } from '../audit/auditMessages.ts';
import { auditReport, readRecordings } from '../audit/auditWork.ts';

// The worker of the page that reads recordings: it keeps them to itself, and tells the page only
// what was found.
const index = operationIndex(oktaCatalogue);
let recordings: readonly NamedRecording[] = [];

/** The smallest amount of progress that is worth a message. */
const step = 0.01;

const tell = (news: AuditNews): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  globalThis.postMessage(news);
};

async function follow(order: AuditOrder): Promise<void> {
  if (order.kind === 'read') {
    let told = 0;
    recordings = await readRecordings(index, order.recordings, order.hosts, (done) => {
      if (done - told < step) return;
      told = done;
      tell({ kind: 'progress', done });
    });
  }
  tell({ kind: 'report', report: auditReport(index, recordings, order.granted) });
}

globalThis.addEventListener('message', ({ data }: MessageEvent<AuditOrder>) => {
  follow(data).catch(() => tell({ kind: 'unreadable' }));
});
