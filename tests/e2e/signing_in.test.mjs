// Signing in and finding the way.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phone } from './support/browser.mjs';
import { monthName, readFamily, today } from './support/family.mjs';
import { calendar, parent, passwordField, signIn, tab, usePortal } from './support/portal.mjs';
import { text } from './support/texts.mjs';

const portal = usePortal();

test('a wrong password gives one neutral message and keeps the e-mail address', async (t) => {
  const page = await portal.open(t);
  const email = page.getByRole('textbox', { name: 'E-mailadres' });
  const message = page.getByText(text('sign_in.error.wrong'));
  await email.fill(parent.email);
  await passwordField(page).fill('niet-het-wachtwoord');
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await message.first().waitFor();
  assert.equal(await email.inputValue(), parent.email);
  const known = await message.first().textContent();

  await email.fill('niemand@voorbeeld.nl');
  await passwordField(page).fill('niet-het-wachtwoord');
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/session'));
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await answered;
  await message.first().waitFor();
  assert.equal(await message.first().textContent(), known);
});

test('what is missing is said at its field', async (t) => {
  const page = await portal.open(t);
  await page.getByRole('button', { name: 'Inloggen' }).click();
  const email = page.getByRole('textbox', { name: 'E-mailadres' });
  await page.waitForFunction(() => document.querySelectorAll('[aria-invalid="true"]').length === 2);
  const reason = await email.evaluate((field) =>
    document.getElementById(field.getAttribute('aria-describedby')).textContent);
  assert.equal(reason, text('sign_in.error.email_missing'));
});

test('signing in with the keyboard alone opens Overzicht', async (t) => {
  const page = await portal.open(t);
  const email = page.getByRole('textbox', { name: 'E-mailadres' });
  await email.waitFor();
  while (!(await email.evaluate((field) => field === document.activeElement))) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type(parent.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(parent.password);
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: /^Week \d+$/ }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/');
  assert.equal(await page.title(), 'Overzicht – Ouderlogin');
});

test('the session is a cookie that scripts cannot read', async (t) => {
  const page = await portal.openSignedIn(t);
  const cookies = await page.context().cookies();
  assert.ok(cookies.length > 0);
  for (const cookie of cookies) {
    assert.equal(cookie.httpOnly, true);
    assert.equal(cookie.sameSite, 'Lax');
  }
  await page.reload();
  await calendar(page, today());
});

for (const [name, device] of [['desktop', undefined], ['phone', phone]]) {
  test(`the bar leads to every screen (${name})`, async (t) => {
    const page = await portal.openSignedIn(t, { device });
    await calendar(page, today());
    await tab(page, 'Stamgegevens').click();
    await page.getByRole('heading', { level: 1, name: 'Stamgegevens' }).waitFor();
    assert.match(page.url(), /\/stamgegevens$/);
    assert.equal(await tab(page, 'Stamgegevens').getAttribute('aria-current'), 'page');
    await tab(page, 'Logboek').click();
    await page.getByRole('heading', { level: 1, name: 'Logboek' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Stamgegevens' }).waitFor();
    await page.getByRole('link', { name: text('app.home') }).click();
    await page.getByRole('region', { name: /^Week \d+$/ }).waitFor();
    if (!device) {  // the bar of a phone has no room for it
      assert.equal(await tab(page, 'Overzicht').getAttribute('aria-current'), 'page');
    }
    for (const screen of ['Facturen', 'Jaaroverzichten']) {
      await tab(page, screen).click();
      await page.getByRole('heading', { level: 1, name: screen }).waitFor();
    }
    await tab(page, 'Wijziging aanvragen').click();
    await calendar(page, today());
    assert.match(await page.title(), new RegExp(monthName(today())));
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
  });
}

test('Stamgegevens lists the children with their guardians and contracts', async (t) => {
  const page = await portal.openSignedIn(t, { path: '/stamgegevens' });
  await page.getByRole('heading', { level: 1, name: 'Stamgegevens' }).waitFor();
  const family = await readFamily(page);
  assert.equal(family.children.length, 3);
  assert.equal(family.guardians.length, 2);
  for (const { firstName, lastName } of [...family.children, ...family.guardians]) {
    await page.getByRole('heading', { name: `${firstName} ${lastName}` }).waitFor();
  }
  for (const { number } of family.contracts) {
    await page.getByRole('listitem').filter({ hasText: `Contractnummer: ${number}` }).waitFor();
  }
});

test('a deep link leads there after signing in', async (t) => {
  const page = await portal.open(t, { path: '/logboek' });
  await signIn(page);
  await page.getByRole('heading', { level: 1, name: 'Logboek' }).waitFor();
});

test('the language can be changed before signing in, and is remembered', async (t) => {
  const page = await portal.open(t);
  await page.getByRole('combobox', { name: 'Taal' }).selectOption({ label: 'English' });
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await page.getByRole('combobox').selectOption({ label: 'Nederlands' });
  await page.getByRole('heading', { level: 1, name: 'Inloggen' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'nl');
});

test('signing out ends the session', async (t) => {
  const page = await portal.openSignedIn(t);
  await page.getByRole('button', { name: /^Uw account/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Uitloggen' }).click();
  await page.getByRole('textbox', { name: 'E-mailadres' }).waitFor();
  const answer = await page.request.get(`${portal.server.base}/api/family`);
  assert.equal(answer.status(), 401);
});
