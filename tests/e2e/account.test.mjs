// From the mail to being signed in, a forgotten password, and the account's own page.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openMailbox } from '../contract/support/mails.mjs';
import { findBarriers, phone, settle } from './support/browser.mjs';
import { parent, passwordField, signIn, usePortal } from './support/portal.mjs';
import { text } from './support/texts.mjs';

const portal = usePortal();
const chosen = 'winterkoninkje 7';
let mails;
let evasToken;

function mailbox() {
  mails ??= openMailbox(join(portal.server.data, 'mail'));
  return mails;
}

const newPassword = (page) => page.getByLabel(text('password.new'), { exact: true });
const save = (page) => page.getByRole('button', { name: text('common.save') });
const overview = (page) => page.getByRole('region', { name: /^Week \d+$/ });

async function openLink(t, token, options) {
  const page = await portal.open(t, { path: `/welkom#${token}`, ...options });
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function expectBarrierFree(page) {
  const message = page.getByRole('button', { name: text('common.close_message') });  // lies over all landmarks
  if (await message.count() > 0) {
    await message.click();
  }
  await settle(page);
  assert.deepEqual(await findBarriers(page), []);
}

test('the link of an invitation leads to a password, and straight into the portal', async (t) => {
  const mail = await mailbox().next('eva@example.nl');
  evasToken = mail.token;
  assert.match(mail.text, /^Beste Eva de Jong,/);
  const page = await portal.open(t, { device: phone, path: '/config.json' });
  const asked = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.headers().referer ?? ''}`));
  await page.goto(`${portal.server.base}/welkom#${mail.token}`);
  await page.getByText(text('welcome.invitation', { name: 'Eva de Jong', organisation: 'Kinderopvang De Boomgaard' })).waitFor();
  assert.equal(await newPassword(page).getAttribute('autocomplete'), 'new-password');
  assert.equal(await page.getByRole('textbox', { name: 'E-mailadres' }).inputValue(), 'eva@example.nl');

  await newPassword(page).fill('Wachtwoord1');
  await page.getByRole('progressbar', { name: text('password.strength') }).waitFor();
  await save(page).click();
  await page.waitForFunction(() => document.querySelector('[aria-invalid="true"]'));
  assert.ok(await newPassword(page).evaluate((field) => field === document.activeElement));
  await expectBarrierFree(page);

  await page.getByRole('button', { name: text('password.show_new') }).click();
  await page.waitForFunction(() => document.querySelector('input[name="new-password"]').type === 'text');
  await newPassword(page).fill(chosen);
  await newPassword(page).press('Enter');
  await overview(page).waitFor();
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).hash, '/');
  assert.deepEqual(asked.filter((line) => line.includes(mail.token)), [], 'the secret is in no address that is asked');
  await page.reload();
  await overview(page).waitFor();
});

test('a link that was used says so, and gives a new mail', async (t) => {
  const page = await openLink(t, evasToken);
  await page.getByText(text('welcome.used')).first().waitFor();
  assert.equal(await newPassword(page).count(), 0);
  await expectBarrierFree(page);
  await page.getByRole('button', { name: text('welcome.renew') }).click();
  await page.getByText(text('welcome.renewed')).first().waitFor();
  assert.ok((await mailbox().next('eva@example.nl')).token);
  await page.getByRole('link', { name: text('forgotten.back') }).click();
  await signIn(page, { email: 'eva@example.nl', password: chosen });
});

test('a link that is none says so', async (t) => {
  const page = await openLink(t, 'niets');
  await page.getByText(text('welcome.unknown')).first().waitFor();
  await page.getByRole('link', { name: text('welcome.ask') }).click();
  await page.getByRole('heading', { level: 1, name: text('forgotten.title') }).waitFor();
});

test('a forgotten password is replaced by way of a mail', async (t) => {
  const page = await portal.open(t);
  await page.getByRole('textbox', { name: 'E-mailadres' }).fill('fatima@example.nl');
  await page.getByRole('link', { name: text('forgotten.link') }).click();
  await page.getByRole('heading', { level: 1, name: text('forgotten.title') }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'E-mailadres' }).inputValue(), 'fatima@example.nl');
  await expectBarrierFree(page);
  await page.getByRole('button', { name: text('forgotten.submit') }).click();
  await page.getByText(text('forgotten.sent', { email: 'fatima@example.nl' })).first().waitFor();
  await expectBarrierFree(page);

  const { token } = await mailbox().next('fatima@example.nl');
  await page.goto(`${portal.server.base}/welkom#${token}`);
  await page.getByText(text('welcome.reset', { organisation: 'Kinderopvang De Boomgaard' })).waitFor();
  await newPassword(page).fill('lentekoninkje 8');
  await save(page).click();
  await overview(page).waitFor();
});

