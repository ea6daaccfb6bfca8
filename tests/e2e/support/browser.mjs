// Chromium as a parent has it, with a watch on what no page of the portal may ever do.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 1 };
export const desktop = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 };

const options = {
  executablePath: process.env.OUDERLOGIN_CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
};

/** Chromium with software WebGL, and `more` of its command-line options. */
export function launch(...more) {
  return chromium.launch({ ...options, args: [...options.args, ...more] });
}

/** A context whose storage is in a folder, and outlives a browser that is ended by `kill` as by a dead battery. */
export async function launchProfile(folder) {
  const context = await chromium.launchPersistentContext(folder, { ...options, handleSIGINT: false });
  const gone = new Promise((resolve) => { context.once('close', resolve); });
  context.kill = async () => {
    const session = await context.newCDPSession(context.pages()[0]);
    session.send('Browser.crash').catch(() => {});
    await gone;
  };
  return context;
}

/** Runs in the page before anything else: counts frames, drawing and open requests, and collects broken rules. */
export function watchPage() {
  const watch = { frames: 0, draws: 0, open: 0, ticks: 0, violations: [] };
  globalThis.watch = watch;
  document.addEventListener('securitypolicyviolation', (event) => {
    watch.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
  });
  const request = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (callback) => {
    watch.frames += 1;
    return request.call(globalThis, callback);
  };
  watch.tick = () => request.call(globalThis, () => { watch.ticks += 1; });
  const { fetch } = globalThis;
  globalThis.fetch = (...values) => {
    watch.open += 1;
    return fetch.apply(globalThis, values).finally(() => { watch.open -= 1; });
  };
  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function sendAndCount(body) {
    watch.open += 1;
    this.addEventListener('loadend', () => { watch.open -= 1; });
    return send.call(this, body);
  };
  for (const kind of [globalThis.WebGLRenderingContext, globalThis.WebGL2RenderingContext]) {
    const draw = kind?.prototype.drawElements;
    if (draw) {
      kind.prototype.drawElements = function drawElements(...values) {
        watch.draws += 1;
        return draw.apply(this, values);
      };
    }
  }
}

/** A parent who wants little to be loaded gets nothing ahead, for which tests would have to wait. */
export function saveData() {
  Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
}

/**
 * A page in a profile of its own. When test `t` ends, it fails if the page asked another host, broke the content
 * security policy or threw. With `ahead` it loads what no screen has asked for.
 */
export async function openPage(t, browser, base, { device = desktop, path = '/', ahead = false, init, ...options } = {}) {
  // A service worker would answer before page.route does; tests about it say so.
  const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', serviceWorkers: 'block',
    ...device, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  const faults = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${base}/`) && !url.startsWith('data:') && !url.startsWith('blob:')) {
      faults.push(`another host: ${url}`);
    }
  });
  await page.addInitScript(watchPage);
  if (!ahead) {
    await page.addInitScript(saveData);
  }
  if (init) {
    await page.addInitScript(init);
  }
  t.after(async () => {
    const violations = await page.evaluate(() => globalThis.watch?.violations ?? []).catch(() => []);
    await context.close();
    assert.deepEqual([...faults, ...violations], []);
  });
  await page.goto(base + path);
  return page;
}

/** What axe-core finds wrong, as short lines; nothing when all is well. */
export async function findBarriers(page) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.evaluate(axeSource);  // the content security policy keeps a script tag out
  }
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) =>
    `${id}: ${html.slice(0, 160)} ${failureSummary.replace(/\s+/g, ' ')}`));
}

/**
 * Waits until nothing is under way: no answer awaited, and no frame asked for within 300 ms in which the browser has
 * made several: a starved one makes fewer.
 */
export async function settle(page) {
  await page.waitForFunction((call) => {
    const { watch } = globalThis;
    const now = performance.now();
    watch.tick();
    if (watch.call !== call || watch.seen !== watch.frames || watch.open > 0) {
      Object.assign(watch, { call, seen: watch.frames, since: now, from: watch.ticks });
    }
    return now - watch.since > 300 && watch.ticks - watch.from > 3;
  }, Math.random(), { polling: 50 });
}

/** The largest difference of any colour of any pixel between two pictures of one size, 0 to 255. */
export async function largestDifference(browser, first, second) {
  const page = await browser.newPage();
  const largest = await page.evaluate(async (pictures) => {
    const [a, b] = await Promise.all(pictures.map(async (picture) => {
      const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height).data;
    }));
    return a.length === b.length ? a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0) : 255;
  }, [first, second].map((picture) => picture.toString('base64')));
  await page.close();
  return largest;
}
