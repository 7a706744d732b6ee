// `npm run licences`: whose code is in the build in dist/, under which licences, and whether
// package.json lists it as a dependency. The build itself refuses a licence that we do not accept.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { billOfMaterialsPath, licencesPath } from '#screens/handbook/softwareFiles.ts';
import type { billOfMaterials } from '#site/licences/billOfMaterials.ts';

import { dependencyProblems, type LockedPackage } from './dependencyProblems.ts';
import { projectFolder } from './packages.mjs';

const read = (...file: readonly string[]): string =>
  readFileSync(path.join(projectFolder, ...file), 'utf8');

const { components } = JSON.parse(read('dist', billOfMaterialsPath)) as ReturnType<
  typeof billOfMaterials
>;
const { dependencies } = JSON.parse(read('package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};
const { packages } = JSON.parse(read('package-lock.json')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const notice = read('dist', licencesPath);

for (const { name, version, licenses, properties } of components) {
  const licence = licenses.map((each) => ('license' in each ? each.license.id : each.expression));
  const origin = properties.map(({ value }) => value).join();
  console.log(
    `${`${name} ${version}`.padEnd(60)}${licence.join().padEnd(30)}${origin === 'package' ? '' : origin}`.trimEnd(),
  );
}

const problems = [
  ...dependencyProblems(
    components.filter(({ properties }) => properties.some(({ value }) => value === 'package')),
    Object.keys(dependencies),
    packages,
  ),
  ...components
    .filter(({ name, version }) => !notice.includes(`\n${name} ${version}\n`))
    .map(({ name, version }) => `${name} ${version} is not listed in ${licencesPath}`),
];
console.log(`\n${components.length} packages, ${problems.length} problems`);
for (const problem of problems) console.error(`LICENCES: ${problem}`);
if (problems.length > 0) process.exitCode = 1;
