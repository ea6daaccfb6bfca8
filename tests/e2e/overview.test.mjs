// Overzicht: what parents do daily takes as few presses as promised.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phone } from './support/browser.mjs';
import { dayName, readFamily, readRequests, shift, weekday } from './support/family.mjs';
import { calendar, parent, signIn, tab, usePortal } from './support/portal.mjs';
import { text } from './support/texts.mjs';

// A Tuesday morning: children are at the location, and Noor, who stays at home on Wednesdays, can still come tomorrow.
const today = '2026-11-24';
const portal = usePortal({ clock: `${today}T09:00:00Z` });

async function openOverview(t) {
  const page = await portal.openSignedIn(t, { path: '/', device: phone });
  await page.getByRole('region', { name: /^Week \d+$/ }).waitFor();
  return page;
}

/** Waits for the toast, which comes once the server has stored what was sent. */
async function sent(page, key) {
  await page.getByText(text(key)).first().waitFor();
}

test('illness is reported with two presses', async (t) => {
  const page = await openOverview(t);
  const known = (await readRequests(page)).length;
  await page.getByRole('button', { name: 'Ziekmelden' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ziekmelden' });
  await dialog.waitFor();
  // One button for each child that comes; 'Opslaan' where there is only one.
  await dialog.getByRole('button', { name: /ziekmelden$|^Opslaan$/ }).first().click();
  await sent(page, 'change.done');
  assert.equal(new URL(page.url()).pathname, '/');
  const requests = await readRequests(page);
  assert.equal(requests.length, known + 1);
  assert.equal(requests[0].kind, 'sick');
});

test('next week is one press away, and its days lead to the calendar', async (t) => {
  const page = await openOverview(t);
  await page.getByRole('radio', { name: text('overview.next_week') }).check();
  const monday = shift(today, 8 - weekday(today));
  await page.getByRole('link', { name: new RegExp(`^${dayName(monday)}`) }).click();
  await calendar(page, monday);
  assert.equal(new URL(page.url()).pathname, `/wijziging/${monday}`);
});

test('extra care is asked for with three presses where times are fixed', async (t) => {
  const page = await openOverview(t);
  const known = (await readRequests(page)).length;
  await page.getByRole('button', { name: 'Extra opvang' }).click();
  const dialog = page.getByRole('dialog', { name: 'Extra opvang' });
  await dialog.waitFor();
  const time = dialog.getByRole('radio', { name: /\d\d:\d\d–\d\d:\d\d/ }).first();
  await time.check();
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await dialog.waitFor({ state: 'detached' });
  const requests = await readRequests(page);
  assert.equal(requests.length, known + 1);
  assert.equal(requests[0].kind, 'extra');
  assert.equal(new URL(page.url()).pathname, '/');
  await page.getByRole('link', { name: /nog geen antwoord$/ }).first().waitFor();
});

test('the week says what the calendar says', async (t) => {
  const page = await openOverview(t);
  const { blocks, children } = await readFamily(page, today);
  const monday = shift(today, 1 - weekday(today));
  for (let day = monday; day < shift(monday, 5); day = shift(day, 1)) {
    const names = children
      .filter(({ id }) => blocks.some(({ childId, date }) => childId === id && date === day))
      .map(({ firstName }) => firstName);
    const row = page.getByRole('link', { name: new RegExp(`^${dayName(day)}`) });
    const name = await row.evaluate((link) => link.getAttribute('aria-label') ?? link.textContent);
    assert.deepEqual(names.filter((child) => !name.includes(child)), [], day);
  }
});

test('answers are new until Logboek was looked at', async (t) => {
  const page = await openOverview(t);
  await tab(page, 'Logboek').click();
  await page.getByRole('heading', { level: 1, name: 'Logboek' }).waitFor();
  const answers = page.getByRole('link', { name: /is (goedgekeurd|afgewezen)/ });
  await page.getByRole('link', { name: text('app.home') }).click();
  await page.getByRole('region', { name: /^Week \d+$/ }).waitFor();
  await page.waitForFunction(() => ![...document.querySelectorAll('main a')]
    .some((link) => /is (goedgekeurd|afgewezen)/.test(link.getAttribute('aria-label') ?? link.textContent)));
  assert.equal(await answers.count(), 0);
});

test('the address of a form over Overzicht is kept through signing in', async (t) => {
  const page = await portal.open(t, { path: `/overzicht/${today}/ziek`, device: phone });
  await signIn(page, parent);
  await page.getByRole('dialog', { name: 'Ziekmelden' }).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: /^(Annuleren|Sluiten)$/ }).last().click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.getByRole('region', { name: /^Week \d+$/ }).waitFor();
});
