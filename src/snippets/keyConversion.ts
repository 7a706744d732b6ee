import type { KeyPairStep, KeyPairWay } from './keyPair.ts';
import { privateJwkFileName, privateKeyFileName } from './keys/keyFiles.ts';

/** What a command makes from a person's existing key. */
export type KeyConversion = 'toPkcs8' | 'decrypt' | 'fromJwk' | 'toJwk' | 'cleanText';

const titles: Readonly<Record<KeyConversion, string>> = {
  toPkcs8: 'From PKCS#1 (`RSA PRIVATE KEY`) or SEC 1 (`EC PRIVATE KEY`) to PKCS#8 (`PRIVATE KEY`).',
  decrypt: 'From an encrypted PKCS#8 file (`ENCRYPTED PRIVATE KEY`). Asks for the passphrase.',
  fromJwk: 'From a JWK to PEM.',
  toJwk: 'From PEM to a JWK.',
  cleanText: 'Remove a byte order mark and Windows line endings from a PEM file.',
};

/** What has to be installed for the commands, and what our tests have run. */
export const conversionNotes: Readonly<Record<KeyPairWay, string>> = {
  bash: 'Needs OpenSSL and Node.js. Our tests run all these commands.',
  powershell:
    'Needs PowerShell 7.4 or newer. Our tests run the commands on Linux, except for the passphrase prompt. The icacls line for Windows is taken from its documentation.',
  cmd: 'Needs OpenSSL and Node.js. Our tests run the same command lines in bash, not in cmd itself. The file gets the permissions of its folder.',
  python:
    'Needs the package cryptography. Save each program as a file, and run it with python3. Our tests run all of them.',
};

/**
 * Returns the commands that convert a private key into the form that the programs read. They read
 * `old.pem` or `old.jwk` in the current folder and send nothing anywhere.
 */
export function keyConversions(
  way: KeyPairWay,
): readonly (KeyPairStep & { readonly conversion: KeyConversion })[] {
  const commands = { bash, powershell, cmd, python }[way];
  return (Object.keys(titles) as KeyConversion[]).map((conversion) => ({
    conversion,
    title: titles[conversion],
    command: `${commands[conversion]}\n`,
  }));
}

type Commands = Readonly<Record<KeyConversion, string>>;

const openssl = `openssl pkcs8 -topk8 -nocrypt -in old.pem -out ${privateKeyFileName}`;

function alone(command: string): string {
  return `(umask 077 && ${command})`;
}

const bash: Commands = {
  toPkcs8: alone(openssl),
  decrypt: alone(openssl),
  fromJwk: alone(
    `node -p 'crypto.createPrivateKey({ key: JSON.parse(fs.readFileSync("old.jwk")), format: "jwk" }).export({ type: "pkcs8", format: "pem" })' > ${privateKeyFileName}`,
  ),
  toJwk: alone(
    `node -p 'JSON.stringify(crypto.createPrivateKey(fs.readFileSync("old.pem")).export({ format: "jwk" }))' > ${privateJwkFileName}`,
  ),
  cleanText: alone(String.raw`sed $'1s/^\xEF\xBB\xBF//; s/\r$//' old.pem > ${privateKeyFileName}`),
};

/** Between double quotes, with nothing that cmd reads there: neither a double quote nor a percent sign. */
function nodeForCmd(file: string, text: string): string {
  return `node -e "fs.writeFileSync('${file}', ${text}, { mode: 0o600 });"`;
}

const cmd: Commands = {
  toPkcs8: openssl,
  decrypt: openssl,
  fromJwk: nodeForCmd(
    privateKeyFileName,
    "crypto.createPrivateKey({ key: JSON.parse(fs.readFileSync('old.jwk')), format: 'jwk' }).export({ type: 'pkcs8', format: 'pem' })",
  ),
  toJwk: nodeForCmd(
    privateJwkFileName,
    "JSON.stringify(crypto.createPrivateKey(fs.readFileSync('old.pem')).export({ format: 'jwk' }))",
  ),
  cleanText: nodeForCmd(
    privateKeyFileName,
    String.raw`fs.readFileSync('old.pem', 'utf8').replace('\ufeff', '').replaceAll('\r\n', '\n')`,
  ),
};

function powershellScript(file: string, lines: readonly string[]): string {
  return [
    ...lines,
    `if ($IsWindows) { icacls ${file} /inheritance:r /grant:r "\${env:USERNAME}:F" } else { chmod 600 ${file} }`,
  ].join('\n');
}

