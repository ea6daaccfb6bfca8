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

/**
 * Something waits to be sent, and the browser says that there is a network. The pages send it, who know whose it is; where
 * none is open, it waits until one is.
 */
addEventListener('sync', (event) => {
  event.waitUntil(clients.matchAll({ type: 'window' }).then((pages) => pages.forEach((page) => page.postMessage('send'))));
});

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
