// The canvas: drawn on demand, sharp on every screen, whole again after its context was lost, and dispensable.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, findBarriers, largestDifference, phone, settle } from './support/browser.mjs';
import { possibleWishes, readFamily } from './support/family.mjs';
import { askedRow, calendar, fillExtra, signIn, tab, usePortal } from './support/portal.mjs';

// Pictures are compared, and some of what they show is the time that is left: in the middle of a minute that is the same.
const today = '2026-11-23';
const portal = usePortal({ clock: `${today}T09:00:30Z` });

/** Nothing focused or hovered, nothing moving: two pictures of it are the same picture. */
async function stillPicture(page) {
  await settle(page);
  await page.mouse.move(2, 2);
  await page.evaluate(() => document.activeElement.blur());
  await settle(page);
  return page.screenshot();
}

test('no frame is drawn in five idle seconds', async (t) => {
  const page = await portal.openSignedIn(t);
  await calendar(page, today);
  await settle(page);
  const count = () => page.evaluate(() => [globalThis.watch.frames, globalThis.watch.draws]);
  const [frames, draws] = await count();
  assert.ok(draws > 0);
  await page.waitForTimeout(5000);
  assert.deepEqual(await count(), [frames, draws]);
});

test('one press draws few frames', async (t) => {
  const page = await portal.openSignedIn(t);
  await calendar(page, today);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await settle(page);
  const before = await page.evaluate(() => globalThis.watch.frames);
  await page.getByRole('button', { name: 'Volgende maand' }).click();
  await settle(page);
  const frames = (await page.evaluate(() => globalThis.watch.frames)) - before;
  assert.ok(frames <= 20, `${frames} frames`);
});

/** Takes the canvas's context away, as a browser does when the graphics card is needed elsewhere. */
function loseContext(page, version) {
  return page.evaluate((kind) => new Promise((resolve) => {
    const canvas = document.getElementById('canvas');
    globalThis.lost = canvas.getContext(kind).getExtension('WEBGL_lose_context');
    canvas.addEventListener('webglcontextlost', () => resolve(), { once: true });
    globalThis.lost.loseContext();
  }), version);
}

/** Gives it back, and waits until something is drawn with it. */
async function restoreContext(page) {
  const drawn = await page.evaluate(() => globalThis.watch.draws);
  await page.evaluate(() => globalThis.lost.restoreContext());
  await page.waitForFunction((before) => globalThis.watch.draws > before, drawn);
}

function withoutWebGL2() {
  const get = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function getContext(kind, ...more) {
    return kind === 'webgl2' ? null : get.call(this, kind, ...more);
  };
}

for (const [version, init] of [['webgl2', undefined], ['webgl', withoutWebGL2]]) {
  test(`a lost ${version} context comes back with the same picture`, async (t) => {
    const page = await portal.openSignedIn(t, { init });
    await calendar(page, today);
    const before = await stillPicture(page);
    await loseContext(page, version);
    await restoreContext(page);
    const after = await stillPicture(page);
    assert.ok(before.equals(after), 'the pictures differ');
    await page.getByRole('button', { name: 'Volgende maand' }).click();
  });
}

test('WebGL 1 gives the same picture as WebGL 2', async (t) => {
  const pictures = [];
  for (const init of [undefined, withoutWebGL2]) {
    const page = await portal.openSignedIn(t, { init });
    await calendar(page, today);
    pictures.push(await stillPicture(page));
  }
  // Letters lie elsewhere in the font's texture when they were needed in another order, which rounds a shade away.
  assert.ok(await largestDifference(portal.browser, ...pictures) < 4, 'the pictures differ');
});

test('a context that stays lost leaves a page that works', async (t) => {
  const page = await portal.openSignedIn(t);
  await calendar(page, today);
  await loseContext(page, 'webgl2');
  await page.waitForFunction(() => document.body.classList.contains('plain'));
  await tab(page, 'Logboek').click();
  await page.getByRole('heading', { level: 1, name: 'Logboek' }).waitFor();
  await restoreContext(page);
  await page.waitForFunction(() => !document.body.classList.contains('plain'));
});