const savePem = `Set-Content ${privateKeyFileName} $key.ExportPkcs8PrivateKeyPem()`;

/** Reads it as an RSA key, or else as an EC key. */
function powershellKey(read: string): readonly string[] {
  return [
    '$pem = Get-Content -Raw old.pem',
    `try { $key = [System.Security.Cryptography.RSA]::Create(); ${read} }`,
    `catch { $key = [System.Security.Cryptography.ECDsa]::Create(); ${read} }`,
  ];
}

const powershell: Commands = {
  toPkcs8: powershellScript(privateKeyFileName, [
    ...powershellKey('$key.ImportFromPem($pem)'),
    savePem,
  ]),
  decrypt: powershellScript(privateKeyFileName, [
    "$passphrase = Read-Host -MaskInput 'Passphrase'",
    ...powershellKey('$key.ImportFromEncryptedPem($pem, $passphrase)'),
    savePem,
  ]),
  fromJwk: powershellScript(privateKeyFileName, [
    'function ConvertFrom-Base64Url([string] $Text) {',
    "    $padding = '=' * ((4 - $Text.Length % 4) % 4)",
    "    , [Convert]::FromBase64String($Text.Replace('-', '+').Replace('_', '/') + $padding)",
    '}',
    '$jwk = Get-Content -Raw old.jwk | ConvertFrom-Json',
    "if ($jwk.kty -eq 'RSA') {",
    '    $k = [System.Security.Cryptography.RSAParameters]@{',
    ...[
      ['Modulus', 'n'],
      ['Exponent', 'e'],
      ['D', 'd'],
      ['P', 'p'],
      ['Q', 'q'],
      ['DP', 'dp'],
      ['DQ', 'dq'],
      ['InverseQ', 'qi'],
    ].map(([name, member]) => `        ${name} = ConvertFrom-Base64Url $jwk.${member}`),
    '    }',
    '    $key = [System.Security.Cryptography.RSA]::Create($k)',
    '} else {',
    '    $k = [System.Security.Cryptography.ECParameters]@{',
    "        Curve = [System.Security.Cryptography.ECCurve]::CreateFromFriendlyName($jwk.crv.Replace('P-', 'nistP'))",
    '        D = ConvertFrom-Base64Url $jwk.d',
    '        Q = [System.Security.Cryptography.ECPoint]@{',
    '            X = ConvertFrom-Base64Url $jwk.x',
    '            Y = ConvertFrom-Base64Url $jwk.y',
    '        }',
    '    }',
    '    $key = [System.Security.Cryptography.ECDsa]::Create($k)',
    '}',
    savePem,
  ]),
  toJwk: powershellScript(privateJwkFileName, [
    'function ConvertTo-Base64Url([byte[]] $Bytes) {',
    "    [Convert]::ToBase64String($Bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_')",
    '}',
    ...powershellKey('$key.ImportFromPem($pem)'),
    '$k = $key.ExportParameters($true)',
    '# The numbers of an RSA key have no zeros in front (RFC 7518, section 6.3); .NET fills them up.',
    'function Get-Number([byte[]] $Bytes) {',
    '    $first = 0',
    '    while ($first -lt $Bytes.Length - 1 -and $Bytes[$first] -eq 0) { $first++ }',
    '    , [byte[]] $Bytes[$first..($Bytes.Length - 1)]',
    '}',
    '$jwk = if ($key -is [System.Security.Cryptography.RSA]) {',
    "    [ordered]@{ kty = 'RSA'; n = Get-Number $k.Modulus; e = Get-Number $k.Exponent; d = Get-Number $k.D; p = Get-Number $k.P; q = Get-Number $k.Q; dp = Get-Number $k.DP; dq = Get-Number $k.DQ; qi = Get-Number $k.InverseQ }",
    '} else {',
    '    [ordered]@{ kty = \'EC\'; crv = "P-$($key.KeySize)"; x = $k.Q.X; y = $k.Q.Y; d = $k.D }',
    '}',
    'foreach ($name in @($jwk.Keys)) {',
    '    if ($jwk[$name] -is [byte[]]) { $jwk[$name] = ConvertTo-Base64Url $jwk[$name] }',
    '}',
    `$jwk | ConvertTo-Json | Set-Content ${privateJwkFileName}`,
  ]),
  cleanText: powershellScript(privateKeyFileName, [
    `(Get-Content -Raw old.pem).TrimStart([char] 0xFEFF).Replace("\`r\`n", "\`n") | Set-Content -NoNewline ${privateKeyFileName}`,
  ]),
};

