// Facturen, Jaaroverzichten and the contract, as in the user's own document:
// "Facturen inzien. Jaaroverzichten inzien. Uw plaatsingsovereenkomst (contract) inzien."

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { desktop, findBarriers, phone, settle } from './support/browser.mjs';
import { tab, usePortal } from './support/portal.mjs';

const portal = usePortal();

const euros = (money) => new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' })
  .format(money.cents / 100).replace(/\s/g, ' ');
const spaced = (text) => text.replace(/\s/g, ' ');

async function read(page, path) {
  return page.evaluate(async (address) => (await fetch(address)).json(), `/api${path}`);
}

async function openTab(t, name, options) {
  const page = await portal.openSignedIn(t, { path: '/', ...options });
  await tab(page, name).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  return page;
}

/** The file that a link leads to. */
async function saved(page, name) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('invoices are listed, one is opened, and can be kept as a PDF', async (t) => {
  const page = await openTab(t, 'Facturen');
  const { invoices } = await read(page, '/invoices');
  const rows = page.getByRole('main').getByRole('listitem').getByRole('link');
  await rows.first().waitFor();
  assert.equal(await rows.count(), invoices.length);
  assert.ok(spaced(await rows.first().textContent()).includes(euros(invoices[0].total)));
  await rows.first().click();
  await page.getByRole('link', { name: 'PDF bewaren' }).waitFor();
  const invoice = await read(page, `/invoices/${invoices[0].id}`);
  const items = spaced((await page.getByRole('main').getByRole('listitem').allTextContents()).join('\n'));
  for (const line of invoice.lines) {
    assert.ok(items.includes(euros(line.amount)), `${line.childName} ${euros(line.amount)}`);
  }
  assert.ok(items.includes(`Totaal: ${euros(invoice.total)}`));
  const { name, bytes } = await saved(page, 'PDF bewaren');
  assert.match(name, /\.pdf$/);
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
});

test('invoices by state: open, overdue, paid', async (t) => {
  const page = await openTab(t, 'Facturen');
  const chips = page.getByRole('group', { name: 'Welke facturen' }).getByRole('button');
  const rows = page.getByRole('main').getByRole('listitem').getByRole('link');
  await rows.first().waitFor();
  for (const name of ['Open', 'Te laat', 'Betaald', 'Alle']) {
    const chip = chips.filter({ hasText: name });
    const count = Number((await chip.textContent()).match(/\d+/)[0]);
    await chip.click();
    await page.waitForFunction((wanted) =>
      document.querySelectorAll('main li a[href^="/facturen/"]').length === wanted, count);
  }
});

test('from a line of an invoice to its days in the calendar', async (t) => {
  const page = await openTab(t, 'Facturen');
  const { invoices } = await read(page, '/invoices');
  const { lines, number } = await read(page, `/invoices/${invoices[0].id}`);
  await page.goto(`${portal.server.base}/facturen/${invoices[0].id}`);
  await page.getByRole('button', { name: 'Toon de dagen' }).first().click();
  await page.getByText(`op factuur ${number}.`).first().waitFor();
  const month = lines[0].dates[0].slice(0, 7);
  await page.waitForURL(new RegExp(`/wijziging/${month}$`));
  const marked = page.getByRole('gridcell', { name: new RegExp(`op factuur ${number}`) });
  await page.waitForFunction((text) => [...document.querySelectorAll('[role="gridcell"]')]
    .some((cell) => cell.textContent.includes(text)), `op factuur ${number}`);
  assert.equal(await marked.count(), lines[0].dates.filter((date) => date.startsWith(month)).length);
  await page.getByRole('button', { name: 'Niet meer markeren' }).click();
  await marked.first().waitFor({ state: 'detached' });
});

test('a year adds up by month, and can be kept as PDF and CSV', async (t) => {
  const page = await openTab(t, 'Jaaroverzichten');
  const { statements: years } = await read(page, '/annual-statements');
  assert.ok(years.length > 0);
  const { year } = years.at(-1);
  await page.getByRole('link', { name: new RegExp(`^Jaaroverzicht ${year}`) }).click();
  await page.getByRole('link', { name: 'PDF bewaren' }).waitFor();
  const statement = await read(page, `/annual-statements/${year}`);
  await page.getByRole('heading', { name: euros(statement.total.cost) }).waitFor();
  for (const row of statement.rows) {
    await page.getByRole('table', { name: `Uren en kosten van ${row.childName} per maand` }).first().waitFor();
  }
  assert.equal((await saved(page, 'PDF bewaren')).bytes.subarray(0, 5).toString(), '%PDF-');
  const csv = await saved(page, 'CSV voor Excel');
  assert.match(csv.name, /\.csv$/);
  assert.ok(csv.bytes.length > 100);
});

test('a contract with what was agreed and what it costs', async (t) => {
  const page = await openTab(t, 'Stamgegevens');
  await page.getByRole('link', { name: 'Contract bekijken' }).first().click();
  await page.getByRole('heading', { name: /^Contract van/, level: 1 }).waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const { contracts } = await read(page, '/family');
  const contract = contracts.find((one) => one.id === id);
  await page.getByRole('listitem').filter({ hasText: `Contractnummer: ${contract.number}` }).waitFor();
  assert.equal((await saved(page, 'PDF bewaren')).bytes.subarray(0, 5).toString(), '%PDF-');
});

test('another family’s invoice, year and contract do not exist', async (t) => {
  const page = await openTab(t, 'Facturen');
  const [own] = (await read(page, '/invoices')).invoices;
  const other = await portal.openSignedIn(t, { path: '/' });
  await other.context().clearCookies();
  await other.goto(portal.server.base);
  await other.getByRole('textbox', { name: 'E-mailadres' }).fill('fatima@example.nl');
  await other.getByLabel('Wachtwoord', { exact: true }).fill('zomer-libelle-88');
  await other.getByRole('button', { name: 'Inloggen' }).click();
  await other.getByRole('button', { name: /^Uw account/ }).waitFor();
  await other.goto(`${portal.server.base}/facturen/${own.id}`);
  await other.getByText('Dit bestaat niet, of niet meer.').first().waitFor();
});

for (const [place, device] of [['phone', phone], ['desktop', desktop]]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`money has no barriers on ${place}, ${colorScheme}`, async (t) => {
      const page = await portal.openSignedIn(t, { device, colorScheme, path: '/facturen' });
      const { invoices } = await read(page, '/invoices');
      const { statements: years } = await read(page, '/annual-statements');
      const { contracts } = await read(page, '/family');
      for (const path of ['/facturen', `/facturen/${invoices[0].id}`, '/jaaroverzichten',
        `/jaaroverzichten/${years.at(-1).year}`, `/stamgegevens/contract/${contracts[0].id}`]) {
        await page.goto(portal.server.base + path);
        await page.getByRole('main').getByRole('listitem').first().waitFor();
        await settle(page);
        assert.deepEqual(await findBarriers(page), [], path);
      }
    });
  }
}
