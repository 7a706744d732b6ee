import {
  codeScript,
  deviceScript,
  renewalScript,
  type SignInVariable,
  variablesOf,
} from './signInScripts.ts';
import {
  defaultSignInValues,
  exampleSignInAddress,
  type SignInApp,
  type SignInValues,
} from './signInValues.ts';

/**
 * The requests of a person's sign-in, each as a text: the address that a browser opens, and the
 * scripts.
 */
export const signInRequestIds = [
  'sign-in-address',
  'sign-in-native-app',
  'sign-in-terminal',
  'sign-in-web-app',
  'renew-native-app',
  'renew-web-app',
] as const;
export type SignInRequestId = (typeof signInRequestIds)[number];

/** A request of a person's sign-in. */
export interface SignInRequest {
  readonly id: SignInRequestId;
  readonly app: SignInApp;
  /** Exactly what is shown and copied. */
  readonly text: string;
  /** How a script is kept and run; null for an address. */
  readonly script: {
    readonly fileName: string;
    /** The environment variables that it reads. */
    readonly environment: readonly SignInVariable[];
  } | null;
}

const definitions: Readonly<
  Record<
    SignInRequestId,
    { readonly app: SignInApp; readonly render: (values: SignInValues) => string }
  >
> = {
  'sign-in-address': { app: 'native', render: exampleSignInAddress },
  'sign-in-native-app': { app: 'native', render: (values) => codeScript('native', values) },
  'sign-in-terminal': { app: 'native', render: deviceScript },
  'sign-in-web-app': { app: 'web', render: (values) => codeScript('web', values) },
  'renew-native-app': { app: 'native', render: (values) => renewalScript('native', values) },
  'renew-web-app': { app: 'web', render: (values) => renewalScript('web', values) },
};

/** What the scripts need to run, in a few words. */
export const signInScriptsNeed = 'bash, curl 7.84 or newer, jq and openssl';

/** The app that a request is for. */
export function signInAppOf(id: SignInRequestId): SignInApp {
  return definitions[id].app;
}

/**
 * Writes a request.
 *
 * @param values parsed values; by default, the sample values of its app
 */
export function signInRequest(
  id: SignInRequestId,
  values: SignInValues = defaultSignInValues[signInAppOf(id)],
): SignInRequest {
  const { app, render } = definitions[id];
  return {
    id,
    app,
    text: render(values),
    script:
      id === 'sign-in-address' ? null : { fileName: `${id}.sh`, environment: variablesOf(app) },
  };
}
