import { describe, expect, test } from 'vitest';

import { importSpecification } from './importOperations.ts';
import { readOpenApiFile, SpecificationError } from './openApiFile.ts';

const specification = `openapi: 3.0.3
info:
  title: Okta Admin Management API
  version: 2030.01.0
components:
  securitySchemes:
    apiToken: { type: apiKey, in: header, name: Authorization }
    oauth2:
      type: oauth2
      flows: {}
    Client_authentication_private_key_jwt: { type: http, scheme: postBody }
  parameters:
    GroupId: { name: groupId, in: path, required: true, schema: { type: string } }
  schemas:
    Named:
      type: object
      required: [name]
      properties:
        id: { type: string, readOnly: true }
        name: { type: string }
        kind: { type: string, enum: [BIG, SMALL] }
    Group:
      allOf:
        - $ref: '#/components/schemas/Named'
        - type: object
          required: [kind, size, tags, owner]
          properties:
            size: { type: integer }
            tags: { type: array, items: { type: string } }
            owner: { $ref: '#/components/schemas/Owner' }
    Owner:
      type: object
      properties:
        active: { type: boolean }
        _links: { type: object }
paths:
  /api/v1/groups/{groupId}:
    x-okta-lifecycle: { lifecycle: EA }
    parameters:
      - $ref: '#/components/parameters/GroupId'
      - { name: expand, in: query, schema: { type: string } }
    get:
      operationId: getGroup
      tags: [Group, Other]
      deprecated: true
      x-okta-iam-admin-roles: [SUPER_ADMIN]
      x-okta-iam-permissions: [okta.groups.read]
      x-okta-no-scope-required: true
      servers: [{ url: 'https://elsewhere.example.com' }]
      parameters:
        - { name: expand, in: query, required: true, schema: { type: array, items: { type: string, enum: [a, b] } } }
        - { name: trace, in: header, schema: { type: string } }
        - { name: ids, in: query, style: form, explode: false, schema: { type: array, items: { type: integer } } }
      security:
        - apiToken: []
        - oauth2: [okta.groups.read, okta.apps.read]
        - oauth2: [okta.groups.manage]
    put:
      operationId: replaceGroup
      tags: [Group]
      x-okta-lifecycle: { lifecycle: BETA }
      requestBody:
        required: true
        content:
          application/json: { schema: { $ref: '#/components/schemas/Group' } }
      security: [{ Client_authentication_private_key_jwt: [] }]
  /open:
    get: { operationId: open, tags: [Other], security: [] }
    post: { operationId: alsoOpen, tags: [Other] }
`;

const imported = (text: string) => importSpecification(readOpenApiFile('spec.yaml', text));

describe('importing an OpenAPI file', () => {
  const [getGroup, replaceGroup, open, alsoOpen] = imported(specification).operations;

  test('takes id, method, path, first tag, lifecycle of the path, and the flags', () => {
    expect(getGroup).toMatchObject({
      api: 'management',
      id: 'getGroup',
      method: 'GET',
      path: '/api/v1/groups/{groupId}',
      tag: 'Group',
      lifecycle: 'EA',
      deprecated: true,
      adminRoles: ['SUPER_ADMIN'],
      permissions: ['okta.groups.read'],
      noScopeRequired: true,
      server: 'https://elsewhere.example.com',
    });
  });

  test('keeps every alternative of the credentials, and all scopes of each', () => {
    expect(getGroup?.credentials).toEqual({
      apiToken: true,
      scopeSets: [['okta.groups.read', 'okta.apps.read'], ['okta.groups.manage']],
      clientAuthentication: [],
    });
    expect(replaceGroup?.credentials.clientAuthentication).toEqual(['private_key_jwt']);
  });

  test('takes an operation without security, or with an empty one, for public', () => {
    for (const operation of [open, alsoOpen]) {
      expect(operation?.credentials).toEqual({
        apiToken: false,
        scopeSets: [],
        clientAuthentication: [],
      });
    }
  });

  test('lets a parameter of the operation replace the one of its path, and leaves headers out', () => {
    expect(getGroup?.parameters).toEqual([
      { name: 'groupId', in: 'path', required: true, type: 'string', list: false, values: [] },
      {
        name: 'expand',
        in: 'query',
        required: true,
        type: 'string',
        list: true,
        values: ['a', 'b'],
      },
      {
        name: 'ids',
        in: 'query',
        required: false,
        type: 'integer',
        list: true,
        separator: ',',
        values: [],
      },
    ]);
  });

  test('prefers the lifecycle of the operation to that of its path', () => {
    expect(replaceGroup?.lifecycle).toBe('BETA');
  });

  test('starts a body with what must be sent, through allOf, without what only Okta writes', () => {
    expect(replaceGroup?.body).toEqual({
      required: true,
      secretMembers: [],
      mediaTypes: ['application/json'],
      skeleton: { name: '', kind: 'BIG', size: 0, tags: [''], owner: { active: false } },
    });
  });
});