test('an address that nobody has is answered alike', async (t) => {
  const page = await portal.open(t, { path: '/wachtwoord-vergeten' });
  await page.getByRole('textbox', { name: 'E-mailadres' }).fill('niemand@example.nl');
  await page.getByRole('button', { name: text('forgotten.submit') }).click();
  await page.getByText(text('forgotten.sent', { email: 'niemand@example.nl' })).first().waitFor();
});

test('the password is changed, and other devices are signed out', async (t) => {
  const other = await portal.openSignedIn(t, { device: phone });
  const page = await portal.openSignedIn(t);
  await page.getByRole('button', { name: /^Uw account/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: text('account.manage') }).click();
  await page.getByRole('heading', { level: 1, name: text('account.title') }).waitFor();
  await page.getByText(text('account.device_current')).waitFor();
  await expectBarrierFree(page);

  await page.getByLabel(text('password.current'), { exact: true }).fill('niet-het-wachtwoord');
  await newPassword(page).fill(chosen);
  await save(page).click();
  await page.waitForFunction(() => document.querySelector('input[name="current-password"]').getAttribute('aria-invalid') === 'true');
  await page.getByLabel(text('password.current'), { exact: true }).fill(parent.password);
  await save(page).click();
  await page.getByText(text('password.changed')).first().waitFor();
  assert.equal((await mailbox().next(parent.email)).token, undefined);

  await other.reload();
  await passwordField(other).waitFor();
  await signIn(other, { password: chosen });
});

test('devices are signed out one by one, and everywhere', async (t) => {
  const other = await portal.open(t);
  await signIn(other, { email: 'thomas@example.nl', password: 'najaar-reiger-17' });
  const page = await portal.open(t, { path: '/account', device: phone });
  await page.getByRole('textbox', { name: 'E-mailadres' }).fill('thomas@example.nl');
  await passwordField(page).fill('najaar-reiger-17');
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.getByRole('heading', { level: 1, name: text('account.title') }).waitFor();
  const devices = page.getByRole('list', { name: text('account.devices') });
  await devices.getByRole('button', { name: text('account.end_one') }).click();
  await page.getByText(text('account.ended')).first().waitFor();
  await page.waitForFunction((name) => document.querySelector(`[role="list"][aria-label="${name}"]`)?.children.length === 1,
    text('account.devices'));
  await other.reload();
  await passwordField(other).waitFor();
  await expectBarrierFree(page);
  await page.getByRole('button', { name: text('account.end_all') }).click();
  await passwordField(page).waitFor();
  assert.equal((await page.request.get(`${portal.server.base}/api/session`)).status(), 401);
});

test('the guardian who pays invites the other, who gets a login of their own', async (t) => {
  const page = await portal.open(t);
  await signIn(page, { email: 'eva@example.nl', password: chosen });
  await page.goto(`${portal.server.base}/account`);
  const logins = page.getByRole('list', { name: text('account.guardians') });
  await logins.getByRole('button', { name: text('account.invite') }).click();
  await page.getByText(text('account.invited', { name: 'Daan Bakker' })).first().waitFor();
  await logins.getByText(text('account.guardian_invited')).waitFor();
  const { token } = await mailbox().next('daan@example.nl');
  const daans = await openLink(t, token);
  await newPassword(daans).fill('herfstkoninkje 9');
  await save(daans).click();
  await overview(daans).waitFor();
  await daans.getByRole('button', { name: 'Uw account: Daan Bakker' }).waitFor();
});

test('a link that has expired says so, and gives a new mail', async (t) => {
  const mail = await (async () => {
    await fetch(`${portal.server.base}/api/password-resets`, { method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'thomas@example.nl', language: 'nl' }) });
    return mailbox().next('thomas@example.nl');
  })();
  await portal.server.stop();
  const later = new Date(Date.now() + 3 * 3600000).toISOString().replace(/\.\d+Z/, 'Z');
  portal.server.options.push('--clock', later);
  await portal.server.start();
  const page = await openLink(t, mail.token);
  await page.getByText(text('welcome.expired')).first().waitFor();
  await page.getByRole('button', { name: text('welcome.renew') }).click();
  await page.getByText(text('welcome.renewed')).first().waitFor();
  const { token } = await mailbox().next('thomas@example.nl');
  await page.goto(`${portal.server.base}/welkom#${token}`);
  await newPassword(page).waitFor();
});
