import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The newest that runs on Node 20. It is not a package of the project: 200 packages for a command that few run. */
const version = '12.8.2';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Lighthouse's figures for a page on a slow phone. */
export interface LighthouseRun {
  /** From 0 to 100, in the order performance, accessibility, best practices, search engines. */
  readonly scores: readonly number[];
  /** Largest contentful paint, in milliseconds, simulated. */
  readonly largestPaint: number;
  /** Cumulative layout shift. */
  readonly layoutShift: number;
  /** How long the main thread was blocked, in milliseconds, simulated. */
  readonly blocked: number;
  /** Audits that are not perfect, by their titles. */
  readonly failed: readonly string[];
}

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null } | undefined>>;
  readonly audits: Readonly<
    Record<
      string,
      | {
          readonly title: string;
          readonly score: number | null;
          readonly scoreDisplayMode: string;
          readonly numericValue?: number;
        }
      | undefined
    >
  >;
}

/**
 * Measures a page as Lighthouse does for phones. The first call may download Lighthouse.
 *
 * @param chromium path of the browser
 * @throws Error if Lighthouse cannot be downloaded, or gives no report
 */
export async function lighthouse(address: string, chromium: string): Promise<LighthouseRun> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lighthouse-'));
  const output = path.join(folder, 'report.json');
  try {
    await run(
      'npm',
      [
        'exec',
        '--yes',
        '--loglevel=error',
        `--package=lighthouse@${version}`,
        '--',
        'lighthouse',
        address,
        '--quiet',
        '--output=json',
        `--output-path=${output}`,
        `--only-categories=${categories.join(',')}`,
        '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
      ],
      { CHROME_PATH: chromium },
    );
    return runOf(JSON.parse(await readFile(output, 'utf8')) as Report);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function runOf({ categories: found, audits }: Report): LighthouseRun {
  const value = (name: string): number => audits[name]?.numericValue ?? Number.NaN;
  return {
    scores: categories.map((name) => Math.round((found[name]?.score ?? 0) * 100)),
    largestPaint: value('largest-contentful-paint'),
    layoutShift: value('cumulative-layout-shift'),
    blocked: value('total-blocking-time'),
    failed: Object.values(audits).flatMap((audit) =>
      audit?.scoreDisplayMode === 'binary' && audit.score !== 1 ? [audit.title] : [],
    ),
  };
}

async function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Lighthouse ended with exit code ${code}; see its output above.`));
    });
  });
}
