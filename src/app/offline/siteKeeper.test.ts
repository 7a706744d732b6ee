import { beforeEach, describe, expect, test } from 'vitest';

import { settled } from '#testing/settled.ts';
import {
  builtVersion,
  DeviceStore,
  type Host,
  scriptsOf,
  signInPage,
  siteAddress,
  type Version,
  Visitor,
} from '#testing/hostedSite.ts';
import { siteKeeper } from './siteKeeper.ts';
import { run } from '#testing/workerScenarios.ts';

let one: Version;
let two: Version;
let host: Host;
let visitor: Visitor;

beforeEach(async () => {
  [one, two] = [await builtVersion('one'), await builtVersion('two')];
  host = { network: 'well', files: one.contents, worker: one, redirects404: false };
  visitor = new Visitor(host);
});

const deploy = (version: Version) =>
  Object.assign(host, { files: version.contents, worker: version });
const textOf = async (path: string, mode?: 'navigate') =>
  (await visitor.request(path, mode)).text();
const keptHashes = (path: string) =>
  visitor.store.entries().filter(({ key }) => key.startsWith(`${siteAddress}${path}?kept=`)).length;

describe('what comes with status 200 and is no file of the site is never kept', () => {
  test('a hotel’s sign-in page: the script is a network error, and comes once the network is well', async () => {
    await visitor.visit('');
    visitor.store.wipe();
    host.network = 'portal';
    const refused = await visitor.request(scriptsOf('one').step);
    expect(refused.type).toBe('error');
    // The person sees it, since nothing else opens the network.
    expect(await textOf('', 'navigate')).toBe(signInPage);
    expect((await visitor.request('guide.json')).ok).toBe(false);
    await visitor.comeBack();
    expect(visitor.store.entries().map(({ content }) => content)).not.toContain(signInPage);
    host.network = 'well';
    expect(await textOf(scriptsOf('one').step)).toBe('step("one")');
  });

  test('the first visit is behind the sign-in page: nothing is installed until a visit after it', async () => {
    host.network = 'portal';
    expect((await visitor.visit('')).version).toBeUndefined();
    host.network = 'well';
    await visitor.visit('');
    expect(visitor.active).toBe(one);
  });

  test('half a deploy: the worker is new and the pages old, so the version before stays whole', async () => {
    await visitor.visit('');
    host.worker = two;
    const page = await visitor.visit('');
    expect([page.version, visitor.active]).toEqual(['one', one]);
    host.network = 'none';
    expect((await visitor.visit('workshop/')).version).toBe('one');
    Object.assign(host, { network: 'well', files: two.contents });
    expect((await visitor.visit('')).version).toBe('two');
    expect(visitor.active).toBe(two);
  });

  test('half a deploy: the pages are new and the worker old, and a first visit installs nothing wrong', async () => {
    host.files = two.contents;
    await visitor.visit('');
    expect(visitor.active).toBeUndefined();
    deploy(two);
    await visitor.visit('');
    expect(visitor.active).toBe(two);
  });

  test('half a deploy of the pages that are kept later: those of the version before still open', async () => {
    await visitor.visit('');
    deploy(two);
    host.files = new Map(two.contents).set('guide/yes/', one.contents.get('guide/yes/') ?? '');
    await visitor.visit('');
    expect(visitor.active).toBe(two);
    host.network = 'none';
    expect((await visitor.visit('guide/yes/')).version).toBe('one');
    Object.assign(host, { network: 'well', files: two.contents });
    await visitor.visit('');
    host.network = 'none';
    expect((await visitor.visit('guide/yes/')).version).toBe('two');
    expect(keptHashes('guide/yes/')).toBe(1);
  });
});

describe('a device heals at the next visit', () => {
  test('what was damaged in the store is not given, and fetched again', async () => {
    await visitor.visit('');
    const scripts = [...one.contents.keys()].filter((path) => path.endsWith('.js'));
    for (let which = 0; which < visitor.store.entries().length; which += 1) {
      visitor.store.damage(which);
    }
    for (const path of scripts) expect(await textOf(path)).toBe(one.contents.get(path));
    host.network = 'none';
    for (const path of scripts) expect(await textOf(path)).toBe(one.contents.get(path));
  });

  test('a wiped store is filled', async () => {
    await visitor.visit('');
    visitor.store.wipe();
    await visitor.visit('');
    host.network = 'none';
    for (const path of ['', 'workshop/', 'guide/yes/', 'about/']) {
      expect(await textOf(path, 'navigate')).toBe(one.contents.get(path));
    }
  });

  test('a roll-back', async () => {
    await visitor.visit('');
    deploy(two);
    await visitor.visit('');
    deploy(one);
    expect((await visitor.visit('')).version).toBe('one');
    expect(visitor.active).toBe(one);
    host.network = 'none';
    expect((await visitor.visit('guide/yes/')).version).toBe('one');
  });

  test('a 404 page that leads to the first page is not kept in its place, and holds nothing up', async () => {
    host.redirects404 = true;
    await visitor.visit('');
    expect(visitor.active).toBe(one);
    expect(keptHashes('404.html')).toBe(0);
    host.network = 'none';
    expect((await visitor.visit('guide/yes/')).version).toBe('one');
    Object.assign(host, { network: 'well', redirects404: false });
    await visitor.visit('');
    expect(keptHashes('404.html')).toBe(1);
  });

  test.each(['full', 'blocked'] as const)(
    'a store that is %s keeps nobody from the site, and is filled once it can be',
    async (storage) => {
      visitor.store.storage = storage;
      expect((await visitor.visit('')).version).toBe('one');
      expect(visitor.active).toBeUndefined();
      visitor.store.storage = 'well';
      await visitor.visit('');
      visitor.store.storage = storage;
      visitor.store.wipe();
      expect((await visitor.visit('workshop/')).version).toBe('one');
      visitor.store.storage = 'well';
      await visitor.visit('');
      host.network = 'none';
      expect((await visitor.visit('guide/yes/')).version).toBe('one');
    },
  );
});

