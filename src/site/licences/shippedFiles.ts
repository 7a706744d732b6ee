import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import type { OutputAsset, OutputChunk } from 'rolldown';

/**
 * Returns the files whose content is in what the bundler made: modules of which something is left,
 * styles with what they import, and fonts. Modules that the bundler itself wrote keep their names,
 * which are no paths.
 *
 * @param root the project's folder
 */
export function shippedFiles(
  outputs: readonly (OutputChunk | OutputAsset)[],
  root: string,
): readonly string[] {
  return outputs.flatMap((output) =>
    output.type === 'asset'
      ? output.originalFileNames.map((name) => path.resolve(root, name))
      : [
          ...Object.entries(output.modules)
            .filter(([, { renderedLength }]) => renderedLength > 0)
            .map(([id]) => id),
          ...output.moduleIds.filter((id) => id.endsWith('.css')).flatMap(withImportedStyles),
        ],
  );
}

/** A style and those that it imports, which the bundler does not treat as modules. */
function withImportedStyles(file: string): readonly string[] {
  const imports = readFileSync(file, 'utf8').matchAll(/@import\s+['"]([^'"]+)['"]/g);
  return [
    file,
    ...[...imports].flatMap(([, address = '']) =>
      withImportedStyles(
        address.startsWith('.')
          ? path.resolve(path.dirname(file), address)
          : createRequire(file).resolve(address),
      ),
    ),
  ];
}
