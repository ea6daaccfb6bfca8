// Logboek, the list of requests, and answers that appear while the page is open.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { desktop, findBarriers, phone, settle } from './support/browser.mjs';
import { ask, dayName, possibleWishes, readFamily, readRequests } from './support/family.mjs';
import { tab, usePortal } from './support/portal.mjs';
import { text } from './support/texts.mjs';

const portal = usePortal();
const program = process.env.OUDERLOGIN_SERVER
  || fileURLToPath(new URL('../../build/native-debug/bin/ouderlogin-server', import.meta.url));

/** What the office does with the server's program. */
const office = (...words) => promisify(execFile)(program, [...words, '--data', portal.server.data]);

/** A request that waits for the office. */
async function asked(page) {
  const [wish] = possibleWishes(await readFamily(page), { from: 20 });
  assert.ok(wish, 'the demo family has days left to ask for');
  const answer = await ask(page, wish);
  assert.equal(answer.status(), 201);
  const { requests: [request] } = await answer.json();
  return { ...request, wish };
}

async function openLog(t, path = '/logboek', options = {}) {
  const page = await portal.openSignedIn(t, { path, ...options });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('listitem').first().waitFor();
  return page;
}

test('the log has what was asked and what was changed, and keeps its filter in the address', async (t) => {
  const page = await openLog(t);
  await page.goto(`${portal.server.base}/stamgegevens/kind/noor`);
  await page.getByRole('textbox', { name: 'Dieet', exact: true }).fill('Geen varkensvlees');
  await page.getByRole('button', { name: 'Pas aan', exact: true }).click();
  await page.waitForURL('**/stamgegevens');
  await tab(page, 'Logboek').click();
  const entry = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^Dieet · Noor/ }) });
  await entry.getByText('Geen varkensvlees').waitFor();
  await entry.getByText(/^Gewijzigd door Jasmijn/).waitFor();

  await page.getByRole('combobox', { name: text('log.filter_kind') }).selectOption({ label: 'Extra opvang' });
  await entry.waitFor({ state: 'detached' });
  assert.equal(new URL(page.url()).search, '?soort=extra');
  await page.getByRole('combobox', { name: text('log.filter_kind') }).selectOption({ label: text('log.kind_child') });
  await page.getByRole('combobox', { name: text('log.filter_child') }).selectOption({ label: 'Noor' });
  await page.waitForFunction(() => location.search === '?kind=noor&soort=child');
  await page.reload();
  await entry.waitFor();
  assert.deepEqual(await findBarriers(page), []);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: text('common.download_csv') }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'logboek.csv');
  const table = await readFile(await download.path(), 'utf8');
  assert.ok(table.startsWith('\uFEFF"Datum en tijd";'));
  assert.match(table, /"Dieet";"[^"]*";"Geen varkensvlees";"Gewijzigd"/);
  assert.doesNotMatch(table, /Extra opvang/);
});

test('both days of a period are kept, and only what lies between them is shown', async (t) => {
  const page = await openLog(t);
  const from = page.getByLabel(text('log.filter_from'), { exact: true });
  const until = page.getByLabel(text('log.filter_until'), { exact: true });
  await page.evaluate(([first, last]) => {
    for (const [field, value] of [[first, '2001-01-01'], [last, '2001-12-31']]) {
      const element = document.querySelector(`input[name="${field}"]`);
      element.value = value;
      element.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, ['from', 'until']);
  await page.waitForFunction(() => location.search === '?van=2001-01-01&tot=2001-12-31');
  await page.getByText(text('log.none_title')).first().waitFor();
  assert.equal(await from.inputValue(), '2001-01-01');
  assert.equal(await until.inputValue(), '2001-12-31');
  await page.getByRole('main').getByRole('button', { name: text('log.filter_clear') }).last().click();
  await page.getByRole('listitem').first().waitFor();
  assert.equal(new URL(page.url()).search, '');
});

for (const [name, device] of [['desktop', desktop], ['phone', phone]]) {
  test(`the log and the requests have no barriers (${name})`, async (t) => {
    const page = await openLog(t, '/logboek', { device });
    for (const path of ['/logboek', '/logboek/aanvragen']) {
      await page.goto(`${portal.server.base}${path}`);
      await page.getByRole('listitem').first().waitFor();
      await settle(page);
      assert.deepEqual(await findBarriers(page), [], path);
    }
  });
}

test('the office decides, and the open page tells it', async (t) => {
  const page = await portal.openSignedIn(t, { path: '/stamgegevens' });
  await page.getByRole('heading', { level: 1, name: 'Stamgegevens' }).waitFor();
  const request = await asked(page);
  await office('decide', 'reject', request.id, '--reason', 'De groep is die dag vol.');
  const message = page.getByRole('region', { name: text('common.message') });
  await message.getByText(`Extra opvang op ${dayName(request.wish.date)} is afgewezen.`).waitFor({ timeout: 60000 });
  await settle(page);
  assert.deepEqual(await findBarriers(page), []);
  const log = tab(page, 'Logboek');
  assert.match(await log.evaluate((link) => link.getAttribute('aria-description')
    ?? document.getElementById(link.getAttribute('aria-describedby'))?.textContent), /^Nieuwe antwoorden: \d+$/);

  await message.getByRole('link', { name: text('news.show') }).click();
  await page.getByRole('heading', { level: 1, name: text('requests.title') }).waitFor();
  await page.getByRole('button', { name: /^Afgewezen \(\d+\)$/ }).click();
  const entry = page.getByRole('listitem').filter({ hasText: dayName(request.wish.date) });
  await entry.getByText('De groep is die dag vol.').waitFor();
  await page.waitForFunction(() => location.pathname + location.search === '/logboek/aanvragen?status=rejected');
});

test('a request is withdrawn from the list', async (t) => {
  const page = await portal.openSignedIn(t, { path: '/logboek' });
  const request = await asked(page);
  await page.goto(`${portal.server.base}/logboek/aanvragen?status=submitted`);
  const entry = page.getByRole('listitem').filter({ hasText: dayName(request.wish.date) });
  await entry.getByRole('button', { name: new RegExp(`^${text('withdraw.action')}`) }).click();
  await page.getByText(text('withdraw.done')).first().waitFor();
  await entry.waitFor({ state: 'detached' });
  const stored = (await readRequests(page)).find(({ id }) => id === request.id);
  assert.equal(stored.state, 'withdrawn');
});
