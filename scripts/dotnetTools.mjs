// What the .NET SDK gets from NuGet for the snippets in C# and PowerShell. It is in `node_modules`, which the
// lanes see. Without dependencies: it runs before the packages of Node.js are there.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { projectFolder, run } from './packages.mjs';

const cache = path.join('node_modules', '.cache');

/** The version of PowerShell that runs the snippets, installed as a tool of .NET. */
export const powershellVersion = '7.6.9';

/** Where `pwsh` is, below the project's top folder. */
export const powershellFolder = path.join(cache, `powershell-${powershellVersion}`);

/** The folder of the NuGet packages that let `dotnet run file.cs` work without the network, below the project's top folder. */
export const dotnetPackages = path.join(cache, 'nuget');

/** Settings that keep the SDK from greeting, from calling home, and from writing where it need not. */
export const quietDotnet = {
  DOTNET_CLI_TELEMETRY_OPTOUT: '1',
  DOTNET_NOLOGO: '1',
  DOTNET_GENERATE_ASPNET_CERTIFICATE: 'false',
  DOTNET_SKIP_WORKLOAD_INTEGRITY_CHECK: '1',
  DOTNET_EnableDiagnostics: '0',
  POWERSHELL_TELEMETRY_OPTOUT: '1',
  POWERSHELL_UPDATECHECK: 'Off',
};

/**
 * Installs PowerShell.
 *
 * @returns {Promise<boolean>} whether it is now there
 */
export async function ensurePowershell() {
  console.log(`Installing PowerShell ${powershellVersion} (dotnet tool install) …`);
  return dotnet([
    'tool',
    'install',
    'PowerShell',
    '--version',
    powershellVersion,
    '--tool-path',
    path.join(projectFolder, powershellFolder),
  ]);
}

/**
 * Gets the analysers that the SDK needs to compile a file, in the version that this SDK requires.
 *
 * @returns {Promise<boolean>} whether they are now there
 */
export async function ensureCompilerPackages() {
  console.log('Getting the packages that dotnet needs to compile a file (dotnet restore) …');
  const folder = await mkdtemp(path.join(tmpdir(), 'dotnet-packages-'));
  try {
    const project = path.join(folder, 'packages.csproj');
    await writeFile(
      project,
      [
        '<Project Sdk="Microsoft.NET.Sdk">',
        '  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>',
        '  <ItemGroup>',
        '    <PackageDownload Include="Microsoft.NET.ILLink.Tasks" Version="[$(BundledNETCoreAppPackageVersion)]" />',
        '  </ItemGroup>',
        '</Project>',
        '',
      ].join('\n'),
    );
    return await dotnet(['restore', '--verbosity', 'quiet', project], {
      NUGET_PACKAGES: path.join(projectFolder, dotnetPackages),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env]
 */
async function dotnet(args, env = {}) {
  return (await run('dotnet', args, { ...quietDotnet, ...env })) === 0;
}
