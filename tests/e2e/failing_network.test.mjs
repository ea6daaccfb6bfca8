// The server down or slow: a message with a way on, what was typed stays, nothing is sent twice.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { possibleWishes, readFamily, readRequests, today } from './support/family.mjs';
import {
  askedRow, calendar, fillExtra, parent, passwordField, signIn, slotChoice, usePortal,
} from './support/portal.mjs';
import { text } from './support/texts.mjs';

const portal = usePortal();

async function openForm(t) {
  const page = await portal.openSignedIn(t);
  const [wish] = possibleWishes(await readFamily(page));
  await page.goto(`${portal.server.base}/wijziging/${wish.date.slice(0, 7)}`);
  await calendar(page, wish.date);
  return { page, wish, dialog: await fillExtra(page, wish) };
}

async function assertStoredOnce(page, wish) {
  const requests = (await readRequests(page)).filter(({ date, childId }) =>
    date === wish.date && childId === wish.child.id);
  assert.equal(requests.length, 1);
}

test('no connection while signing in: a message, and what was typed stays', async (t) => {
  const page = await portal.open(t, { path: '/wijziging' });
  await page.getByRole('textbox', { name: 'E-mailadres' }).fill(parent.email);
  await passwordField(page).fill(parent.password);
  await page.route('**/api/**', (route) => route.abort());
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.getByText(text('sign_in.error.unreachable')).first().waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'E-mailadres' }).inputValue(), parent.email);
  assert.equal(await passwordField(page).inputValue(), parent.password);
  await page.unroute('**/api/**');
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await calendar(page, today());
});

/** What has not been sent is told on every screen, until there is an answer. */
const unsent = (page) => page.getByRole('link', { name: text('outbox.count_one') });

test('a server that is gone when the form is sent: the wish is kept on the device, sent later and stored once', async (t) => {
  const { page, wish, dialog } = await openForm(t);
  await portal.server.stop({ crash: true });
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await dialog.waitFor({ state: 'detached' });
  await unsent(page).waitFor();
  await portal.server.start();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await unsent(page).waitFor({ state: 'detached' });
  await askedRow(page, wish).waitFor();
  await assertStoredOnce(page, wish);
});

test('an answer that gets lost: the same key is sent again, also by the page that comes after, and nothing is stored twice', async (t) => {
  const { page, wish, dialog } = await openForm(t);
  const keys = [];
  let isLosing = true;
  await page.route('**/api/change-requests', async (route) => {
    if (route.request().method() !== 'POST') {
      await route.continue();
      return;
    }
    keys.push(route.request().headers()['idempotency-key']);
    if (isLosing) {
      await route.fetch();  // the server stores it
      await route.abort();  // and nobody hears of it
    } else {
      await route.continue();
    }
  });
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await unsent(page).waitFor();
  isLosing = false;
  page.on('dialog', (asked) => asked.accept());  // the browser asks before a page is left that has not sent all
  await page.reload();
  await askedRow(page, wish).waitFor();
  await unsent(page).waitFor({ state: 'detached' });
  assert.ok(keys.length >= 2);
  assert.equal(new Set(keys).size, 1);
  await assertStoredOnce(page, wish);
});

test('two quick presses of Opslaan are one request', async (t) => {
  const { page, wish, dialog } = await openForm(t);
  let posts = 0;
  page.on('request', (request) => { posts += request.method() === 'POST' ? 1 : 0; });
  await dialog.getByRole('button', { name: 'Opslaan' }).dblclick({ delay: 1 });
  await dialog.waitFor({ state: 'detached' });
  assert.equal(posts, 1);
  await assertStoredOnce(page, wish);
});

test('a month that cannot be loaded says so and can be asked again', async (t) => {
  const page = await portal.openSignedIn(t);
  await calendar(page, today());
  await page.route('**/api/occupancy**', (route) => route.abort());
  for (let months = 0; months < 6; months += 1) {
    const before = page.url();
    await page.getByRole('button', { name: 'Volgende maand' }).click();
    // Only the last month's own failure counts: an earlier one's is gone as soon as the page turns.
    await page.waitForURL((url) => url.href !== before);
  }
  const alert = page.getByRole('alert').filter({ hasText: text('failure.title') });
  await alert.waitFor();
  await page.unroute('**/api/occupancy**');
  await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
  await alert.waitFor({ state: 'detached' });
});

test('a slow server is given up on with a message', async (t) => {
  const page = await portal.open(t, { path: '/wijziging' });
  await page.getByRole('textbox', { name: 'E-mailadres' }).waitFor();
  await signIn(page);
  await calendar(page, today());
  await page.route('**/api/change-requests', () => {});  // never answers
  await page.goto(`${portal.server.base}/logboek`);
  await page.getByRole('alert').filter({ hasText: text('failure.timed_out') }).waitFor({ timeout: 40000 });
  await page.unroute('**/api/change-requests');
  await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
  await page.getByRole('listitem').filter({ has: page.getByRole('heading') }).first().waitFor();
});

test('a session that ended leads back to signing in and then to the same place', async (t) => {
  const page = await portal.openSignedIn(t, { path: '/wijziging/2026-12' });
  await calendar(page, '2026-12');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Volgende maand' }).click();
  await page.getByText(text('sign_in.expired')).first().waitFor();
  await signIn(page);
  await calendar(page, '2027-01');
});
