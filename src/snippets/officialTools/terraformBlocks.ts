import { type CodeBlock, indented } from '../codeBlock.ts';
import { terraformString } from '../encoders/terraformString.ts';
import { orgUrlOf } from '../orgUrl.ts';
import type { OktaRequest } from '../request.ts';

/** An argument of a block: its name, and its value as an expression of Terraform's language. */
export type TerraformArgument = readonly [name: string, expression: string];

/** Writes a block with its arguments one below the other, their equals signs aligned as `terraform fmt` does it. */
export function terraformBlock(header: string, entries: readonly TerraformArgument[]): CodeBlock {
  const width = Math.max(...entries.map(([name]) => name.length));
  return [
    `${header} {`,
    ...indented(entries.map(([name, expression]) => `${name.padEnd(width)} = ${expression}`)),
    '}',
  ];
}

/** Names the provider and its version. */
export const terraformRequirement: CodeBlock = [
  'terraform {',
  '  required_providers {',
  '    okta = {',
  '      source  = "okta/okta"',
  '      version = "~> 6.12"',
  '    }',
  '  }',
  '}',
];

/** Names the org to the provider, which takes its address in two parts (fact H12). */
export function providerSettings(request: OktaRequest): readonly TerraformArgument[] {
  const host = orgUrlOf(request).slice('https://'.length);
  const dot = host.indexOf('.');
  return [
    ['org_name', terraformString(dot === -1 ? host : host.slice(0, dot))],
    ['base_url', terraformString(dot === -1 ? '' : host.slice(dot + 1))],
  ];
}
