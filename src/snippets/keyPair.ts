import { bashWord } from './encoders/bashWord.ts';
import { powershellString } from './encoders/powershellString.ts';
import { pythonString } from './encoders/pythonString.ts';
import { algorithmOf, type KeyType } from './form.ts';
import { privateJwkFileName, privateKeyFileName } from './keys/keyFiles.ts';

/** A command that a person runs on their own computer. */
export interface KeyPairStep {
  readonly title: string;
  readonly command: string;
}

/** A shell or a language for the commands that make a key pair. */
export type KeyPairWay = 'bash' | 'powershell' | 'cmd' | 'python';

/** The shells and languages, the simplest first, each with what a person must know about it. */
export const keyPairWays: readonly {
  readonly id: KeyPairWay;
  readonly label: string;
  /** What must be installed, and what our tests have run. */
  readonly note: string;
}[] = [
  { id: 'bash', label: 'bash', note: 'Needs OpenSSL and Node.js. Our tests run it.' },
  {
    id: 'powershell',
    label: 'PowerShell',
    note: 'Needs only PowerShell 7.4 or newer. Our tests run it on Linux; the icacls line for Windows is taken from its documentation.',
  },
  {
    id: 'cmd',
    label: 'Windows cmd',
    note: 'Needs Node.js. Our tests run the same command lines in bash, not in cmd itself.',
  },
  {
    id: 'python',
    label: 'Python',
    note: 'Needs the package cryptography, in any shell. Our tests run it.',
  },
];

/** The commands that suit a language: for its own shell, or with its own tools. */
export function keyPairWayOf(languageId: string): KeyPairWay {
  const ways: Readonly<Record<string, KeyPairWay>> = {
    powershell: 'powershell',
    'powershell-module': 'powershell',
    csharp: 'powershell',
    'dotnet-sdk': 'powershell',
    python: 'python',
    'python-sdk': 'python',
  };
  return ways[languageId] ?? 'bash';
}

/**
 * Returns the commands that make the key pair of a service app: the private key as PKCS#8 PEM (RSA
 * of 2048 bits, or EC on P-256), its public half as the JWK to paste into Okta, the variable that
 * the snippets read, and the private key as a JWK for Okta's SDK for .NET. They send nothing
 * anywhere.
 *
 * @param keyId the `kid` to register the public key under
 */
export function keyPairSteps(
  way: KeyPairWay,
  keyType: KeyType,
  keyId: string,
): readonly KeyPairStep[] {
  return { bash: bashSteps, powershell: powershellSteps, cmd: cmdSteps, python: pythonSteps }[way](
    keyType,
    keyId,
  );
}

const titles = {
  make: 'Make the private key, in a file that only you can read.',
  print: 'Print the public key as a JWK, to paste into the app in the Admin Console.',
  makeAndPrint:
    'Make the private key, in a file that only you can read, and print the public key as a JWK. Paste that into the app in the Admin Console.',
  variable: 'Tell the programs where the private key is.',
  jwk: 'Only for Okta’s SDK for .NET: write the private key as a JWK, the only format that it reads.',
} as const;

function bashSteps(keyType: KeyType, keyId: string): readonly KeyPairStep[] {
  const options =
    keyType === 'RSA'
      ? '-algorithm RSA -pkeyopt rsa_keygen_bits:2048'
      : '-algorithm EC -pkeyopt ec_paramgen_curve:P-256';
  return [
    {
      title: titles.make,
      command: `(umask 077 && openssl genpkey ${options} -out ${privateKeyFileName})\n`,
    },
    {
      title: titles.print,
      command: [
        "node -e '",
        '  const { createPublicKey } = require("node:crypto");',
        '  const { readFileSync } = require("node:fs");',
        '  const [file, kid] = process.argv.slice(1);',
        '  const publicKey = createPublicKey(readFileSync(file)).export({ format: "jwk" });',
        `  console.log(JSON.stringify({ ...publicKey, kid, use: "sig", alg: "${algorithmOf(keyType)}" }, null, 2));`,
        `' -- ${privateKeyFileName} ${bashWord(keyId)}\n`,
      ].join('\n'),
    },
    {
      title: titles.variable,
      command: `export OKTA_PRIVATE_KEY_FILE="$PWD/${privateKeyFileName}"\n`,
    },
    {
      title: titles.jwk,
      command: [
        "(umask 077 && node -e '",
        '  const { createPrivateKey } = require("node:crypto");',
        '  const { readFileSync } = require("node:fs");',
        '  const privateKey = createPrivateKey(readFileSync(process.argv[1]));',
        '  console.log(JSON.stringify(privateKey.export({ format: "jwk" })));',
        `' -- ${privateKeyFileName} >${privateJwkFileName})`,
        `export OKTA_PRIVATE_JWK_FILE="$PWD/${privateJwkFileName}"\n`,
      ].join('\n'),
    },
  ];
}

