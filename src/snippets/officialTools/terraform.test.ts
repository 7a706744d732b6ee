import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { oktaCatalogue } from '#catalogue/oktaCatalogue.ts';
import { findByReference } from '#catalogue/references.ts';

import { hostileFragments } from '../hostileText.ts';
import { type Form, formName, formsFor } from '../form.ts';
import { oktaRequest } from '../request.ts';
import { defaultValues } from '../values.ts';
import { terraform } from './terraform.ts';
import { scopesOfSetUp, terraformModule } from './terraformModule.ts';

const texts = [terraform, terraformModule].flatMap((language) =>
  (['serviceApp', 'apiServiceIntegration', 'apiToken'] as const)
    .flatMap((method) => formsFor(method))
    .filter((form) => language.absence(form) === null)
    .map((form) => ({ name: `${language.id}, ${formName(form)}`, language, form })),
);

/** What `terraform fmt` would change or cannot read; nothing where a file is as it writes it. */
function complaintsOf(text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'terraform-'));
  try {
    writeFileSync(path.join(folder, 'main.tf'), text);
    const settings = path.join(folder, 'terraform.rc');
    writeFileSync(settings, 'disable_checkpoint = true\n');
    const { stdout, stderr } = spawnSync('terraform', ['fmt', '-check', '-diff', '-no-color'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, TF_CLI_CONFIG_FILE: settings },
    });
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isThere = spawnSync('terraform', ['version']).status === 0;

// Terraform is no package of the project: where the machine has none, this is skipped by name.
describe.skipIf(!isThere)('Terraform itself', () => {
  test.each(texts)('reads $name, and has nothing to format in it', ({ language, form }) => {
    expect(complaintsOf(language.render(form, oktaRequest(defaultValues)))).toBe('');
  });

  test('reads both files whatever is in a value', () => {
    const hostile = hostileFragments.join(' ').replaceAll(/\p{Cs}/gu, '');
    const values = { ...defaultValues, clientId: hostile, keyId: hostile };
    for (const { language, form } of texts) {
      expect(complaintsOf(language.render(form, oktaRequest(values)))).toBe('');
    }
  });

  test('complains of what it cannot read', () => {
    expect(complaintsOf('provider "okta" {')).toContain('Unclosed configuration block');
  });
});

const textOf = (form: Form): string =>
  terraformModule.render(
    form,
    oktaRequest({ ...defaultValues, scopes: ['okta.users.read', 'okta.groups.manage'] }),
  );
const formOf = (keyType: Form['keyType'], variant: Form['variant']): Form => ({
  method: 'serviceApp',
  variant,
  keyType,
  request: 'single',
});

/** The members of the public key that a module reads. */
const membersIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/local\.public_key\.(\w+)/g), ([, member = '']) => member);

describe('the module of the set-up', () => {
  test('names the scopes of the operations behind its resources, and the one for policies', () => {
    const scopes = ['createApplication', 'grantConsentToScope', 'assignRoleToClient'].flatMap(
      (reference) => findByReference(oktaCatalogue, reference)?.credentials.scopeSets[0] ?? [],
    );
    expect(scopesOfSetUp).toEqual([...scopes, 'okta.policies.read']);
  });

  test('grants exactly the scopes that the request asks for, from the org that it calls', () => {
    const [, grants = ''] = textOf(formOf('RSA', 'bearer')).split('"okta_app_oauth_api_scope"');
    expect(grants).toContain('scopes = ["okta.users.read", "okta.groups.manage"]');
    expect(grants).toContain(`issuer = "https://${defaultValues.orgDomain}"`);
  });

  test('takes of a public key the members that its kind has, and nothing private', () => {
    expect(membersIn(textOf(formOf('RSA', 'bearer')))).toEqual(['kty', 'kid', 'e', 'n']);
    expect(membersIn(textOf(formOf('EC', 'bearer')))).toEqual(['kty', 'kid', 'x', 'y']);
  });

  test('requires DPoP only where it was chosen', () => {
    expect(textOf(formOf('RSA', 'dpop'))).toContain('dpop_bound_access_tokens = true');
    expect(textOf(formOf('RSA', 'bearer'))).not.toContain('dpop');
  });
});
