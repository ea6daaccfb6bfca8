// The elements over the canvas: each act of a parent arrives once, and what the client shows is what the page has.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, phone } from './support/browser.mjs';
import { startServer } from './support/server.mjs';
import { apply, id, insert, openShell, takeEvents } from './support/shell.mjs';

let server;
let browser;

before(async () => {
  server = await startServer();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.destroy();
});

const button = insert(1, 'button', { attributes: { type: 'button' }, text: 'Opslaan', place: [20, 20, 200, 44] });

test('mouse, Enter, Space and a script each activate a button once', async (t) => {
  const page = await openShell(t, browser, server.base);
  await apply(page, [button]);
  const target = page.getByRole('button', { name: 'Opslaan' });
  await target.click();
  assert.deepEqual(await takeEvents(page, 'click'), ['click 1']);
  await target.focus();
  await page.keyboard.press('Enter');
  assert.deepEqual(await takeEvents(page, 'click'), ['click 1']);
  await page.keyboard.press('Space');
  assert.deepEqual(await takeEvents(page, 'click'), ['click 1']);
  await target.evaluate((element) => element.click());
  assert.deepEqual(await takeEvents(page, 'click'), ['click 1']);
});

test('a tap activates a button once', async (t) => {
  const page = await openShell(t, browser, server.base, { device: phone });
  await apply(page, [button]);
  await page.getByRole('button', { name: 'Opslaan' }).tap();
  assert.deepEqual(await takeEvents(page, 'click', 'press', 'release'), ['press 1', 'release 1', 'click 1']);
});

test('a disabled button is found and does nothing', async (t) => {
  const page = await openShell(t, browser, server.base);
  const attributes = { type: 'button', 'aria-disabled': 'true' };
  await apply(page, [insert(1, 'button', { attributes, text: 'Opslaan' })]);
  const target = page.getByRole('button', { name: 'Opslaan', disabled: true });
  await target.click({ force: true });
  await target.focus();
  await page.keyboard.press('Enter');
  assert.deepEqual(await takeEvents(page, 'click', 'press'), []);
});

const form = [
  insert(1, 'form', { attributes: { method: 'post', novalidate: '' }, place: [0, 0, 390, 300] }),
  insert(2, 'input', { parent: 1, attributes: { type: 'email', autocomplete: 'username' }, label: 'E-mailadres',
    description: 'Zoals bij ons bekend', value: '', place: [20, 20, 300, 48] }),
  insert(3, 'button', { parent: 1, after: 2, attributes: { type: 'submit' }, text: 'Inloggen',
    place: [20, 100, 300, 48] }),
];

test('Enter in a field and the button itself submit once, and the page stays', async (t) => {
  const page = await openShell(t, browser, server.base);
  await apply(page, form);
  await page.getByLabel('E-mailadres').fill('ouder@voorbeeld.nl');
  await page.keyboard.press('Enter');
  assert.deepEqual(await takeEvents(page, 'input', 'click'), ['input 2 ouder@voorbeeld.nl', 'click 3']);
  await page.getByRole('button', { name: 'Inloggen' }).click();
  assert.deepEqual(await takeEvents(page, 'click'), ['click 3']);
  assert.equal(await page.evaluate(() => globalThis.started), true);
});

test('a field filled without any event is told before the form is sent', async (t) => {
  const page = await openShell(t, browser, server.base);
  await apply(page, form);
  await page.getByLabel('E-mailadres').evaluate((field) => { field.value = 'stil@voorbeeld.nl'; });
  await page.getByRole('button', { name: 'Inloggen' }).click();
  assert.deepEqual(await takeEvents(page, 'input', 'click'), ['input 2 stil@voorbeeld.nl', 'click 3']);
});

test('a field has its label and its explanation', async (t) => {
  const page = await openShell(t, browser, server.base);
  await apply(page, form);
  const field = page.getByRole('textbox', { name: 'E-mailadres' });
  await field.waitFor();
  const described = await field.evaluate((element) =>
    document.getElementById(element.getAttribute('aria-describedby') ?? `${element.id}-d`).textContent);
  assert.equal(described, 'Zoals bij ons bekend');
});

test('an input method composes undisturbed', async (t) => {
  const page = await openShell(t, browser, server.base);
  await apply(page, form);
  const field = page.getByLabel('E-mailadres');
  await field.focus();
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  await apply(page, [{ kind: 'update', id: id(2), element: { ...form[1].element, value: 'anders' } }]);
  await keyboard.send('Input.imeSetComposition', { text: '日本', selectionStart: 2, selectionEnd: 2 });
  await keyboard.send('Input.insertText', { text: '日本語' });
  assert.equal(await field.inputValue(), '日本語');
  assert.equal((await takeEvents(page, 'input')).pop(), 'input 2 日本語');
});

