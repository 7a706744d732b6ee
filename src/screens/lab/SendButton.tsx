import type { ExchangeEvent, ExchangeSnapshot } from '#org/exchange/exchangeMachine.ts';

interface SendButtonProps {
  readonly snapshot: ExchangeSnapshot;
  /** What it says while requests are left, and once the program has sent all of them. */
  readonly labels: { readonly next: string; readonly restart: string };
  readonly isPrimary: boolean;
  readonly send: (event: ExchangeEvent) => void;
}

/** Sends the program's next request, or starts the exchange again once it is finished. */
export function SendButton({ snapshot, labels, isPrimary, send }: SendButtonProps) {
  const isFinished = snapshot.matches({ open: 'finished' });
  const isBusy = snapshot.matches({ open: 'sending' }) || snapshot.matches('preparing');
  return (
    <button
      type="button"
      className="button"
      data-rank={isPrimary ? 'primary' : undefined}
      aria-disabled={isBusy}
      onClick={() =>
        send(
          isFinished
            ? { type: 'exchange.act', action: { type: 'restart' } }
            : { type: 'exchange.step' },
        )
      }
    >
      {isFinished ? labels.restart : labels.next}
    </button>
  );
}
