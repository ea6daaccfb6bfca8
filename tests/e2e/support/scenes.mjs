// What is photographed: every screen of the portal and every section of the gallery, in each size, theme and language.
// Everything that could differ from run to run stands still: the server's clock, the data, the fonts, the pointer.

import { join } from 'node:path';
import { openMailbox } from '../../contract/support/mails.mjs';
import { saveData, settle, watchPage } from './browser.mjs';
import { ask, possibleWishes, readFamily } from './family.mjs';
import { calendar, signIn } from './portal.mjs';

/** The day on which all pictures are taken: a Monday in a month with everything in it. */
export const day = '2026-11-23';
/** In the middle of a minute: what the page takes it to be is a second off at times. */
export const clock = `${day}T09:00:30Z`;

export const sizes = {
  390: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 1 },
  768: { viewport: { width: 768, height: 1024 }, hasTouch: true, deviceScaleFactor: 1 },
  1280: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
};

export const looks = ['light', 'dark'].flatMap((theme) => ['nl', 'en'].map((language) => ({ theme, language })));

const heading = (page) => page.getByRole('heading', { level: 1 }).waitFor();

/** A form over the calendar, and what is done with it. */
function form(path, use = () => {}) {
  return {
    path,
    ready: async (page) => {
      await calendarIn(page);
      await page.getByRole('dialog').waitFor();
      await use(page);
    },
  };
}

/** Screens that a parent sees after signing in. */
const screens = {
  overview: { path: '/', ready: overviewIn },
  month: { path: '/wijziging/2026-11', ready: (page) => calendarIn(page) },
  day: { path: '/wijziging/2026-11-26', ready: (page) => calendarIn(page) },
  year: { path: '/wijziging/2026', ready: (page) => calendarIn(page) },
  extra: form('/wijziging/2026-12-02/extra'),
  swap: form('/wijziging/2026-12-08/ruilen'),
  absence: form('/wijziging/2026-12-08/afmelden'),
  sick: form('/wijziging/2026-11-23/ziek'),
  planner: { path: '/planner', ready: heading },
  credit: { path: '/tegoed', ready: heading },
  family: { path: '/stamgegevens', ready: heading },
  contract: { path: '/stamgegevens/contract/contract-noor-2', ready: documentIn },
  guardians: { path: '/stamgegevens/ouders', ready: shows('a[href^="/stamgegevens/ouder/"]') },
  guardian: { path: (page) => firstLink(page, '/stamgegevens/ouder/'), ready: formIn },
  child: { path: (page) => firstLink(page, '/stamgegevens/kind/'), ready: formIn },
  contacts: { path: (page) => firstLink(page, '/stamgegevens/noodpersonen/'), ready: shows('button') },
  'edit-contact': { path: firstContact, ready: formIn },
  'new-contact': { path: async (page) => `${await firstLink(page, '/stamgegevens/noodpersonen/')}/nieuw`, ready: formIn },
  invoices: { path: '/facturen', ready: rowsIn },
  invoice: { path: openInvoice, ready: documentIn },
  statements: { path: '/jaaroverzichten', ready: rowsIn },
  statement: { path: '/jaaroverzichten/2025', ready: documentIn },
  log: { path: '/logboek', ready: heading },
  account: { path: accountOfOneDevice, ready: shows('h2', 3) },
  requests: { path: '/logboek/aanvragen', ready: heading },
  install: { path: accountOfOneDevice, ready: offerInstalling },
  unsent: form('/wijziging/2026-11-23/ziek', reportUnheard),
};

/** Pages before signing in: asking for a mail, a link that leads nowhere, and one that leads to a password. */
const frontPages = {
  forgotten: () => '/wachtwoord-vergeten',
  'no-link': () => '/welkom#no-link',
  'choose-password': ({ token }) => `/welkom#${token}`,
};

/** The address of the first link of Stamgegevens that begins so. */
async function firstLink(page, start) {
  await page.goto(new URL('/stamgegevens', page.url()).href);
  const link = page.locator(`#mirror main a[href^="${start}"]`).first();
  await link.waitFor();
  return link.getAttribute('href');
}

/** A form with its fields. */
async function formIn(page) {
  await page.locator('#mirror main form input').first().waitFor();
}

/** Something that the page shows once it is complete. */
function shows(selector, count = 1) {
  return (page) => page.locator(`#mirror main ${selector}`).nth(count - 1).waitFor();
}

/** The address of a contact's form. */
async function firstContact(page) {
  await page.goto(new URL(await firstLink(page, '/stamgegevens/noodpersonen/'), page.url()).href);
  const link = page.locator('#mirror main a[href^="/stamgegevens/noodpersonen/"]').first();
  await link.waitFor();
  return link.getAttribute('href');
}

/** The browser offers to install the portal, as far down as the account's page has it. */
async function offerInstalling(page) {
  await page.locator('#mirror main h2').nth(2).waitFor();
  await page.evaluate(() => {
    const offer = new Event('beforeinstallprompt', { cancelable: true });
    offer.prompt = () => Promise.resolve();
    offer.userChoice = Promise.resolve({ outcome: 'dismissed' });
    globalThis.dispatchEvent(offer);
  });
  const button = page.locator('#mirror main [role="region"], #mirror main section').last().locator('button').last();
  await button.waitFor();
  await button.evaluate((element) => element.scrollIntoView({ block: 'center' }));
}

/** A child is reported ill while the network is gone; Logboek has what waits. Nothing can be asked of the server after. */
async function reportUnheard(page) {
  await page.context().setOffline(true);
  await page.getByRole('dialog').getByRole('button', { name: /^Noor | Noor / }).click();
  await page.getByRole('button', { name: /^(Melding sluiten|Close message)$/ }).click();
  await page.locator('#mirror nav a[href="/logboek"]').first().click();
  await page.locator('#mirror main h2').first().waitFor();
}

