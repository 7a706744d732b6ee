// `npx tsx bench/snippets/windows.ts`: this project's requests with cURL for PowerShell, tried like those of the comparison.
// No package of the comparison writes them, so that they have a table of their own. `npm run test:snippets` installs
// PowerShell.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { windowsRequestFor } from '../../src/snippets/curl/windows/windowsCurl.ts';
import { windowsPowershell } from '../../src/snippets/curl/windows/windowsPowershell.ts';
import { type PayloadPlace, requestCases, requestWith } from './cases.ts';
import { openWorkshop } from './execute.ts';
import type { SnippetGenerator } from './generator.ts';
import { startLoopbackServer } from './loopbackServer.ts';
import { isRight } from './measurements.ts';
import { ownRequest } from './ours.ts';
import { markerFile, type Payload } from './payloads.ts';
import { installedTarget, type Target } from './targets.ts';
import { type Trial, tryOut } from './trial.ts';

const pwsh = path.join(import.meta.dirname, '../../node_modules/.cache/powershell-7.6.9/pwsh');
const curl = execFileSync('sh', ['-c', 'command -v curl'], { encoding: 'utf8' }).trim();

/** @param passing how PowerShell hands arguments to programs */
const targetOf = (label: string, passing: 'Legacy' | 'Standard'): Target => ({
  id: 'curl',
  label,
  fileName: 'request.ps1',
  programs: [
    [
      pwsh,
      '-NoProfile',
      '-Command',
      `$PSNativeCommandArgumentPassing = '${passing}'; & { & "./$args" }`,
    ],
  ],
  check: ['--version'],
  version: ['--version'],
  timeLimitInSeconds: 120,
});

const onWindows: SnippetGenerator = {
  id: 'windows',
  name: 'this project',
  generate: async (request, _, origin) =>
    ownRequest(
      request,
      (form, values) => {
        const written = windowsRequestFor(windowsPowershell, form, values);
        if ('absence' in written) throw new Error(written.absence);
        return written.text;
      },
      origin,
    ),
};

/** Both, or the one that is named behind the command. */
const targets = (['Legacy', 'Standard'] as const)
  .filter((passing) => passing.startsWith(process.argv[2] ?? ''))
  .map((passing) =>
    targetOf(
      passing === 'Legacy'
        ? 'arguments as 5.1 passes them'
        : 'arguments as 7.3 and newer pass them',
      passing,
    ),
  );

const action = `$(New-Item ${markerFile})`;
const payloads: readonly Payload[] = [
  { leaves: 'substitution', text: action },
  { leaves: 'single quotes', text: `'; New-Item ${markerFile}; '` },
  { leaves: 'double quotes', text: `"; New-Item ${markerFile}; "` },
  { leaves: 'curly quotes', text: `‘; New-Item ${markerFile}; ’` },
  { leaves: 'escaped double quotes', text: `\\"${action} #` },
  { leaves: 'a backtick', text: '`"' + action },
  { leaves: 'here-string', text: `\n'@\nNew-Item ${markerFile}\n` },
  { leaves: "curl's configuration", text: `"\noutput = "${markerFile}"\n` },
  { leaves: "escaped quotes of curl's configuration", text: `\\"\noutput = "${markerFile}"\n` },
];
const places: readonly PayloadPlace[] = ['query', 'form', 'JSON'];

const programs = mkdtempSync(path.join(tmpdir(), 'bench-windows-'));
symlinkSync(curl, path.join(programs, 'curl.exe'));
process.env['PATH'] = `${programs}${path.delimiter}${process.env['PATH'] ?? ''}`;
const server = await startLoopbackServer('https');
const workshop = openWorkshop(server.authority);
const bench = { server, workshop };
try {
  console.log('| PowerShell | A | B | C | D | E | F | query | form | JSON |');
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const target of targets) {
    const installed = await installedTarget(target);
    if (installed === undefined) throw new Error('PowerShell is missing.');
    const cells = [];
    for (const { request } of requestCases) {
      const trial = await tryOut(bench, onWindows, installed, request);
      cells.push(trial.kind === 'absent' ? 'n/a' : isRight(trial) ? 'right' : wrong(trial));
    }
    for (const place of places) {
      const counts = { executed: 0, altered: 0, intact: 0 };
      for (const { text } of payloads) {
        const trial = await tryOut(bench, onWindows, installed, requestWith(place, text));
        const isExecuted = trial.kind === 'run' && trial.ranPayload;
        counts[isExecuted ? 'executed' : isRight(trial) ? 'intact' : 'altered'] += 1;
      }
      cells.push(`${counts.executed} / ${counts.altered} / ${counts.intact}`);
    }
    console.log(`| ${target.label} | ${cells.join(' | ')} |`);
  }
} finally {
  server.close();
  workshop.remove();
  rmSync(programs, { recursive: true });
}

function wrong(trial: Trial): string {
  process.exitCode = 1;
  return trial.kind === 'run' ? `${trial.problems.join(', ')} ${trial.stderr}` : trial.why;
}
