import { operationIndex } from '#catalogue/find.ts';
import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { errorHeading } from '#guide/errors/knownError.ts';
import { toolsNamedIn } from '#guide/tools/toolsNamedIn.ts';
import { errorPath } from '#screens/errors/errorPaths.ts';
import { toolPath } from '#screens/tools/toolPaths.ts';
import { callsIn } from '#search/errors/callsIn.ts';
import { explain, longestErrorText, readPart } from '#search/errors/explain.ts';
import { missingScopeIn } from '#search/errors/missingScope.ts';

import { CommandError } from './commandError.ts';

/** What the command prints, and whether it found anything. */
export interface ExplainOutput {
  readonly output: string;
  /** Lines for stderr. */
  readonly notes: readonly string[];
  readonly isFound: boolean;
}

const index = operationIndex(oktaCatalogue);

/**
 * Explains an error text: its causes with their remedies, the likeliest first, the scopes that the
 * calls in the text accept, and the tools that it comes from. It repeats nothing of the text, and
 * so no secret in it.
 *
 * @param text a text, a header, an exception or a whole transcript
 * @param site the address that the pages' addresses begin with; only the base if the site has no
 * address
 * @throws CommandError when the text is empty
 */
export function explainCommand(text: string, site: string, asJson: boolean): ExplainOutput {
  if (text.trim() === '') {
    throw new CommandError(
      'there is no text to explain; give a file, or pipe the error into the command',
    );
  }
  const { found, near, unknownCodes } = explain(text);
  const notes = [
    ...(text.length > longestErrorText
      ? [`only the last ${longestErrorText} characters were read`]
      : []),
    ...(found.length === 0 ? [notFound(unknownCodes, near.length > 0)] : []),
  ];
  const read = readPart(text);
  const missingScope = missingScopeIn(read);
  const json = {
    found: found.map(({ error, cause }) => ({
      id: error.id,
      fact: cause.fact,
      signal: error.signal,
      cause: cause.cause,
      remedy: cause.remedy,
      status: cause.status,
      page: site + errorPath(error),
      sources: cause.sources.map(({ url }) => url),
    })),
    near: near.map((error) => ({
      id: error.id,
      signal: error.signal,
      text: errorHeading(error),
      page: site + errorPath(error),
    })),
    operations: callsIn(index, read).map(({ reference, method, path, credentials }) => ({
      id: reference,
      call: `${method} ${path}`,
      scopes: credentials.scopeSets,
    })),
    ...(missingScope === undefined ? {} : { missingScope }),
    tools: (near.length > 0 ? [] : toolsNamedIn(read).slice(0, 2)).map((tool) => ({
      id: tool.id,
      name: tool.name,
      page: site + toolPath(tool),
    })),
  };
  return {
    output: asJson ? `${JSON.stringify(json, null, 2)}\n` : textOf(json),
    notes,
    isFound: found.length > 0,
  };
}

function notFound(unknownCodes: readonly string[], hasNear: boolean): string {
  if (hasNear) return 'several errors have this code or status; give the text next to it as well';
  return unknownCodes.length > 0
    ? `the guide does not know ${unknownCodes.join(', ')}; see https://developer.okta.com/docs/reference/error-codes/`
    : 'the guide does not know this error';
}

interface ExplainJson {
  readonly found: readonly {
    readonly id: string;
    readonly signal: string;
    readonly cause: string;
    readonly remedy: string;
    readonly status: string;
    readonly page: string;
  }[];
  readonly near: readonly {
    readonly signal: string;
    readonly text: string;
    readonly page: string;
  }[];
  readonly operations: readonly {
    readonly call: string;
    /** Sets of scopes; any one of them is enough. */
    readonly scopes: readonly (readonly string[])[];
  }[];
  readonly missingScope?: string;
  readonly tools: readonly { readonly name: string; readonly page: string }[];
}

function textOf({ found, near, operations, missingScope, tools }: ExplainJson): string {
  const lines = [
    ...found.flatMap(({ id, signal, cause, remedy, status, page }, place) => [
      ...(found[place - 1]?.id === id
        ? ['  Or:']
        : [...(place === 0 ? [] : ['']), signal, `  ${page}`]),
      `  Cause: ${plain(cause)}${status === 'agreed' ? '' : ` (${status})`}`,
      `  Do this: ${plain(remedy)}`,
    ]),
    ...(near.length === 0 ? [] : ['Similar errors that this text does not tell apart:']),
    ...near.map(({ signal, text, page }) => `  ${signal}: ${text} (${page})`),
    ...(missingScope === undefined
      ? []
      : [`The response names the missing scope: ${missingScope}`]),
    ...(operations.length === 0 ? [] : ['The calls in the text, and the scopes that they accept:']),
    ...operations.map(
      ({ call, scopes }) => `  ${call}: ${scopes.map((set) => set.join(' ')).join(' or ')}`,
    ),
    ...tools.map(({ name, page }) => `This looks like output from ${name}: ${page}`),
  ];
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** A text without the backticks around code. */
const plain = (text: string): string => text.replaceAll('`', '');
