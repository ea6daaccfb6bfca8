// 'E-mail bij antwoord op een aanvraag': the mail that a decision brings, the switch that ends it, and where it leads.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openMailbox } from '../contract/support/mails.mjs';
import { ask, possibleWishes, readFamily } from './support/family.mjs';
import { parent, signIn, usePortal } from './support/portal.mjs';
import { text } from './support/texts.mjs';

const portal = usePortal();
const program = process.env.OUDERLOGIN_SERVER
  || fileURLToPath(new URL('../../build/native-debug/bin/ouderlogin-server', import.meta.url));
let mails;

/** What the office does with the server's program. */
const office = (...words) => promisify(execFile)(program, [...words, '--data', portal.server.data]);

/** Asks for one of the days that are left, the `index`th, and lets the office approve it; its id. */
async function answered(page, index) {
  const wish = possibleWishes(await readFamily(page), { from: 20 })[index];
  const answer = await ask(page, wish);
  assert.equal(answer.status(), 201);
  const { requests: [{ id }] } = await answer.json();
  await office('decide', 'approve', id);
  return id;
}

/** The path that the next mail to the parent leads to. */
async function pathOfMail() {
  mails ??= openMailbox(join(portal.server.data, 'mail'));
  const mail = await mails.next(parent.email);
  const [, path] = /https?:\/\/[^/\s]+(\/logboek\S*)/.exec(mail.text);
  return path;
}

async function setSwitch(page, on) {
  await page.goto(`${portal.server.base}/account`);
  const control = page.getByRole('switch', { name: text('account.mail_decisions'), exact: true });
  await control.waitFor();
  if ((await control.getAttribute('aria-checked')) !== String(on)) {
    await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/api/account/settings') && response.request().method() !== 'GET'),
      control.click(),
    ]);
  }
}

test('a decision is mailed where the parent wants it, and not where they do not', async (t) => {
  const page = await portal.openSignedIn(t);
  const first = await answered(page, 0);
  assert.equal(await pathOfMail(), `/logboek/aanvraag/${first}`);
  await setSwitch(page, false);
  await answered(page, 1);
  await setSwitch(page, true);
  const third = await answered(page, 2);
  // Mails are sent in their order: the second would have come before.
  assert.equal(await pathOfMail(), `/logboek/aanvraag/${third}`);
});

test('the mail leads to the one request, also by way of signing in', async (t) => {
  const page = await portal.openSignedIn(t);
  const id = await answered(page, 3);
  const path = await pathOfMail();
  assert.equal(path, `/logboek/aanvraag/${id}`);
  const other = await portal.open(t, { path });
  await signIn(other);
  const entries = other.getByRole('main').getByRole('listitem');
  await entries.filter({ hasText: text('badge.approved') }).waitFor();
  assert.equal(await entries.count(), 1);
  assert.equal(new URL(other.url()).pathname, path);
  await other.getByRole('main').getByRole('link', { name: 'Logboek' }).click();
  await other.waitForFunction(() => location.pathname === '/logboek');
  await entries.nth(3).waitFor();
});

test('an entry that is not the family\'s own is none', async (t) => {
  const page = await portal.openSignedIn(t, { path: '/logboek/aanvraag/of-somebody-else' });
  await page.getByText(text('log.none_title')).waitFor();
});
