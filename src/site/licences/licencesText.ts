import { acceptedLicences } from './acceptedLicences.ts';
import type { ShippedPackage } from './shippedPackages.ts';

const line = '-'.repeat(80);

/** Returns the notice that goes with the code of others: each package with its licence, whole. */
export function licencesText(packages: readonly ShippedPackage[]): string {
  // Many packages of one author share one text.
  const groups = new Map<string, ShippedPackage[]>();
  for (const each of packages) {
    const text = each.texts.join('\n\n');
    groups.set(text, [...(groups.get(text) ?? []), each]);
  }
  return [
    'These files contain software that other people wrote. Each package is listed below with its\n' +
      'version, its licence, the address of its source code, and the text that its authors ask to be\n' +
      'passed on.',
    ...[...groups].map(([text, members]) => [line, ...members.map(title), text].join('\n\n')),
    '',
  ].join('\n\n');
}

function title({ name, version, licence = '', source, origin }: ShippedPackage): string {
  const { takenUnder, asksForSource } = acceptedLicences.get(licence) ?? {};
  return [
    `${name} ${version}`,
    takenUnder === undefined ? `Licence: ${licence}` : `Licence: ${takenUnder} (of: ${licence})`,
    ...(origin === 'build' ? ['A few lines that this program adds to what it builds.'] : []),
    ...(source === undefined ? [] : [`Source: ${source}`]),
    ...(asksForSource ? [`Its source code is available at that address, under ${licence}.`] : []),
  ].join('\n');
}
