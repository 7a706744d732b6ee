import type { OutcomeId } from '#guide/nodeIds.ts';
import { RadioGroup } from '#ui/RadioGroup.tsx';

import type { FormChoice } from './formChoice.ts';

interface FormPickerProps {
  readonly method: OutcomeId;
  readonly choice: FormChoice;
  readonly onChoose: (choice: Partial<FormChoice>) => void;
}

/** Which form of the request is shown. Without script every form has its own page instead. */
export function FormPicker({ method, choice, onChoose }: FormPickerProps) {
  return (
    <div className="needs-script no-print flex flex-wrap gap-x-8 gap-y-2">
      {method === 'serviceApp' && (
        <>
          <RadioGroup
            legend="Token"
            options={[
              ['dpop', 'DPoP, as new apps from the Admin Console require'],
              ['bearer', 'Bearer, where DPoP is switched off'],
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
      <RadioGroup
        legend="How much"
        options={[
          ['single', 'One request'],
          ['everything', 'A whole program: cached token, all pages, rate limit, errors'],
        ]}
        value={choice.request}
        onPick={(request) => onChoose({ request })}
      />
    </div>
  );
}
