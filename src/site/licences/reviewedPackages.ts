/** What we found out by reading, if a package does not say it in the usual places. */
export interface ReviewedPackage {
  readonly name: string;
  /** Another version has to be read again. */
  readonly version: string;
  readonly licence: string;
  readonly source: string;
  /** In `texts/`, from the package of this version; absent if the package is installed. */
  readonly text?: string;
}

const languageServer = 'https://github.com/microsoft/vscode-languageserver-node';

/** Mermaid and its parser contain the code of these in files of their own, without their licences. */
export const reviewedPackages: readonly ReviewedPackage[] = [
  {
    name: 'chevrotain-allstar',
    version: '0.5.0',
    licence: 'MIT',
    source: 'https://github.com/langium/chevrotain-allstar',
    text: 'chevrotain-allstar.txt',
  },
  {
    name: 'fastdom',
    version: '1.0.12',
    licence: 'MIT',
    source: 'https://github.com/wilsonpage/fastdom',
    text: 'fastdom.txt',
  },
  // Its package.json names no licence; its licence file is the MIT licence.
  {
    name: 'khroma',
    version: '2.1.0',
    licence: 'MIT',
    source: 'https://github.com/fabiospampinato/khroma',
  },
  {
    name: 'langium',
    version: '4.4.0',
    licence: 'MIT',
    source: 'https://github.com/eclipse-langium/langium',
    text: 'langium.txt',
  },
  {
    name: 'path-browserify',
    version: '1.0.1',
    licence: 'MIT',
    source: 'https://github.com/browserify/path-browserify',
    text: 'path-browserify.txt',
  },
  {
    name: 'vscode-jsonrpc',
    version: '9.0.3',
    licence: 'MIT',
    source: languageServer,
    text: 'vscode-languageserver-node.txt',
  },
  {
    name: 'vscode-languageserver-protocol',
    version: '3.18.4',
    licence: 'MIT',
    source: languageServer,
    text: 'vscode-languageserver-node.txt',
  },
  {
    name: 'vscode-languageserver-textdocument',
    version: '1.0.15',
    licence: 'MIT',
    source: languageServer,
    text: 'vscode-languageserver-node.txt',
  },
  {
    name: 'vscode-languageserver-types',
    version: '3.18.4',
    licence: 'MIT',
    source: languageServer,
    text: 'vscode-languageserver-node.txt',
  },
  {
    name: 'vscode-uri',
    version: '3.1.0',
    licence: 'MIT',
    source: 'https://github.com/microsoft/vscode-uri',
    text: 'vscode-uri.txt',
  },
];

/** Packages whose one file contains all that they depend on, without a trace of it. */
export const packagesWithDependenciesInside: ReadonlySet<string> = new Set(['roughjs']);
