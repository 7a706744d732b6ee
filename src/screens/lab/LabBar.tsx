import type { Message } from '#org/exchange/advance.ts';
import type { ExchangeEvent, ExchangeSnapshot } from '#org/exchange/exchangeMachine.ts';
import { answerLine } from '#org/exchange/trace.ts';

import { SendButton } from './SendButton.tsx';

interface LabBarProps {
  readonly snapshot: ExchangeSnapshot;
  readonly messages: readonly Message[];
  /** Whether a task is shown beside it: that has a button of its own to send, and shows what came back. */
  readonly isBesideTask: boolean;
  readonly send: (event: ExchangeEvent) => void;
}

/** What makes the program go on, and the last response: in sight on a phone, whichever column is shown. */
export function LabBar({ snapshot, messages, isBesideTask, send }: LabBarProps) {
  const { isPlaying, stages } = snapshot.context;
  const isFinished = snapshot.matches({ open: 'finished' });
  const isSending = snapshot.matches({ open: 'sending' });
  const last = messages.at(-1);
  return (
    <div className="lab-bar">
      <div className="lab-controls">
        <SendButton
          snapshot={snapshot}
          labels={{ next: 'Send', restart: 'Start again' }}
          isPrimary={!isBesideTask}
          send={send}
        />
        <button
          type="button"
          className="button"
          aria-pressed={isPlaying}
          aria-disabled={isFinished}
          onClick={() => send({ type: isPlaying ? 'exchange.pause' : 'exchange.play' })}
        >
          Play
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={stages.length < 2 || isSending || isPlaying}
          onClick={() => send({ type: 'exchange.back' })}
        >
          Step back
        </button>
      </div>
      {!isBesideTask && (
        <div role="status" className="quiet">
          {last === undefined
            ? 'Nothing has been sent. Choose “Send”.'
            : `Response ${messages.length}: ${answerLine(last)}`}
        </div>
      )}
    </div>
  );
}
