// The package on a host of static files that keeps to _headers and _redirects as CDNs say they do, the API on another
// origin of the same site. What a real CDN does besides is not known here.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, phone, watchPage } from './support/browser.mjs';
import { startHost } from './support/host.mjs';
import { makePackage } from './support/package.mjs';
import { signIn } from './support/portal.mjs';
import { freePort, startServer } from './support/server.mjs';

let made;
let api;
let host;
let browser;
let site;

before(async () => {
  const port = await freePort();
  site = `http://localhost:${port}`;
  api = await startServer({ options: ['--allow-origin', site, '--public-url', site] });
  made = makePackage({ config: { apiBase: `http://localhost:${api.port}/api`, organisation: 'De Kikkers' } });
  host = await startHost(made.site, { port });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await host?.stop();
  await api?.destroy();
  made?.remove();
});

test('a parent signs in, and again when the service worker has the page', async (t) => {
  const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', ...phone });
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  const others = [];
  page.on('request', (request) => {
    if (![site, `http://localhost:${api.port}`].includes(new URL(request.url()).origin) && !/^(data|blob):/.test(request.url())) {
      others.push(request.url());
    }
  });
  await page.addInitScript(watchPage);
  await page.goto(site);
  await signIn(page);
  assert.match(await page.title(), /De Kikkers/);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await page.getByRole('button', { name: /^Uw account/ }).waitFor();
  assert.ok(await page.evaluate(() => navigator.serviceWorker.controller !== null));
  assert.deepEqual(await page.evaluate(() => globalThis.watch.violations), []);
  assert.deepEqual(others, []);
});

test('every file of the package is given with the headers that keep it and guard it', async () => {
  for (const name of readdirSync(join(made.site, 'app')).filter((each) => !/\.(br|gz)$/.test(each))) {
    const { headers } = await fetch(`${site}/app/${name}`);
    assert.equal(headers.get('Cache-Control'), 'public, max-age=31536000, immutable', name);
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff', name);
  }
  for (const path of ['/', '/index.html', '/sw.js', '/config.json', '/manifest.webmanifest']) {
    const { headers } = await fetch(site + path);
    assert.equal(headers.get('Cache-Control'), 'no-cache, no-transform', path);
    assert.match(headers.get('Content-Security-Policy'), new RegExp(`connect-src 'self' http://localhost:${api.port};`), path);
  }
});