const pythonStart: readonly string[] = [
  'import json',
  'import os',
  'from base64 import urlsafe_b64decode, urlsafe_b64encode',
  'from getpass import getpass',
  'from pathlib import Path',
  '',
  'from cryptography.hazmat.primitives import serialization',
  'from cryptography.hazmat.primitives.asymmetric import ec, rsa',
  '',
  '',
  'def write_secret(name, text):',
  '    with open(os.open(name, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as file:',
  '        file.write(text)',
  '',
  '',
];

function pythonProgram(lines: readonly string[]): string {
  const text = lines.join('\n');
  const [imports, functions] = [pythonStart.slice(0, 7), pythonStart.slice(7)];
  const needed = imports.flatMap((line) => {
    const [head = '', names] = line.split(' import ');
    if (names === undefined) {
      const name = line.replace('import ', '');
      return line === '' || name === 'os' || text.includes(`${name}.`) ? [line] : [];
    }
    const used = names.split(', ').filter((name) => new RegExp(`\\b${name}\\b`).test(text));
    return used.length === 0 ? [] : [`${head} import ${used.join(', ')}`];
  });
  return [...needed, ...functions, ...lines].join('\n').replace(/\n{4,}/g, '\n\n\n');
}

const pythonSave: readonly string[] = [
  'pem = key.private_bytes(',
  '    serialization.Encoding.PEM,',
  '    serialization.PrivateFormat.PKCS8,',
  '    serialization.NoEncryption(),',
  ')',
  `write_secret("${privateKeyFileName}", pem.decode())`,
];

function pythonRead(passphrase: string): string {
  return `key = serialization.load_pem_private_key(Path("old.pem").read_bytes(), ${passphrase})`;
}

const python: Commands = {
  toPkcs8: pythonProgram([pythonRead('None'), ...pythonSave]),
  decrypt: pythonProgram([pythonRead('getpass("Passphrase: ").encode()'), ...pythonSave]),
  fromJwk: pythonProgram([
    'def number(text):',
    '    return int.from_bytes(urlsafe_b64decode(text + "=" * (-len(text) % 4)), "big")',
    '',
    '',
    'jwk = json.loads(Path("old.jwk").read_text())',
    'if jwk["kty"] == "RSA":',
    '    n, e, d, p, q, dp, dq, qi = (number(jwk[name]) for name in "n e d p q dp dq qi".split())',
    '    public = rsa.RSAPublicNumbers(e, n)',
    '    key = rsa.RSAPrivateNumbers(p, q, d, dp, dq, qi, public).private_key()',
    'else:',
    '    curves = {"P-256": ec.SECP256R1(), "P-384": ec.SECP384R1(), "P-521": ec.SECP521R1()}',
    '    x, y, d = (number(jwk[name]) for name in "xyd")',
    '    public = ec.EllipticCurvePublicNumbers(x, y, curves[jwk["crv"]])',
    '    key = ec.EllipticCurvePrivateNumbers(d, public).private_key()',
    ...pythonSave,
  ]),
  toJwk: pythonProgram([
    'def text(value, size=None):',
    '    size = size or (value.bit_length() + 7) // 8',
    '    return urlsafe_b64encode(value.to_bytes(size, "big")).decode().rstrip("=")',
    '',
    '',
    pythonRead('None'),
    'private = key.private_numbers()',
    'public = private.public_numbers',
    'if isinstance(key, rsa.RSAPrivateKey):',
    '    jwk = {"kty": "RSA", "n": text(public.n), "e": text(public.e)}',
    '    jwk |= {"d": text(private.d), "p": text(private.p), "q": text(private.q)}',
    '    jwk |= {"dp": text(private.dmp1), "dq": text(private.dmq1), "qi": text(private.iqmp)}',
    'elif isinstance(key, ec.EllipticCurvePrivateKey):',
    '    size = (key.curve.key_size + 7) // 8',
    '    jwk = {"kty": "EC", "crv": f"P-{key.curve.key_size}"}',
    '    jwk |= {"x": text(public.x, size), "y": text(public.y, size)}',
    '    jwk["d"] = text(private.private_value, size)',
    `write_secret("${privateJwkFileName}", json.dumps(jwk))`,
  ]),
  cleanText: pythonProgram([
    'pem = Path("old.pem").read_text(encoding="utf-8-sig")',
    `write_secret("${privateKeyFileName}", pem)`,
  ]),
};
