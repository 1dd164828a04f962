// Keeps the course of one language in the browser, so that it can be read without a connection. The page asks for it once it is idle
// (app/_ui/kit/keep-offline.tsx), and /api/offline says what belongs to it. Everything is kept under the id of its build; when a newer build
// is there whole, the older one goes. Scripts and styles have their content in their names: those that are kept are taken from here. All
// else is asked of the network first. What the API says, and what stands in other sites' frames, never passes through here.

const prefix = 'podium-';
/** A page that is kept is shown when the network has not answered for so long, ms. */
const patienceMs = 3_000;
const atOnce = 4;
/** Stands in a cache once all of a language is there. */
const wholeMark = (locale) => `/offline-whole/${locale}`;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => {
  event.waitUntil(
    Promise.all([self.clients.claim(), self.registration.navigationPreload?.enable()]).catch(() => undefined),
  );
});

const isWhole = async (cache) =>
  (await cache.keys()).some(({ url }) => new URL(url).pathname.startsWith('/offline-whole/'));

/** Without an address of its own it takes that of the request, with what stands behind `?` and `#`: a worker reads there what it is for. */
const asAnswer = (kept) => new Response(kept.body, kept);

/** What is kept for an address, of a whole build before one that is still under way. */
async function find(address) {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const found = [];
  for (const name of names) {
    const cache = await caches.open(name);
    const kept = await cache.match(address, { ignoreVary: true });
    if (kept && (await isWhole(cache))) return kept;
    if (kept) found.push(kept);
  }
  return found[0];
}

const isNamedByContent = (address) => address.startsWith('/_next/static/');

async function keepOne(cache, address) {
  if (await cache.match(address, { ignoreVary: true })) return;
  const before = isNamedByContent(address) ? await find(address) : undefined;
  const response =
    before ??
    (await fetch(address, {
      credentials: 'omit',
      cache: isNamedByContent(address) ? 'default' : 'no-cache',
    }));
  if (!response.ok || response.redirected) throw new Error(`${address}: ${response.status}`);
  await cache.put(address, response);
}

async function keepAll(cache, addresses) {
  const left = [...addresses];
  const keepNext = async () => {
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      try {
        await keepOne(cache, address);
      } catch (fault) {
        left.length = 0;
        throw fault;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, keepNext));
}

/** Pages come last: one that is there has all that it needs. */
async function keep(locale) {
  const list = await fetch(`/api/offline?locale=${locale}`, { credentials: 'omit', cache: 'no-store' });
  if (!list.ok) throw new Error(`what is to be kept is not known: ${list.status}`);
  const { build, files, pages } = await list.json();
  const name = prefix + build;
  const cache = await caches.open(name);
  if (!(await cache.match(wholeMark(locale)))) {
    await keepAll(cache, files);
    await keepAll(cache, pages);
    await cache.put(wholeMark(locale), new Response(''));
  }
  const old = (await caches.keys()).filter((one) => one.startsWith(prefix) && one !== name);
  await Promise.all(old.map((one) => caches.delete(one)));
}

/** By language: asked for twice, it is done once. */
const underWay = new Map();

/** A full storage or a lost connection is no fault: what is there already is kept, and the next visit goes on. */
function keepOnce(locale) {
  const known = underWay.get(locale);
  if (known) return known;
  const done = keep(locale).then(
    () => true,
    () => false,
  );
  underWay.set(locale, done);
  void done.then(() => underWay.delete(locale));
  return done;
}

self.addEventListener('message', (event) => {
  const locale = event.data?.keep;
  if (locale !== 'en' && locale !== 'zh') return;
  event.waitUntil(keepOnce(locale).then((isKept) => event.source?.postMessage({ locale, isKept })));
});

/** The first path of an address without a page: what is kept of the site's root is a home page. */
async function homeKept() {
  return (await find('/en')) ?? find('/zh');
}

/** Says in the language of the address, else in the one that is kept, that this page is not here. */
async function notKept(pathname) {
  const [, locale] = pathname.split('/');
  for (const each of [locale, 'en', 'zh']) {
    const page = await find(`/${each}/offline`);
    if (page) return asAnswer(page);
  }
  return Response.error();
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What the network says, unless it fails, is faulty or takes too long while there is a copy. */
async function networkFirst(event, pathname) {
  const isPage = event.request.mode === 'navigate';
  const ask = async () => (await event.preloadResponse) ?? fetch(event.request);
  const fresh = ask().catch(() => undefined);
  const kept = (await find(pathname)) ?? (pathname === '/' ? await homeKept() : undefined);
  if (!kept) return (await fresh) ?? (isPage ? notKept(pathname) : Response.error());
  const response = await Promise.race([fresh, pause(patienceMs)]);
  return response && response.status < 500 ? response : asAnswer(kept);
}

async function keptFirst(request, pathname) {
  const kept = await find(pathname);
  return kept ? asAnswer(kept) : fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (/^\/(?:api|embed)(?:\/|$)/.test(pathname) || request.headers.has('range')) return;
  event.respondWith(
    isNamedByContent(pathname) ? keptFirst(request, pathname) : networkFirst(event, pathname),
  );
});
