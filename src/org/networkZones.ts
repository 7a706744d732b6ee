import type { Org } from './org.ts';

/** Whether a request from an address may use a credential that is bound to a zone; one that is bound to none may be. */
export function isWithinZone({ zones }: Org, zone: string | undefined, address: string): boolean {
  return (
    zone === undefined ||
    zones.some(({ id, addresses }) => id === zone && addresses.includes(address))
  );
}
