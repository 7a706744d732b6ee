import { parseArgs } from 'node:util';

/**
 * Reads the port from the arguments of `npm run lookalike`: `--port 9443`, or 8443 without any.
 *
 * @returns undefined for arguments that cannot be used
 */
export function portOf(args: readonly string[]): number | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string', default: '8443' } },
    });
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : 0;
    return port >= 1 && port <= 65_535 ? port : undefined;
  } catch {
    return undefined;
  }
}