test('what is selected whole stays so when the client shows another text', async (t) => {
  const page = await openShell(t, browser, server.base);
  const diet = insert(1, 'textarea', { label: 'Dieet', value: 'Vegetarisch', place: [20, 20, 300, 48] });
  await apply(page, [diet]);
  const field = page.getByLabel('Dieet');
  await field.selectText();
  await apply(page, [{ kind: 'update', id: id(1), element: { ...diet.element, value: 'Geen varkensvlees' } }]);
  await page.keyboard.type('Geen melk');
  assert.equal(await field.inputValue(), 'Geen melk');
  await field.selectText();
  await field.blur();
  await apply(page, [{ kind: 'update', id: id(1), element: { ...diet.element, value: 'Alles' } }]);
  assert.equal(await field.evaluate(({ selectionStart, selectionEnd }) => selectionEnd - selectionStart), 0, 'nobody is there');
});

test('what the client shows replaces what was typed', async (t) => {
  const page = await openShell(t, browser, server.base);
  await apply(page, form);
  await page.getByLabel('E-mailadres').fill('weg');
  await apply(page, [{ kind: 'update', id: id(2), element: { ...form[1].element, value: '' } }]);
  assert.equal(await page.getByLabel('E-mailadres').inputValue(), '');
});

test('a select shows its choice and tells another', async (t) => {
  const page = await openShell(t, browser, server.base);
  await apply(page, [
    insert(1, 'select', { label: 'Kind', value: 'sam' }),
    insert(2, 'option', { parent: 1, attributes: { value: 'noor' }, text: 'Noor' }),
    insert(3, 'option', { parent: 1, after: 2, attributes: { value: 'sam' }, text: 'Sam' }),
  ]);
  const select = page.getByRole('combobox', { name: 'Kind' });
  assert.equal(await select.inputValue(), 'sam');
  await select.selectOption('noor');
  assert.deepEqual(await takeEvents(page, 'input'), ['input 1 noor']);
});

test('radios change by click and by arrow key', async (t) => {
  const page = await openShell(t, browser, server.base);
  const radio = (number, name, value) => insert(number, 'input', { parent: 1, after: number === 2 ? 0 : number - 1,
    attributes: { type: 'radio', name: 'tijden', value: name }, label: name, value, place: [0, number * 50, 200, 44] });
  await apply(page, [insert(1, 'div', { attributes: { role: 'radiogroup', 'aria-label': 'Tijden' },
    place: [0, 0, 300, 300] }), radio(2, 'Ochtend', 'true'), radio(3, 'Middag', 'false')]);
  await page.getByRole('radio', { name: 'Middag' }).click();
  assert.deepEqual(await takeEvents(page, 'click'), ['click 3']);
  await page.keyboard.press('ArrowUp');
  assert.deepEqual(await takeEvents(page, 'click'), ['click 2']);
});

const grid = [
  insert(1, 'div', { attributes: { role: 'grid', 'aria-label': 'november', 'data-keys': '', 'data-swipe': '' },
    place: [0, 0, 390, 200] }),
  insert(2, 'div', { parent: 1, attributes: { role: 'row' }, place: [0, 0, 390, 100] }),
  insert(3, 'div', { parent: 2, attributes: { role: 'gridcell', tabindex: '0' }, text: '23', place: [0, 0, 190, 100] }),
  insert(4, 'div', { parent: 2, after: 3, attributes: { role: 'gridcell', tabindex: '-1' }, text: '24',
    place: [200, 0, 190, 100] }),
];

test('a cell is activated by click, Enter and Space, and arrow keys go to its grid', async (t) => {
  const page = await openShell(t, browser, server.base);
  await apply(page, grid);
  await page.getByRole('gridcell', { name: '24' }).click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  assert.deepEqual(await takeEvents(page, 'click'), ['click 4', 'click 4', 'click 4']);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('PageDown');
  assert.deepEqual(await takeEvents(page, 'key'), ['key 1 Left', 'key 1 PageDown']);
  assert.equal(await page.evaluate(() => scrollY), 0);
});

test('a horizontal drag by touch is a swipe and no click', async (t) => {
  const page = await openShell(t, browser, server.base, { device: phone });
  await apply(page, grid);
  const touch = await page.context().newCDPSession(page);
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 300, y: 50 }] });
  for (let x = 280; x >= 100; x -= 20) {
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: 52 }] });
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForFunction(() => globalThis.events.some(({ kind }) => kind === 'swipeEnd'));
  const end = await page.evaluate(() => globalThis.events.find(({ kind }) => kind === 'swipeEnd'));
  assert.equal(end.amount, -200);
  assert.equal((await takeEvents(page, 'click')).length, 0);
});

test('a link is followed by the client, or by the browser into a new tab', async (t) => {
  const page = await openShell(t, browser, server.base);
  await apply(page, [insert(1, 'a', { attributes: { href: '/logboek' }, text: 'Logboek' })]);
  await page.getByRole('link', { name: 'Logboek' }).click();
  assert.deepEqual(await takeEvents(page, 'click'), ['click 1']);
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'Logboek' }).click({ modifiers: ['Control'] });
  await (await opened).close();
  assert.deepEqual(await takeEvents(page, 'click'), []);
});

