import { useActorRef, useSelector } from '@xstate/react';
import { useState } from 'react';

import type { RendererMachine } from '#browser/rendererMachine.ts';
import {
  currentStage,
  type ExchangeActor,
  type ExchangeEvent,
  type ExchangeInput,
  type ExchangeMachine,
} from '#org/exchange/exchangeMachine.ts';
import { type LabChoice, labFragment } from '#share/labLink.ts';
import { RadioGroup } from '#ui/RadioGroup.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { useAddresses, useHasSite, useIsFramed } from '../site.tsx';
import { LabBar } from './LabBar.tsx';
import { LabBreakages } from './LabBreakages.tsx';
import { LabClient } from './LabClient.tsx';
import { LabOrg } from './LabOrg.tsx';
import { LabTrace } from './LabTrace.tsx';
import { LabWire } from './LabWire.tsx';
import { labPath } from './labPath.ts';

interface LabProps extends Pick<LabBenchProps, 'renderer' | 'refused' | 'onChosen'> {
  readonly machine: ExchangeMachine;
  readonly initial: ExchangeInput;
}

interface LabBenchProps {
  readonly actor: ExchangeActor;
  /** Draws the sequence diagram; absent where it is shown only as text. */
  readonly renderer?: RendererMachine;
  /** Whether the exchange can be broken; not where a task has broken it, and asks how to fix it. */
  readonly canBreak?: boolean;
  /** Why parts of the link to the lab were left out. */
  readonly refused?: readonly string[];
  /** Told about each exchange that is chosen, as the fragment of its link; absent where the address says other things. */
  readonly onChosen?: (fragment: string) => void;
}

const columns = [
  ['client', 'Program'],
  ['wire', 'Messages'],
  ['org', 'Org'],
] as const;

/** The lab: a program, an org, and the messages between them. */
export function Lab({ machine, initial, ...bench }: LabProps) {
  return <LabBench actor={useActorRef(machine, { input: initial })} {...bench} />;
}

/** The lab with an exchange that somebody else has begun, and watches. */
export function LabBench({ actor, renderer, canBreak = true, refused, onChosen }: LabBenchProps) {
  const snapshot = useSelector(actor, (state) => state);
  const [shown, setShown] = useState<(typeof columns)[number][0]>('client');
  const hasSite = useHasSite();
  const fullPage = useAddresses().file(labPath);
  // A frame keeps no address of its own, as a page about something else does not: a link leads to the lab in full.
  const page = useIsFramed() || onChosen === undefined ? fullPage : '';
  const { plan, breakage, reason, seed, start } = snapshot.context;
  const stage = currentStage(snapshot);
  const send = (event: ExchangeEvent): void => actor.send(event);
  const choose = (choice: LabChoice): void => {
    send({ type: 'exchange.set', ...choice });
    onChosen?.(labFragment(choice));
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
  const fragment = labFragment({ plan, breakage }, { seed, start, actions: stage.actions });
  return (
    <div className="lab stack">
      {refused === undefined || refused.length === 0 ? null : (
        <div className="notice" data-tone="warn" role="status">
          <p>The lab could not use everything in the link.</p>
          <ul className="list-disc ps-5">
            {refused.map((each) => (
              <li key={each}>
                <TextWithCode text={each} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="lab-picker">
        <RadioGroup legend="Show" options={columns} value={shown} onPick={setShown} />
      </div>
      <div className="lab-columns" data-shown={shown}>
        <LabClient plan={plan} breakage={breakage} stage={stage} onChoose={choose} />
        <LabBar
          snapshot={snapshot}
          messages={stage.messages}
          isBesideTask={!canBreak}
          send={send}
        />
        <LabWire messages={stage.messages} />
        <LabOrg
          plan={plan}
          stage={stage}
          canChange={snapshot.matches({ open: 'ready' }) || snapshot.matches({ open: 'finished' })}
          send={send}
        />
      </div>
      {canBreak && <LabBreakages plan={plan} breakage={breakage} onChoose={choose} />}
      <LabTrace
        messages={stage.messages}
        host={plan.host}
        link={hasSite ? `${page}${fragment}` : undefined}
        {...(renderer === undefined ? {} : { renderer })}
      />
    </div>
  );
}
