import { describe, expect, test } from 'vitest';

import {
  embedPolicy,
  headerForm,
  mermaidFramePolicy,
  metaForm,
  pagePolicy,
  withOwnOrigin,
} from './contentSecurityPolicy.ts';
import { headersFile } from './headersFile.ts';

describe('the policy of the pages', () => {
  test('is the one that was decided on, in its meta form', () => {
    expect(metaForm(pagePolicy)).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'",
    );
  });

  test.each([pagePolicy, mermaidFramePolicy])(
    'its header form is the meta form and what only a header may say',
    (policy) => {
      expect(headerForm(policy).startsWith(`${metaForm(policy)}; frame-ancestors `)).toBe(true);
      expect(metaForm(policy)).not.toMatch(/frame-ancestors|sandbox|report-/);
    },
  );

  test('names the origin of the site beside “self” for frames, and opens nothing else', () => {
    const origin = 'https://docs.example';
    const named = metaForm(withOwnOrigin(embedPolicy, origin));
    expect(named).toBe(
      "default-src 'none'; script-src 'self' https://docs.example; style-src 'self' https://docs.example; img-src 'self' https://docs.example data:; font-src 'self' https://docs.example; connect-src 'self' https://docs.example; frame-src 'self' https://docs.example; manifest-src 'self' https://docs.example; worker-src 'self' https://docs.example; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'",
    );
    expect(named.replaceAll(` ${origin}`, '')).toBe(metaForm(embedPolicy));
    expect(withOwnOrigin(embedPolicy, '')).toBe(embedPolicy);
  });

  test('only the frame of Mermaid allows inline styles, and it may connect to nothing', () => {
    expect(metaForm(pagePolicy)).not.toContain('unsafe');
    expect(metaForm(mermaidFramePolicy)).toContain("style-src 'self' 'unsafe-inline'");
    expect(metaForm(mermaidFramePolicy)).toContain("connect-src 'none'");
  });
});

test('the headers file gives each page one policy, below the base', () => {
  const text = headersFile('/okta-guide/', [
    { path: '', policy: pagePolicy },
    { path: 'mermaid-frame/', policy: mermaidFramePolicy },
  ]);
  expect(text).toContain(`/okta-guide/\n  Content-Security-Policy: ${headerForm(pagePolicy)}`);
  expect(text).toContain(
    `/okta-guide/mermaid-frame/\n  Content-Security-Policy: ${headerForm(mermaidFramePolicy)}`,
  );
  expect(text).toContain('/okta-guide/*\n  X-Content-Type-Options: nosniff');
});

test('a page that isolates itself may load every file, and frame what is made to be framed', () => {
  const text = headersFile('/', [
    { path: '', policy: pagePolicy },
    { path: 'about/', policy: pagePolicy },
    { path: 'embed/', policy: embedPolicy },
    { path: 'embed/oauth-yes/', policy: embedPolicy },
    { path: 'embed/builder/', policy: pagePolicy },
    { path: 'mermaid-frame/', policy: mermaidFramePolicy },
  ]);
  const rules = text.split('\n\n');
  const namesOf = (header: string) =>
    rules.filter((rule) => rule.includes(header)).map((rule) => rule.split('\n', 1)[0]);
  expect(namesOf('Cross-Origin-Resource-Policy: cross-origin')).toEqual(['/*']);
  expect(namesOf('Cross-Origin-Embedder-Policy: require-corp')).toEqual(['/embed/*']);
});

test('a page that nobody may frame says so beside the rule of the folder that all may', () => {
  const text = headersFile('/', [
    { path: 'embed/', policy: embedPolicy },
    { path: 'embed/oauth-yes/', policy: embedPolicy },
    { path: 'embed/builder/', policy: pagePolicy },
  ]);
  expect(text).toContain(`/embed/*\n  Content-Security-Policy: ${headerForm(embedPolicy)}`);
  // Both are enforced, so the stricter one applies; a host that uses only the last one is right too.
  expect(text).toContain(`/embed/builder/\n  Content-Security-Policy: ${headerForm(pagePolicy)}`);
  expect(text).not.toContain('oauth-yes');
});

test('a folder whose pages may do different things has no rule in common', () => {
  const text = headersFile('/', [
    { path: 'a/', policy: pagePolicy },
    { path: 'a/b/', policy: embedPolicy },
    { path: 'a/c/', policy: mermaidFramePolicy },
  ]);
  expect(text).not.toContain('/a/*');
});
