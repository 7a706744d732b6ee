import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Lets curl find a server under a name, and trust it. */
export function curlHome(folder: string, name: string, port: number, authority: string): string {
  // Not named after the port: a later server may get the same one.
  const home = mkdtempSync(path.join(folder, 'home-'));
  const file = path.join(home, 'authority.pem');
  writeFileSync(file, authority);
  writeFileSync(
    path.join(home, '.curlrc'),
    `connect-to = "${name}:443:127.0.0.1:${port}"\ncacert = "${file}"\n`,
  );
  return home;
}
