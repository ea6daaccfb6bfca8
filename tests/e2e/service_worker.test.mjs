// A version of the portal is on the device as a whole or not at all, and starts without a network.

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, launchProfile, openPage } from './support/browser.mjs';
import { startHost } from './support/host.mjs';
import { makeOtherFonts, makePackage, makeStubClient } from './support/package.mjs';

const kUpdateReady = 0;
const kReplaced = 1;

const parts = [];
const keep = (part) => {
  parts.push(part);
  return part;
};
let first;
let second;  // all but the page's scripts and styles differ
let browser;

before(async () => {
  first = keep(makePackage({ client: keep(makeStubClient('first')).folder, draft: true }));
  second = keep(makePackage({ client: keep(makeStubClient('second')).folder, assets: keep(makeOtherFonts()).folder, draft: true }));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  parts.forEach((part) => part.remove());
});

const started = (page, version) => page.waitForFunction((name) => globalThis.version === name, version);

/** A page of the first version, which the service worker has given. */
async function openFirst(t, options = {}) {
  const host = await startHost(first.site);
  t.after(() => host.stop());
  const page = await openPage(t, browser, host.base, { serviceWorkers: 'allow', ...options });
  await settleFirst(page);
  return { host, page };
}

async function settleFirst(page) {
  await started(page, 'first');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await started(page, 'first');
  assert.ok(await page.evaluate(() => navigator.serviceWorker.controller !== null));
}

/** Looks for another version, until it is here or has failed to come: "installed", "redundant" or "none". */
function update(page) {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise((resolve) => {
      registration.addEventListener('updatefound', () => resolve(registration.installing), { once: true });
    });
    try {
      await registration.update();
    } catch {
      return 'none';
    }
    const worker = registration.installing ?? await Promise.race([found, Promise.resolve(null)]);
    if (!worker) {
      return registration.waiting ? 'installed' : 'none';
    }
    await new Promise((resolve) => {
      const check = () => ['installed', 'redundant', 'activated'].includes(worker.state) && resolve();
      worker.addEventListener('statechange', check);
      check();
    });
    return worker.state;
  });
}

test('the portal starts with the network off, at every address', async (t) => {
  const { host, page } = await openFirst(t);
  host.fault = () => 'gone';
  for (const path of ['/', '/wijziging/2026-11', '/stamgegevens/kind/k1', '/?utm=1.2']) {
    await page.goto(host.base + path);
    await started(page, 'first');
  }
});

test('the portal starts when the host answers 500', async (t) => {
  const { host, page } = await openFirst(t);
  host.fault = () => 500;
  await page.goto(`${host.base}/facturen`);
  await started(page, 'first');
  assert.equal(await update(page), 'none');
  await page.reload();
  await started(page, 'first');
});

test('the portal starts after the host has lost its version, and when it has lost everything', async (t) => {
  const { host, page } = await openFirst(t);
  host.folder = second.site;
  host.fault = (path) => (path === '/sw.js' ? 'gone' : null);
  await page.reload();
  await started(page, 'first');
  host.fault = () => 404;
  await page.reload();
  await started(page, 'first');
});

test('a first start that the network ends in the middle is made up for later', async (t) => {
  const host = await startHost(first.site);
  t.after(() => host.stop());
  host.fault = (path) => (path.includes('-ext-') ? 'cut' : null);  // what the page itself leaves alone
  const page = await openPage(t, browser, host.base, { serviceWorkers: 'allow' });
  await started(page, 'first');
  await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration())?.installing);
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active ?? null), null);
  host.fault = () => null;
  await page.reload();
  await settleFirst(page);
  host.fault = () => 'gone';
  await page.reload();
  await started(page, 'first');
});

test('an update downloads what has changed and nothing else, and begins when it is asked to', async (t) => {
  const { host, page } = await openFirst(t);
  const other = await page.context().newPage();
  await other.goto(host.base);
  await started(other, 'first');
  host.folder = second.site;
  host.asked = [];
  assert.equal(await update(page), 'installed');
  const asked = host.asked.filter((path) => path !== '/config.json').sort();
  assert.equal(new Set(asked).size, asked.length, 'nothing twice');
  assert.ok(asked.every((path) => /^\/(sw\.js|favicon\.svg)?$|\.ttf$|\/ouderlogin-\w+\.(mjs|wasm)$/.test(path)), asked.join());
  assert.equal(asked.filter((path) => path.endsWith('.ttf')).length, 9);
  await page.waitForFunction((event) => globalThis.told.includes(event), kUpdateReady);
  await page.reload();
  await started(page, 'first');
  await page.waitForFunction((event) => globalThis.told.includes(event), kUpdateReady);

  host.fault = () => 'gone';
  await page.evaluate(() => globalThis.portal.startNewVersion());
  for (const each of [page, other]) {
    await each.waitForFunction((event) => globalThis.told.includes(event), kReplaced);
    await each.evaluate(() => globalThis.portal.reloadWith('what was typed'));
    await started(each, 'second');
    assert.equal(await each.evaluate(() => globalThis.portal.takeDraft()), 'what was typed');
    assert.equal(await each.evaluate(() => globalThis.portal.takeDraft()), '', 'once');
  }
  const caches = await page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('-files-')));
  assert.equal(caches.length, 1, 'the version before is gone');
});

