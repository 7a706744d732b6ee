// The guide's core on the command line, for docs builds and CI: `npm run --silent guide -- --help`.
// Exit codes: 0 success, 1 an error that the guide does not know or a record whose outcome changed,
// 2 a command, file, path or value that cannot be used (one line on stderr says why).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';

import { siteSettings } from '#site/siteSettings.ts';
import { contentVersion } from '#guide/contentVersion.ts';
import type { Answer } from '#guide/questions.ts';
import { replay } from '#guide/replay.ts';
import { recordMarkdown } from '#record/markdown.ts';
import { decisionRecord } from '#record/record.ts';
import { pathOf } from '#share/address.ts';

import { certainSecretLike } from '#snippets/secretLike.ts';

import { asked, reasonAgainst } from './answersOnPath.ts';
import { CommandError } from './commandError.ts';
import { auditCommand, readFile } from './guideAudit.ts';
import { catalogueCommand } from './guideCatalogue.ts';
import { checkCommand } from './guideCheck.ts';
import { explainCommand } from './guideExplain.ts';
import { leaveTokenCommand, type SaidOfToken } from './guideLeaveToken.ts';
import { scopesCommand } from './guideScopes.ts';
import { writeSnippets } from './guideSnippets.ts';

const usage = `Usage: npm run --silent guide -- <command>

  decide <node.option>…              the decision record of a path, as Markdown
         --json                      as JSON: answers, kind, outcome, record
  snippets --out DIR                 every request snippet as a file, and manifest.json
           --values FILE             with the values from a JSON file instead of the samples
  scopes <operation>…                what operations accept, the fewest scopes, and the verdict: ids,
                                     "METHOD /path", addresses, SDK calls, scopes
         --from FILE                 a list, or what your program really called: HAR, Postman, an
                                     access log, a System Log export, code (- for standard input);
                                     give it several times for several programs
         --granted FILE              compares with the scopes that were granted
         --host NAME                 a custom domain of the org; calls to it count too
         --json                      as JSON: scopes, verdict, operations, unknown
         --csv, --oin                for recordings: as a table, or as the text for the OIN Wizard
  check RECORD                       says whether a decision record still stands (record.md or record.json,
                                     - for standard input): the same outcome, or what has changed
        --json                       as JSON: isSameOutcome, kept, today, and each difference
  explain [FILE]                     explains an error text (a file, or standard input): its causes, what
                                     to do, and the scopes of the calls in it
          --json                     as JSON: found, near, operations, missingScope, tools
  leave-token [LIST]                 a plan for each API token in a list (names, or the response to
                                     GET /api/v1/api-tokens; a file, or standard input), as Markdown
         --calls NAME=FILE           what the token's program calls: a list, a log, code
         --owner NAME=TEXT           who is responsible for it
         --stays NAME=REASON         why it has to stay: product, fixedHeader
         --share NAME=PERCENT        for a token that stays: its share of the rate limits
         --review NAME=YYYY-MM-DD    for a token that stays: the date of its review
                                     (if the list has only one token, give the value alone)
         --org DOMAIN                the org's domain, for the scripts
         --bearer, --ec              access tokens without DPoP; an elliptic-curve key
         --json                      as JSON: plans, each with its parts, card and files
  catalogue <spec.yaml>…             imports Okta's OpenAPI files into the catalogue
            --diff                   prints what would change, and writes nothing
            --date YYYY-MM-DD        the date of the specification's release
            --out FILE               writes there instead of the committed catalogue

Example: npm run --silent guide -- decide oauth.yes audience.ownOrg
File names are relative to the folder in which you run the command. Exit code 0 means success. 1 means
an error text that "explain" does not know, or a record whose outcome has changed. 2 means an argument,
a file or a value that cannot be used (the snippets for the other values are written all the same).
`;

function main([command, ...args]: readonly string[]): string {
  // Errors repeat what was typed, but a secret must not be repeated.
  if ([command ?? '', ...args].some(holdsSecret)) {
    throw new CommandError(
      'an argument looks like a secret; take it out, and revoke it if others could see it',
    );
  }
  if (command === '--help' || command === '-h' || args.includes('--help') || args.includes('-h')) {
    return usage;
  }
  if (command === 'decide') return decide(args);
  if (command === 'snippets') return snippets(args);
  if (command === 'scopes') return scopes(args);
  if (command === 'check') return check(args);
  if (command === 'explain') return explain(args);
  if (command === 'leave-token') return leaveToken(args);
  if (command === 'catalogue') return catalogue(args);
  if (command === undefined) throw new CommandError('no command given', usage);
  throw new CommandError(`unknown command ${JSON.stringify(command)}`, usage);
}