test('an element that moves keeps its focus, one that goes loses it', async (t) => {
  const page = await openShell(t, browser, server.base);
  await apply(page, [button, insert(2, 'button', { after: 1, attributes: { type: 'button' }, text: 'Annuleren' })]);
  await page.getByRole('button', { name: 'Opslaan' }).focus();
  await takeEvents(page);
  await apply(page, [{ kind: 'move', id: id(1), parent: 'page', after: id(2) }]);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Opslaan');
  assert.deepEqual(await takeEvents(page, 'focus', 'blur'), []);
  await apply(page, [{ kind: 'remove', id: id(1) }]);
  assert.deepEqual(await takeEvents(page, 'focus', 'blur'), ['blur 1']);
});

test('Tab shows a focus ring, a mouse click on a button does not', async (t) => {
  const page = await openShell(t, browser, server.base);
  await apply(page, [button]);
  const isRinged = () => page.evaluate(() => globalThis.events.find(({ kind }) => kind === 'focus').visible);
  await page.keyboard.press('Tab');
  assert.equal(await isRinged(), true);
  await page.evaluate(() => document.activeElement.blur());
  await takeEvents(page);
  await page.getByRole('button', { name: 'Opslaan' }).click();
  assert.equal(await isRinged(), false);
});

test('the pointer is told where it is, and that it has left', async (t) => {
  const page = await openShell(t, browser, server.base);
  await apply(page, [button]);
  await page.mouse.move(100, 40);
  await page.mouse.move(600, 400);
  await page.waitForFunction(() => globalThis.events.some(({ kind }) => kind === 'unhover'));
  assert.deepEqual(await takeEvents(page), ['hover 1', 'unhover 1']);
});

const dialog = [
  { kind: 'update', id: id(1), element: { ...button.element, attributes: { type: 'button', inert: '' } } },
  insert(2, 'div', { parent: 'fixed', attributes: { role: 'dialog', 'aria-modal': 'true', 'aria-label': 'Extra opvang',
    tabindex: '-1' }, place: [100, 300, 300, 200] }),
  insert(3, 'button', { parent: 2, attributes: { type: 'button' }, text: 'Sluiten', place: [10, 10, 100, 44] }),
];

test('a dialog holds the focus; Escape and a click beside it ask to close it', async (t) => {
  const page = await openShell(t, browser, server.base);
  await apply(page, [button]);
  await apply(page, dialog, { modal: true });
  await page.evaluate((node) => globalThis.portal.focus(node), id(2));
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Sluiten');
  await page.keyboard.press('Escape');
  assert.deepEqual(await takeEvents(page, 'key'), ['key 2 Escape']);
  await page.mouse.click(700, 700);
  assert.deepEqual(await takeEvents(page, 'key'), ['key 2 Escape']);
  await page.mouse.click(250, 450);
  await page.mouse.click(30, 30);
  assert.deepEqual(await takeEvents(page, 'click', 'key'), ['key 2 Escape']);
});

test('the page under a dialog does not scroll', async (t) => {
  const page = await openShell(t, browser, server.base);
  await apply(page, [button]);
  await page.mouse.move(700, 700);
  await page.mouse.wheel(0, 100);
  await page.waitForFunction(() => scrollY === 100);
  await apply(page, dialog, { modal: true });
  await page.evaluate((node) => globalThis.portal.focus(node), id(2));
  await page.mouse.wheel(0, 300);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('End');
  await apply(page, [{ kind: 'remove', id: id(2) }]);
  await page.mouse.wheel(0, 50);
  await page.waitForFunction(() => scrollY === 150);
});

test('the client hears of the screen and of what changes it', async (t) => {
  const page = await openShell(t, browser, server.base);
  await apply(page, [button]);
  const last = () => page.evaluate(() => globalThis.screens.at(-1));
  const [width, height, ratio, scale] = await last();
  assert.deepEqual([height, ratio, scale], [800, 1, 1]);
  assert.ok(width > 1200 && width <= 1280);
  await page.setViewportSize({ width: 800, height: 600 });
  await page.waitForFunction(() => globalThis.screens.at(-1)[1] === 600);
  await page.mouse.wheel(0, 500);
  await page.waitForFunction(() => globalThis.screens.at(-1)[4] === 500);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.waitForFunction(() => (globalThis.screens.at(-1)[7] & 5) === 5);
  await page.evaluate(() => { document.documentElement.style.fontSize = '32px'; });
  await page.waitForFunction(() => globalThis.screens.at(-1)[3] === 2);
});

test('the same announcement twice is two announcements', async (t) => {
  const page = await openShell(t, browser, server.base);
  const texts = await page.evaluate(() => {
    globalThis.portal.announce('Bewaard');
    globalThis.portal.announce('Bewaard');
    return [...document.querySelectorAll('#polite p')].map((line) => line.textContent);
  });
  assert.equal(texts.length, 2);
  assert.notEqual(texts[0], texts[1]);
  await page.waitForFunction(() => document.querySelectorAll('#polite p').length === 0);
});
