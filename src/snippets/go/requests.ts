import { type CodeBlock, indented } from '../codeBlock.ts';
import type { Form } from '../form.ts';
import type { OktaRequest } from '../request.ts';

/** The names of the methods in `net/http`. */
export const methodConstants: Readonly<Record<OktaRequest['method'], string>> = {
  GET: 'http.MethodGet',
  POST: 'http.MethodPost',
  PUT: 'http.MethodPut',
  PATCH: 'http.MethodPatch',
  DELETE: 'http.MethodDelete',
};

/** Makes the request for a token (facts C25, E23). */
export function newTokenRequest({ method }: Pick<Form, 'method'>): CodeBlock {
  return [
    ...(method === 'serviceApp'
      ? [
          'form := url.Values{',
          '  "grant_type":            {"client_credentials"},',
          '  "scope":                 {scope},',
          '  "client_assertion_type": {"urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},',
          '  "client_assertion":      {assertion},',
          '}',
        ]
      : ['form := url.Values{"grant_type": {"client_credentials"}, "scope": {scope}}']),
    'req, err := http.NewRequest(http.MethodPost, tokenURL, strings.NewReader(form.Encode()))',
  ];
}

/** @param secret where the client secret stands, for a method that has one */
export function tokenHeaders({ method }: Pick<Form, 'method'>, secret = 'clientSecret'): CodeBlock {
  return [
    ...(method === 'apiServiceIntegration' ? [`req.SetBasicAuth(clientID, ${secret})`] : []),
    'req.Header.Set("Content-Type", "application/x-www-form-urlencoded")',
  ];
}

/** The variable into which the answer of the token endpoint is read. */
export function tokenStruct(fields: CodeBlock): CodeBlock {
  return ['var token struct {', ...indented(fields), '}'];
}

/** A call of the API, as expressions. */
export interface ApiCall {
  readonly method: string;
  readonly url: string;
  /** The reader of what it sends. */
  readonly body: string;
  /** Says that its body is JSON, where there is one. */
  readonly contentType: CodeBlock;
}

const jsonContentType = 'req.Header.Set("Content-Type", "application/json")';

/** The one call of a program. @param url the expression of its URL */
export function onlyCall(request: OktaRequest, url: string): ApiCall {
  const hasBody = request.body !== null;
  return {
    method: methodConstants[request.method],
    url,
    body: hasBody ? 'strings.NewReader(apiBody)' : 'nil',
    contentType: hasBody ? [jsonContentType] : [],
  };
}

/** The call in the variable `api`, where a program makes several. */
export const callInVariable: ApiCall = {
  method: 'api.method',
  url: 'api.url',
  body: 'strings.NewReader(api.body)',
  contentType: ['if api.body != "" {', `  ${jsonContentType}`, '}'],
};

/**
 * Makes the request of the API call.
 *
 * @param assign `=` where `req` and `err` are there already
 */
export function newApiRequest({ method, url, body }: ApiCall, assign = ':='): CodeBlock {
  return [`req, err ${assign} http.NewRequest(${method}, ${url}, ${body})`];
}
