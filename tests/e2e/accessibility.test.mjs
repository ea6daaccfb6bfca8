// axe-core finds nothing on any screen, by day and by night, on a phone and on a desk.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desktop, findBarriers, phone, settle } from './support/browser.mjs';
import { possibleWishes, readFamily, today } from './support/family.mjs';
import { calendar, dayCell, extraButton, fillExtra, signIn, usePortal } from './support/portal.mjs';

const portal = usePortal();

for (const [place, device] of [['phone', phone], ['desktop', desktop]]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`no barriers on ${place}, ${colorScheme}`, async (t) => {
      const page = await portal.open(t, { path: '/wijziging', device, colorScheme });
      const check = async (screen) => {
        await settle(page);
        assert.deepEqual(await findBarriers(page), [], screen);
      };
      await page.getByRole('button', { name: 'Inloggen' }).click();
      await page.waitForFunction(() => document.querySelectorAll('[aria-invalid="true"]').length === 2);
      await check('sign-in');
      await signIn(page);
      await calendar(page, today());
      await check('month');
      const [wish] = possibleWishes(await readFamily(page));
      await page.goto(`${portal.server.base}/wijziging/${wish.date.slice(0, 7)}`);
      await calendar(page, wish.date);
      await fillExtra(page, wish);
      await check('extra care');
      for (const screen of ['', 'stamgegevens', 'logboek']) {
        await page.goto(`${portal.server.base}/${screen}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await check(screen);
      }
    });
  }
}

test('every focusable element has a name, and Tab leads through and out', async (t) => {
  const page = await portal.openSignedIn(t);
  await calendar(page, today());
  await settle(page);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const nameless = nodes.filter(({ ignored, properties = [], name, role }) => !ignored
    && role?.value !== 'RootWebArea'
    && properties.some((property) => property.name === 'focusable' && property.value.value)
    && !name?.value);
  assert.deepEqual(nameless.map(({ role }) => role.value), []);

  await page.reload();  // Tab begins at the top
  await calendar(page, today());
  await settle(page);
  const seen = new Set();
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const id = await page.evaluate(() => document.activeElement.id);
    if (id === '' || seen.has(id)) {
      break;
    }
    seen.add(id);
  }
  // Tab stops once in a group of radio buttons: at the chosen one.
  const stops = await page.evaluate(() =>
    [...document.querySelectorAll('#mirror :is(button, a, input, select, [tabindex])')]
      .filter((element) => element.tabIndex >= 0 && !element.matches('[type="radio"]:not(:checked)'))
      .map(({ id }) => id));
  assert.deepEqual([...seen].sort(), stops.sort());
});

test('what is focused is in sight, not behind a bar', async (t) => {
  const page = await portal.openSignedIn(t, { device: { ...phone, viewport: { width: 390, height: 500 } } });
  await calendar(page, today());
  await settle(page);
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press('Tab');
    await settle(page);
    const covered = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body || document.getElementById('fixed').contains(element)) {
        return false;
      }
      const box = element.getBoundingClientRect();
      const top = document.querySelector('#fixed header').getBoundingClientRect().bottom;
      const bottom = document.querySelector('#fixed nav').getBoundingClientRect().top;
      return box.bottom <= top || box.top >= bottom;
    });
    assert.equal(covered, false);
  }
});

test('a new screen is announced by its title and heading', async (t) => {
  const page = await portal.openSignedIn(t);
  await calendar(page, today());
  await page.getByRole('link', { name: 'Logboek' }).click();
  await page.getByRole('heading', { level: 1, name: 'Logboek' }).waitFor();
  assert.match(await page.title(), /^Logboek/);
  await page.waitForFunction(() => document.activeElement.tagName === 'H1');
});

test('a stored request is said aloud', async (t) => {
  const page = await portal.openSignedIn(t, {
    init: () => {
      globalThis.said = [];
      new MutationObserver((changes) => {
        for (const { addedNodes, target } of changes) {
          if (target instanceof Element && target.closest('#polite, #assertive')) {
            globalThis.said.push(...[...addedNodes].map((node) => node.textContent));
          }
        }
      }).observe(document, { childList: true, subtree: true });
    },
  });
  const [wish] = possibleWishes(await readFamily(page));
  await page.goto(`${portal.server.base}/wijziging/${wish.date.slice(0, 7)}`);
  await calendar(page, wish.date);
  const dialog = await fillExtra(page, wish);
  await dialog.getByRole('button', { name: 'Opslaan' }).click();
  await page.waitForFunction(() => globalThis.said.some((line) => line.startsWith('Extra opvang aangevraagd voor')));
});

test('twice the text size keeps everything usable', async (t) => {
  const page = await portal.openSignedIn(t, { device: phone });
  await calendar(page, today());
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  await settle(page);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
  const [wish] = possibleWishes(await readFamily(page));
  await page.goto(`${portal.server.base}/wijziging/${wish.date.slice(0, 7)}`);
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  await calendar(page, wish.date);
  await settle(page);
  await dayCell(page, wish.date).click();
  await extraButton(page).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Annuleren' }).click();
});
