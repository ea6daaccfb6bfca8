// Wijziging aanvragen: the occupancy of the whole month for all children.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { largestDifference, phone, settle } from './support/browser.mjs';
import { dayName, monthName, readFamily, shift, shiftMonth, today, weekday } from './support/family.mjs';
import { calendar, dayCell, drag, swipe, usePortal } from './support/portal.mjs';
import { text } from './support/texts.mjs';

const portal = usePortal();
const month = today().slice(0, 7);

function focusedText(page) {
  return page.evaluate(() => document.activeElement.textContent);
}

test('a week begins on Monday and has its ISO number', async (t) => {
  const page = await portal.openSignedIn(t, { path: '/wijziging/2026-11' });
  const grid = await calendar(page, '2026-11');
  const heads = await grid.getByRole('columnheader').allTextContents();
  assert.deepEqual(heads.slice(-7),
    ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']);
  const weeks = await grid.getByRole('rowheader').allTextContents();
  assert.deepEqual(weeks, ['week 44', 'week 45', 'week 46', 'week 47', 'week 48', 'week 49']);
  const second = grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'week 45' }) });
  assert.match(await second.getByRole('gridcell').first().textContent(), /^maandag 2 november/);
});

test('a year that begins in week 53 says so', async (t) => {
  const page = await portal.openSignedIn(t, { path: '/wijziging/2027-01' });
  const grid = await calendar(page, '2027-01');
  assert.equal((await grid.getByRole('rowheader').allTextContents())[0], 'week 53');
});

test('every care block of the month is there with its child, time and state', async (t) => {
  const page = await portal.openSignedIn(t);
  await calendar(page, month);
  const { blocks, children } = await readFamily(page);
  const names = Object.fromEntries(children.map(({ id, firstName }) => [id, firstName]));
  const shown = blocks.filter(({ date }) => date.startsWith(month));
  assert.ok(shown.length > 20);
  const words = {
    contract: '',
    'extra-requested': text('state.asked'),
    'extra-approved': text('state.extra_approved'),
    'swap-requested': text('state.swap_requested'),
    'swap-approved': text('state.swap_approved'),
    'given-up-requested': text('state.given_up_requested'),
    'given-up': text('state.given_up'),
    absent: text('state.absent'),
    sick: text('state.sick'),
  };
  for (const { date, childId, start, end, state } of shown) {
    const told = `${names[childId]} ${start} tot ${end} ${words[state]}`.trim();
    const cell = await dayCell(page, date).textContent();
    assert.ok(cell.includes(told), `${date}: "${told}" is not in "${cell}"`);
  }
});

test('today is marked, and closed days say why', async (t) => {
  const page = await portal.openSignedIn(t);
  const grid = await calendar(page, month);
  assert.equal(await dayCell(page, today()).getAttribute('aria-current'), 'date');
  assert.equal(await grid.locator('[aria-current]').count(), 1);
  const { closures } = await readFamily(page);
  const christmas = closures.find(({ date, locationId }) => date.endsWith('-12-25') && !locationId);
  await page.goto(`${portal.server.base}/wijziging/${christmas.date.slice(0, 7)}`);
  await calendar(page, christmas.date);
  assert.match(await dayCell(page, christmas.date).textContent(), new RegExp(`gesloten: ${christmas.name}`));
});

test('previous month, next month, today, and back', async (t) => {
  const page = await portal.openSignedIn(t, { path: '/wijziging/2026-11' });
  await calendar(page, '2026-11');
  await page.getByRole('button', { name: 'Volgende maand' }).click();
  await calendar(page, '2026-12');
  assert.match(page.url(), /\/wijziging\/2026-12$/);
  await page.getByRole('button', { name: 'Vorige maand' }).click();
  await page.getByRole('button', { name: 'Vorige maand' }).click();
  await calendar(page, '2026-10');
  await page.getByRole('button', { name: 'Vandaag' }).click();
  await calendar(page, month);
  assert.match(await page.title(), new RegExp(monthName(month)));
  await page.goBack();
  await calendar(page, '2026-10');
});

