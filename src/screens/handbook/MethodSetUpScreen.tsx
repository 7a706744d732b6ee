import type { OutcomeId } from '#guide/nodeIds.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { terraformModule } from '#snippets/officialTools/terraformModule.ts';

import { SetUpSteps } from '../result/SetUpSteps.tsx';
import { errorsOf } from '../errors/errorPaths.ts';
import { useAddresses } from '../site.tsx';
import { HandbookPage } from './HandbookPage.tsx';
import { handbookPath, hasRequestForms, requestsPath } from './handbookPaths.ts';
import { handbookHeading } from './handbookWords.ts';

/** How to set a method up: each step with where it is done, and who can do it. */
export function MethodSetUpScreen({ method }: { readonly method: OutcomeId }) {
  const addresses = useAddresses();
  const { setUp } = outcomes[method];
  const keys = addresses.page(handbookPath('serviceApp', 'keys/'));
  return (
    <HandbookPage
      method={method}
      part="set-up/"
      heading={handbookHeading(method, 'set-up/')}
      cites={setUp}
      sections={[
        {
          anchor: 'steps',
          title: 'The steps in order',
          body: (
            <>
              {hasRequestForms(method, terraformModule) && (
                <p>
                  Is your org managed with Terraform?{' '}
                  <a href={addresses.page(requestsPath(method, terraformModule))}>
                    Get this set-up as a Terraform module
                  </a>
                  .
                </p>
              )}
              {method === 'serviceApp' && (
                <p>
                  <a href={`${keys}#commands`}>Make the key pair with commands</a>. For a trial,{' '}
                  <a href={`${keys}#in-the-page`}>make a key pair in your browser</a>.
                </p>
              )}
              <SetUpSteps steps={setUp} />
            </>
          ),
        },
        {
          anchor: 'then',
          title: 'After the set-up',
          body: (
            <ul className="stack list-disc ps-5 [--gap:0.5rem]">
              <li>
                <a href={addresses.page(handbookPath(method, 'requests/'))}>
                  Send your first request
                </a>
                , in the language of your program.
              </li>
              {method === 'serviceApp' && (
                <li>
                  <a href={`${keys}#change`}>Practise rotating the key</a>, so that you can do it in
                  a hurry.
                </li>
              )}
              <li>
                Did Okta return an error?{' '}
                <a href={addresses.file(errorsOf(method))}>
                  Look up the error, its cause and its remedy
                </a>
                .
              </li>
            </ul>
          ),
        },
      ]}
    />
  );
}
