import type { OutcomeId } from '#guide/nodeIds.ts';
import { RadioGroup } from '#ui/RadioGroup.tsx';

import type { FormChoice } from './formChoice.ts';

interface FormPickerProps {
  readonly method: OutcomeId;
  /** Whether the program calls several operations, which makes it a whole one. */
  readonly callsSeveral: boolean;
  readonly choice: FormChoice;
  readonly onChoose: (choice: Partial<FormChoice>) => void;
}

/** Which form of the request is shown. Without script every form has its own page instead. */
export function FormPicker({ method, callsSeveral, choice, onChoose }: FormPickerProps) {
  return (
    <div className="form-picker needs-script no-print">
      {method === 'serviceApp' && (
        <>
          <RadioGroup
            legend="Token"
            options={[
              ['dpop', 'DPoP'],
              ['bearer', 'Bearer'],
            ]}
            value={choice.variant}
            onPick={(variant) => onChoose({ variant })}
          />
          <RadioGroup
            legend="Key pair"
            options={[
              ['RSA', 'RSA'],
              ['EC', 'EC'],
            ]}
            value={choice.keyType}
            onPick={(keyType) => onChoose({ keyType })}
          />
        </>
      )}
      {callsSeveral ? (
        <p className="quiet">
          <strong>A whole program</strong> that calls all your operations
        </p>
      ) : (
        <RadioGroup
          legend="Code"
          options={[
            ['single', 'One request'],
            ['everything', 'A whole program'],
          ]}
          value={choice.request}
          onPick={(request) => onChoose({ request })}
        />
      )}
    </div>
  );
}

/** What the names of the forms mean. */
export function FormWords({ method }: Pick<FormPickerProps, 'method'>) {
  return (
    <details className="needs-script no-print">
      <summary className="quiet py-1">What these choices mean</summary>
      <p className="quiet">
        {method === 'serviceApp' && (
          <>
            New apps from the Admin Console usually require DPoP; Bearer works if DPoP is switched
            off.{' '}
          </>
        )}
        A whole program also keeps its token, reads all pages, waits when the rate limit is used up
        and tells errors apart.
      </p>
    </details>
  );
}