/** The account on this device alone: how many others are signed in differs from run to run. */
async function accountOfOneDevice(page) {
  await page.route('**/api/account/sessions', async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    await route.fulfill({ response, json: { ...body, sessions: body.sessions.filter(({ current }) => current) } });
  });
  return '/account';
}

/** Overzicht with its week, once nothing is awaited. */
async function overviewIn(page) {
  await page.waitForFunction(() => document.querySelectorAll('main a[href^="/wijziging/"]').length >= 5);
}

/** The oldest invoice that is still to be paid by transfer. */
async function openInvoice(page) {
  const id = await page.evaluate(async () => {
    const { invoices } = await (await fetch('/api/invoices')).json();
    return invoices.filter(({ kind, total, paid, directDebit }) =>
      kind === 'invoice' && paid.cents < total.cents && !directDebit).at(-1).id;
  });
  return `/facturen/${id}`;
}

/** A list whose rows lead to more. */
async function rowsIn(page) {
  await page.locator('#mirror main li a').first().waitFor();
}

/** Something that can be kept as a file. */
async function documentIn(page) {
  await page.locator('#mirror main a[download]').first().waitFor();
}

/** The calendar, whatever the language calls its month. */
async function calendarIn(page) {
  await page.waitForFunction(() => {
    const grid = document.querySelector('[role="grid"]');
    return grid && grid.getAttribute('aria-busy') !== 'true';
  });
}

export const sections = ['tokens', 'buttons', 'choices', 'fields', 'lists', 'feedback', 'figures', 'calendar', 'year', 'bars'];

/** What lies over the page once it was asked for, by the button of the section that does. */
const overlays = ['dialog', 'sheet', 'toast'];

export const scenes = {
  portal: ['sign-in', ...Object.keys(frontPages), ...Object.keys(screens)],
  gallery: [...sections.map((section) => `gallery-${section}`), ...overlays.map((name) => `gallery-${name}`)],
};

/** A page whose pictures are the same each time. */
export async function openStudio(browser, size, { theme, language }) {
  const context = await browser.newContext({ ...sizes[size], colorScheme: theme, reducedMotion: 'reduce',
    locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  await page.addInitScript(watchPage);
  await page.addInitScript(saveData);
  await page.addInitScript((chosen) => { localStorage.setItem('ouderlogin.language', chosen); }, language);
  return { page, close: () => context.close() };
}

async function snap(page) {
  await page.mouse.move(2, 2);
  await page.evaluate(() => document.activeElement?.blur());
  await settle(page);
  return page.screenshot();
}

/**
 * Asks for one day, so that calendar and log have a request beside those of the demo, and reads the log. Returns what the
 * pictures need to know: the token of an invitation.
 */
export async function prepare(browser, { base, data }) {
  const { page, close } = await openStudio(browser, 1280, { theme: 'light', language: 'nl' });
  await page.goto(`${base}/wijziging`);
  await signIn(page);
  await calendar(page, day);
  const wishes = possibleWishes(await readFamily(page, day), { from: 4, on: day });
  await ask(page, wishes[0]);
  // What was answered has been read: else it would depend on the order of the pictures whether Logboek counts it.
  const [seen] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/api/session/decisions-seen')),
    page.goto(`${base}/logboek`),
  ]);
  if (!seen.ok()) {
    throw new Error(`The answers could not be marked as read: ${seen.status()}`);
  }
  await close();
  const { token } = await openMailbox(join(data, 'mail')).next('eva@example.nl');
  return { token };
}

/** Pictures of all screens of the portal, one after the other, as [scene, png]. */
export async function* photographPortal(browser, base, size, look, known) {
  const { page, close } = await openStudio(browser, size, look);
  await page.goto(base);
  await page.locator('#mirror form').first().waitFor();
  yield ['sign-in', await snap(page)];
  for (const [name, path] of Object.entries(frontPages)) {
    await page.goto(base + path(known));
    await heading(page);
    await page.locator('#mirror main a, #mirror main form').first().waitFor();
    yield [name, await snap(page)];
  }
  await page.goto(base);
  await page.locator('#mirror form').first().waitFor();
  await page.locator('#mirror input[type="email"]').fill('jasmijn@example.nl');
  await page.locator('#mirror input[type="password"]').fill('voorjaar-kikker-42');
  await page.locator('#mirror button[type="submit"]').click();
  await page.locator('#mirror nav').first().waitFor();
  for (const [name, { path, ready }] of Object.entries(screens)) {
    await page.goto(base + (typeof path === 'function' ? await path(page) : path));
    await ready(page);
    yield [name, await snap(page)];
  }
  await close();
}

/** Pictures of the whole of each section of the gallery. */
export async function* photographGallery(browser, base, size, look) {
  const { page, close } = await openStudio(browser, size, look);
  const { viewport } = sizes[size];
  for (const section of sections) {
    await page.setViewportSize(viewport);
    await page.goto(`${base}/${section}${look.language === 'en' ? '?language=en' : ''}`);
    await heading(page);
    await settle(page);
    const height = await page.evaluate(() => document.getElementById('page').offsetHeight);
    await page.setViewportSize({ ...viewport, height: Math.floor(height) });
    yield [`gallery-${section}`, await snap(page)];
  }
  for (const [i, name] of overlays.entries()) {
    await page.setViewportSize(viewport);
    await page.goto(`${base}/feedback${look.language === 'en' ? '?language=en' : ''}`);
    await heading(page);
    // The last buttons of the page are those that open something.
    await page.locator('#mirror main button').nth(i - overlays.length).click();
    yield [`gallery-${name}`, await snap(page)];
  }
  await close();
}