/** Takes the right to read a file from everybody else. */
function protect(file: string): string {
  return `if ($IsWindows) { icacls ${file} /inheritance:r /grant:r "\${env:USERNAME}:F" } else { chmod 600 ${file} }`;
}

function powershellSteps(keyType: KeyType, keyId: string): readonly KeyPairStep[] {
  const isRsa = keyType === 'RSA';
  const members = isRsa
    ? ["kty = 'RSA'", 'n = ConvertTo-Base64Url $k.Modulus', 'e = ConvertTo-Base64Url $k.Exponent']
    : [
        "kty = 'EC'",
        "crv = 'P-256'",
        'x = ConvertTo-Base64Url $k.Q.X',
        'y = ConvertTo-Base64Url $k.Q.Y',
      ];
  const privateMembers = isRsa
    ? ['d = $k.D', 'p = $k.P', 'q = $k.Q', 'dp = $k.DP', 'dq = $k.DQ', 'qi = $k.InverseQ']
    : ['d = $k.D'];
  return [
    {
      title: titles.make,
      command: [
        isRsa
          ? '$key = [System.Security.Cryptography.RSA]::Create(2048)'
          : "$key = [System.Security.Cryptography.ECDsa]::Create([System.Security.Cryptography.ECCurve]::CreateFromFriendlyName('nistP256'))",
        `Set-Content ${privateKeyFileName} $key.ExportPkcs8PrivateKeyPem()`,
        protect(privateKeyFileName),
        '',
      ].join('\n'),
    },
    {
      title: titles.print,
      command: [
        'function ConvertTo-Base64Url([byte[]] $Bytes) {',
        "    [Convert]::ToBase64String($Bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_')",
        '}',
        '$k = $key.ExportParameters($false)',
        '[ordered]@{',
        ...[
          ...members,
          `kid = ${powershellString(keyId)}`,
          "use = 'sig'",
          `alg = '${algorithmOf(keyType)}'`,
        ].map((member) => `    ${member}`),
        '} | ConvertTo-Json',
        '',
      ].join('\n'),
    },
    {
      title: titles.variable,
      command: `$env:OKTA_PRIVATE_KEY_FILE = "$PWD/${privateKeyFileName}"\n`,
    },
    {
      title: titles.jwk,
      command: [
        '$k = $key.ExportParameters($true)',
        '[ordered]@{',
        ...members
          .concat(privateMembers.map((member) => member.replace('= $', '= ConvertTo-Base64Url $')))
          .map((member) => `    ${member}`),
        `} | ConvertTo-Json | Set-Content ${privateJwkFileName}`,
        protect(privateJwkFileName),
        `$env:OKTA_PRIVATE_JWK_FILE = "$PWD/${privateJwkFileName}"`,
        '',
      ].join('\n'),
    },
  ];
}

/** The same as `protect`, in cmd. */
function protectInCmd(file: string): string {
  return `icacls ${file} /inheritance:r /grant:r "%USERNAME%:F"`;
}