test('without WebGL the portal is an ordinary page: sign in, ask for a day, read the log', async (t) => {
  const page = await portal.open(t, { init: () => { HTMLCanvasElement.prototype.getContext = () => null; } });
  await page.getByRole('button', { name: 'Inloggen' }).waitFor();
  assert.equal(await page.locator('#canvas').isVisible(), false);
  assert.deepEqual(await findBarriers(page), []);
  await signIn(page);
  const [wish] = possibleWishes(await readFamily(page, today), { on: today });
  await page.goto(`${portal.server.base}/wijziging/${wish.date.slice(0, 7)}`);
  await calendar(page, wish.date);
  assert.deepEqual(await findBarriers(page), []);
  const dialog = await fillExtra(page, wish);
  assert.deepEqual(await findBarriers(page), []);
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await dialog.waitFor({ state: 'detached' });
  await askedRow(page, wish).waitFor();
  await tab(page, 'Logboek').click();
  await page.getByText('Aangevraagd', { exact: true }).first().waitFor();
});

for (const ratio of [1, 2, 3]) {
  test(`every device pixel is drawn once at a pixel ratio of ${ratio}`, async (t) => {
    const page = await portal.openSignedIn(t, { device: { ...phone, deviceScaleFactor: ratio } });
    await calendar(page, today);
    const canvas = await page.evaluate(() => {
      const { width, height, style } = document.getElementById('canvas');
      return { width, height, css: [parseFloat(style.width), parseFloat(style.height)] };
    });
    assert.deepEqual([canvas.width, canvas.height], [390 * ratio, 844 * ratio]);
    assert.deepEqual(canvas.css, [390, 844]);
  });
}

test('the drawing follows the window’s size and the browser’s zoom', async (t) => {
  const page = await portal.openSignedIn(t);
  await calendar(page, today);
  const size = () => page.evaluate(() => {
    const { width, height } = document.getElementById('canvas');
    return [width, height];
  });
  await page.setViewportSize({ width: 700, height: 600 });
  await page.waitForFunction(() => document.getElementById('canvas').height === 600);
  assert.ok((await size())[0] > 650);
  // Zooming to 200 % halves the CSS pixels and doubles the ratio.
  const zoom = await page.context().newCDPSession(page);
  const metrics = { width: 350, height: 300, deviceScaleFactor: 2, mobile: false };
  await zoom.send('Emulation.setDeviceMetricsOverride', metrics);
  await page.waitForFunction(() => document.getElementById('canvas').height === 600 && innerHeight === 300);
  await calendar(page, today);
});

for (const [name, device] of [['phone', phone], ['desktop', desktop]]) {
  test(`every control lies where it is drawn and is large enough (${name})`, async (t) => {
    const page = await portal.openSignedIn(t, { device });
    await calendar(page, today);
    await settle(page);
    const wrong = await page.evaluate(() => [...document.querySelectorAll('#mirror :is(button, a, input, select)')]
      .map((element) => ({ name: element.textContent, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.left < 0 || box.right > document.documentElement.clientWidth + 1
        || box.width < 24 || box.height < 24)
      .map(({ name: text, box }) => `${text}: ${box.left} ${box.top} ${box.width} ${box.height}`));
    assert.deepEqual(wrong, []);
  });
}

test('at 320 pixels nothing has to be scrolled sideways', async (t) => {
  const page = await portal.openSignedIn(t, { device: { ...phone, viewport: { width: 320, height: 640 } } });
  for (const path of ['/', '/wijziging', '/stamgegevens', '/logboek']) {
    await page.goto(portal.server.base + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settle(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, path);
  }
});

test('the client stays below 32 MiB of memory', async (t) => {
  const page = await portal.open(t, {
    path: '/wijziging',
    init: () => {
      const { instantiate } = WebAssembly;
      WebAssembly.instantiate = async (...values) => {
        const instance = await instantiate(...values);
        globalThis.memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
        return instance;
      };
    },
  });
  const mebibytes = () => page.evaluate(() => globalThis.memory.buffer.byteLength / 2 ** 20);
  await page.getByRole('button', { name: 'Inloggen' }).waitFor();
  assert.equal(await mebibytes(), 16);
  await signIn(page);
  await calendar(page, today);
  for (let months = 0; months < 24; months += 1) {
    await page.getByRole('button', { name: 'Volgende maand' }).click();
  }
  await settle(page);
  assert.ok(await mebibytes() < 32);
});

test('a printed page has the text', async (t) => {
  const page = await portal.openSignedIn(t, { path: '/stamgegevens' });
  const { children } = await readFamily(page, today);
  await page.getByRole('heading', { level: 1, name: 'Stamgegevens' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('#canvas').isVisible(), false);
  const heading = page.getByRole('heading', { name: `${children[0].firstName} ${children[0].lastName}` });
  const { color, height } = await heading.evaluate((element) =>
    ({ color: getComputedStyle(element).color, height: element.getBoundingClientRect().height }));
  assert.doesNotMatch(color, /, 0\)$/);
  assert.ok(height > 10);
});
