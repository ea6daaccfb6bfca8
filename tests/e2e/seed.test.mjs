// The user's own document, sentence by sentence: what it says a parent can do is done here by a parent who is new to
// the portal. Each test is called by the sentence that it proves.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openMailbox } from '../contract/support/mails.mjs';
import { openPage } from './support/browser.mjs';
import { dayName, possibleWishes, readFamily, readRequests } from './support/family.mjs';
import { askedRow, calendar, choosePayment, dayCell, extraDialog, signIn, slotChoice, tab, usePortal } from './support/portal.mjs';
import { text } from './support/texts.mjs';

const portal = usePortal();
const eva = { email: 'eva@example.nl', password: 'winterkoninkje 7' };
const closing = [];
let page;  // hers, from her first sign-in on
let mail;

const main = () => page.getByRole('main');
const field = (name) => page.getByRole('textbox', { name, exact: true });
const change = () => page.getByRole('button', { name: 'Pas aan', exact: true }).click();

async function open(name) {
  await tab(page, name).click();
  await page.getByRole('heading', { level: 1, name: new RegExp(`^${name}(,|$)`) }).waitFor();
}

async function read(path) {
  const answer = await page.request.get(`${portal.server.base}/api${path}`);
  assert.equal(answer.status(), 200, path);
  return answer.json();
}

/** The card of her child. */
const card = () => page.getByRole('region', { name: 'Tess', exact: true });

// ---- Login aanmaken -------------------------------------------------------------------------------------------------

test('U zult van ons een e-mail ontvangen met daarin een link om een wachtwoord aan te maken voor de ouderlogin.', async () => {
  page = await openPage({ after: (close) => closing.push(close) }, portal.browser, portal.server.base, { path: '/config.json' });
  mail = await openMailbox(join(portal.server.data, 'mail')).next(eva.email);
  assert.match(mail.text, /wachtwoord/);
  assert.ok(mail.token);
});

test("Deze mail zal verstuurd worden naar de 'betalende ouder'.", async () => {
  assert.match(mail.text, /^Beste Eva de Jong,/);
});

test('Als u de link heeft geopend, dan kunt u een wachtwoord aanmaken waarmee u kunt inloggen in de ouderlogin.', async () => {
  await page.goto(`${portal.server.base}/welkom#${mail.token}`);
  await page.getByLabel(text('password.new'), { exact: true }).fill(eva.password);
});

test('Als u dit opslaat logt u meteen voor het eerst in de ouderlogin.', async () => {
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await page.getByRole('button', { name: 'Uw account: Eva de Jong' }).waitFor();
  const guardian = (await read('/family')).guardians.find(({ email }) => email === eva.email);
  assert.equal(guardian.pays, true);
});

test('Deze link kan maar eenmalig gebruikt worden.', async (t) => {
  const other = await portal.open(t, { path: `/welkom#${mail.token}` });
  await other.getByText(text('welcome.used')).first().waitFor();
  assert.equal(await other.getByLabel(text('password.new'), { exact: true }).count(), 0);
});

test('De eerst volgende keer dat u wilt inloggen in de ouderlogin, moet u inloggen met uw e-mailadres en het aangemaakte wachtwoord.', async () => {
  await page.getByRole('button', { name: /^Uw account/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: text('account.sign_out') }).click();
  await signIn(page, eva);
});

test('Eenmaal ingelogd ziet u bovenaan: Stamgegevens/Wijziging aanvragen/Facturen/Jaaroverzichten/Logboek.', async () => {
  const tabs = await page.getByRole('banner').getByRole('navigation').getByRole('link').allTextContents();
  assert.deepEqual(tabs.slice(-5), ['Stamgegevens', 'Wijziging aanvragen', 'Facturen', 'Jaaroverzichten', 'Logboek']);
});

// ---- Stamgegevens ---------------------------------------------------------------------------------------------------

test("Als u op 'Stamgegevens' klikt ziet u daar uw kind(eren) staan.", async () => {
  await open('Stamgegevens');
  await card().getByRole('heading', { name: /^Tess/ }).waitFor();
});

test('Op de regel van de kinderen staan een aantal blauwe links.', async () => {
  const names = await card().getByRole('link').allTextContents();
  const order = ['Contracten', 'Ouders/verzorgers', 'Eva de Jong', 'Noodpersonen', 'Wijzig'];
  const places = order.map((name) => names.findIndex((each) => each.startsWith(name)));
  assert.ok(places.every((place, index) => place >= 0 && (index === 0 || place > places[index - 1])), names.join(' | '));
});

test("De eerste blauwe link is bij de kolom 'Contracten'. Hier kunt u uw contractgegevens inkijken.", async () => {
  await card().getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Contract van Tess' }).waitFor();
  const [contract] = (await read('/family')).contracts;
  await main().getByText(contract.number).first().waitFor();
  await open('Stamgegevens');
});

test("De volgende link vindt u in de kolom 'Ouders/verzorgers'. Als u daar op uw naam klikt, dan kunt u uw persoonlijke gegevens bijwerken of wijzigen.", async () => {
  await card().getByRole('link', { name: /^Ouders\/verzorgers/ }).waitFor();
  await card().getByRole('link', { name: 'Eva de Jong', exact: true }).click();
  await page.getByRole('heading', { name: 'Gegevens van Eva de Jong' }).waitFor();
  await field(text('record.field.city')).fill('Delft');
});

test("Wanneer u dit gedaan heeft klikt u onderaan op 'pas aan'.", async () => {
  const last = page.getByRole('main').getByRole('button').filter({ hasText: /^Pas aan$/ });
  await last.waitFor();
  await change();
  await page.waitForURL('**/stamgegevens');
  const guardian = (await read('/records')).guardians.find(({ fields }) => fields.firstName.value === 'Eva');
  assert.equal(guardian.fields.city.value, 'Delft');
});

