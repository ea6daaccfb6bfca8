// The main job: asking for an extra day, and being told clearly when that cannot be.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phone, settle } from './support/browser.mjs';
import {
  ask, dayName, isClosed, offerOn, possibleWishes, readFamily, readRequests, shift, today,
} from './support/family.mjs';
import {
  askedRow, calendar, choosePayment, dayCell, extraButton, extraDialog, fillExtra, invoiceWay, signIn, slotChoice, tab,
  usePortal,
} from './support/portal.mjs';
import { text } from './support/texts.mjs';

const portal = usePortal();
const rule = `${text('rule.no_refund')} ${text('rule.not_swappable')}`;

/** A page at the month of a wish that nobody has had yet. */
async function openWish(t, options = {}) {
  const page = await portal.openSignedIn(t, options);
  const wishes = possibleWishes(await readFamily(page), options);
  assert.ok(wishes.length > 0, 'the demo family has days left to ask for');
  const wish = wishes[0];
  await page.goto(`${portal.server.base}/wijziging/${wish.date.slice(0, 7)}`);
  await calendar(page, wish.date);
  return { page, wish };
}

/** The wish is on its day, in the log, and once in the API. */
async function assertStored(page, wish) {
  const requests = (await readRequests(page)).filter(({ date, childId }) =>
    date === wish.date && childId === wish.child.id);
  assert.equal(requests.length, 1);
  assert.equal(requests[0].state, 'submitted');
  assert.equal(requests[0].start, wish.start);
  assert.ok(requests[0].ruleText.startsWith(rule), requests[0].ruleText);
}

test('by mouse: asked, shown at once, in the log, after a restart, and in a second browser', async (t) => {
  const { page, wish } = await openWish(t);
  const dialog = await fillExtra(page, wish);
  await dialog.getByText(rule).first().waitFor();
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await dialog.waitFor({ state: 'detached' });
  await askedRow(page, wish).waitFor();
  assert.match(await dayCell(page, wish.date).textContent(),
    new RegExp(`${wish.child.firstName} ${wish.start} tot ${wish.end} aangevraagd`));
  await assertStored(page, wish);

  await tab(page, 'Logboek').click();
  const entry = page.getByRole('listitem').filter({ hasText: dayName(wish.date) })
    .filter({ has: page.getByRole('heading', { name: `Extra opvang · ${wish.child.firstName}` }) });
  await entry.getByText('Aangevraagd', { exact: true }).waitFor();

  await portal.server.stop();
  await portal.server.start();
  await page.goto(`${portal.server.base}/wijziging/${wish.date}`);
  await askedRow(page, wish).waitFor();

  const other = await portal.openSignedIn(t, { path: `/wijziging/${wish.date}`, device: phone });
  await askedRow(other, wish).waitFor();
});

test('by touch on a phone', async (t) => {
  const { page, wish } = await openWish(t, { device: phone });
  await settle(page);
  await dayCell(page, wish.date).tap();
  await extraButton(page).tap();
  const dialog = extraDialog(page);
  await dialog.getByRole('button', { name: 'Opslaan' }).waitFor();
  await settle(page);
  const child = dialog.getByRole('radio', { name: wish.child.firstName, exact: true });
  if (await child.count() > 0) {
    await child.tap();
  }
  await slotChoice(dialog, wish).tap();
  await settle(page);
  if (await invoiceWay(dialog).count() > 0) {
    await invoiceWay(dialog).tap();
  }
  await dialog.getByRole('button', { name: 'Opslaan' }).tap();
  await dialog.waitFor({ state: 'detached' });
  await askedRow(page, wish).waitFor();
  await assertStored(page, wish);
});

