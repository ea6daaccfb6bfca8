// Pictures of every screen: node screenshots.mjs OUTDIR. Names: <screen>-<width>[-dark].png

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { desktop, launch, phone, settle, watchPage } from './support/browser.mjs';
import { ask, possibleWishes, readFamily, today } from './support/family.mjs';
import { calendar, dayCell, fillExtra, signIn, yearCalendar } from './support/portal.mjs';
import { startServer } from './support/server.mjs';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node screenshots.mjs OUTDIR');
  process.exit(2);
}

/** All screens of one size and theme. */
async function shoot(browser, base, device, colorScheme, onFirst) {
  const context = await browser.newContext({ ...device, deviceScaleFactor: device === phone ? 2 : 1, colorScheme,
    locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  const save = async (screen) => {
    await page.mouse.move(2, 2);
    await settle(page);
    const name = `${screen}-${device.viewport.width}${colorScheme === 'dark' ? '-dark' : ''}.png`;
    await page.screenshot({ path: join(folder, name) });
  };
  const go = (path) => page.goto(base + path);

  await go('/');
  await page.getByRole('button', { name: 'Inloggen' }).waitFor();
  await save('sign-in');
  await signIn(page);
  await page.getByRole('region', { name: /^Week \d+$/ }).waitFor();
  await onFirst(page);
  await go('/');
  await page.getByRole('region', { name: /^Week \d+$/ }).waitFor();
  await save('overview');
  await go(`/wijziging/${today().slice(0, 7)}`);
  await calendar(page, today());
  await save('month');
  const wish = possibleWishes(await readFamily(page), { from: 3 }).find(({ offer }) => offer.slots.length > 1);
  await go(`/wijziging/${wish.date.slice(0, 7)}`);
  await calendar(page, wish.date);
  await dayCell(page, wish.date).click();
  await save('day');
  await fillExtra(page, wish);
  await save('extra');
  await go(`/wijziging/${today().slice(0, 4)}`);
  await yearCalendar(page, today().slice(0, 4));
  await save('year');
  for (const [screen, path] of [['planner', '/planner'], ['credit', '/tegoed']]) {
    await go(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await save(screen);
  }
  await go('/stamgegevens');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await save('family');
  for (const [screen, path] of [['invoices', '/facturen'], ['statements', '/jaaroverzichten']]) {
    await go(path);
    await page.locator('#mirror main li a').first().click();
    await page.locator('#mirror main a[download]').first().waitFor();
    await save(screen.slice(0, -1));
    await page.goBack();
    await save(screen);
  }
  await go('/stamgegevens');
  await page.getByRole('link', { name: 'Contract bekijken' }).first().click();
  await page.locator('#mirror main a[download]').first().waitFor();
  await save('contract');
  await go('/account');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await save('account');
  await go('/logboek');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await save('log');
  await context.close();
}

await mkdir(folder, { recursive: true });
const server = await startServer();
const browser = await launch();
try {
  let asked = false;
  // The month shows a request of its own beside those of the demo.
  const askOnce = async (page) => {
    if (!asked) {
      asked = true;
      await ask(page, possibleWishes(await readFamily(page), { from: 4 })[0]);
    }
  };
  for (const device of [phone, desktop]) {
    for (const colorScheme of ['light', 'dark']) {
      await shoot(browser, server.base, device, colorScheme, askOnce);
    }
  }
} finally {
  await browser.close();
  await server.destroy();
}
