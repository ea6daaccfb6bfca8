// The package behind nginx on one origin, the API on another one of the same site.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, phone, watchPage } from './support/browser.mjs';
import { startNginx } from './support/nginx.mjs';
import { makePackage } from './support/package.mjs';
import { parent, signIn } from './support/portal.mjs';
import { freePort, startServer } from './support/server.mjs';

let made;
let api;
let nginx;
let browser;
let site;
let apiBase;

before(async () => {
  const port = await freePort();
  site = `http://localhost:${port}`;
  api = await startServer({ options: ['--allow-origin', site] });
  apiBase = `http://localhost:${api.port}/api`;
  made = makePackage({ config: { apiBase } });
  nginx = await startNginx(made, port);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await nginx?.stop();
  await api?.destroy();
  made?.remove();
});

const get = (path, headers = {}) => fetch(site + path, { headers });

test('files have their types, packed copies and headers', async () => {
  const types = { '.mjs': 'text/javascript; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
    '.wasm': 'application/wasm', '.ttf': 'font/ttf' };
  const names = readdirSync(join(made.site, 'app'));
  for (const [ending, type] of Object.entries(types)) {
    const name = names.find((each) => each.endsWith(ending));
    const answer = await get(`/app/${name}`, { 'Accept-Encoding': 'gzip' });
    assert.equal(answer.status, 200, name);
    assert.equal(answer.headers.get('Content-Type'), type, name);
    assert.equal(answer.headers.get('Content-Encoding'), 'gzip', name);
    assert.equal(answer.headers.get('Cache-Control'), 'public, max-age=31536000, immutable', name);
    assert.equal(answer.headers.get('X-Content-Type-Options'), 'nosniff', name);
  }
  for (const path of ['/sw.js', '/config.json', '/manifest.webmanifest', '/index.html']) {
    assert.equal((await get(path)).headers.get('Cache-Control'), 'no-cache, no-transform', path);
  }
});

test('every screen is the page, and what is missing is missing and not kept', async () => {
  for (const path of ['/', '/wijziging/2026-11-25/extra', '/stamgegevens/kind/k1', '/?a=b.c']) {
    const answer = await get(path);
    assert.equal(answer.status, 200, path);
    assert.match(await answer.text(), /<title>Ouderlogin/, path);
    assert.equal(answer.headers.get('Cache-Control'), 'no-cache, no-transform', path);
    assert.match(answer.headers.get('Content-Security-Policy'), new RegExp(`connect-src 'self' http://localhost:${api.port};`));
  }
  const missing = await get('/app/boot-000000000000.js');
  assert.equal(missing.status, 404);
  assert.equal(missing.headers.get('Cache-Control'), null);
  assert.match(missing.headers.get('Content-Security-Policy'), /default-src 'none'/);
});

async function open(t, path = '/') {
  const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', ...phone });
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  await page.addInitScript(watchPage);
  await page.goto(site + path);
  return page;
}

test('the API takes the session\'s cookie from the other origin', async (t) => {
  const page = await open(t, '/config.json');
  const statuses = await page.evaluate(async ([base, credentials]) => {
    const ask = (method, path, more = {}) => fetch(base + path, { method, credentials: 'include', ...more });
    const before = await ask('GET', '/session');
    const signed = await ask('POST', '/session', { body: JSON.stringify(credentials), headers: { 'Content-Type': 'application/json' } });
    const after = await ask('GET', '/session');
    return { list: [before, signed, after].map(({ status }) => status), date: signed.headers.get('Date') };
  }, [apiBase, parent]);
  assert.deepEqual(statuses.list, [401, 200, 200]);
  assert.notEqual(statuses.date, null, 'the client follows the server\'s clock');
});

test('a parent signs in, and still is after a reload', async (t) => {
  const page = await open(t);
  await signIn(page);
  await page.reload();
  await page.getByRole('button', { name: /^Uw account/ }).waitFor();
  assert.deepEqual(await page.evaluate(() => globalThis.watch.violations), []);
});
