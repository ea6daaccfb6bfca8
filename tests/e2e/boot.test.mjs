// What a parent sees when the portal cannot start or stops.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findBarriers, launch, openPage, phone, settle } from './support/browser.mjs';
import { startServer } from './support/server.mjs';
import { openShell } from './support/shell.mjs';

let server;
let browser;

before(async () => {
  server = await startServer();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.destroy();
});

/** Opens a page that first fails to get `files`; `mend` lets them through. */
async function openBroken(t, files) {
  const page = await openPage(t, browser, server.base, { path: '/config.json', device: phone });
  await page.route(files, (route) => route.abort());
  await page.goto(server.base);
  return { page, mend: () => page.unroute(files) };
}

for (const files of ['**/ouderlogin-*.wasm', '**/ouderlogin-*.mjs', '**/nunito-sans-400-*.ttf', '**/config.json*']) {
  test(`a clear page with a way on when ${files} cannot be loaded`, async (t) => {
    const { page, mend } = await openBroken(t, files);
    const heading = page.getByRole('heading', { name: 'De ouderlogin kon niet worden geladen' });
    await heading.waitFor();
    assert.deepEqual(await findBarriers(page), []);
    await mend();
    await page.getByRole('button', { name: /Opnieuw proberen/ }).click();
    await page.getByRole('textbox', { name: 'E-mailadres' }).waitFor();
    assert.equal(await heading.isVisible(), false);
  });
}

test('a clear page in a browser without WebAssembly', async (t) => {
  const page = await openPage(t, browser, server.base, { init: () => { delete globalThis.WebAssembly; } });
  await page.getByRole('heading', { name: 'Deze browser is te oud' }).waitFor();
  assert.deepEqual(await findBarriers(page), []);
});

test('a clear page when the client stops by an error', async (t) => {
  const page = await openShell(t, browser, server.base);
  await page.evaluate(() => dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('trap') })));
  await page.getByRole('heading', { name: 'Er ging iets mis' }).waitFor();
  assert.deepEqual(await findBarriers(page), []);
});

test('fonts of rare letters come when a text has one, and their absence does no harm', async (t) => {
  const page = await openPage(t, browser, server.base, { path: '/config.json' });
  const asked = [];
  await page.route('**/*-ext-*.ttf', (route) => {
    asked.push(new URL(route.request().url()).pathname);
    return asked.length === 1 ? route.abort() : route.continue();
  });
  await page.goto(`${server.base}/`);
  const email = page.getByRole('textbox', { name: 'E-mailadres' });
  await email.fill('zoe@voorbeeld.nl');
  await settle(page);
  assert.deepEqual(asked, []);
  await email.fill('žoë@voorbeeld.nl');
  await page.waitForFunction(() => [...document.fonts].some((face) => face.unicodeRange.includes('100')));
  assert.ok(asked.length >= 4);
  await email.fill('ářžoë@voorbeeld.nl');
  await page.waitForFunction(() => [...document.fonts].filter((face) => face.unicodeRange.includes('100')).length >= 4);
  await page.getByRole('button', { name: 'Inloggen' }).waitFor();
  assert.equal(await page.locator('#failure').isVisible(), false);
});

test('a text says what to do in a browser without JavaScript', async (t) => {
  const page = await openPage(t, browser, server.base, { javaScriptEnabled: false });
  await page.locator('noscript p').waitFor();
  assert.match(await page.locator('noscript').textContent(), /is JavaScript nodig/);
});
