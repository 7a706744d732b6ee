import { jsonText } from './encoders/jsonText.ts';
import { exactJson } from './exactJson.ts';
import type { Form } from './form.ts';
import type { JsonValue } from '#catalogue/json.ts';
import { sampleGroup } from '#catalogue/sampleGroup.ts';
import { defaultValues, type RequestValues } from './values.ts';

/** A response as it should come back, with our own sample data. */
export interface ExpectedResponse {
  /** Which request it answers. */
  readonly title: string;
  /** `200 OK`. */
  readonly status: string;
  /** The headers that matter, in lower case as HTTP/2 sends them. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** JSON in several lines. */
  readonly body: string;
  /** What to look at, in a sentence. */
  readonly note: string;
}

/**
 * Returns the responses to an exchange in order: those of the token endpoint, and the API's
 * response for the default operation. For other operations, the guide has no sample.
 */
export function expectedResponses(form: Form, values: RequestValues): readonly ExpectedResponse[] {
  const listsGroups =
    values.operation.method === defaultValues.operation.method &&
    values.operation.path === defaultValues.operation.path;
  return [
    ...(form.variant === 'dpop' ? [nonceResponse] : []),
    ...(form.method === 'apiToken' ? [] : [tokenResponse(form, values)]),
    ...(listsGroups ? [groupsResponse(values)] : []),
  ];
}

const shown = (json: JsonValue): string => jsonText(exactJson(json), 2);

const json = { name: 'content-type', value: 'application/json' };

const nonceResponse: ExpectedResponse = {
  title: 'To the first token request',
  status: '400 Bad Request',
  headers: [json, { name: 'dpop-nonce', value: 'exampleNonce1' }],
  body: shown({
    error: 'use_dpop_nonce',
    error_description: 'Authorization server requires nonce in DPoP proof.',
  }),
  note: 'This is not a failure: the next proof carries the nonce from the header.',
};

function tokenResponse(form: Form, values: RequestValues): ExpectedResponse {
  return {
    title: form.variant === 'dpop' ? 'To the second token request' : 'To the token request',
    status: '200 OK',
    headers: [json],
    body: shown({
      token_type: form.variant === 'dpop' ? 'DPoP' : 'Bearer',
      expires_in: 3600,
      access_token: 'eyJ…',
      scope: values.scopes.join(' '),
    }),
    note: 'The token lasts one hour (`expires_in`, in seconds) and there is no refresh token. Compare `scope` with what you asked for.',
  };
}

function groupsResponse(values: RequestValues): ExpectedResponse {
  const groups = `https://${values.orgDomain}/api/v1/groups`;
  return {
    title: 'To the API request',
    status: '200 OK',
    headers: [
      json,
      { name: 'link', value: `<${groups}?limit=10>; rel="self"` },
      { name: 'x-rate-limit-limit', value: '500' },
      { name: 'x-rate-limit-remaining', value: '499' },
      { name: 'x-rate-limit-reset', value: '1795478460' },
    ],
    body: shown([
      sampleGroup(groups, '00gexamplegroup00001', 'Everyone', 'BUILT_IN', 'All users in the org'),
      sampleGroup(
        groups,
        '00gexamplegroup00002',
        'Payroll',
        'OKTA_GROUP',
        'May open the payroll app',
      ),
    ]),
    note: 'An empty list can mean that the admin role covers no groups. `x-rate-limit-reset` says when the count starts again, in seconds since 1970.',
  };
}