test('arrow keys walk over the days and on into the next month', async (t) => {
  const page = await portal.openSignedIn(t, { path: `/wijziging/${month}` });
  await calendar(page, month);
  await dayCell(page, today()).focus();
  const at = async (date) => {
    await page.waitForFunction((name) => document.activeElement.textContent.startsWith(name), dayName(date));
  };
  await page.keyboard.press('ArrowDown');
  let date = shift(today(), 7);
  await at(date);
  await page.keyboard.press('ArrowRight');
  date = shift(date, 1);
  await at(date);
  await page.keyboard.press('ArrowUp');
  date = shift(date, -7);
  await at(date);
  await page.keyboard.press('Home');
  date = shift(date, 1 - weekday(date));
  await at(date);
  await page.keyboard.press('End');
  date = shift(date, 6);
  await at(date);
  const shown = date.slice(0, 7);
  await page.keyboard.press('PageDown');
  await calendar(page, shiftMonth(shown, 1));
  await page.keyboard.press('PageUp');
  await calendar(page, shown);
  assert.match(await focusedText(page), new RegExp(monthName(shown).split(' ')[0]));
  assert.equal(await page.getByRole('gridcell').and(page.locator('[tabindex="0"]')).count(), 1);
});

test('a swipe turns the month on a phone', async (t) => {
  const page = await portal.openSignedIn(t, { device: phone, path: '/wijziging/2026-11' });
  await calendar(page, '2026-11');
  await settle(page);
  await swipe(page, page.getByRole('grid'), 330, 60);
  await calendar(page, '2026-12');
  await settle(page);
  await swipe(page, page.getByRole('grid'), 60, 330);
  await calendar(page, '2026-11');
  assert.match(page.url(), /\/wijziging\/2026-11$/);
});

test('the month is under the finger while it moves, and goes back when that was not far', async (t) => {
  const page = await portal.openSignedIn(t, { device: phone, path: '/wijziging/2026-11', reducedMotion: 'reduce' });
  await calendar(page, '2026-11');
  await settle(page);
  const still = await page.screenshot();
  const finger = await drag(page, page.getByRole('grid'), 300, 240);
  await settle(page);
  const moved = await page.screenshot();
  assert.ok(await largestDifference(portal.browser, still, moved) > 100, 'nothing has moved');
  await finger.moveTo(180);
  await settle(page);
  assert.ok(await largestDifference(portal.browser, moved, await page.screenshot()) > 100, 'it has stopped');
  await finger.moveTo(290);
  await finger.release();
  await settle(page);
  assert.ok(await largestDifference(portal.browser, still, await page.screenshot()) <= 2, 'it is not back');
  assert.match(page.url(), /\/wijziging\/2026-11$/);
});

test('the key below the month names what is in it', async (t) => {
  const page = await portal.openSignedIn(t, { device: phone, path: '/wijziging/2026-12' });
  await calendar(page, '2026-12');
  const key = page.getByRole('list', { name: 'Legenda' });
  await key.getByRole('listitem').filter({ hasText: '25 Eerste Kerstdag' }).waitFor();
  const texts = await key.getByRole('listitem').allTextContents();
  assert.ok(texts.includes('Vaste opvang'), texts.join());
});

test('the calendar can be narrowed to one child', async (t) => {
  const page = await portal.openSignedIn(t);
  await calendar(page, month);
  const { children, blocks } = await readFamily(page);
  const [first, other] = children;
  await page.getByRole('group', { name: 'Kinderen' }).getByRole('button', { name: first.firstName }).click();
  const seen = blocks.find(({ childId, date }) => childId === other.id && date.startsWith(month));
  await page.waitForFunction(([day, name]) => [...document.querySelectorAll('[role="gridcell"]')]
    .some(({ textContent: text }) => text.startsWith(day) && !text.includes(name)),
  [dayName(seen.date), other.firstName]);
});
