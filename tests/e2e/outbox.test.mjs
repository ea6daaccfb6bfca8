// What is written without a network waits on the device, also when the page is closed, and is sent once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phone, watchPage } from './support/browser.mjs';
import { clockFrom, keepEverything, takeAlong, unsentEntries, withoutNetwork } from './support/device.mjs';
import { possibleWishes, readFamily, readRequests, ask } from './support/family.mjs';
import { usePortal } from './support/portal.mjs';
import { text } from './support/texts.mjs';

const clock = '2026-11-23T09:00:30Z';
const portal = usePortal({ clock });

const unsent = (page) => page.getByRole('link', { name: text('outbox.count_one') });
const backOnline = (page) => page.evaluate(() => dispatchEvent(new Event('online')));

/** A phone that has all of the portal and its data. */
async function openPhone(t) {
  const page = await portal.openSignedIn(t, { path: '/', serviceWorkers: 'allow', device: phone, ahead: true, init: clockFrom(clock) });
  await takeAlong(page);
  await keepEverything(page);
  return page;
}

/** The portal once more, after its page was closed. */
async function reopen(page) {
  const context = page.context();
  await page.close();
  const next = await context.newPage();
  next.setDefaultTimeout(20000);
  await next.addInitScript(watchPage);
  await next.addInitScript(clockFrom(clock));
  await next.goto(`${portal.server.base}/`);
  return next;
}

/** Counts what is sent to `path`, by whichever page. */
function countSent(page, path) {
  const keys = [];
  page.context().on('request', (request) => {
    if (request.method() !== 'GET' && new URL(request.url()).pathname === `/api${path}`) {
      keys.push(request.headers()['idempotency-key']);
    }
  });
  return keys;
}

async function reportIll(page) {
  await page.getByRole('button', { name: 'Ziekmelden' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ziekmelden' });
  await dialog.getByRole('button', { name: /ziekmelden$|^Opslaan$/ }).first().click();
  await dialog.waitFor({ state: 'detached' });
}

test('an illness that is reported in a tunnel survives closing the page, and is stored once', async (t) => {
  const page = await openPhone(t);
  const known = (await readRequests(page)).length;
  let next;
  const keys = countSent(page, '/change-requests');
  await withoutNetwork(portal.server, async () => {
    await page.reload();
    await reportIll(page);
    await unsent(page).waitFor();
    next = await reopen(page);
    await unsent(next).waitFor();
    assert.equal(Object.keys(await unsentEntries(next)).length, 1);
  });
  await backOnline(next);
  await unsent(next).waitFor({ state: 'detached' });
  assert.equal(new Set(keys).size, 1, 'one change, however often it was tried');
  const requests = await readRequests(next);
  assert.equal(requests.length, known + 1);
  assert.equal(requests[0].kind, 'sick');
  assert.deepEqual(await unsentEntries(next), {});
});

/** As the browser does when it has a network again. */
async function dispatchSync(page) {
  const session = await page.context().newCDPSession(page);
  const registered = new Promise((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const known = registrations.find(({ scopeURL }) => scopeURL.startsWith(portal.server.base));
      if (known) {
        resolve(known.registrationId);
      }
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.dispatchSyncEvent', {
    origin: portal.server.base, registrationId: await registered, tag: 'outbox', lastChance: false,
  });
}

test('what was written is sent when there is a network again, also where the portal is closed', async (t) => {
  const page = await openPhone(t);
  const known = (await readRequests(page)).length;
  const elsewhere = await page.context().newPage();
  await elsewhere.goto('about:blank');
  await withoutNetwork(portal.server, async () => {
    await page.reload();
    await reportIll(page);
    await unsent(page).waitFor();
    await page.close();
  });
  await dispatchSync(elsewhere);
  const stored = async () => {
    const answer = await elsewhere.context().request.get(`${portal.server.base}/api/change-requests`);
    return (await answer.json()).requests;
  };
  for (let tries = 0; tries < 200 && (await stored()).length === known; tries += 1) {
    await elsewhere.waitForTimeout(100);
  }
  const [request] = await stored();
  assert.equal(request.kind, 'sick');
  assert.equal((await stored()).length, known + 1);
  assert.ok(request.writtenAt, 'both clocks are told');
  const next = await elsewhere.context().newPage();
  await next.addInitScript(clockFrom(clock));
  await next.goto(`${portal.server.base}/`);
  await next.getByRole('heading', { level: 1 }).waitFor();
  assert.deepEqual(await unsentEntries(next), {});
  assert.equal((await readRequests(next)).length, known + 1);
});

test('what is withdrawn without a network is shown as waiting, and withdrawn once', async (t) => {
  const page = await openPhone(t);
  const [wish] = possibleWishes(await readFamily(page, clock.slice(0, 10)), { on: clock.slice(0, 10) });
  const [stored] = await (await ask(page, wish)).json().then((answer) => answer.requests ?? answer);
  await page.goto(`${portal.server.base}/logboek/aanvragen`);
  // By its day: what the device remembers is shown before the list that has it comes.
  const day = new Intl.DateTimeFormat('nl-NL', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
    .format(new Date(wish.date));
  const row = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Intrekken/ }) })
    .filter({ hasText: wish.child.firstName }).filter({ hasText: day }).first();
  await row.waitFor();
  const keys = countSent(page, `/change-requests/${stored.id}/withdrawal`);
  await withoutNetwork(portal.server, async () => {
    await row.getByRole('button', { name: /^Intrekken/ }).click();
    await unsent(page).waitFor();
    await page.getByText(text('withdraw.unsent')).first().waitFor();
  });
  await backOnline(page);
  await unsent(page).waitFor({ state: 'detached' });
  assert.equal(new Set(keys).size, 1);
  const after = (await readRequests(page)).find(({ id }) => id === stored.id);
  assert.equal(after.state, 'withdrawn');
});

