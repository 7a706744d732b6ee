import type { OktaRequest } from './request.ts';

/**
 * The address of the org in the form that the SDKs accept: `https://acme.okta.com`, without a slash
 * at the end.
 */
export function orgUrlOf({ tokenUrl }: OktaRequest): string {
  return tokenUrl.slice(0, tokenUrl.indexOf('/', 'https://'.length));
}
