import type { OktaRequest } from './request.ts';

/** The address of the org as the SDKs take it: `https://acme.okta.com`, without a slash at the end. */
export function orgUrlOf({ tokenUrl }: OktaRequest): string {
  return tokenUrl.slice(0, tokenUrl.indexOf('/', 'https://'.length));
}
