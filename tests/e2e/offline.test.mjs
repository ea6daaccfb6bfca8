// Without a network: what the device keeps can be read, of nobody but who is signed in; where it keeps nothing, the portal
// works as it did before.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phone } from './support/browser.mjs';
import { clockFrom, dropRecord, keepEverything, keptRecords, takeAlong, withoutNetwork } from './support/device.mjs';
import { calendar, passwordField, signIn, tab, usePortal } from './support/portal.mjs';
import { text } from './support/texts.mjs';

const clock = '2026-11-23T09:00:30Z';
const portal = usePortal({ clock });
const fatima = { email: 'fatima@example.nl', password: 'zomer-libelle-88' };

const open = (t, options) => portal.openSignedIn(t, { path: '/', serviceWorkers: 'allow', ahead: true, init: clockFrom(clock), ...options });
const go = (page, path) => page.goto(portal.server.base + path);
const shown = (page) => page.evaluate(() => document.body.innerText);
const account = (page) => page.getByRole('button', { name: /^Uw account/ });
const age = (page) => page.getByText(/bijgewerkt (zojuist|\d)/).first();

async function signOut(page) {
  await account(page).click();
  await page.getByRole('dialog').getByRole('button', { name: text('account.sign_out') }).click();
  await passwordField(page).waitFor();
}

/** The first invoice's path. */
async function invoicePath(page) {
  const answer = await page.request.get(`${portal.server.base}/api/invoices`);
  return `/facturen/${(await answer.json()).invoices[0].id}`;
}

test('after signing in, every screen can be read without a network, with its age', async (t) => {
  const page = await open(t, { device: phone });
  await takeAlong(page);
  await keepEverything(page);
  const screens = [['/', /Week \d+/], ['/wijziging', /november 2026/i], ['/wijziging/2026-12', /december 2026/i],
    ['/wijziging/2026', /november/i], ['/stamgegevens', /Noor/], ['/stamgegevens/ouders', /Jasmijn/],
    ['/stamgegevens/kind/noor', /Noor/], ['/stamgegevens/noodpersonen/noor', /Noor/],
    ['/stamgegevens/contract/contract-noor-2', /Noor/], ['/tegoed', /Tegoed/], ['/planner', /Noor|Sam|Mila/],
    ['/facturen', /€/], [await invoicePath(page), /€/], ['/jaaroverzichten', /2025/], ['/jaaroverzichten/2025', /€/],
    ['/logboek', /Logboek/], ['/logboek/aanvragen', /aanvragen/i], ['/account', /jasmijn@example.nl/]];
  await withoutNetwork(portal.server, async () => {
    for (const [path, words] of screens) {
      await go(page, path);
      await age(page).waitFor().catch(() => assert.fail(`${path} has no age`));
      assert.match(await shown(page), words, path);
      assert.equal(await page.getByText(text('failure.title')).count(), 0, path);
    }
  });
});

test('what is shown is of now again as soon as there is a network', async (t) => {
  const page = await open(t);
  await takeAlong(page);
  await tab(page, 'Wijziging aanvragen').click();
  await calendar(page, clock);
  await withoutNetwork(portal.server, async () => {
    await page.reload();
    await age(page).waitFor();
  });
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await age(page).waitFor({ state: 'detached' });
  await calendar(page, clock);
});

test('who signs in next on the device never sees what was there before', async (t) => {
  const page = await open(t);
  await takeAlong(page);
  await keepEverything(page);
  await signOut(page);
  assert.deepEqual(await keptRecords(page), {});
  await signIn(page, fatima);
  await keepEverything(page);
  assert.doesNotMatch(await shown(page), /Noor|Visser/);
  assert.ok(Object.keys(await keptRecords(page)).every((key) => !key.startsWith('jasmijn')));
  await withoutNetwork(portal.server, async () => {
    for (const path of ['/', '/wijziging', '/stamgegevens', '/stamgegevens/kind/noor', '/facturen']) {
      await go(page, path);
      await account(page).waitFor();
      await page.getByText(/bijgewerkt/).or(page.getByText(text('failure.title'))).first().waitFor();
      assert.doesNotMatch(await shown(page), /Noor|Visser/, path);
    }
  });
});

test('who has signed out leaves nothing that a start without network could show', async (t) => {
  const page = await open(t);
  await takeAlong(page);
  await signOut(page);
  await withoutNetwork(portal.server, async () => {
    await go(page, '/wijziging');
    await page.getByText(text('failure.unreachable')).first().waitFor();
    assert.doesNotMatch(await shown(page), /Noor|Jasmijn/);
  });
});

test('a session that the server has ended wipes the device', async (t) => {
  const page = await open(t);
  await keepEverything(page);
  await page.context().clearCookies();
  await go(page, '/facturen');
  await passwordField(page).waitFor();
  assert.deepEqual(await keptRecords(page), {});
});

const faults = {
  'a browser that keeps nothing': ['storage.unavailable', () => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  }],
  'a browser that forbids it': ['storage.unavailable', () => {
    IDBFactory.prototype.open = () => { throw new DOMException('Forbidden.', 'SecurityError'); };
  }],
  'a full disk': ['storage.full', () => {
    IDBObjectStore.prototype.put = () => { throw new DOMException('Full.', 'QuotaExceededError'); };
  }],
};

for (const [what, [notice, init]] of Object.entries(faults)) {
  test(`${what}: the portal says so, and works with a network`, async (t) => {
    const page = await portal.openSignedIn(t, { path: '/', init });
    await page.getByText(text(notice)).first().waitFor();
    await tab(page, 'Wijziging aanvragen').click();
    await calendar(page, clock);
    await page.getByRole('button', { name: 'Volgende maand' }).click();
    await calendar(page, '2026-12');
    await page.reload();
    await calendar(page, '2026-12');
  });
}

test('a record that is spoilt is dropped, and the rest is shown', async (t) => {
  const page = await open(t, { path: '/stamgegevens' });
  await takeAlong(page);
  await keepEverything(page);
  const spoil = (key, value) => page.evaluate(([where, what]) => new Promise((resolve, reject) => {
    const request = indexedDB.open('ouderlogin');
    request.onsuccess = () => {
      const transaction = request.result.transaction('records', 'readwrite');
      transaction.objectStore('records').put(what, where);
      transaction.oncomplete = () => { request.result.close(); resolve(); };
      transaction.onabort = reject;
    };
  }), [key, value]);
  await spoil(['jasmijn', '/invoices'], 42);
  await spoil(['jasmijn', '/credit'], 'half a record');
  await withoutNetwork(portal.server, async () => {
    await go(page, '/facturen');
    await page.getByText(text('failure.unreachable')).first().waitFor();
    await dropRecord(page, 'jasmijn /invoices');
    await go(page, '/tegoed');
    await page.getByText(text('failure.unreachable')).first().waitFor();
    await dropRecord(page, 'jasmijn /credit');
    await go(page, '/wijziging');
    await calendar(page, clock);
  });
  await go(page, '/facturen');
  await page.waitForFunction(() => document.body.innerText.includes('€'));
  assert.equal(typeof (await keptRecords(page))['jasmijn /invoices'], 'string');
});
