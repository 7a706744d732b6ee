import type { Org } from './org.ts';

/**
 * Whether a request from an address may use a credential that is tied to a zone; without a zone, it
 * always may.
 */
export function isWithinZone({ zones }: Org, zone: string | undefined, address: string): boolean {
  return (
    zone === undefined ||
    zones.some(({ id, addresses }) => id === zone && addresses.includes(address))
  );
}
