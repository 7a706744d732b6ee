import { useActorRef, useSelector } from '@xstate/react';
import { useState } from 'react';

import {
  currentStage,
  type ExchangeEvent,
  type ExchangeMachine,
} from '#org/exchange/exchangeMachine.ts';
import { type LabChoice, labFragment } from '#org/exchange/labLink.ts';
import { RadioGroup } from '#ui/RadioGroup.tsx';

import { LabBreakages } from './LabBreakages.tsx';
import { LabClient } from './LabClient.tsx';
import { LabOrg } from './LabOrg.tsx';
import { LabTrace } from './LabTrace.tsx';
import { LabWire } from './LabWire.tsx';

interface LabProps {
  readonly machine: ExchangeMachine;
  readonly initial: LabChoice;
  /** The time at which the lab’s clock begins, in milliseconds since the epoch. */
  readonly start: number;
  /** Told about each exchange that is chosen, as the fragment of its link. */
  readonly onChosen: (fragment: string) => void;
}

const columns = [
  ['client', 'Program'],
  ['wire', 'Messages'],
  ['org', 'Org'],
] as const;

/** The lab: a program, an org, and the messages between them. */
export function Lab({ machine, initial, start, onChosen }: LabProps) {
  const actor = useActorRef(machine, { input: { ...initial, start } });
  const snapshot = useSelector(actor, (state) => state);
  const [shown, setShown] = useState<(typeof columns)[number][0]>('client');
  const { plan, breakage, reason } = snapshot.context;
  const stage = currentStage(snapshot);
  const send = (event: ExchangeEvent): void => actor.send(event);
  const choose = (choice: LabChoice): void => {
    send({ type: 'exchange.set', ...choice });
    onChosen(labFragment(choice));
  };

  if (snapshot.matches('failed')) {
    return (
      <div className="notice stack" data-tone="warn" role="alert">
        <p>The lab has stopped: {reason}</p>
        <p>It needs WebCrypto, which browsers offer on HTTPS pages and on localhost.</p>
        <button type="button" className="button" onClick={() => send({ type: 'exchange.retry' })}>
          Try again
        </button>
      </div>
    );
  }
  if (stage === undefined) return <p role="status">Making keys.</p>;
  return (
    <div className="lab stack">
      <div className="lab-picker">
        <RadioGroup legend="Show" options={columns} value={shown} onPick={setShown} />
      </div>
      <div className="lab-columns" data-shown={shown}>
        <LabClient snapshot={snapshot} stage={stage} onChoose={choose} send={send} />
        <LabWire messages={stage.messages} />
        <LabOrg
          plan={plan}
          stage={stage}
          canChange={snapshot.matches({ open: 'ready' }) || snapshot.matches({ open: 'finished' })}
          send={send}
        />
      </div>
      <LabBreakages plan={plan} breakage={breakage} onChoose={choose} />
      <LabTrace messages={stage.messages} choice={{ plan, breakage }} />
    </div>
  );
}
