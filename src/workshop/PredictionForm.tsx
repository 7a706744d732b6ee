import { type ReactNode, type SubmitEvent, useState } from 'react';

import { resultName } from '#guide/resultName.ts';
import { RadioGroup } from '#ui/RadioGroup.tsx';
import { RadioList } from '#ui/RadioList.tsx';

import { confidenceWords } from './levelWords.ts';
import { type Confidence, confidences, type Prediction } from './prediction.ts';
import { type ResultId, resultIds } from './scenario.ts';

const resultOptions = resultIds.map((id) => [id, resultName(id)] as const);

interface PredictionFormProps {
  /** The reasons to choose from, in their order. */
  readonly reasons: readonly string[];
  /** What the button says. */
  readonly action: string;
  readonly onPredict: (prediction: Prediction) => void;
  /** What else a person can do, shown when something is left out. */
  readonly instead?: string;
  /** What is shown between the choices and the button. */
  readonly children?: ReactNode;
}

/** The form for predicting a card: the method, the reason, and how sure the person is. */
export function PredictionForm({
  reasons,
  action,
  onPredict,
  instead = '',
  children,
}: PredictionFormProps) {
  const [result, setResult] = useState<ResultId | ''>('');
  const [reason, setReason] = useState('');
  const [confidence, setConfidence] = useState<Confidence | ''>('');
  const [missing, setMissing] = useState('');
  const predict = (event: SubmitEvent) => {
    event.preventDefault();
    if (result === '' || reason === '' || confidence === '') {
      const absent = [
        ...(result === '' ? ['a method'] : []),
        ...(reason === '' ? ['a reason'] : []),
        ...(confidence === '' ? ['how sure you are'] : []),
      ];
      setMissing(`Choose ${new Intl.ListFormat('en').format(absent)} first. ${instead}`.trim());
      return;
    }
    setMissing('');
    onPredict({ result, reason: Number(reason), confidence });
  };
  return (
    <form className="stack" onSubmit={predict} noValidate>
      <RadioGroup
        legend="Which method?"
        options={resultOptions}
        value={result}
        onPick={setResult}
      />
      <RadioList
        legend="Why?"
        options={reasons.map((text, index) => [String(index), text])}
        value={reason}
        onPick={setReason}
      />
      <RadioGroup
        legend="How sure are you?"
        options={confidences.map((each) => [each, confidenceWords[each]])}
        value={confidence}
        onPick={setConfidence}
      />
      {children}
      <p role="alert">{missing}</p>
      <p>
        <button type="submit" className="button" data-rank="primary">
          {action}
        </button>
      </p>
    </form>
  );
}

interface TwistFormProps {
  /** What the button says. */
  readonly action: string;
  readonly onPredict: (result: ResultId) => void;
  /** What is shown before the choice. */
  readonly children?: ReactNode;
}

/** The form for predicting a twist: only the method. */
export function TwistForm({ action, onPredict, children }: TwistFormProps) {
  const [result, setResult] = useState<ResultId | ''>('');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (result !== '') onPredict(result);
      }}
    >
      {children}
      <RadioGroup
        legend="Which method now?"
        options={resultOptions}
        value={result}
        onPick={setResult}
      />
      <p>
        <button type="submit" className="button" disabled={result === ''}>
          {action}
        </button>
      </p>
    </form>
  );
}
