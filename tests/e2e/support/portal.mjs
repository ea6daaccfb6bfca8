// The portal as a parent works with it: everything is found by role and name.

import { after, before } from 'node:test';
import { launch, openPage, settle } from './browser.mjs';
import { dayName, monthName } from './family.mjs';
import { startServer } from './server.mjs';

/** The parent of the demo organisation whose family the tests work with. */
export const parent = { email: 'jasmijn@example.nl', password: 'voorjaar-kikker-42' };

/** A server, whose clock stands still at `clock` if one is given, and a browser for all tests of a file. */
export function usePortal({ clock } = {}) {
  const portal = {
    server: null,
    browser: null,
    open: (t, options) => openPage(t, portal.browser, portal.server.base, options),
    /** A page whose parent has signed in, at `path`; without one in the calendar. */
    async openSignedIn(t, options) {
      const page = await portal.open(t, { path: '/wijziging', ...options });
      await signIn(page);
      return page;
    },
  };
  before(async () => {
    portal.server = await startServer({ clock });
    portal.browser = await launch();
  });
  after(async () => {
    await portal.browser?.close();
    await portal.server?.destroy();
  });
  return portal;
}

export function passwordField(page) {
  return page.getByLabel('Wachtwoord', { exact: true });
}

export async function signIn(page, { email = parent.email, password = parent.password } = {}) {
  await page.getByRole('textbox', { name: 'E-mailadres' }).fill(email);
  await passwordField(page).fill(password);
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.getByRole('button', { name: /^Uw account/ }).waitFor();
}

export function tab(page, name) {
  return page.getByRole('navigation').getByRole('link', { name, exact: true });
}

/** The calendar once it has what it shows. */
export async function calendar(page, month) {
  const grid = page.getByRole('grid', { name: monthName(month) });
  await grid.waitFor();
  await page.waitForFunction(() => {
    const shown = document.querySelector('[role="grid"]');
    return shown && shown.getAttribute('aria-busy') !== 'true';
  });
  return grid;
}

/** The year once it has what it shows. */
export async function yearCalendar(page, year) {
  const area = page.getByRole('group', { name: year, exact: true });
  await area.waitFor();
  await page.waitForFunction((name) => [...document.querySelectorAll('[role="group"]')]
    .some((group) => group.getAttribute('aria-label') === name && group.getAttribute('aria-busy') !== 'true'), year);
  return area;
}

/** Puts a finger on what is in sight of `area` and moves it from one x to another; `release` lets go. */
export async function drag(page, area, from, to) {
  const box = await area.boundingBox();
  const { height } = page.viewportSize();
  const y = (Math.max(box.y, 70) + Math.min(box.y + box.height, height - 80)) / 2;
  const touch = await page.context().newCDPSession(page);
  const send = (type, ...touchPoints) => touch.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', { x: from, y });
  for (let step = 1; step <= 10; step += 1) {
    await send('touchMove', { x: from + ((to - from) * step) / 10, y });
  }
  return { moveTo: (x) => send('touchMove', { x, y }), release: () => send('touchEnd') };
}

export async function swipe(page, area, from, to) {
  const finger = await drag(page, area, from, to);
  await finger.release();
}

export function dayCell(page, date) {
  return page.getByRole('gridcell', { name: new RegExp(`^${dayName(date)}(,|$)`) });
}

/** The button of the shown day that opens the form. */
export function extraButton(page) {
  return page.getByRole('button', { name: 'Extra opvang', exact: true });
}

export function extraDialog(page) {
  return page.getByRole('dialog', { name: 'Extra opvang' });
}

/** Opens the form for the wish and fills it in, by pointer. */
export async function fillExtra(page, wish) {
  await dayCell(page, wish.date).click();
  await extraButton(page).click();
  const dialog = extraDialog(page);
  await dialog.getByRole('button', { name: 'Opslaan' }).waitFor();  // with it comes the rest of the form
  const child = dialog.getByRole('radio', { name: wish.child.firstName, exact: true });
  if (await child.count() > 0) {
    await child.check();
  }
  if (wish.offer.rules.extra.freeTimes) {
    await dialog.getByLabel('Van', { exact: true }).fill(wish.start);
    await dialog.getByLabel('Tot', { exact: true }).fill(wish.end);
  } else {
    await slotChoice(dialog, wish).check();
  }
  await choosePayment(page, dialog);
  return dialog;
}

/** Chooses the invoice where the wanted time could also be a swap or had with credit. */
export async function choosePayment(page, dialog) {
  await settle(page);
  if (await invoiceWay(dialog).count() > 0) {
    await invoiceWay(dialog).check();
  }
}

export function invoiceWay(dialog) {
  return dialog.getByRole('radio', { name: /^Op de factuur/ });
}

/** The choice of the wish's time, where a location has slots. */
export function slotChoice(dialog, wish) {
  return dialog.getByRole('radiogroup', { name: 'Tijden' })
    .getByRole('radio', { name: new RegExp(`${wish.start}–${wish.end}`) });
}

/** What the day's care list says of the wish once it is stored. */
export function askedRow(page, wish) {
  return page.getByRole('listitem').filter({
    hasText: new RegExp(`Extra opvang.*${wish.child.firstName}.*${wish.start}–${wish.end}.*Aangevraagd`),
  });
}
