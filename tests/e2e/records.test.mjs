// Stamgegevens: the seed's four links, and everything behind them.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findBarriers, phone, settle } from './support/browser.mjs';
import { signIn, usePortal } from './support/portal.mjs';
import { text } from './support/texts.mjs';

const portal = usePortal({ clock: '2026-11-24T09:00:00Z' });
const thomas = { email: 'thomas@example.nl', password: 'najaar-reiger-17' };
const program = process.env.OUDERLOGIN_SERVER 
  || fileURLToPath(new URL('../../build/native-debug/bin/ouderlogin-server', import.meta.url));

async function openPage(t, path, options = {}) {
  const page = await portal.openSignedIn(t, { path, ...options });
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const field = (page, name) => page.getByRole('textbox', { name, exact: true });
const change = (page) => page.getByRole('button', { name: 'Pas aan', exact: true }).click();

async function read(page, path) {
  const answer = await page.request.get(`${portal.server.base}/api${path}`);
  assert.equal(answer.status(), 200);
  return answer.json();
}

/** What the office does with the server's program. */
const office = (...words) => promisify(execFile)(program, ['edits', ...words, '--data', portal.server.data]);

test('each child has the links that parents know', async (t) => {
  const page = await openPage(t, '/stamgegevens', { device: phone });
  for (const name of ['Noor', 'Sam', 'Mila']) {
    for (const link of ['Contracten van', 'Ouders/verzorgers van', 'Noodpersonen van', 'Wijzig gegevens van']) {
      await page.getByRole('link', { name: `${link} ${name}`, exact: true }).waitFor();
    }
  }
  await page.getByRole('link', { name: 'Contracten van Noor' }).click();
  await page.getByRole('heading', { name: 'Contract van Noor' }).waitFor();
  await page.getByText('K-1187').first().waitFor();
  await page.goBack();
  await page.getByRole('link', { name: 'Ouders/verzorgers van Noor' }).click();
  await page.getByRole('link', { name: 'Pas aan: gegevens van Thomas Visser' }).click();
  await page.waitForURL('**/stamgegevens/ouder/thomas');
  await page.getByRole('heading', { name: 'Gegevens van Thomas Visser' }).waitFor();
});

test('a parent changes a telephone number, wrong at first', async (t) => {
  const page = await openPage(t, '/stamgegevens/ouder/thomas');
  await field(page, text('record.field.work_phone')).fill('071 512');
  await change(page);
  await page.getByRole('heading', { name: text('record.errors_one') }).waitFor();
  const phoneField = field(page, text('record.field.work_phone'));
  assert.equal(await phoneField.getAttribute('aria-invalid'), 'true');
  await page.getByRole('button', { name: text('record.error.no_phone') }).click();
  await page.waitForFunction(() => document.activeElement?.name === 'workPhone');
  await phoneField.fill('071-5129999');
  await page.getByRole('heading', { name: text('record.errors_one') }).waitFor({ state: 'detached' });
  await change(page);
  await page.waitForURL('**/stamgegevens');
  const { fields } = await read(page, '/guardians/thomas');
  assert.equal(fields.workPhone.value, '+31715129999');
});

test('what needs approval is shown beside the old value until the office has answered', async (t) => {
  const page = await openPage(t, '/stamgegevens/ouder/thomas');
  await field(page, 'Achternaam').fill('Visser-Jansen');
  await change(page);
  await page.waitForURL('**/stamgegevens');
  await page.getByRole('heading', { name: 'Thomas Visser', exact: true }).waitFor();
  await page.goto(`${portal.server.base}/stamgegevens/ouder/thomas`);
  await page.getByText(text('record.in_review'), { exact: true }).first().waitFor();
  await page.getByText(/'Visser-Jansen' gevraagd. Tot wij antwoorden, geldt: Visser\./).first().waitFor();
  const { changes: [newest] } = await read(page, '/changes');
  assert.equal(newest.state, 'waiting');
  await office('approve', newest.id);
  await page.goto(`${portal.server.base}/stamgegevens`);
  await page.getByRole('heading', { name: 'Thomas Visser-Jansen', exact: true }).waitFor();
  assert.equal((await read(page, '/changes')).changes[0].state, 'approved');
});

test('two parents who write at once lose nothing', async (t) => {
  const first = await openPage(t, '/stamgegevens/kind/noor');
  const second = await portal.open(t, { path: '/stamgegevens/kind/noor' });
  await signIn(second, thomas);
  await field(second, 'Dieet').fill('Geen melk');
  await field(first, 'Dieet').fill('Veganistisch');
  await field(first, 'Bijzonderheden').fill('Slaapt met Knuffel.');
  await change(second);
  await second.waitForURL('**/stamgegevens');
  await change(first);
  const choice = first.getByRole('radiogroup', { name: 'Dieet' });
  await choice.getByRole('radio', { name: /Geen melk/ }).waitFor();
  assert.deepEqual(await findBarriers(first), []);
  await choice.getByRole('radio', { name: /Veganistisch/ }).check();
  await change(first);
  await first.waitForURL('**/stamgegevens');
  const { fields } = await read(first, '/children/noor');
  assert.equal(fields.diet.value, 'Veganistisch');
  assert.equal(fields.particularities.value, 'Slaapt met Knuffel.');
  const { changes } = await read(first, '/changes');
  assert.ok(changes.some(({ newValue, by }) => newValue === 'Geen melk' && by.startsWith('Thomas')));
});

test('a consent is withdrawn, and has its day', async (t) => {
  const page = await openPage(t, '/stamgegevens/kind/sam', { device: phone });
  const consent = page.getByRole('radiogroup', { name: text('record.field.outings') });
  await consent.getByRole('radio', { name: text('record.choice.refused') }).check();
  await change(page);
  await page.waitForURL('**/stamgegevens');
  const { fields } = await read(page, '/children/sam');
  assert.deepEqual(fields.outings, { value: 'refused', since: '2026-11-24' });
});

test('a person to call is added, moved up, changed and removed', async (t) => {
  const page = await openPage(t, '/stamgegevens/noodpersonen/sam', { device: phone });
  await page.getByRole('button', { name: text('contacts.add') }).click();
  await field(page, 'Naam').fill('Tante Bea');
  await field(page, text('record.field.relation')).fill('tante');
  await field(page, text('record.field.phone')).fill('0611112222');
  await page.getByRole('checkbox', { name: new RegExp(`^${text('record.field.pickup')}`) }).check();
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await page.waitForURL('**/stamgegevens/noodpersonen/sam');
  const contacts = async () => (await read(page, '/records')).contacts
    .filter(({ childId }) => childId === 'sam').map(({ fields }) => fields.name.value);
  await page.getByRole('button', { name: 'Tante Bea eerder bellen' }).click();
  await page.waitForFunction(async () => (await (await fetch('/api/records')).json()).contacts
    .filter(({ childId }) => childId === 'sam')[1].fields.name.value === 'Tante Bea');
  await page.getByRole('link', { name: 'Wijzig Tante Bea' }).click();
  await page.getByLabel(text('record.field.valid_until')).fill('2027-02-28');
  await change(page);
  await page.getByText(/28 februari 2027/).first().waitFor();
  await page.getByRole('button', { name: 'Verwijder Tante Bea' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: text('contacts.remove'), exact: true }).click();
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await page.getByRole('region', { name: 'Tante Bea' }).waitFor({ state: 'detached' });
  assert.ok(!(await contacts()).includes('Tante Bea'));
});

test('text survives a server that does not answer, and markup is text', async (t) => {
  const page = await openPage(t, '/stamgegevens/kind/mila');
  const markup = '<script>alert(1)</script> 🐸 مرحبا';
  await field(page, 'Allergieën').fill(markup);
  await portal.server.stop();
  await change(page);
  await page.getByText(text('outbox.kept')).first().waitFor();
  await portal.server.start();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.getByText(text('outbox.all_sent')).first().waitFor();
  assert.equal((await read(page, '/children/mila')).fields.allergies.value, markup);
});

test('a citizen number is nowhere in full', async (t) => {
  const page = await openPage(t, '/stamgegevens/ouder/jasmijn');
  await page.getByText(/Burgerservicenummer \(BSN\)/).first().waitFor();
  assert.doesNotMatch(await page.content(), /99999\d{4}/);
});

test('another family’s records do not exist', async (t) => {
  const page = await portal.open(t, { path: '/stamgegevens/kind/noor' });
  await signIn(page, { email: 'fatima@example.nl', password: 'zomer-libelle-88' });
  await page.getByText(text('record.gone')).first().waitFor();
  const answer = await page.request.get(`${portal.server.base}/api/children/noor`);
  assert.equal(answer.status(), 404);
});

for (const [name, options] of [['desktop', {}], ['phone', { device: phone }]]) {
  test(`the pages have no barriers (${name})`, async (t) => {
    const page = await openPage(t, '/stamgegevens', options);
    for (const path of ['', '/ouders', '/ouder/jasmijn', '/kind/mila', '/noodpersonen/noor', '/noodpersonen/noor/nieuw', '/contract/contract-noor-2']) {
      await page.goto(`${portal.server.base}/stamgegevens${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForFunction(() => !document.querySelector('main [aria-busy="true"]'));
      await settle(page);
      assert.deepEqual(await findBarriers(page), [], path);
    }
  });
}
