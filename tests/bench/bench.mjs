// Measures the portal beside a page of React and FullCalendar with the same data, in the same run and the same Chromium:
// from the navigation to the month drawn and usable, and from 'next month' to the drawn frame.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { launch } from '../e2e/support/browser.mjs';
import { parent } from '../e2e/support/portal.mjs';
import { comparison, portal, watch } from './pages.mjs';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '50' },
    cpu: { type: 'string', default: '1' },
    comparison: { type: 'string' },
  },
});
const runs = Number(options.runs);
const slower = Number(options.cpu);
const stretch = 6;  // months ahead before the page goes back again: inside the demo's data

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => { probe.once('listening', resolve); });
  const { port } = probe.address();
  await new Promise((resolve) => { probe.close(resolve); });
  return port;
}

/** The reference server with demo data of its own, serving `site`. */
async function serve(site) {
  const data = await mkdtemp(join(tmpdir(), 'ouderlogin-bench-'));
  const base = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(process.env.OUDERLOGIN_SERVER,
    ['serve', '--client', site, '--port', new URL(base).port, '--data', data, '--demo'], { stdio: 'ignore' });
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${base}/api/session`).catch(() => null);
    if (answer?.status === 401) {
      return {
        base,
        async close() {
          const gone = new Promise((resolve) => { child.once('exit', resolve); });
          child.kill('SIGINT');
          await gone;
          await rm(data, { recursive: true, force: true });
        },
      };
    }
    await pause(100);
  }
  child.kill('SIGKILL');
  throw new Error('the server did not start');
}

const month = new Date().toISOString().slice(0, 7);

/** A page of a parent who has signed in, in a profile without a cache. */
async function open(browser, { base }, subject) {
  const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam',
    viewport: { width: 390, height: 844 } });
  const signedIn = await context.request.post(`${base}/api/session`, { data: parent });
  if (!signedIn.ok()) {
    throw new Error(`the demo parent could not sign in: ${signedIn.status()}`);
  }
  const page = await context.newPage();
  if (slower > 1) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  }
  await page.addInitScript({ content: `(${watch})({ month: ${subject.month}, next: ${subject.next}, previous: ${subject.previous} })` });
  await page.goto(`${base}/wijziging/${month}`);
  await page.waitForFunction(() => globalThis.bench.usable > 0, undefined, { timeout: 60000 });
  return { context, page };
}

async function measureOpening(browser, server, subject) {
  const { context, page } = await open(browser, server, subject);
  const found = await page.evaluate(() => ({
    usable: globalThis.bench.usable,
    bytes: performance.getEntriesByType('resource').filter(({ name }) => !name.includes('/api/'))
      .reduce((sum, { transferSize }) => sum + transferSize, performance.getEntriesByType('navigation')[0].transferSize),
  }));
  await context.close();
  return found;
}

/** Milliseconds of each step to the next month; on the way back nothing is measured. */
async function measureSteps(browser, server, subject) {
  const { context, page } = await open(browser, server, subject);
  const times = [];
  while (times.length < runs) {
    for (const [button, measured] of [['next', true], ['previous', false]]) {
      for (let step = 0; step < stretch; step += 1) {
        await page.waitForLoadState('networkidle');
        await pause(60);
        const time = await page.evaluate(async (name) => {
          const { bench } = globalThis;
          const button = bench[name]();
          const before = bench.month();
          const start = performance.now();
          button.click();
          return await bench.until(() => bench.month() && bench.month() !== before) - start;
        }, button);
        if (measured) {
          times.push(time);
        }
      }
    }
  }
  const memory = await page.evaluate(() => globalThis.bench.memory?.buffer.byteLength ?? 0);
  await context.close();
  return { times: times.slice(0, runs), memory };
}

function quantile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

function row(what, ours, theirs) {
  const one = (times) => `${quantile(times, 0.5).toFixed(0).padStart(6)} ${quantile(times, 0.95).toFixed(0).padStart(6)}`;
  const ratio = (quantile(ours, 0.5) / quantile(theirs, 0.5)).toFixed(2);
  console.log(`${what.padEnd(34)} ${one(ours)}   ${one(theirs)}   ${ratio}`);
}

const subjects = [{ subject: portal, site: process.env.OUDERLOGIN_SITE }, { subject: comparison, site: options.comparison }];
const browser = await launch();
try {
  for (const each of subjects) {
    each.server = await serve(each.site);
    each.opening = [];
    await measureOpening(browser, each.server, each.subject);  // the browser's own first time
  }
  for (let run = 0; run < runs; run += 1) {
    for (const each of subjects) {
      each.opening.push(await measureOpening(browser, each.server, each.subject));
    }
  }
  for (const each of subjects) {
    each.steps = await measureSteps(browser, each.server, each.subject);
  }
  const [ours, theirs] = subjects;
  console.log(`Milliseconds: median and 95th percentile of ${runs} at 390 × 844, Chromium ${browser.version()}, ` +
    `WebGL in software${slower > 1 ? `, a processor ${slower} times slower` : ''}`);
  console.log(`${''.padEnd(34)} ${ours.subject.name.padEnd(13)}   ${theirs.subject.name}   ratio of medians`);
  row('navigation to the usable month', ours.opening.map(({ usable }) => usable), theirs.opening.map(({ usable }) => usable));
  row('next month to the drawn frame', ours.steps.times, theirs.steps.times);
  const kilobytes = ({ opening }) => `${Math.round(opening[0].bytes / 1000)} kB`;
  console.log(`Downloaded at a first visit: ${kilobytes(ours)} beside ${kilobytes(theirs)}; ` +
    `WebAssembly memory ${(ours.steps.memory / 2 ** 20).toFixed(0)} MiB.`);
} finally {
  await browser.close();
  for (const { server } of subjects) {
    await server?.close();
  }
}