test('the browser’s own sign of a network sends what waits, where a page is open', async (t) => {
  const page = await openPhone(t);
  const known = (await readRequests(page)).length;
  // This machine has a network all the time, so the browser forgets at once that it was asked to wait for one.
  await page.evaluate(() => {
    globalThis.awaited = [];
    const { register } = SyncManager.prototype;
    SyncManager.prototype.register = function registerAndTell(tag) {
      globalThis.awaited.push(tag);
      return register.call(this, tag);
    };
  });
  await withoutNetwork(portal.server, async () => {
    await reportIll(page);
    await unsent(page).waitFor();
  });
  await page.waitForFunction(() => globalThis.awaited.includes('outbox'));
  await dispatchSync(page);
  await unsent(page).waitFor({ state: 'detached' });
  assert.equal((await readRequests(page)).length, known + 1);
});

test('a person to call who is removed without a network is gone at once, and removed once', async (t) => {
  const page = await openPhone(t);
  const { contacts: [contact] } = await page.evaluate(async () => (await fetch('/api/records')).json());
  const name = contact.fields.name.value;
  await page.goto(`${portal.server.base}/stamgegevens/noodpersonen/${contact.childId}`);
  const shown = page.getByRole('heading', { name, exact: true });
  await shown.waitFor();
  const keys = countSent(page, `/emergency-contacts/${contact.id}`);
  await withoutNetwork(portal.server, async () => {
    await page.getByRole('button', { name: `Verwijder ${name}` }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: text('contacts.remove'), exact: true }).click();
    await unsent(page).waitFor();
    await shown.waitFor({ state: 'detached' });
    await page.reload();
    await unsent(page).waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.equal(await shown.count(), 0, 'also after the page is loaded again');
  });
  await backOnline(page);
  await unsent(page).waitFor({ state: 'detached' });
  assert.equal(new Set(keys).size, 1);
  const { contacts } = await page.evaluate(async () => (await fetch('/api/records')).json());
  assert.ok(contacts.every(({ id }) => id !== contact.id));
});
