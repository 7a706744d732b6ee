import { describe, expect, test } from 'vitest';

import { outcomeIds } from '#guide/nodeIds.ts';

import { defaultValues } from '../values.ts';
import { exchangeFilesFor } from './exchangeFiles.ts';

describe.each(outcomeIds)('exchangeFilesFor %s', (method) => {
  const files = exchangeFilesFor(method, defaultValues);

  test('gives two files for Postman, one for Bruno and the environment variables', () => {
    const name = {
      serviceApp: 'service-app',
      apiServiceIntegration: 'api-service-integration',
      apiToken: 'api-token',
    }[method];
    expect(files.map(({ fileName }) => fileName)).toEqual([
      `okta-${name}.postman_collection.json`,
      `okta-${name}.postman_environment.json`,
      `okta-${name}.bruno_collection.json`,
      '.env.example',
    ]);
  });

  test('says of each what it is, in whole sentences', () => {
    for (const { label, description } of files) {
      expect(label).toMatch(/^[A-Z]/);
      expect(description).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('ends each with one line end, without trailing spaces', () => {
    for (const { text } of files) {
      expect(text).toMatch(/\S\n$/);
      expect(text).not.toMatch(/[ \t]\n/);
    }
  });
});
