// Several pages of one browser: what happens on one is seen on the others, and no page shows what it may not any more.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saveData } from './support/browser.mjs';
import { keptRecords } from './support/device.mjs';
import { possibleWishes, readFamily, readRequests, today } from './support/family.mjs';
import { askedRow, calendar, dayCell, fillExtra, passwordField, signIn, usePortal } from './support/portal.mjs';
import { text } from './support/texts.mjs';

const portal = usePortal();
const fatima = { email: 'fatima@example.nl', password: 'zomer-libelle-88' };

/** No page asks by itself how far the server is: what it sees, it has been told of. */
function stopPolling() {
  const { setTimeout } = globalThis;
  globalThis.setTimeout = (callback, delay, ...values) => (delay === 15000 ? 0 : setTimeout(callback, delay, ...values));
}

/** As a browser that has no way from page to page. */
function stopTelling() {
  delete globalThis.BroadcastChannel;
}

/** A page at `path` beside one that is signed in; `heard` on it has what they tell each other. */
async function openTwo(t, { path = '/wijziging', init = stopPolling } = {}) {
  const page = await portal.openSignedIn(t, { path, init });
  await calendar(page, today());
  const other = await page.context().newPage();
  other.setDefaultTimeout(20000);
  const faults = [];
  other.on('pageerror', (error) => faults.push(error.message));
  t.after(() => assert.deepEqual(faults, []));
  await other.addInitScript(saveData);  // it asks nothing by itself
  await other.addInitScript(init);
  await other.addInitScript(() => {
    globalThis.heard = [];
    if ('BroadcastChannel' in globalThis) {
      new BroadcastChannel('ouderlogin').addEventListener('message', ({ data }) => globalThis.heard.push(data));
    }
  });
  await other.goto(portal.server.base + path);
  await calendar(other, today());
  return { page, other };
}

/** Both with the day of a wish that is possible. */
async function openTwoAtAWish(t) {
  const { page, other } = await openTwo(t);
  const [wish] = possibleWishes(await readFamily(page));
  for (const each of [page, other]) {
    await each.goto(`${portal.server.base}/wijziging/${wish.date.slice(0, 7)}`);
    await calendar(each, wish.date);
    await dayCell(each, wish.date).click();
  }
  const dialog = await fillExtra(page, wish);
  return { page, other, wish, save: () => dialog.getByRole('button', { name: 'Opslaan' }).click() };
}

async function signOut(page) {
  await page.getByRole('button', { name: /^Uw account/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: text('account.sign_out') }).click();
  await passwordField(page).waitFor();
}

const shown = (page) => page.evaluate(() => document.body.innerText);
const unsent = (page) => page.getByRole('link', { name: text('outbox.count_one') });

test('what is asked on one page stands on the other at once', async (t) => {
  const { page, other, wish, save } = await openTwoAtAWish(t);
  await save();
  await askedRow(page, wish).waitFor();
  await askedRow(other, wish).waitFor();
  const heard = await other.evaluate(() => globalThis.heard);
  assert.ok(heard.length > 0);
  assert.ok(heard.every((news) => Number.isInteger(news)), 'nothing is told of whom or what');
});

test('what waits on the device is counted on every page, and sent once', async (t) => {
  const { page, other, wish, save } = await openTwoAtAWish(t);
  await portal.server.stop();
  await save();
  await unsent(page).waitFor();
  await unsent(other).waitFor();
  await portal.server.start();
  await other.evaluate(() => dispatchEvent(new Event('online')));
  for (const each of [page, other]) {
    await unsent(each).waitFor({ state: 'detached' });
    await askedRow(each, wish).waitFor();
  }
  const stored = (await readRequests(page)).filter(({ date, childId }) => date === wish.date && childId === wish.child.id);
  assert.equal(stored.length, 1);
});

test('who signs out on one page has signed out on all of them, and nothing is left on the device', async (t) => {
  const { page, other } = await openTwo(t);
  assert.match(await shown(other), /Noor/);
  await signOut(page);
  await passwordField(other).waitFor();
  assert.doesNotMatch(await shown(other), /Noor|Visser/);
  await other.waitForFunction(() => location.pathname === '/');
  assert.deepEqual(await keptRecords(other), {});
});

test('a session that the server has ended is over on every page', async (t) => {
  const { page, other } = await openTwo(t);
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Volgende maand' }).click();
  await page.getByText(text('sign_in.expired')).first().waitFor();
  await other.getByText(text('sign_in.expired')).first().waitFor();
  assert.doesNotMatch(await shown(other), /Noor|Visser/);
  await signIn(page);
  await calendar(other, today());
});

test('who signs in as somebody else leaves nobody else’s data on any page', async (t) => {
  const { page, other } = await openTwo(t);
  await signOut(page);
  await signIn(page, fatima);
  await other.getByRole('button', { name: /^Uw account/ }).waitFor();
  await other.waitForFunction(() => document.body.innerText.includes('Youssef'));
  assert.doesNotMatch(await shown(other), /Noor|Visser/);
  assert.ok(Object.keys(await keptRecords(page)).every((key) => !key.startsWith('jasmijn')));
});

test('without a way from page to page, a page finds out when somebody looks at it', async (t) => {
  const { page, other } = await openTwo(t, { init: stopTelling });
  await signOut(page);
  await signIn(page, fatima);
  await other.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await other.waitForFunction(() => document.body.innerText.includes('Youssef'));
  assert.doesNotMatch(await shown(other), /Noor|Visser/);
});