function decide(args: readonly string[]): string {
  const { values, positionals } = parsed({
    args: [...args],
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const { walk, dropped } = replay(positionals);
  const [refused] = dropped;
  if (refused !== undefined) {
    throw new CommandError(`${reasonAgainst(refused.answer, walk)}; ${asked(walk)}`);
  }
  if (walk.kind === 'question') {
    throw new CommandError(`the path is unfinished; ${asked(walk)}`);
  }
  const { base, origin } = settings();
  const record = recordMarkdown(
    decisionRecord(walk, {
      date: today(),
      contentVersion,
      ...(origin === '' ? {} : { guideAddress: origin + base + pathOf(walk.answers) }),
    }),
  );
  return values['json'] === true
    ? `${JSON.stringify({ answers: walk.answers, kind: walk.kind, outcome: walk.node, record }, null, 2)}\n`
    : record;
}

function snippets(args: readonly string[]): string {
  const { values } = parsed({
    args: [...args],
    options: { out: { type: 'string' }, values: { type: 'string' } },
  });
  const { out, values: valuesFile } = values;
  if (typeof out !== 'string' || out === '') {
    throw new CommandError('"snippets" needs a folder to write to: --out DIR');
  }
  const { output, notes, isWhole } = writeSnippets(
    fromCaller(out),
    typeof valuesFile === 'string' ? fromCaller(valuesFile) : undefined,
  );
  for (const note of notes) process.stderr.write(`guide: ${note.replaceAll(/\s+/g, ' ')}\n`);
  if (!isWhole) process.exitCode = 2;
  return `${output}\n`;
}

function scopes(args: readonly string[]): string {
  const { values, positionals } = parsed({
    args: [...args],
    options: {
      json: { type: 'boolean' },
      csv: { type: 'boolean' },
      oin: { type: 'boolean' },
      from: { type: 'string', multiple: true },
      granted: { type: 'string' },
      host: { type: 'string', multiple: true },
    },
    allowPositionals: true,
  });
  const { base, origin } = settings();
  const files = values.from ?? [];
  const { granted } = values;
  const page = (answers: readonly Answer[]) => origin + base + pathOf(answers);
  const isAudit =
    positionals.length === 0 &&
    files.length > 0 &&
    (files.length > 1 ||
      [values.csv, values.oin, granted, values.host].some((value) => value !== undefined) ||
      (files[0] !== '-' && files.some((file) => isRecording(fromCaller(file)))));
  if (isAudit) {
    const { output, isKnown } = auditCommand(
      {
        files: files.map((file) => (file === '-' ? file : fromCaller(file))),
        ...(typeof granted === 'string' ? { granted: textOfFile('scopes', granted) } : {}),
        hosts: values.host ?? [],
        form: formOf(values),
      },
      page,
    );
    if (!isKnown) process.exitCode = 2;
    return output;
  }
  if (granted !== undefined) {
    throw new CommandError(
      '"--granted" compares with what a program called: give its file with --from',
    );
  }
  const [from] = files;
  const listed = from === undefined ? '' : textOfFile('scopes', from === '-' ? undefined : from);
  const { output, notes, isKnown } = scopesCommand(
    withMethods(positionals),
    values['json'] === true,
    page,
    listed,
  );
  for (const note of notes) process.stderr.write(`guide: ${note}\n`);
  if (!isKnown) process.exitCode = 2;
  return output;
}

function formOf(options: {
  readonly csv?: boolean;
  readonly oin?: boolean;
  readonly json?: boolean;
}): 'text' | 'json' | 'csv' | 'oin' {
  if (options.csv === true) return 'csv';
  if (options.oin === true) return 'oin';
  return options.json === true ? 'json' : 'text';
}

/** Whether a file is more than a list; lists are read like arguments, with near matches. */
const isRecording = (file: string): boolean => readFile(file, new Set()).form !== 'list';

/** Arguments in which a method that the shell split off is joined to its path again. */
function withMethods(positionals: readonly string[]): readonly string[] {
  return positionals.flatMap((each, place) => {
    const before = positionals[place - 1] ?? '';
    if (/^[A-Za-z]{3,7}$/.test(each) && positionals[place + 1]?.startsWith('/') === true) return [];
    return each.startsWith('/') && /^[A-Za-z]{3,7}$/.test(before) ? [`${before} ${each}`] : [each];
  });
}

function check(args: readonly string[]): string {
  const { values, positionals } = parsed({
    args: [...args],
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) {
    throw new CommandError('"check" takes one record, for example: check docs/decisions/0007.md');
  }
  const { output, isSameOutcome } = checkCommand(
    textOfFile('check', file === '-' ? undefined : file),
    values['json'] === true,
  );
  if (!isSameOutcome) process.exitCode = 1;
  return output;
}

function explain(args: readonly string[]): string {
  const { values, positionals } = parsed({
    args: [...args],
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  if (others.length > 0) {
    throw new CommandError('"explain" takes one file; put quotes around a name with spaces');
  }
  const { base, origin } = settings();
  const { output, notes, isFound } = explainCommand(
    textOfFile('explain', file === '-' ? undefined : file),
    origin + base,
    values['json'] === true,
  );
  for (const note of notes) process.stderr.write(`guide: ${note}\n`);
  if (!isFound) process.exitCode = 1;
  return output;
}

function leaveToken(args: readonly string[]): string {
  const several = { type: 'string', multiple: true } as const;
  const { values, positionals } = parsed({
    args: [...args],
    options: {
      calls: several,
      owner: several,
      stays: several,
      share: several,
      review: several,
      org: { type: 'string' },
      bearer: { type: 'boolean' },
      ec: { type: 'boolean' },
      json: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const [list, ...others] = positionals;
  if (others.length > 0) {
    throw new CommandError('"leave-token" takes one list; put quotes around a name with spaces');
  }
  const { markdown, plans, notes } = leaveTokenCommand({
    list: textOfFile('leave-token', list === '-' ? undefined : list),
    calls: said(values.calls).map(({ token, value }) => ({
      token,
      value: textOfFile('leave-token', value),
    })),
    owners: said(values.owner),
    stays: said(values.stays),
    shares: said(values.share),
    reviews: said(values.review),
    org: values.org,
    variant: values.bearer === true ? 'bearer' : 'dpop',
    keyType: values.ec === true ? 'EC' : 'RSA',
    today: today(),
  });
  for (const note of notes) process.stderr.write(`guide: ${note}\n`);
  return values.json === true ? `${JSON.stringify({ plans }, null, 2)}\n` : markdown;
}

/** `NAME=VALUE`, or a value alone. */
function said(options: readonly string[] = []): readonly SaidOfToken[] {
  return options.map((option) => {
    const at = option.indexOf('=');
    return at === -1
      ? { value: option }
      : { token: option.slice(0, at), value: option.slice(at + 1) };
  });
}

/** The text of a file, or of standard input. */
function textOfFile(command: string, file: string | undefined): string {
  if (file === undefined) return readFileSync(0, 'utf8');
  try {
    return readFileSync(fromCaller(file), 'utf8');
  } catch (error) {
    throw new CommandError(`"${command}" cannot read the file: ${messageOf(error)}`);
  }
}

function catalogue(args: readonly string[]): string {
  const { values, positionals } = parsed({
    args: [...args],
    options: { diff: { type: 'boolean' }, date: { type: 'string' }, out: { type: 'string' } },
    allowPositionals: true,
  });
  const { diff, date, out } = values;
  return catalogueCommand(positionals.map(fromCaller), {
    diff: diff === true,
    ...(typeof date === 'string' ? { date } : {}),
    ...(typeof out === 'string' ? { out: fromCaller(out) } : {}),
  });
}

/** Whether an argument is a secret, or an option that was made of one. */
function holdsSecret(argument: string): boolean {
  return argument
    .replace(/^-+/, '')
    .split('=')
    .some((part) => certainSecretLike(part) !== undefined);
}

/** npm runs scripts in the project's folder; `INIT_CWD` is the folder that the person is in. */
function fromCaller(file: string): string {
  return path.resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
}

function parsed<Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new CommandError(messageOf(error));
  }
}

function settings() {
  try {
    return siteSettings(process.env);
  } catch (error) {
    throw new CommandError(messageOf(error));
  }
}

/** The day in UTC, or the one of `SOURCE_DATE_EPOCH` for builds that must come out the same. */
function today(): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'] ?? '';
  const date = /^\d{1,11}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
  return date.toISOString().slice(0, 10);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

// A program that reads our output may stop early (`| head`); that is not our error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.stdout.write(main(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  process.stderr.write(`guide: ${error.message.replace(/\s+/g, ' ')}\n`);
  if (error.usage !== undefined) process.stderr.write(`\n${error.usage}`);
  process.exitCode = 2;
}
