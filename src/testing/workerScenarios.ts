import fc from 'fast-check';

import { contentHash } from '#app/offline/offlineFiles.ts';

import {
  builtVersion,
  type Host,
  type Network,
  type Storage,
  type Version,
  Visitor,
} from './hostedSite.ts';

const versionNames = ['one', 'two', 'three'] as const;
const addresses = ['', 'workshop/', 'guide/yes/', 'guide/yes', 'about/', 'index.html'] as const;
const networks: readonly Network[] = [
  'well',
  'none',
  'portal',
  'redirecting portal',
  'failing',
  'slow',
];
const storages: readonly Storage[] = ['well', 'full', 'blocked'];

/** Something that happens to a host, a network, a device or a person. */
type Step =
  | { readonly kind: 'deploy' | 'deploy half'; readonly version: number }
  | { readonly kind: 'network'; readonly network: Network }
  | { readonly kind: 'storage'; readonly storage: Storage }
  | { readonly kind: 'redirect 404'; readonly isOn: boolean }
  | { readonly kind: 'wipe' | 'step' | 'come back' }
  | { readonly kind: 'damage'; readonly which: number }
  | { readonly kind: 'visit'; readonly address: (typeof addresses)[number] };

const version = fc.nat({ max: versionNames.length - 1 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('visit' as const),
      address: fc.constantFrom(...addresses),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('deploy' as const, 'deploy half' as const),
      version,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('network' as const),
      network: fc.constantFrom(...networks),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('storage' as const),
      storage: fc.constantFrom(...storages),
    }),
  },
  fc.record({ kind: fc.constant('redirect 404' as const), isOn: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('wipe' as const, 'step' as const, 'come back' as const) }),
  fc.record({ kind: fc.constant('damage' as const), which: fc.nat({ max: 40 }) }),
);

/** Half of a deploy: every other file is of the new version, and the service worker of either. */
function halfDeployed(host: Host, next: Version): void {
  const files = new Map(host.files);
  [...next.contents].forEach(([path, content], index) => {
    if (index % 2 === 0) files.set(path, content);
  });
  host.files = files;
  if (next.name.length % 2 === 0) host.worker = next;
}

function deploy(host: Host, next: Version): void {
  host.files = next.contents;
  host.worker = next;
}

/**
 * Plays the life of a site and of a device that keeps it: deploys, halves of deploys, roll-backs,
 * portals, lost networks, full, blocked, wiped and damaged stores, redirected 404 pages, visits.
 *
 * @param seed the same seed plays the same life
 * @param steps how many things happen
 * @returns what was promised and did not hold
 */
export async function run(seed: number, steps: number): Promise<readonly string[]> {
  const versions = await Promise.all(versionNames.map(builtVersion));
  const [first] = versions;
  if (first === undefined) return ['There is no version.'];
  const host: Host = {
    network: 'well',
    files: first.contents,
    worker: first,
    redirects404: false,
  };
  const visitor = new Visitor(host);
  const pages: Awaited<ReturnType<Visitor['visit']>>[] = [];
  const problems: string[] = [];
  const [life = []] = fc.sample(fc.array(anyStep, { minLength: steps, maxLength: steps }), {
    seed,
    numRuns: 1,
  });
  /** Files that were changed behind the worker's back, and may be wrong until they are read. */
  let isDamaged = false;
  for (const [index, step] of life.entries()) {
    const at = `seed ${seed}, step ${index} (${JSON.stringify(step)})`;
    const next = versions['version' in step ? step.version : 0] ?? first;
    if (step.kind === 'deploy') deploy(host, next);
    if (step.kind === 'deploy half') halfDeployed(host, next);
    if (step.kind === 'network') host.network = step.network;
    if (step.kind === 'storage') visitor.store.storage = step.storage;
    if (step.kind === 'redirect 404') host.redirects404 = step.isOn;
    if (step.kind === 'wipe') visitor.store.wipe();
    if (step.kind === 'damage') {
      visitor.store.damage(step.which);
      isDamaged = true;
    }
    // One thing happens after the other.
    // oxlint-disable no-await-in-loop
    if (step.kind === 'come back') await visitor.comeBack();
    if (step.kind === 'step') await checkScripts(visitor, versions, at, problems);
    if (step.kind === 'visit') pages.push(await visitor.visit(step.address));
    if (!isDamaged) await checkStore(visitor, at, problems);
  }
  await checkHealing(visitor, versions, `seed ${seed}, at the end`, problems);
  // oxlint-enable no-await-in-loop
  return problems;
}

/** No script that a page asks for is anything but that script. */
async function checkScripts(
  visitor: Visitor,
  versions: readonly Version[],
  at: string,
  problems: string[],
): Promise<void> {
  const isControlled = visitor.active !== undefined;
  const scripts = versions.flatMap(({ contents }) =>
    [...contents].filter(([path]) => path.endsWith('.js')),
  );
  for (const [path, content] of scripts) {
    // oxlint-disable-next-line no-await-in-loop -- as a page does
    const response = await visitor.request(path);
    // oxlint-disable-next-line no-await-in-loop -- the same
    if (isControlled && response.ok && (await response.text()) !== content) {
      problems.push(`${at}: ${path} was answered with something else.`);
    }
  }
}

/** Whatever is kept under a hash has it. */
async function checkStore(visitor: Visitor, at: string, problems: string[]): Promise<void> {
  for (const { key, content } of visitor.store.entries()) {
    const hash = new URL(key).searchParams.get('kept');
    // oxlint-disable-next-line no-await-in-loop -- few
    if (hash !== null && hash !== (await contentHash(new TextEncoder().encode(content)))) {
      problems.push(`${at}: ${key} is kept with another content.`);
    }
  }
}

/**
 * Whatever has happened: once host, network and device are well, one visit shows the version that is
 * deployed, and the next one, without a network, shows every page of it.
 */
async function checkHealing(
  visitor: Visitor,
  versions: readonly Version[],
  at: string,
  problems: string[],
): Promise<void> {
  const { host, store } = visitor;
  const deployed = versions.find(({ name }) => name === host.worker.name);
  if (deployed === undefined) return;
  host.network = 'well';
  host.redirects404 = false;
  store.storage = 'well';
  deploy(host, deployed);
  const healed = await visitor.visit('');
  if (healed.version !== deployed.name) problems.push(`${at}: the first visit showed no version.`);
  if (healed.offersNewVersion) problems.push(`${at}: the newest version offers a newer one.`);
  if (visitor.active !== deployed) problems.push(`${at}: the service worker is another version's.`);
  // Damaged files are found when they are read, and fetched again at the visit after that.
  for (const path of deployed.contents.keys()) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    await visitor.request(path, path.endsWith('.js') ? 'cors' : 'navigate');
  }
  host.network = 'none';
  for (const path of ['', 'workshop/', 'guide/yes/', 'about/']) {
    // oxlint-disable-next-line no-await-in-loop -- the same
    await visitor.request(path, 'navigate');
  }
  host.network = 'well';
  await visitor.visit('');
  host.network = 'none';
  for (const path of ['', 'workshop/', 'guide/yes/', 'about/', 'index.html', 'about']) {
    // oxlint-disable-next-line no-await-in-loop -- the same
    const response = await visitor.request(path, 'navigate');
    const address = path.replace(/index\.html$/, '');
    const wanted = deployed.contents.get(address) ?? deployed.contents.get(`${address}/`);
    // oxlint-disable-next-line no-await-in-loop -- the same
    if ((await response.text()) !== wanted) problems.push(`${at}: ${path} is not there offline.`);
  }
  await checkScripts(visitor, versions, at, problems);
}
