import type { ShippedPackage } from './shippedPackages.ts';

/** What we looked into before we took code under a licence. */
export interface AcceptedLicence {
  /** The licence that we choose, if the package offers a choice. */
  readonly takenUnder?: string;
  /** Whether its notice must say where to get the source code. */
  readonly asksForSource?: true;
}

/**
 * The licences, as packages name them, under which we ship code of others. All of them ask for their
 * text to travel with the code. Whoever adds one reads it first.
 *
 * @see https://spdx.org/licenses/
 */
export const acceptedLicences: ReadonlyMap<string, AcceptedLicence> = new Map<
  string,
  AcceptedLicence
>([
  ['Apache-2.0', {}],
  ['BSD-3-Clause', {}],
  ['ISC', {}],
  ['MIT', {}],
  // Fonts, unchanged and under their own names.
  ['OFL-1.1', {}],
  ['(MIT OR Apache-2.0)', { takenUnder: 'MIT' }],
  ['(MPL-2.0 OR Apache-2.0)', { takenUnder: 'Apache-2.0' }],
  // Section 3.1 of EPL-2.0: whoever gets the program is told where its source code is.
  ['EPL-2.0 OR GPL-3.0-or-later', { takenUnder: 'EPL-2.0', asksForSource: true }],
]);

/** Says for each package that may not be shipped as it is, why. */
export function licenceProblems(packages: readonly ShippedPackage[]): readonly string[] {
  return packages.flatMap(({ name, version, licence, source, texts }) => {
    const title = `${name} ${version}`;
    if (licence === undefined) return [`${title} names no licence`];
    const accepted = acceptedLicences.get(licence);
    if (accepted === undefined) {
      return [
        `${title} is under ${licence}, which src/site/licences/acceptedLicences.ts does not accept`,
      ];
    }
    return [
      ...(texts.length === 0 ? [`${title} comes without the text of its licence`] : []),
      ...(accepted.asksForSource && source === undefined
        ? [`${title} does not say where its source code is, which ${licence} requires`]
        : []),
    ];
  });
}