/** Between double quotes, with nothing that cmd reads there: neither a double quote nor a percent sign. */
function cmdSteps(keyType: KeyType, keyId: string): readonly KeyPairStep[] {
  const make =
    keyType === 'RSA'
      ? "crypto.generateKeyPairSync('rsa', { modulusLength: 2048 })"
      : "crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' })";
  // Every character but the plainest as an escape of JavaScript.
  const kid = keyId.replaceAll(
    /[^\w-]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [
    {
      title: titles.makeAndPrint,
      command: `node -e "const pair = ${make}; fs.writeFileSync('${privateKeyFileName}', pair.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 }); console.log(JSON.stringify({ ...pair.publicKey.export({ format: 'jwk' }), kid: '${kid}', use: 'sig', alg: '${algorithmOf(keyType)}' }, null, 2));"\n`,
    },
    {
      title: 'Stop others from reading the file, and tell the programs where it is.',
      command: [
        protectInCmd(privateKeyFileName),
        `set OKTA_PRIVATE_KEY_FILE=%CD%\\${privateKeyFileName}`,
        '',
      ].join('\n'),
    },
    {
      title: titles.jwk,
      command: [
        `node -e "fs.writeFileSync('${privateJwkFileName}', JSON.stringify(crypto.createPrivateKey(fs.readFileSync('${privateKeyFileName}')).export({ format: 'jwk' })), { mode: 0o600 });"`,
        protectInCmd(privateJwkFileName),
        `set OKTA_PRIVATE_JWK_FILE=%CD%\\${privateJwkFileName}`,
        '',
      ].join('\n'),
    },
  ];
}

function pythonSteps(keyType: KeyType, keyId: string): readonly KeyPairStep[] {
  const isRsa = keyType === 'RSA';
  return [
    {
      title: 'Save this as make_key.py.',
      command: [
        'import json',
        'import os',
        'from base64 import urlsafe_b64encode',
        '',
        'from cryptography.hazmat.primitives import serialization',
        `from cryptography.hazmat.primitives.asymmetric import ${isRsa ? 'rsa' : 'ec'}`,
        '',
        '',
        'def number(value, size=None):',
        '    size = size or (value.bit_length() + 7) // 8',
        '    return urlsafe_b64encode(value.to_bytes(size, "big")).decode().rstrip("=")',
        '',
        '',
        'def write_secret(name, text):',
        '    with open(os.open(name, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as file:',
        '        file.write(text)',
        '',
        '',
        ...(isRsa
          ? [
              'key = rsa.generate_private_key(public_exponent=65537, key_size=2048)',
              'private = key.private_numbers()',
              'public = private.public_numbers',
              'jwk = {"kty": "RSA", "n": number(public.n), "e": number(public.e)}',
              'secret = {',
              '    "d": number(private.d),',
              '    "p": number(private.p),',
              '    "q": number(private.q),',
              '    "dp": number(private.dmp1),',
              '    "dq": number(private.dmq1),',
              '    "qi": number(private.iqmp),',
              '}',
            ]
          : [
              'key = ec.generate_private_key(ec.SECP256R1())',
              'private = key.private_numbers()',
              'public = private.public_numbers',
              'jwk = {"kty": "EC", "crv": "P-256", "x": number(public.x, 32), "y": number(public.y, 32)}',
              'secret = {"d": number(private.private_value, 32)}',
            ]),
        'pem = key.private_bytes(',
        '    serialization.Encoding.PEM,',
        '    serialization.PrivateFormat.PKCS8,',
        '    serialization.NoEncryption(),',
        ')',
        `write_secret("${privateKeyFileName}", pem.decode())`,
        '# Only for Okta’s SDK for .NET, which reads nothing else:',
        `write_secret("${privateJwkFileName}", json.dumps({**jwk, **secret}))`,
        `kid = ${pythonString(keyId)}`,
        `print(json.dumps({**jwk, "kid": kid, "use": "sig", "alg": "${algorithmOf(keyType)}"}, indent=2))`,
        '',
      ].join('\n'),
    },
    {
      title:
        'Run it. It writes the private key into a file that only you can read, and prints the public key as a JWK. Paste that into the app in the Admin Console.',
      command: 'python3 make_key.py\n',
    },
    {
      title: titles.variable,
      command: `export OKTA_PRIVATE_KEY_FILE="$PWD/${privateKeyFileName}"\n`,
    },
    {
      title: 'Only for Okta’s SDK for .NET: tell the programs where the JWK is.',
      command: `export OKTA_PRIVATE_JWK_FILE="$PWD/${privateJwkFileName}"\n`,
    },
  ];
}
