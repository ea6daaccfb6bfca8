// The package behind nginx, and the API on the same origin: the part of the configuration that comes as a comment.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage, phone } from './support/browser.mjs';
import { startNginx } from './support/nginx.mjs';
import { makePackage } from './support/package.mjs';
import { signIn } from './support/portal.mjs';
import { freePort, startServer } from './support/server.mjs';

let made;
let api;
let nginx;
let browser;
let site;

before(async () => {
  const port = await freePort();
  site = `http://localhost:${port}`;
  api = await startServer({ options: ['--public-url', site, '--behind-proxy'] });
  made = makePackage();
  nginx = await startNginx(made, port, { apiPort: api.port });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await nginx?.stop();
  await api?.destroy();
  made?.remove();
});

test('a parent signs in, and still is after a reload', async (t) => {
  const page = await openPage(t, browser, site, { device: phone });
  await signIn(page);
  await page.reload();
  await page.getByRole('button', { name: /^Uw account/ }).waitFor();
});

test('the API is the server\'s, with its headers and not with those of pages', async () => {
  const answer = await fetch(`${site}/api/session`);
  assert.equal(answer.status, 401);
  assert.equal(answer.headers.get('Content-Type'), 'application/problem+json');
  assert.equal(answer.headers.get('Content-Security-Policy'), "default-src 'none'; frame-ancestors 'none'");
  assert.equal(answer.headers.get('Cache-Control'), 'no-store');
  assert.equal(answer.headers.get('X-Content-Type-Options'), 'nosniff');
  assert.equal((await fetch(`${site}/api/nothing.json`)).status, 404);
  assert.match(await (await fetch(`${site}/apis`)).text(), /<title>Ouderlogin/, 'a screen, and no API');
});

test('a server that is away is an error of the API, and the page is there', async () => {
  await api.stop();
  assert.equal((await fetch(`${site}/api/session`)).status, 502);
  assert.equal((await fetch(site)).status, 200);
  await api.start();
  assert.equal((await fetch(`${site}/api/session`)).status, 401);
});