describe('a person in the middle of a path', () => {
  test('goes on with the version that the page is of, and is offered the new one', async () => {
    const page = await visitor.visit('');
    deploy(two);
    await visitor.comeBack();
    expect([visitor.active, page.offersNewVersion]).toEqual([two, true]);
    expect(await visitor.step(page)).toBe('step("one")');
    host.network = 'none';
    expect(await visitor.step(page)).toBe('step("one")');
  });

  test('is offered nothing when the page is the new version already', async () => {
    await visitor.visit('');
    deploy(two);
    const page = await visitor.visit('');
    expect([visitor.active, page.version, page.offersNewVersion]).toEqual([two, 'two', false]);
  });

  test('two versions later the code of the first is thrown away', async () => {
    await visitor.visit('');
    const three = await builtVersion('three');
    for (const version of [two, three]) {
      deploy(version);
      await visitor.visit('');
    }
    expect(['one', 'two', 'three'].map((name) => keptHashes(scriptsOf(name).entry))).toEqual([
      0, 1, 1,
    ]);
  });
});

describe('without a network', () => {
  beforeEach(async () => {
    await visitor.visit('');
    host.network = 'none';
  });

  test('an address with index.html is its folder’s page, and one without its slash leads to it', async () => {
    expect(await textOf('workshop/index.html', 'navigate')).toBe(one.contents.get('workshop/'));
    expect(await textOf('index.html', 'navigate')).toBe(one.contents.get(''));
    expect(await textOf('guide/yes', 'navigate')).toBe(one.contents.get('guide/yes/'));
  });

  test('an address that is no page’s is the 404 page, as on the host', async () => {
    for (const path of ['nothing', 'guide/no/such/', 'old.html', 'guide/yes/index.html/x']) {
      const response = await visitor.request(path, 'navigate');
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).toBe(one.contents.get('404.html'));
    }
  });

  test('a file that is not kept says so', async () => {
    const response = await visitor.request('guide/yes/card.png', 'navigate');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('not kept on your device');
  });

  test('what is kept once it was opened is there afterwards', async () => {
    host.network = 'well';
    await visitor.request('mermaid-frame/', 'navigate');
    await visitor.request('assets/mermaid.js');
    host.network = 'none';
    expect(await textOf('mermaid-frame/', 'navigate')).toBe(one.contents.get('mermaid-frame/'));
    expect(await textOf('assets/mermaid.js')).toBe('draw()');
  });
});

describe('a person who deletes the kept site', () => {
  test('keeps nothing, whatever the pages still load, until the person asks again', async () => {
    await visitor.visit('');
    await visitor.forget();
    expect(visitor.store.entries()).toEqual([]);
    expect(await textOf(scriptsOf('one').step)).toBe('step("one")');
    await visitor.request('mermaid-frame/', 'navigate');
    await visitor.request('assets/mermaid.js');
    expect(visitor.store.entries()).toEqual([]);
    await visitor.comeBack();
    host.network = 'none';
    expect(await textOf('guide/yes/', 'navigate')).toBe(one.contents.get('guide/yes/'));
  });

  test('ends the keeping that is under way', async () => {
    const store = new DeviceStore();
    const fetched: string[] = [];
    const keeper = siteKeeper(siteAddress, one.files, {
      caches: store,
      fetch: async (request) => {
        const address = typeof request === 'string' ? request : request.url;
        fetched.push(address);
        await settled();
        const type = /\.js(on)?$/.exec(address)?.[0].replace('.', '') ?? 'html';
        return new Response(one.contents.get(address.slice(siteAddress.length)), {
          headers: { 'content-type': type === 'js' ? 'text/javascript' : `text/${type}` },
        });
      },
      patience: async () => new Promise(() => undefined),
    });
    const keeping = keeper.keepAll();
    await keeper.forget();
    expect(await keeping).toEqual({ isComplete: false, bytes: one.files.bytes });
    expect(fetched.length).toBeLessThan(one.contents.size);
    expect(store.entries()).toEqual([]);
    expect(await keeper.keepAll()).toEqual({ isComplete: true, bytes: one.files.bytes });
  });
});

test('a host in trouble, or one that takes too long, counts as unreachable', async () => {
  await visitor.visit('');
  for (const network of ['failing', 'slow', 'redirecting portal'] as const) {
    host.network = network;
    expect((await visitor.visit('guide/yes/')).version, network).toBe('one');
  }
});

test('other people’s pages, other sites and other methods are none of its business', async () => {
  await visitor.visit('');
  host.network = 'none';
  for (const path of ['embed/guide/yes/', 'embed/1.0.0/embed.js']) {
    expect((await visitor.request(path)).type).toBe('error');
  }
});

test('random histories of sites and devices', async () => {
  for (let seed = 1; seed <= 60; seed += 1) expect(await run(seed, 25)).toEqual([]);
});