describe('a file that the importer cannot take', () => {
  const damaged: readonly (readonly [
    what: string,
    from: string | RegExp,
    to: string,
    error: RegExp,
  ])[] = [
    ['no YAML', 'info:', 'info: [', /^spec\.yaml:\d+:\d+: /],
    [
      'a key twice',
      '  version: 2030.01.0',
      '  title: again\n  version: 1',
      /^spec\.yaml:4:3: Map keys must be unique/,
    ],
    ['no OpenAPI file', 'openapi: 3.0.3', 'swagger: "2.0"', /openapi: 3/],
    [
      'another API',
      'Okta Admin Management API',
      'Petstore',
      /^spec\.yaml:3:10: info > title: .*not one of the four APIs/,
    ],
    ['no version', '  version: 2030.01.0\n', '', /info > version: is missing/],
    ['no paths', /paths:[^]*/, '', /paths: is missing/],
    ['no operation', /paths:[^]*/, 'paths: {}', /paths: the file has no operation/],
    [
      'an unknown method',
      '    put:',
      '    putt:',
      /paths > \/api\/v1\/groups\/\{groupId\} > putt: neither an HTTP method/,
    ],
    [
      'an id twice',
      'operationId: alsoOpen',
      'operationId: open',
      /post > operationId: the operation id open is also at paths > \/open > get/,
    ],
    [
      'an id that is no text',
      'operationId: getGroup',
      'operationId: 7',
      /^spec\.yaml:\d+:\d+: .*operationId: expected a text/,
    ],
    ['no id', '      operationId: getGroup\n', '', /get > operationId: is missing/],
    ['no tag', 'tags: [Group, Other]', 'tags: []', /the operation has no tag/],
    [
      'an undefined scheme',
      '- apiToken: []',
      '- sessionCookie: []',
      /security > 0 > sessionCookie: .*not defined/,
    ],
    [
      'two schemes at once',
      '- apiToken: []',
      '- { apiToken: [], oauth2: [okta.groups.read] }',
      /exactly one security scheme/,
    ],
    [
      'a scheme of an unknown kind',
      'type: apiKey, in: header, name: Authorization',
      'type: openIdConnect',
      /no word for this kind of security scheme/,
    ],
    ['security that is no list', 'security: []', 'security: none', /security: expected a list/],
    ['an unknown lifecycle', 'lifecycle: BETA', 'lifecycle: SOON', /lifecycle: expected one of GA/],
    [
      'a parameter of the path that is not described',
      'name: groupId',
      'name: group',
      /path parameter groupId is not described/,
    ],
    [
      'a $ref to nothing',
      "'#/components/parameters/GroupId'",
      "'#/components/parameters/Nobody'",
      /points to nothing/,
    ],
    [
      'a $ref to another file',
      "'#/components/parameters/GroupId'",
      'other.yaml',
      /must point into the same file/,
    ],
    [
      'a $ref to itself',
      '    Owner:\n      type: object',
      "    Owner:\n      $ref: '#/components/schemas/Owner'\n      type: object",
      /leads back to itself/,
    ],
    ['a path with a space', '/open:', '/op en:', /a path starts with \//],
    ['a path with half a placeholder', '/open:', '/open/{id:', /brace that is no/],
    [
      'a flag that is a text',
      'deprecated: true',
      'deprecated: "yes"',
      /deprecated: expected true or false/,
    ],
    [
      'an unknown type of parameter',
      'in: query, schema: { type: string } }',
      'in: query, schema: { type: file } }',
      /no word for this type of parameter/,
    ],
  ];

  test.each(damaged)('is refused with its place and the reason: %s', (_what, from, to, error) => {
    const text = specification.replace(from, to);
    expect(text).not.toBe(specification);
    expect(() => imported(text)).toThrow(SpecificationError);
    expect(() => imported(text)).toThrow(error);
  });

  test('is refused when it is empty, or no mapping', () => {
    for (const text of ['', '- a', '7']) expect(() => imported(text)).toThrow(SpecificationError);
  });

  test('is refused when its aliases would grow without end', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'
        .split('')
        .map(
          (name, index) =>
            `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`,
        ),
    ].join('\n');
    expect(() => imported(bomb)).toThrow(SpecificationError);
  });
});

test('a schema that holds itself gives a body that ends', () => {
  const text = specification.replace(
    'active: { type: boolean }',
    "parent: { $ref: '#/components/schemas/Owner' }",
  );
  const body = imported(text).operations[1]?.body;
  expect(JSON.stringify(body?.skeleton).length).toBeLessThan(300);
});

/** The members of a body with this schema that hold a secret. */
function secretsOf(schema: string): readonly string[] | undefined {
  const text = specification.replace(
    "$ref: '#/components/schemas/Group'",
    schema.replaceAll(/\s+/g, ' '),
  );
  expect(text).not.toBe(specification);
  return imported(text).operations[1]?.body?.secretMembers;
}

describe('members that hold a secret', () => {
  test('are those that the file marks and those whose name says so, wherever they are', () => {
    expect(
      secretsOf(
        `type: object, properties: {
          blob: { type: string, writeOnly: true }, hidden: { type: string, format: password },
          client_secret: { type: string },
          list: { type: array, items: { oneOf: [{ properties: { apiKey: { type: string } } }] } },
          map: { type: object, additionalProperties: { properties: { passCode: { type: integer } } } },
          password: { type: object, properties: { value: { type: string }, hash: { type: object, properties: { value: { type: string }, salt: { type: string } } } } },
          key: { type: object, writeOnly: true } }`,
      ),
    ).toEqual([
      '/blob',
      '/hidden',
      '/client_secret',
      '/list/*/apiKey',
      '/map/*/passCode',
      '/password/value',
      '/password/hash/value',
      '/key',
    ]);
  });

  test('are none that only a response has, that are closed lists or flags, or that were reviewed', () => {
    expect(
      secretsOf(
        `type: object, properties: {
          client_secret: { type: string, readOnly: true }, password: { type: string, enum: [OKTA, RANDOM] },
          showPassword: { type: boolean }, tokenEndpoint: { type: string },
          profile: { type: object, properties: { ttl: { type: string, writeOnly: true } } } }`,
      ),
    ).toEqual([]);
  });

  test('are found in a schema that holds itself, once', () => {
    const text = specification.replace(
      'active: { type: boolean }',
      "secret: { type: string }\n        parent: { $ref: '#/components/schemas/Owner' }",
    );
    expect(imported(text).operations[1]?.body?.secretMembers).toEqual(['/owner/secret']);
  });
});
