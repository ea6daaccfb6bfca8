// Measures the frames while a finger drags the month, and how long opening the year takes: node drag.mjs. Figures at
// 390 × 844; OUDERLOGIN_SERVER and OUDERLOGIN_SITE name what is measured, as for the tests in tests/e2e.

import { launch, phone, settle, watchPage } from '../e2e/support/browser.mjs';
import { calendar, parent, yearCalendar } from '../e2e/support/portal.mjs';
import { startServer } from '../e2e/support/server.mjs';

const drags = 8;
const month = new Date().toISOString().slice(0, 7);

function quantile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

/** Runs in the page: notes the time that each frame's own work takes, and the time from one frame to the next. */
function watchFrames() {
  const frames = { work: [], gaps: [], last: 0 };
  globalThis.frames_ = frames;
  const request = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (callback) => request.call(globalThis, (time) => {
    const begin = performance.now();
    callback(time);
    frames.work.push(performance.now() - begin);
    if (frames.last > 0) {
      frames.gaps.push(time - frames.last);
    }
    frames.last = time;
  });
}

async function dragOnce(page, touch, box) {
  const y = box.y + Math.min(box.height, 400) / 2;
  const send = (type, ...touchPoints) => touch.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', { x: 320, y });
  for (let step = 0; step < 60; step += 1) {
    await send('touchMove', { x: 320 - Math.round(130 * Math.sin((step / 60) * Math.PI)), y });
  }
  await send('touchMove', { x: 319, y });
  await send('touchEnd');
}

/** Frames of some drags to and fro that turn nothing. */
async function measureDrags(page, area) {
  const box = await area.boundingBox();
  const touch = await page.context().newCDPSession(page);
  await settle(page);
  await page.evaluate(() => Object.assign(globalThis.frames_, { work: [], gaps: [], last: 0 }));
  for (let i = 0; i < drags; i += 1) {
    await dragOnce(page, touch, { ...box, y: Math.max(box.y, 100) });
    await page.evaluate(() => { globalThis.frames_.last = 0; });
  }
  return page.evaluate(() => ({ work: globalThis.frames_.work, gaps: globalThis.frames_.gaps }));
}

function report(what, { work, gaps }) {
  const figures = (times) => `${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)}`;
  console.log(`${what}: ${work.length} frames; script in a frame ${figures(work)} ms, from frame to frame ` +
    `${figures(gaps)} ms (median / 95th percentile)`);
}

const server = await startServer();
const browser = await launch();
try {
  const context = await browser.newContext({ ...phone, deviceScaleFactor: 2, locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam' });
  await context.request.post(`${server.base}/api/session`, { data: parent });
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  await page.addInitScript(watchFrames);
  await page.goto(`${server.base}/wijziging/${month}`);
  report('dragging the month', await measureDrags(page, await calendar(page, month)));

  await page.goto(`${server.base}/wijziging/${month}`);
  await calendar(page, month);
  await settle(page);
  const opening = await page.evaluate(async () => {
    const begin = performance.now();
    document.querySelector('input[type="radio"][value="year"]').click();
    while (document.querySelectorAll('[role="gridcell"]').length < 365) {
      await new Promise(requestAnimationFrame);
    }
    return performance.now() - begin;
  });
  console.log(`opening the year: ${opening.toFixed(0)} ms until its days are there`);
  report('dragging the year', await measureDrags(page, await yearCalendar(page, month.slice(0, 4))));
  await context.close();
} finally {
  await browser.close();
  await server.destroy();
}
