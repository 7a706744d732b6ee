import { useActorRef, useSelector } from '@xstate/react';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { fromCallback } from 'xstate';

import { moduleWorkerStarter } from '#browser/moduleWorker.ts';
import { recordingNames } from '#catalogue/recorded/recordingName.ts';
import { AuditForm, type AuditGiven } from '#screens/audit/AuditForm.tsx';
import { AuditResult } from '#screens/audit/AuditResult.tsx';
import { SiteProvider } from '#screens/site.tsx';

import {
  type AuditEvent,
  auditMachine,
  type GivenRecordings,
  problemIn,
  progressIn,
  reportIn,
  type WorkerEvent,
} from '../audit/auditMachine.ts';
import type { AuditNews, AuditOrder } from '../audit/auditMessages.ts';

/** Draws the reader of recordings in its place on the page. */
export function drawAuditIsland(place: HTMLElement): void {
  const { base = '/', worker = '' } = document.querySelector<HTMLElement>('#root')?.dataset ?? {};
  const machine = auditIn(moduleWorkerStarter(worker));
  startTransition(() => {
    createRoot(place).render(
      <SiteProvider value={{ base, fragment: '' }}>
        <AuditVisit machine={machine} />
      </SiteProvider>,
    );
  });
}

type Audit = ReturnType<typeof auditIn>;

const auditIn = (startWorker: ReturnType<typeof moduleWorkerStarter>) =>
  auditMachine.provide({
    actors: {
      worker: fromCallback<WorkerEvent, GivenRecordings>(({ input, sendBack, receive }) => {
        const worker = startWorker({
          onMessage: (news) => sendBack(eventOf(news as AuditNews)),
          onError: () =>
            sendBack({ type: 'worker.fail', reason: 'notLoaded' } satisfies AuditEvent),
        });
        const order: AuditOrder = { kind: 'read', ...input };
        worker.post(order);
        receive(({ granted }) => {
          const compare: AuditOrder = { kind: 'compare', granted };
          worker.post(compare);
        });
        return () => worker.stop();
      }),
    },
  });

function eventOf(news: AuditNews): AuditEvent {
  switch (news.kind) {
    case 'progress':
      return { type: 'reading.progress', done: news.done };
    case 'report':
      return { type: 'report.come', report: news.report };
    case 'unreadable':
      return { type: 'worker.fail', reason: 'unreadable' };
  }
}

function AuditVisit({ machine }: { readonly machine: Audit }) {
  const audit = useActorRef(machine);
  const progress = useSelector(audit, progressIn);
  const report = useSelector(audit, reportIn);
  const problem = useSelector(audit, problemIn);
  return (
    <div className="stack [--gap:2rem]">
      <AuditForm
        problem={problem}
        grantedProblem={report?.grantedProblem}
        onRead={(given) => audit.send({ type: 'recordings.give', ...recordingsOf(given) })}
        onGranted={(granted) => audit.send({ type: 'granted.change', granted })}
      />
      <div role="status" className="stack">
        {progress !== undefined && (
          <p className="flex flex-wrap items-center gap-3">
            <label htmlFor="audit-progress">Reading</label>
            <progress id="audit-progress" value={progress} />
            <button
              type="button"
              className="button"
              onClick={() => audit.send({ type: 'reading.cancel' })}
            >
              Stop
            </button>
          </p>
        )}
        {report !== undefined && <p>{foundWords(report.programs.length)}</p>}
      </div>
      {report !== undefined && <AuditResult {...report} />}
    </div>
  );
}

const foundWords = (programs: number): string =>
  programs === 1
    ? 'The results are below.'
    : `What was found in ${programs - 1} programs, and in all of them together, is below.`;

function recordingsOf({ text, files, granted, hosts }: AuditGiven): GivenRecordings {
  const names = recordingNames(files.map(({ name }) => name));
  const chosen = files.map((file, position) => ({
    name: names[position] ?? '',
    fileName: file.name,
    content: file,
  }));
  const pasted =
    text.trim() === '' ? [] : [{ name: 'Pasted text', fileName: '', content: new Blob([text]) }];
  return { recordings: [...chosen, ...pasted], granted, hosts };
}
