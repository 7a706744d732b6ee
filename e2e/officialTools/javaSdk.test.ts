// The programs with Okta's SDK for Java, compiled where its packages are: the variable OKTA_JAVA_SDK_CLASSPATH names
// okta-sdk-api, okta-sdk-impl and what they need. They are in Maven Central only; Debian, npm and NuGet have none.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { formName, formsFor } from '#snippets/form.ts';
import { javaSdk } from '#snippets/officialTools/javaSdk.ts';
import { snippetFor } from '#snippets/snippet.ts';
import { defaultValues } from '#snippets/values.ts';

const classPath = process.env['OKTA_JAVA_SDK_CLASSPATH'];
if (classPath === undefined) {
  process.stdout.write(
    'SKIPPED: compiling with Okta’s SDK for Java: OKTA_JAVA_SDK_CLASSPATH names no copy of it.\n',
  );
}

const forms = (['serviceApp', 'apiToken'] as const)
  .flatMap((method) => formsFor(method))
  .filter((form) => javaSdk.absence(form) === null);

test.skipIf(classPath === undefined).each(forms.map((form) => [formName(form), form] as const))(
  'the program for %s compiles',
  (_, form) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'java-sdk-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(
      path.join(folder, 'OktaGroups.java'),
      snippetFor(javaSdk.id, form, defaultValues).text,
    );
    const { status, stderr } = spawnSync(
      'javac',
      ['-Xlint:all', '-cp', classPath ?? '', 'OktaGroups.java'],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(status, stderr).toBe(0);
  },
);
