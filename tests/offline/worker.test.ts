import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';

const script = readFileSync(path.resolve(import.meta.dirname, '../../public/offline-worker.js'), 'utf8');
const site = 'https://podium.example';

class FakeCache {
  readonly entries = new Map<string, Response>();
  constructor(readonly mayPut: (address: string) => void) {}
  match = async (address: string) => this.entries.get(address)?.clone();
  keys = async () => [...this.entries.keys()].map((address) => ({ url: site + address }));
  put = async (address: string, response: Response) => {
    this.mayPut(address);
    this.entries.set(address, response);
  };
}

type Handler = (event: unknown) => void;

/** The worker with a browser around it, and a site of one build. */
class World {
  build = 'one';
  isUp = true;
  isFull = false;
  isSlow = false;
  asked: string[] = [];
  readonly caches = new Map<string, FakeCache>();
  readonly #handlers = new Map<string, Handler>();

  constructor() {
    const self = {
      addEventListener: (type: string, handler: Handler) => void this.#handlers.set(type, handler),
      location: { origin: site },
    };
    const caches = {
      keys: async () => [...this.caches.keys()],
      delete: async (name: string) => this.caches.delete(name),
      open: async (name: string) => {
        const cache =
          this.caches.get(name) ??
          new FakeCache(() => {
            if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
          });
        this.caches.set(name, cache);
        return cache;
      },
    };
    vm.runInNewContext(script, {
      ...{ self, caches, URL, Response, Map, Promise, Array, Error },
      setTimeout: (run: () => void) => setTimeout(run, 5),
      fetch: (input: string | { url: string }) => this.#fetch(input),
    });
  }

  pages = () => ['/en', '/en/offline', '/en/learn/a', '/en/search/index.json'];
  files = () => [`/_next/static/${this.build}.js`, '/_next/static/same.js', '/theme.js'];

  #fetch = async (input: string | { url: string }): Promise<Response> => {
    const address = typeof input === 'string' ? input : input.url.slice(site.length);
    this.asked.push(address);
    if (!this.isUp) throw new TypeError('Failed to fetch');
    if (this.isSlow) return new Promise(() => undefined);
    if (address.startsWith('/api/offline'))
      return Response.json({ build: this.build, files: this.files(), pages: this.pages() });
    const isThere = [...this.files(), ...this.pages(), '/zh'].includes(address.split('?')[0] ?? '');
    return new Response(`${address} of ${this.build}`, { status: isThere ? 200 : 404 });
  };

  async keep(locale: string): Promise<unknown> {
    const told: unknown[] = [];
    const waits: Promise<unknown>[] = [];
    const source = { postMessage: (message: unknown) => told.push(message) };
    this.#handlers.get('message')?.({
      data: { keep: locale },
      source,
      waitUntil: (one: Promise<unknown>) => waits.push(one),
    });
    await Promise.all(waits);
    return told[0];
  }

  /** What a page gets for an address; undefined when the worker leaves it to the browser. */
  async get(address: string, { mode = 'navigate', method = 'GET' } = {}): Promise<string | undefined> {
    let answer: Promise<Response> | undefined;
    const request = { url: site + address, mode, method, headers: new Headers() };
    this.#handlers.get('fetch')?.({
      request,
      respondWith: (response: Promise<Response>) => {
        answer = response;
      },
    });
    const response = await answer;
    if (response === undefined) return undefined;
    return response.type === 'error' ? 'an error of the network' : response.text();
  }
}

let world: World;
beforeEach(() => {
  world = new World();
});

describe('The worker', () => {
  it('keeps the pages and scripts of one language, and says when all is there', async () => {
    expect(await world.keep('en')).toEqual({ locale: 'en', isKept: true });
    const kept = [...(world.caches.get('podium-one')?.entries.keys() ?? [])];
    const { length } = world.files();
    expect(new Set(kept.slice(0, length)), 'files come first').toEqual(new Set(world.files()));
    expect(new Set(kept.slice(length, -1))).toEqual(new Set(world.pages()));
    expect(kept.at(-1)).toBe('/offline-whole/en');
  });

  it('keeps a build once', async () => {
    await Promise.all([world.keep('en'), world.keep('en')]);
    world.asked = [];
    await world.keep('en');
    expect(world.asked).toEqual(['/api/offline?locale=en']);
    expect(await world.keep('fr')).toBeUndefined();
  });

  it('fetches of the next build what is new, and drops the one before once that is whole', async () => {
    await world.keep('en');
    world.build = 'two';
    world.asked = [];
    await world.keep('en');
    expect(world.asked).toContain('/_next/static/two.js');
    expect(world.asked).not.toContain('/_next/static/same.js');
    expect(world.asked).toEqual(expect.arrayContaining(world.pages()));
    expect([...world.caches.keys()]).toEqual(['podium-two']);
  });

  it('takes a full storage for no fault: what was there before stays, and the rest is fetched another time', async () => {
    await world.keep('en');
    world.build = 'two';
    world.isFull = true;
    expect(await world.keep('en')).toEqual({ locale: 'en', isKept: false });
    world.isUp = false;
    expect(await world.get('/en/learn/a')).toBe('/en/learn/a of one');
    Object.assign(world, { isUp: true, isFull: false });
    expect(await world.keep('en')).toEqual({ locale: 'en', isKept: true });
  });

  it('says that nothing is kept when the list does not come', async () => {
    world.isUp = false;
    expect(await world.keep('en')).toEqual({ locale: 'en', isKept: false });
  });
});

describe('With a connection the worker', () => {
  it('gives pages as the network has them, and what is named by its content as it is kept', async () => {
    await world.keep('en');
    world.build = 'two';
    expect(await world.get('/en/learn/a')).toBe('/en/learn/a of two');
    world.asked = [];
    expect(await world.get('/_next/static/same.js', { mode: 'no-cors' })).toBe(
      '/_next/static/same.js of one',
    );
    expect(world.asked).toEqual([]);
  });

  it('leaves the API, widgets and whatever is no GET to the browser', async () => {
    await world.keep('en');
    expect(await world.get('/api/quiz/a', { mode: 'cors' })).toBeUndefined();
    expect(await world.get('/embed/a/b')).toBeUndefined();
    expect(await world.get('/en/learn/a', { method: 'POST' })).toBeUndefined();
  });

  it('gives what is kept when the network takes too long', async () => {
    await world.keep('en');
    world.isSlow = true;
    expect(await world.get('/en/learn/a')).toBe('/en/learn/a of one');
  });
});

describe('Without a connection the worker', () => {
  beforeEach(async () => {
    await world.keep('en');
    world.isUp = false;
  });

  it('gives lessons that were never visited, whatever stands behind their address', async () => {
    expect(await world.get('/en/learn/a?from=map')).toBe('/en/learn/a of one');
    expect(await world.get('/en/search/index.json', { mode: 'cors' })).toBe('/en/search/index.json of one');
    expect(await world.get('/theme.js', { mode: 'no-cors' })).toBe('/theme.js of one');
  });

  it('gives the home that is kept for the site without a path', async () => {
    expect(await world.get('/')).toBe('/en of one');
  });

  it('says of a page that is not kept that it is not, and of anything else that it failed', async () => {
    expect(await world.get('/zh/learn/a')).toBe('/en/offline of one');
    expect(await world.get('/en/teach')).toBe('/en/offline of one');
    expect(await world.get('/en/missing.json', { mode: 'cors' })).toBe('an error of the network');
  });
});