test('an update that ends at any of its files leaves the version before as it was', async (t) => {
  const { host, page } = await openFirst(t);
  host.folder = second.site;
  const came = new Set();
  for (;;) {
    let broken = null;
    host.fault = (path) => {
      if (path === '/sw.js' || path === '/config.json') {
        return null;
      }
      broken ??= came.has(path) ? null : path;
      return broken === null ? null : 'cut';
    };
    const state = await update(page);
    if (state === 'installed') {
      break;
    }
    assert.equal(state, 'redundant');
    assert.notEqual(broken, null);
    came.add(broken);
    host.fault = () => 'gone';
    await page.reload();
    await started(page, 'first');
  }
  assert.ok(came.size >= 12, [...came].join());
  host.fault = () => 'gone';
  await page.evaluate(() => globalThis.portal.startNewVersion());
  await page.waitForFunction((event) => globalThis.told.includes(event), kReplaced);
  await page.reload();
  await started(page, 'second');
});

test('a file that is another one than the version has is not taken', async (t) => {
  const { host, page } = await openFirst(t);
  host.folder = second.site;
  host.fault = (path) => (path.endsWith('.wasm') ? 200 : null);  // the sign-in page of some Wi-Fi
  assert.equal(await update(page), 'redundant');
  await page.reload();
  await started(page, 'first');
});

test('an update during which the browser is killed is none, and comes the next time', async (t) => {
  const host = await startHost(first.site);
  const profile = await mkdtemp(join(tmpdir(), 'ouderlogin-profile-'));
  t.after(async () => {
    await host.stop();
    rmSync(profile, { recursive: true, force: true });
  });
  const open = async () => {
    const context = await launchProfile(profile);
    const page = await context.newPage();
    await page.goto(host.base);
    await started(page, 'first');
    return { context, page };
  };
  let { context, page } = await open();
  await settleFirst(page);
  host.folder = second.site;
  const reached = new Promise((resolve) => {
    host.fault = (path) => (path.endsWith('.wasm') ? (resolve(), 'hang') : null);
  });
  page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update())).catch(() => {});
  await reached;
  await context.kill();
  host.fault = () => 'gone';
  ({ context, page } = await open());
  host.fault = () => null;
  assert.equal(await update(page), 'installed');
  await context.close();
});

test('the API is never answered by the device', async (t) => {
  const { host, page } = await openFirst(t);
  const ask = (path, method) => page.evaluate(([url, how]) => fetch(url, { method: how }).then(({ status }) => status, () => 'failed'), [path, method]);
  host.fault = (path) => (path.startsWith('/api') ? 503 : null);
  host.asked = [];
  for (const [path, method] of [['/api/session', 'GET'], ['/api/session', 'GET'], ['/api', 'GET'], ['/api/change-requests', 'POST'], ['/', 'POST']]) {
    await ask(path, method);
  }
  assert.deepEqual(host.asked, ['/api/session', '/api/session', '/api', '/api/change-requests', '/']);
  host.fault = () => 'gone';
  assert.equal(await ask('/api/session', 'GET'), 'failed');
  const kept = await page.evaluate(async () => {
    const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  assert.ok(kept.length > 20);
  assert.deepEqual(kept.filter((path) => path.startsWith('/api')), []);
});

test('settings are those of the last time, and new ones count at the next start', async (t) => {
  const { host, page } = await openFirst(t);
  const setting = () => page.evaluate(() => globalThis.portal.setting('organisation'));
  const own = keep(makePackage({ client: parts[0].folder, config: { organisation: 'De Kikkers' }, draft: true }));
  host.folder = own.site;
  await page.reload();
  await started(page, 'first');
  assert.equal(await setting(), '');
  await page.waitForFunction(async () => {
    const kept = await (await caches.open('ouderlogin-settings')).match('/config.json');
    return (await kept.json()).organisation === 'De Kikkers';
  });
  host.fault = (path) => (path === '/config.json' ? 200 : null);  // a page in its place
  for (let start = 0; start < 2; start += 1) {
    await page.reload();
    await started(page, 'first');
    assert.equal(await setting(), 'De Kikkers');
  }
});
