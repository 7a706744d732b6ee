import { checkPrimeSync, createECDH, createHash } from 'node:crypto';

import { base64url, type CryptoKey, importJWK, type JWK } from 'jose';

import { outcomeIds } from '#guide/nodeIds.ts';
import { catalogueAnswer } from '#app/lab/catalogueAnswers.ts';
import { type Lab, type Message, replayed } from '#org/exchange/advance.ts';
import { faultsOf } from '#org/exchange/breaking.ts';
import { stepsOf } from '#org/exchange/client.ts';
import { ownOperations, planOf } from '#org/exchange/plan.ts';
import type { RecordedExchange } from '#screens/lab/LabRecording.tsx';
import type { LabChoice } from '#share/labLink.ts';
import type { RecordedTask } from '#workshop/handsOn/recordedTask.ts';
import { labTasks } from '#workshop/handsOn/labTasks.ts';

// Two builds are equal byte for byte, so the keys come from a text. They are good for nothing else, since everybody
// can make them again.

const seed = 'recorded';
/** When the recording takes place: noon of the day of the facts (`LabScreen.tsx`). */
const start = Date.UTC(2026, 10, 29, 12);

/** The odd ones. */
const smallPrimes = Array.from({ length: 2000 }, (_, place) => place * 2 + 3).filter((odd) => {
  for (let divisor = 3; divisor * divisor <= odd; divisor += 2) {
    if (odd % divisor === 0) return false;
  }
  return true;
});

const [listGroups] = ownOperations;
const firstGroup = { ...listGroups, target: `${listGroups.target}?limit=1` };

const lab = await recordingLab();

/** The exchange of each method with the lab's org, without any fault. */
export const recordedExchanges: readonly RecordedExchange[] = await recorded();

/** Each exercise of the workshop: how it goes wrong, and how it goes once it is fixed. */
export const recordedTasks: readonly RecordedTask[] = await Promise.all(
  labTasks.map(async ({ exercise, start: { plan, breakage } }) => ({
    id: exercise.id,
    wrong: await messagesOf({ plan, breakage }),
    right: await messagesOf({ plan }),
  })),
);

async function recorded(): Promise<readonly RecordedExchange[]> {
  return Promise.all(
    outcomeIds.map(async (method) => ({
      method,
      messages: await messagesOf({ plan: planOf({ method, dpop: true }) }),
    })),
  );
}

/** All messages of an exchange; its list of groups is cut to one. */
async function messagesOf({ plan: given, breakage }: LabChoice): Promise<readonly Message[]> {
  const [first, ...others] = given.operations;
  const plan = {
    ...given,
    operations: [first.reference === listGroups.reference ? firstGroup : first, ...others],
  } as const;
  const faults = faultsOf(breakage, plan);
  const actions = stepsOf(plan, faults).map(() => ({ type: 'send' }) as const);
  const setting = { ...lab, plan, faults, seed, answerOf: catalogueAnswer };
  return (await replayed(setting, start, actions)).at(-1)?.messages ?? [];
}

async function recordingLab(): Promise<Lab> {
  const [rsa, token, ec, proof] = [
    rsaKey('assertion'),
    rsaKey('access token'),
    ecKey('assertion'),
    ecKey('proof'),
  ];
  const [RSA, EC, proofKey, tokenKey] = await Promise.all([
    keyPair(rsa, 'RS256'),
    keyPair(ec, 'ES256'),
    keyPair(proof, 'ES256'),
    keyPair(token, 'RS256'),
  ]);
  return {
    keys: { assertion: { RSA, EC }, proof: proofKey, other: tokenKey },
    secrets: {
      publicKeys: { RSA: publicHalf(rsa), EC: publicHalf(ec) },
      clientSecret: base64url.encode(bytesFrom('client secret', 24)),
      apiToken: `00${base64url.encode(bytesFrom('API token', 24))}`,
    },
    tokenKey,
  };
}

async function keyPair(
  jwk: JWK,
  algorithm: 'RS256' | 'ES256',
): Promise<{ readonly publicKey: CryptoKey; readonly privateKey: CryptoKey }> {
  return {
    publicKey: await asymmetricKey(publicHalf(jwk), algorithm),
    privateKey: await asymmetricKey(jwk, algorithm),
  };
}

async function asymmetricKey(jwk: JWK, algorithm: string): Promise<CryptoKey> {
  const key = await importJWK(jwk, algorithm, { extractable: true });
  if (key instanceof Uint8Array) throw new TypeError('This is a symmetric key.');
  return key;
}

function publicHalf({ kty, n, e, crv, x, y }: JWK): JWK {
  return kty === 'RSA'
    ? { kty, n: n ?? '', e: e ?? '' }
    : { kty: 'EC', crv: crv ?? '', x: x ?? '', y: y ?? '' };
}

/** An RSA key of 2048 bits, derived from a text (RFC 8017, section 3.2). */
function rsaKey(text: string): JWK {
  const [p, q] = [primeFrom(`${text} p`), primeFrom(`${text} q`)];
  const e = 65_537n;
  const d = inverse(e, (p - 1n) * (q - 1n));
  return {
    kty: 'RSA',
    n: encoded(p * q, 256),
    e: encoded(e, 3),
    d: encoded(d, 256),
    p: encoded(p, 128),
    q: encoded(q, 128),
    dp: encoded(d % (p - 1n), 128),
    dq: encoded(d % (q - 1n), 128),
    qi: encoded(inverse(q, p), 128),
  };
}

/**
 * The first prime of 1024 bits, counting up from a number derived from a text; its two highest bits
 * are 1, and 65537 suits it.
 */
function primeFrom(text: string): bigint {
  const first = integerOf(bytesFrom(text, 128)) | (3n << 1022n) | 1n;
  const rests = smallPrimes.map((prime) => [prime, Number(first % BigInt(prime))] as const);
  for (let step = 0; ; step += 2) {
    // Nine of ten are divided by a small prime, which is found a hundred times faster than by the whole check.
    if (rests.some(([prime, rest]) => (rest + step) % prime === 0)) continue;
    const candidate = first + BigInt(step);
    if ((candidate - 1n) % 65_537n !== 0n && checkPrimeSync(candidate)) return candidate;
  }
}

/** The inverse of a number, by Euclid's algorithm. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [rest, next, factor, nextFactor] = [modulus, value % modulus, 0n, 1n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return factor < 0n ? factor + modulus : factor;
}

/** A key on the curve P-256, derived from a text. */
function ecKey(text: string): JWK {
  const curve = createECDH('prime256v1');
  const d = bytesFrom(`${text} d`, 32);
  curve.setPrivateKey(d);
  // An uncompressed point: a byte that says so, and its two coordinates.
  const point = curve.getPublicKey();
  return {
    kty: 'EC',
    crv: 'P-256',
    d: base64url.encode(d),
    x: base64url.encode(point.subarray(1, 33)),
    y: base64url.encode(point.subarray(33)),
  };
}

function bytesFrom(text: string, length: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, block) =>
    createHash('sha256').update(`${seed} ${text} ${block}`).digest(),
  );
  return Buffer.concat(blocks).subarray(0, length);
}

function integerOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

function encoded(value: bigint, length: number): string {
  return Buffer.from(value.toString(16).padStart(length * 2, '0'), 'hex').toString('base64url');
}
