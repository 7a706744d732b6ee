import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Seconds; the server says itself how long it needs what it stores. */
const lifetimeOfStored = 3600;

interface Stored {
  readonly payload: AdapterPayload;
  readonly expires: number;
}

/**
 * Keeps what `oidc-provider` stores until it expires: the ids of assertions and proofs, and what a sign-in needs
 * (sessions, grants, codes, refresh tokens).
 */
export function memoryAdapter(): (name: string) => Adapter {
  const stored = new Map<string, Stored>();

  function payloadWith(name: string, isMeant: (payload: AdapterPayload) => boolean) {
    for (const [key, { payload }] of stored) {
      if (key.startsWith(`${name} `) && isMeant(payload)) return payload;
    }
    return undefined;
  }

  return (name) => ({
    async upsert(id, payload, expiresIn) {
      for (const [key, { expires }] of stored) if (expires <= Date.now()) stored.delete(key);
      stored.set(`${name} ${id}`, {
        payload,
        expires: Date.now() + (expiresIn ?? lifetimeOfStored) * 1000,
      });
    },
    async find(id) {
      return stored.get(`${name} ${id}`)?.payload;
    },
    async destroy(id) {
      stored.delete(`${name} ${id}`);
    },
    async consume(id) {
      const entry = stored.get(`${name} ${id}`);
      if (entry === undefined) return;
      const payload = { ...entry.payload, consumed: Math.floor(Date.now() / 1000) };
      stored.set(`${name} ${id}`, { ...entry, payload });
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of stored) if (payload.grantId === grantId) stored.delete(key);
    },
    async findByUid(uid) {
      return payloadWith(name, (payload) => payload.uid === uid);
    },
    async findByUserCode(userCode) {
      return payloadWith(name, (payload) => payload.userCode === userCode);
    },
  });
}