/** Tab until `locator` has the focus. */
async function tabTo(page, locator) {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never reached ${locator}`);
}

test('by keyboard alone', async (t) => {
  const { page, wish } = await openWish(t);
  const start = page.getByRole('gridcell').and(page.locator('[tabindex="0"]'));
  await tabTo(page, start);
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  for (let steps = 0; steps < 45 && !(await focused()).startsWith(dayName(wish.date)); steps += 1) {
    const before = await focused();
    await page.keyboard.press((await isLater(page, wish.date)) ? 'ArrowLeft' : 'ArrowRight');
    await page.waitForFunction((text) => document.activeElement.textContent !== text, before);
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: dayName(wish.date) }).waitFor();
  await tabTo(page, extraButton(page));
  await page.keyboard.press('Enter');
  const dialog = extraDialog(page);
  await dialog.waitFor();
  await page.waitForFunction(() => document.querySelector('[role="dialog"]')?.contains(document.activeElement));

  const child = dialog.getByRole('radio', { name: wish.child.firstName, exact: true });
  if (await child.count() > 0) {
    await chooseByKeys(page, dialog.getByRole('radiogroup', { name: 'Voor wie?' }), child);
  }
  await chooseByKeys(page, dialog.getByRole('radiogroup', { name: 'Tijden' }),
    slotChoice(dialog, wish));
  await settle(page);
  if (await invoiceWay(dialog).count() > 0) {
    await chooseByKeys(page, dialog.getByRole('radiogroup', { name: 'Hoe wilt u dit regelen?' }), invoiceWay(dialog));
  }
  await tabTo(page, dialog.getByRole('button', { name: 'Opslaan' }));
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await askedRow(page, wish).waitFor();
  await page.waitForFunction(() => document.activeElement !== document.body);
  await assertStored(page, wish);
});

/** Whether the focused day of the shown month comes after `date`. */
async function isLater(page, date) {
  const days = await page.getByRole('gridcell').allTextContents();
  const focused = await page.evaluate(() => document.activeElement.textContent);
  return days.indexOf(focused) > days.findIndex((text) => text.startsWith(dayName(date)));
}

/** Tab into the group, Space, and arrow keys until `radio` is the one. */
async function chooseByKeys(page, group, radio) {
  for (let presses = 0; presses < 30; presses += 1) {
    if (await group.evaluate((element) => element.contains(document.activeElement))) {
      break;
    }
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 10 && !(await radio.isChecked()); presses += 1) {
    await page.keyboard.press('ArrowDown');
    await settle(page);
  }
  assert.equal(await radio.isChecked(), true);
}

test('Escape and Annuleren close the form and give the focus back', async (t) => {
  const { page, wish } = await openWish(t);
  const dialog = await fillExtra(page, wish);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement.textContent === 'Extra opvang');
  await extraButton(page).click();
  await dialog.getByRole('button', { name: 'Annuleren' }).click();
  await dialog.waitFor({ state: 'detached' });
  await extraButton(page).click();
  await dialog.waitFor();
  await page.goBack();
  await dialog.waitFor({ state: 'detached' });
  const requests = await readRequests(page);
  assert.equal(requests.some(({ date }) => date === wish.date), false);
});

// ---- Refusals -------------------------------------------------------------------------------------------------------

/** The screen says `reason` about the day, and offers nothing that cannot be had. */
async function assertRefusedDay(page, date, reason) {
  await page.goto(`${portal.server.base}/wijziging/${date}`);
  await calendar(page, date);
  await page.getByRole('heading', { name: dayName(date) }).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Extra opvang kan niet' }).filter({ hasText: reason }).waitFor();
  assert.equal(await extraButton(page).count(), 0);
  await page.goto(`${portal.server.base}/wijziging/${date}/extra`);
  await extraDialog(page).getByText(reason).first().waitFor();
  assert.equal(await extraDialog(page).getByRole('button', { name: 'Opslaan' }).count(), 0);
}

/** The API refuses the same by the same code. */
async function assertRefusedBy(page, code, wish, status = 422) {
  const answer = await ask(page, wish);
  assert.equal(answer.status(), status);
  assert.match(answer.headers()['content-type'], /application\/problem\+json/);
  assert.equal((await answer.json()).code, code);
}

test('a day in the past is refused', async (t) => {
  const page = await portal.openSignedIn(t);
  const data = await readFamily(page);
  const child = data.children[0];
  const date = Array.from({ length: 30 }, (_, i) => shift(today(), -3 - i)).find((each) => offerOn(data, child, each));
  await assertRefusedDay(page, date, text('refusal.day_in_past'));
  await assertRefusedBy(page, 'extra-day-in-past', { child, date, start: '07:30', end: '13:00' });
});

test('a closed day is refused', async (t) => {
  const page = await portal.openSignedIn(t);
  const data = await readFamily(page);
  const child = data.children[0];
  const closure = data.closures.find(({ date, locationId }) => date > shift(today(), 3) && date < shift(today(), 80)
    && !locationId);
  assert.ok(closure, 'a closed day within 80 days');
  await assertRefusedDay(page, closure.date, text('refusal.closed_because', { name: closure.name }));
  await assertRefusedBy(page, 'extra-closed', { child, date: closure.date, start: '07:30', end: '13:00' });
});

test('too late by the rule is refused', async (t) => {
  const page = await portal.openSignedIn(t);
  const data = await readFamily(page);
  // With a notice in working days the next open day is too late at any hour, also in a weekend.
  const first = Array.from({ length: 20 }, (_, ahead) => shift(today(), ahead))
    .flatMap((date) => data.children.map((child) => ({ child, date, offer: offerOn(data, child, date) })))
    .find(({ offer }) => offer && offer.slots.length > 0 && offer.rules.extra.notice.unit === 'working-days');
  assert.ok(first, 'a place with a notice in working days');
  const answer = await ask(page, { ...first, start: first.offer.slots[0].start, end: first.offer.slots[0].end });
  assert.equal(answer.status(), 422);
  assert.equal((await answer.json()).code, 'extra-too-late');
});

test('overlap with existing care is refused', async (t) => {
  const page = await portal.openSignedIn(t);
  const data = await readFamily(page);
  const block = data.blocks.find(({ date, state, locationId }) => date > shift(today(), 14) && state === 'contract'
    && !isClosed(data, date, locationId));
  const child = data.children.find(({ id }) => id === block.childId);
  const { slots } = offerOn(data, child, block.date);
  const slot = slots.find(({ start, end }) => start < block.end && block.start < end);
  await assertRefusedBy(page, 'extra-overlaps-care', { child, date: block.date, start: slot.start, end: slot.end });
});

test('an end before the start and a time that is no slot are refused', async (t) => {
  const page = await portal.openSignedIn(t);
  const [wish] = possibleWishes(await readFamily(page));
  await assertRefusedBy(page, 'extra-end-before-start', { ...wish, start: wish.end, end: wish.start });
  await assertRefusedBy(page, 'extra-not-a-slot', { ...wish, start: '07:45', end: '12:15' });
});

test('another family’s child does not exist', async (t) => {
  const page = await portal.openSignedIn(t);
  const [wish] = possibleWishes(await readFamily(page));
  const foreign = await ask(page, wish, { childId: 'niet-van-u' });
  assert.equal(foreign.status(), 404);
  assert.equal((await foreign.json()).code, 'not-found');
});

test('what the rules refuse in the form is said there before it is sent', async (t) => {
  const page = await portal.openSignedIn(t);
  const wishes = possibleWishes(await readFamily(page), { free: true });
  assert.ok(wishes.length > 0, 'a place with free times');
  const [wish] = wishes;
  await page.goto(`${portal.server.base}/wijziging/${wish.date}`);
  await calendar(page, wish.date);
  const dialog = await fillExtra(page, { ...wish, start: wish.end, end: wish.start });
  await dialog.getByText(text('refusal.end_before_start')).first().waitFor();
  let sent = 0;
  page.on('request', (request) => { sent += request.method() === 'POST'; });
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  assert.equal(sent, 0);
  await dialog.getByLabel('Van', { exact: true }).fill(wish.start);
  await dialog.getByLabel('Tot', { exact: true }).fill(wish.end);
  await choosePayment(page, dialog);
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await dialog.waitFor({ state: 'detached' });
  await askedRow(page, wish).waitFor();
  await assertStored(page, wish);
});

test('what a second browser took meanwhile is refused with its reason', async (t) => {
  const { page, wish } = await openWish(t);
  const dialog = await fillExtra(page, wish);
  const other = await portal.open(t);
  await signIn(other);
  assert.equal((await ask(other, wish)).status(), 201);
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await dialog.getByText(text('refusal.overlaps_care', { child: wish.child.firstName })).first().waitFor();
  const stored = (await readRequests(other)).filter(({ date, childId }) =>
    date === wish.date && childId === wish.child.id);
  assert.equal(stored.length, 1);
});
