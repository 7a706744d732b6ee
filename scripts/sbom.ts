// `npm run sbom [-- FILE]`: the bill of materials of what the site ships (CycloneDX, JSON), from a
// new build; FILE (default `sbom.cdx.json`) is where it goes. `npm sbom` would list what is
// installed, with a time and a random number. This lists what is really in the files, and is the
// same for the same commit.
import { billOfMaterialsPath } from '#screens/handbook/softwareFiles.ts';

import { fileOfBuild } from './fileOfBuild.ts';

await fileOfBuild(
  'sbom',
  billOfMaterialsPath,
  'sbom.cdx.json',
  'give it to a program that looks for known vulnerabilities.',
);
