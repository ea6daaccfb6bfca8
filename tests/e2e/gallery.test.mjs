// Every widget in a real browser: axe-core finds nothing in any state, and the browser's own keys work them.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { desktop, findBarriers, launch, openPage, phone, settle } from './support/browser.mjs';
import { gallerySite } from './support/golden.mjs';
import { sections } from './support/scenes.mjs';
import { startServer } from './support/server.mjs';

let server = null;
let browser = null;
before(async () => {
  server = await startServer({ client: gallerySite });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.destroy();
});

async function open(t, section, options = {}) {
  const page = await openPage(t, browser, server.base, { path: `/${section}`, ...options });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await settle(page);
  return page;
}

const reduced = { reducedMotion: 'reduce' };

for (const [place, options] of [['phone, light', { device: phone, colorScheme: 'light' }],
  ['desktop, dark', { device: desktop, colorScheme: 'dark' }],
  ['desktop, more contrast', { device: desktop, contrast: 'more' }],
  ['desktop, forced colours', { device: desktop, forcedColors: 'active' }]]) {
  test(`no barriers in any section on ${place}`, async (t) => {
    const page = await open(t, '', { ...reduced, ...options });
    const found = [];
    for (const section of sections) {
      await page.goto(`${server.base}/${section}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settle(page);
      found.push(...(await findBarriers(page)).map((barrier) => `${section}: ${barrier}`));
    }
    assert.deepEqual(found, []);
  });
}

test('Space ticks a checkbox and turns a switch', async (t) => {
  const page = await open(t, 'choices', reduced);
  const box = page.getByRole('checkbox', { name: /^Ik ga akkoord/ }).first();
  await box.focus();
  await page.keyboard.press('Space');
  assert.equal(await box.isChecked(), true);
  const toggle = page.getByRole('switch', { name: /^E-mail/ }).first();
  assert.equal(await toggle.isChecked(), true);
  await toggle.focus();
  await page.keyboard.press('Space');
  assert.equal(await toggle.isChecked(), false);
});

test('what is being saved stays as it is', async (t) => {
  const page = await open(t, 'choices', reduced);
  const busy = page.locator('[role="switch"][aria-busy="true"]');
  await busy.focus();
  await page.keyboard.press('Space');
  await settle(page);
  assert.equal(await busy.isChecked(), true);
});

test('arrows move a choice, and Tab leaves its group', async (t) => {
  const page = await open(t, 'choices', reduced);
  const first = page.getByRole('radio', { name: 'Vakantie' }).first();
  const second = page.getByRole('radio', { name: /^Iets anders/ }).first();
  await first.focus();
  await page.keyboard.press('ArrowDown');
  assert.equal(await second.isChecked(), true);
  assert.equal(await second.evaluate((element) => element === document.activeElement), true);
  const group = await second.evaluate((element) => element.name);
  await page.keyboard.press('Tab');
  assert.notEqual(await page.evaluate(() => document.activeElement.name), group);
  const week = page.getByRole('radio', { name: 'Volgende week' }).first();
  await page.getByRole('radio', { name: 'Deze week' }).first().focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await week.isChecked(), true);
});

test('a question begins on the harmless answer, keeps Tab inside, and gives focus back', async (t) => {
  const page = await open(t, 'feedback', reduced);
  const opener = page.getByRole('button', { name: 'Vraag stellen' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog', { name: 'Aanvraag weggooien?' });
  await dialog.waitFor();
  assert.deepEqual(await findBarriers(page), []);
  const active = () => page.evaluate(() => document.activeElement.textContent);
  await page.waitForFunction(() => document.activeElement.textContent === 'Verder met aanvraag');
  await page.keyboard.press('Tab');
  assert.equal(await active(), 'Weggooien');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement.textContent === 'Vraag stellen');
});

test('a message can be taken back', async (t) => {
  const page = await open(t, 'feedback', reduced);
  await page.getByRole('button', { name: 'Melding tonen' }).click();
  const undo = page.getByRole('button', { name: 'Ongedaan maken' });
  await undo.click();
  await undo.waitFor({ state: 'detached' });
});

test('what is typed stays: text, a birthday in three boxes, a time', async (t) => {
  const page = await open(t, 'fields', reduced);
  await page.getByLabel('Opmerking').first().fill('Oma haalt Noor op.\nZij heeft haar pas bij zich.');
  const born = page.getByRole('group', { name: 'Geboortedatum' }).first();
  await born.getByLabel('Jaar').fill('2022');
  await page.getByRole('group', { name: 'Tijden' }).last().scrollIntoViewIfNeeded();
  const from = page.getByLabel('Van', { exact: true }).first();
  await from.fill('08:15');
  await settle(page);
  assert.match(await page.getByLabel('Opmerking').first().inputValue(), /pas bij zich/);
  assert.equal(await born.getByLabel('Jaar').inputValue(), '2022');
  assert.equal(await from.inputValue(), '08:15');
});

test('sections have addresses, and the way back leads through them', async (t) => {
  const page = await open(t, 'buttons', reduced);
  await page.getByRole('button', { name: 'Lijsten' }).click();
  await page.waitForURL('**/lists');
  await page.goBack();
  await page.waitForURL('**/buttons');
  await page.getByRole('heading', { level: 2, name: 'Chips' }).waitFor();
});