test("Daarna ziet u de link 'Noodpersonen' waar u noodpersonen kunt wijzigen of toevoegen.", async () => {
  await card().getByRole('link', { name: /^Noodpersonen/ }).click();
  await page.getByRole('button', { name: text('contacts.add') }).click();
  await field('Naam').fill('Tante Bea');
  await field(text('record.field.relation')).fill('tante');
  await field(text('record.field.phone')).fill('0611112222');
  await page.getByRole('checkbox', { name: new RegExp(`^${text('record.field.emergency')}`) }).check();
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await page.getByRole('link', { name: 'Wijzig Tante Bea' }).click();
  await field(text('record.field.phone')).fill('0611113333');
  await change();
  await page.getByRole('region', { name: 'Tante Bea' }).getByText('06 11113333').waitFor();
  const contact = (await read('/records')).contacts.find(({ fields }) => fields.name.value === 'Tante Bea');
  assert.equal(contact.fields.phone.value, '+31611113333');
});

test("De laatste link is 'Wijzig'. Als u daar op klikt, dan kunt u de gegevens van uw kind bijwerken of wijzigen.", async () => {
  await open('Stamgegevens');
  await card().getByRole('link').last().click();
  await page.getByRole('heading', { name: /^Gegevens van Tess/ }).waitFor();
  await field('Dieet').fill('Geen noten');
  await change();
  await page.waitForURL('**/stamgegevens');
  assert.equal((await read('/records')).children[0].fields.diet.value, 'Geen noten');
});

// ---- Wijziging aanvragen --------------------------------------------------------------------------------------------

let wish;

test("Als u op 'Wijziging aanvragen' klikt, dan ziet u de bezetting van de gehele maand verschijnen wanneer uw kind wordt opgevangen.", async () => {
  await open('Wijziging aanvragen');
  const data = await readFamily(page);
  const month = new URL(page.url()).pathname.split('/')[2];
  const grid = await calendar(page, month);
  const days = data.blocks.filter(({ date }) => date.startsWith(month));
  assert.ok(days.length > 0);
  for (const { date, start } of days) {
    const cell = await grid.getByRole('gridcell', { name: new RegExp(`^${dayName(date)}(,|$)`) }).textContent();
    assert.match(cell, new RegExp(`Tess ${start}`), date);
  }
  [wish] = possibleWishes(data);
  assert.ok(wish, 'a day that Tess can have');
});

test("Bij 'Wijziging aanvragen' kunt u een extra dag/ruildag aanvragen of uw kind afmelden/ziekmelden.", async () => {
  const { blocks } = await readFamily(page);
  const care = blocks.find(({ date, state }) => date > wish.date.slice(0, 8) && state === 'contract' && date >= wish.date);
  await page.goto(`${portal.server.base}/wijziging/${care.date}`);
  await calendar(page, care.date);
  for (const name of ['Ruilen', 'Afmelden', 'Ziekmelden']) {
    await page.getByRole('button', { name, exact: true }).waitFor();
  }
  await page.goto(`${portal.server.base}/wijziging/${wish.date.slice(0, 7)}`);
  await calendar(page, wish.date);
});

test('Klik de dag aan waarop u extra opvang wilt aanvragen.', async () => {
  await dayCell(page, wish.date).click();
  await page.getByRole('heading', { name: dayName(wish.date) }).waitFor();
});

test("Klik op 'Extra opvang'.", async () => {
  await page.getByRole('button', { name: 'Extra opvang', exact: true }).click();
  await extraDialog(page).getByRole('button', { name: 'Opslaan' }).waitFor();
});

test("Kies bij 'Tijden' de opvangtijden aan.", async () => {
  await slotChoice(extraDialog(page), wish).check();
});

test('Voor extra aangevraagde uren is geen restitutie mogelijk, noch kunnen deze dagen worden geruild met andere dagen.', async () => {
  const rule = `${text('rule.no_refund')} ${text('rule.not_swappable')}`;
  await extraDialog(page).getByText(rule).first().waitFor();
});

test("Klik op 'Opslaan'.", async () => {
  await choosePayment(page, extraDialog(page));
  await extraDialog(page).getByRole('button', { name: 'Opslaan' }).click();
  await extraDialog(page).waitFor({ state: 'detached' });
  await askedRow(page, wish).waitFor();
  const [request] = await readRequests(page);
  assert.equal(request.kind, 'extra');
  assert.equal(request.date, wish.date);
});

// ---- Via deze ouderlogin kunt u ------------------------------------------------------------------------------------

/** The first of a list, of which there is a document too. */
async function readFirst(name) {
  await open(name);
  await main().getByRole('listitem').getByRole('link').first().click();
  await page.getByRole('link', { name: 'PDF bewaren' }).waitFor();
}

test('Facturen inzien.', () => readFirst('Facturen'));

test('Jaaroverzichten inzien.', () => readFirst('Jaaroverzichten'));

test('Uw plaatsingsovereenkomst (contract) inzien.', async () => {
  await open('Stamgegevens');
  await card().getByRole('link').first().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'PDF bewaren' }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^plaatsingsovereenkomst-.*\.pdf$/);
});

test('Logboek.', async () => {
  await open('Logboek');
  for (const name of [/^Extra opvang · Tess$/, /^Dieet · Tess/, /^Noodpersoon toegevoegd · Tante Bea$/, /^Woonplaats · Eva de Jong$/]) {
    await main().getByRole('heading', { name }).first().waitFor();
  }
});

test('On the whole way no other host was asked, and nothing broke.', async () => {
  for (const close of closing) {
    await close();
  }
});
