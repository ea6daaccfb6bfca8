// The service worker: keeps all files of one version on the device, so that the portal starts without the network. A
// version is used once all of it is here, each file compared with its hash; until then the one before goes on.

/** site.py puts it here: the version's name, and its files by their paths with the hashes of their content. */
const release = RELEASE;

const prefix = 'ouderlogin-';
const files = `${prefix}files-${release.version}`;
const settings = `${prefix}settings`;  // what an organisation decides: it outlives versions

const isHashed = (path) => path.startsWith('/app/');

async function hashOf(response) {
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The file as the version has it. Half a file, a sign-in page of a train's Wi-Fi or another version's file is none. */
async function download(path, cache) {
  const response = await fetch(path, { cache, redirect: 'error' });
  if (response.ok && await hashOf(response.clone()) === release.files[path]) {
    return response;
  }
  throw new Error(`${path} is not the file of version ${release.version}.`);
}

/** Only what no version on the device has is downloaded, and what an attempt before has got is not downloaded again. */
async function take(cache, path) {
  if (await cache.match(path)) {
    return;
  }
  const kept = isHashed(path) && await caches.match(path);
  if (kept) {
    await cache.put(path, kept);
    return;
  }
  // The page before has just loaded most of it; a spoilt copy of the browser's is asked for anew.
  const response = isHashed(path)
    ? await download(path, 'default').catch(() => download(path, 'reload'))
    : await download(path, 'no-store');
  await cache.put(path, response);
}

async function isUsable(response) {
  if (!response.ok) {
    return false;
  }
  if (!response.url.endsWith('.json')) {
    return (response.headers.get('Content-Type') ?? '').startsWith('image/');
  }
  return response.clone().json().then(() => true, () => false);
}

/** Settings are shown as they were last time, and asked for in the meantime. */
async function setting(event, path) {
  const cache = await caches.open(settings);
  const kept = await cache.match(path);
  const fresh = fetch(path, { cache: 'no-cache' }).then(async (response) => {
    if (await isUsable(response)) {
      await cache.put(path, response.clone());
    }
    return response;
  });
  if (!kept) {
    return fresh;
  }
  event.waitUntil(fresh.catch(() => {}));
  return kept;
}

async function file(path) {
  const cache = await caches.open(files);
  // A page of the version before may still ask for what only that has.
  return await cache.match(path) ?? await caches.match(path) ?? fetch(path);
}

async function install() {
  const cache = await caches.open(files);
  for (const path of Object.keys(release.files)) {
    await take(cache, path);
  }
  const known = await (await caches.open(settings)).match('/config.json');
  if (!known) {
    await setting(null, '/config.json');
  }
}

async function removeOthers() {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && name !== files && name !== settings) {
      await caches.delete(name);
    }
  }
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(removeOthers()));
addEventListener('message', ({ data }) => {
  if (data === 'activate') {
    skipWaiting();
  }
});

// ---- What waits to be sent ------------------------------------------------------------------------------------------

const methods = { P: 'POST', U: 'PUT', D: 'DELETE' };

/** An entry as to_text() in src/app/outbox.cpp writes it; nothing for one that the server refused. */
function entryOf(text) {
  const [form, key, number, method, path, version, writtenAt, status, , ...body] = text.split('\n');
  const entry = { key, path, version, number: Number(number), writtenAt: Number(writtenAt), body: body.join('\n') };
  return form === '1' && status === '0' ? { ...entry, method: methods[method] } : null;
}

/** What became of an IndexedDB request. */
const resultOf = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** The database of shell/outbox.js; nothing where no page has made it yet. */
function openOutbox() {
  const request = indexedDB.open('ouderlogin-outbox', 1);
  request.onupgradeneeded = () => request.transaction.abort();
  return resultOf(request).catch(() => null);
}

/**
 * What can be sent by itself, in its order. An edit can not: the next one builds on the version that it makes. Nor can an
 * order of contacts: one of them may be to be removed before.
 */
async function waitingEntries(database, account) {
  const entries = database.transaction('entries').objectStore('entries');
  const all = await resultOf(entries.getAll(IDBKeyRange.bound([account], [account, []])));
  return all.map(({ text }) => entryOf(text))
    .filter((entry) => entry?.version === '' && !entry.path.endsWith('/emergency-contact-order'))
    .sort((a, b) => a.number - b.number);
}

async function apiBase() {
  const config = await (await caches.open(settings)).match('/config.json');
  const base = await config?.json().then(({ apiBase: value }) => value, () => null);
  return typeof base === 'string' ? base : '/api';
}

/** What is thrown lets the browser try again later; what is refused waits until the parent sees it. */
async function ask(url, options) {
  const response = await fetch(url, { credentials: 'include', cache: 'no-store', ...options });
  if (response.status >= 500 || response.status === 429 || response.status === 408) {
    throw new Error(`${response.status} from ${url}`);
  }
  return response;
}

/** Sends what the guardian who is signed in has written, once each: the server knows their keys. */
async function sendFrom(database) {
  const api = await apiBase();
  const session = await ask(`${api}/session`);
  if (!session.ok) {
    return;
  }
  const { guardianId } = await session.json();
  const behind = Date.parse(session.headers.get('Date')) - Date.now();
  for (const entry of await waitingEntries(database, guardianId)) {
    const response = await ask(api + entry.path, {
      method: entry.method,
      body: entry.body || undefined,
      headers: {
        'Content-Type': 'application/json',
        'For-Guardian': guardianId,
        'Idempotency-Key': entry.key,
        'Written-At': new Date(entry.writtenAt * 1000 + behind).toISOString().replace(/\.\d+/, ''),
      },
    });
    if (response.ok) {
      const entries = database.transaction('entries', 'readwrite').objectStore('entries');
      await resultOf(entries.delete([guardianId, entry.key]));
    }
  }
}

async function sendWaiting() {
  const database = await openOutbox();
  if (database) {
    await sendFrom(database).finally(() => database.close());
  }
}

/** The browser says that there is a network again. A page that is open sends what waits, and tells the parent. */
async function sendByWhoeverIsThere() {
  const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  pages.forEach((page) => page.postMessage('send'));
  if (pages.length === 0) {
    await navigator.locks.request('ouderlogin-outbox', sendWaiting);
  }
}

addEventListener('sync', (event) => event.waitUntil(sendByWhoeverIsThere()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || /^\/api(\/|$)/.test(pathname)) {
    return;
  }
  const isScreen = request.mode === 'navigate' && !/\.[^/]*$/.test(pathname);
  if (isScreen) {
    event.respondWith(file('/'));
  } else if (pathname in release.files || isHashed(pathname)) {
    event.respondWith(file(pathname));
  } else if (pathname === '/config.json' || request.destination === 'image') {
    event.respondWith(setting(event, pathname));
  }
});
