import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Plugin } from 'vite';

import { billOfMaterialsPath, licencesPath } from '#screens/handbook/softwareFiles.ts';

import { licenceProblems } from './acceptedLicences.ts';
import { billOfMaterials, type Product } from './billOfMaterials.ts';
import { licencesText } from './licencesText.ts';
import { shippedFiles } from './shippedFiles.ts';
import { shippedPackages } from './shippedPackages.ts';

/**
 * Writes the licences of all that the site is made of, and its bill of materials. The build fails
 * if a package may not be shipped.
 *
 * @param builtApart files that are in scripts built on their own, gathered by the plugins before
 */
export function licencesPlugin(builtApart: ReadonlySet<string>): Plugin {
  let root = '';
  return {
    name: 'licences',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root;
    },
    generateBundle(_options, bundle) {
      const files = [...builtApart, ...shippedFiles(Object.values(bundle), root)];
      const packages = shippedPackages(files, root);
      const problems = licenceProblems(packages);
      if (problems.length > 0) this.error(`These may not be shipped:\n${problems.join('\n')}`);
      const product = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Product;
      this.emitFile({ type: 'asset', fileName: licencesPath, source: licencesText(packages) });
      this.emitFile({
        type: 'asset',
        fileName: billOfMaterialsPath,
        source: `${JSON.stringify(billOfMaterials(product, packages))}\n`,
      });
    },
  };
}
