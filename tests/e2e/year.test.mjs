// The year for planning: twelve months at a glance, each day a way to its month.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, findBarriers, phone, settle } from './support/browser.mjs';
import { dayName, monthName, readFamily, shift, today, weekday } from './support/family.mjs';
import { calendar, dayCell, signIn, swipe, usePortal, yearCalendar } from './support/portal.mjs';

const portal = usePortal();
const year = today().slice(0, 4);

for (const [place, device] of [['phone', phone], ['desktop', desktop]]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`the year has no barriers on ${place}, ${colorScheme}`, async (t) => {
      const page = await portal.openSignedIn(t, { device, colorScheme, path: `/wijziging/${year}` });
      await yearCalendar(page, year);
      await settle(page);
      assert.deepEqual(await findBarriers(page), []);
    });
  }
}

test('the year is one request, and shows all care of it', async (t) => {
  const page = await portal.open(t, { path: `/wijziging/${year}` });
  const asked = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/occupancy')) {
      asked.push(new URL(request.url()).search);
    }
  });
  await page.getByRole('textbox', { name: 'E-mailadres' }).waitFor();
  await signIn(page);
  await yearCalendar(page, year);
  assert.deepEqual(asked, [`?from=${year}-01-01&to=${year}-12-31`]);
  const cells = await page.getByRole('gridcell').allTextContents();
  assert.ok(cells.length === 365 || cells.length === 366);
  const { blocks, children } = await readFamily(page);
  const names = Object.fromEntries(children.map(({ id, firstName }) => [id, firstName]));
  const texts = Object.fromEntries(cells.map((text) => [text.split(',')[0], text]));
  const shown = blocks.filter(({ date }) => date.startsWith(year));
  assert.ok(shown.length > 20);
  for (const { date, childId } of shown) {
    assert.ok(texts[dayName(date)].includes(names[childId]), `${date}: ${texts[dayName(date)]}`);
  }
});

test('month, year and back, by the control beside the title and by the history', async (t) => {
  const page = await portal.openSignedIn(t, { path: `/wijziging/${year}-03` });
  await calendar(page, `${year}-03`);
  await page.getByRole('radio', { name: 'Jaar' }).check();
  await yearCalendar(page, year);
  assert.match(page.url(), new RegExp(`/wijziging/${year}$`));
  assert.match(await page.title(), new RegExp(`, ${year} `));
  await page.getByRole('button', { name: 'Volgend jaar' }).click();
  await yearCalendar(page, String(Number(year) + 1));
  assert.match(page.url(), new RegExp(`/wijziging/${Number(year) + 1}$`));
  await page.goBack();
  await yearCalendar(page, year);
  await page.getByRole('radio', { name: 'Maand' }).check();
  await calendar(page, `${year}-03`);
});

test('a day of the year opens its month', async (t) => {
  const page = await portal.openSignedIn(t, { device: phone, path: `/wijziging/${year}` });
  await yearCalendar(page, year);
  await dayCell(page, `${year}-06-10`).tap();
  await calendar(page, `${year}-06`);
  await page.waitForURL(new RegExp(`/wijziging/${year}-06-10$`), { waitUntil: 'commit' });
  await page.getByRole('heading', { name: dayName(`${year}-06-10`) }).waitFor();
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.goBack();
  await yearCalendar(page, year);
  await page.getByRole('button', { name: `${monthName(`${year}-02`)} bekijken` }).tap();
  await calendar(page, `${year}-02`);
});

test('arrow keys walk over the days of the year, and Enter opens one', async (t) => {
  const page = await portal.openSignedIn(t, { path: `/wijziging/${year}` });
  await yearCalendar(page, year);
  const stops = page.getByRole('gridcell').and(page.locator('[tabindex="0"]'));
  assert.equal(await stops.count(), 1);
  let date = `${year}-06-10`;
  await dayCell(page, date).focus();
  const at = (expected) => page.waitForFunction((name) => document.activeElement.textContent.startsWith(name),
    dayName(expected));
  for (const [key, next] of [['ArrowRight', 1], ['ArrowDown', 7], ['ArrowLeft', -1], ['ArrowUp', -7]]) {
    await page.keyboard.press(key);
    date = shift(date, next);
    await at(date);
  }
  await page.keyboard.press('Home');
  date = shift(date, 1 - weekday(date));
  await at(date);
  await page.keyboard.press('Enter');
  await calendar(page, date);
  await at(date);
});

test('a swipe turns the year on a phone', async (t) => {
  const page = await portal.openSignedIn(t, { device: phone, path: `/wijziging/${year}` });
  await yearCalendar(page, year);
  await settle(page);
  await swipe(page, page.getByRole('group', { name: year, exact: true }), 330, 60);
  await page.waitForURL(new RegExp(`/wijziging/${Number(year) + 1}$`));
});
