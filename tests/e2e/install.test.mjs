// The portal can be put among a device's programs, and says how where the browser leaves that to the parent.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { largestDifference, launch, openPage, phone } from './support/browser.mjs';
import { startHost } from './support/host.mjs';
import { drawIcons, iconFolder } from './support/icons.mjs';
import { makePackage, makeStubClient } from './support/package.mjs';

const kInstallable = 2;
const kAddableByHand = 3;
const kInstalled = 4;

let stub;
let made;
let host;
let browser;

before(async () => {
  stub = makeStubClient('first');
  made = makePackage({ client: stub.folder, config: { organisation: 'De Kikkers' }, draft: true });
  host = await startHost(made.site);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await host?.stop();
  stub?.remove();
  made?.remove();
});

const open = async (t, options) => {
  const page = await openPage(t, browser, host.base, { device: phone, serviceWorkers: 'allow', ...options });
  await page.waitForFunction(() => globalThis.version === 'first');
  return page;
};

test('a browser finds nothing that keeps the portal from being installed', async (t) => {
  const page = await open(t);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const session = await page.context().newCDPSession(page);
  const { errors, data } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  assert.equal(JSON.parse(data).name, 'De Kikkers');
  // A profile of a test is private, and only that may be in the way.
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
});

test('all pictures of the manifest are there, in the sizes that it says', () => {
  const manifest = JSON.parse(readFileSync(join(made.site, 'manifest.webmanifest'), 'utf8'));
  const pictures = [...manifest.icons, ...manifest.screenshots, ...manifest.shortcuts.flatMap(({ icons }) => icons)];
  for (const { src, sizes, type } of pictures.filter(({ sizes: size }) => size !== 'any')) {
    const data = readFileSync(join(made.site, src));
    assert.equal(type, 'image/png');
    assert.equal(`${data.readUInt32BE(16)}x${data.readUInt32BE(20)}`, sizes, src);
  }
  for (const form of ['narrow', 'wide']) {
    assert.ok(manifest.screenshots.some(({ form_factor: factor }) => factor === form));
  }
  for (const purpose of ['any', 'maskable']) {
    assert.deepEqual(manifest.icons.filter((icon) => icon.purpose === purpose && icon.sizes !== 'any').map(({ sizes }) => sizes),
      ['192x192', '512x512']);
  }
  assert.deepEqual(manifest.shortcuts.map(({ name }) => name), ['Ziek melden', 'Wijziging aanvragen']);
});

test('the icons are those of the one drawing', async () => {
  for (const [name, picture] of await drawIcons(browser)) {
    const difference = await largestDifference(browser, picture, readFileSync(join(iconFolder, name)));
    assert.ok(difference <= 16, `${name} is an old one; node tests/e2e/icons.mjs draws it anew`);
  }
});

test('the browser\'s offer is kept until the parent wants it', async (t) => {
  const page = await open(t);
  await page.evaluate(() => {
    const offer = new Event('beforeinstallprompt', { cancelable: true });
    offer.prompt = () => { globalThis.asked = (globalThis.asked ?? 0) + 1; };
    dispatchEvent(offer);
    globalThis.prevented = offer.defaultPrevented;
  });
  assert.equal(await page.evaluate(() => globalThis.prevented), true);
  assert.ok((await page.evaluate(() => globalThis.told)).includes(kInstallable));
  await page.evaluate(() => globalThis.portal.install());
  assert.equal(await page.evaluate(() => globalThis.asked), 1);
  await page.evaluate(() => dispatchEvent(new Event('appinstalled')));
  assert.ok((await page.evaluate(() => globalThis.told)).includes(kInstalled));
});

test('an iPhone is told how, unless the portal runs as a program already', async (t) => {
  const userAgent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1';
  for (const standalone of [false, true]) {
    const init = new Function(`Object.defineProperty(navigator, 'standalone', { value: ${standalone} })`);
    const page = await open(t, { userAgent, init });
    assert.equal((await page.evaluate(() => globalThis.told)).includes(kAddableByHand), !standalone);
  }
});
