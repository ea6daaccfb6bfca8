// Measures a month of verdicts for twelve children with ten years of history in Chromium, compiled as the client is:
// node verdicts.mjs FOLDER, the one with verdicts_bench.mjs and .wasm.

import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { launch } from '../e2e/support/browser.mjs';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node verdicts.mjs FOLDER');
  process.exit(2);
}
const promised = 3;  // milliseconds
const runs = 200;
const types = { '.mjs': 'text/javascript', '.wasm': 'application/wasm' };

const browser = await launch();
try {
  const page = await browser.newPage();
  await page.route('http://bench.invalid/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill(pathname === '/'
      ? { contentType: 'text/html', body: '<!doctype html><title>verdicts</title>' }
      : { contentType: types[extname(pathname)], body: await readFile(join(folder, pathname)) });
  });
  await page.goto('http://bench.invalid/');
  const times = await page.evaluate(async (count) => {
    const { default: load } = await import('/verdicts_bench.mjs');
    const program = await load();
    if (program._work_out_months(5) === 0) {
      throw new Error('nothing is allowed in the whole month');
    }
    const several = 4;  // the page's clock is coarse
    return Array.from({ length: count }, () => {
      const begin = performance.now();
      program._work_out_months(several);
      return (performance.now() - begin) / several;
    });
  }, runs);
  times.sort((a, b) => a - b);
  const median = times[Math.floor(runs / 2)];
  const late = times[Math.ceil(runs * 0.95) - 1];
  console.log(`A month of verdicts, 12 children, 10 years of history, Chromium ${browser.version()}: ` +
    `${median.toFixed(2)} / ${late.toFixed(2)} ms (median / 95th percentile of ${runs}); ` +
    `${(median / promised).toFixed(2)} of the promised ${promised} ms`);
} finally {
  await browser.close();
}
