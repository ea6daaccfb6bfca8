// The page without the client: what mirror.js is told and what input.js tells, as plain values.

import { openPage } from './browser.mjs';

// In the order of semantics::EventKind.
const kinds = ['click', 'input', 'focus', 'blur', 'hover', 'unhover', 'press', 'release', 'key', 'scroll', 'swipe',
  'swipeEnd'];
const keys = ['', 'Left', 'Right', 'Up', 'Down', 'Home', 'End', 'PageUp', 'PageDown', 'Escape'];

const clientStub = `
export default async () => {
  globalThis.events = [];
  globalThis.screens = [];
  const kinds = ${JSON.stringify(kinds)};
  const keys = ${JSON.stringify(keys)};
  portal.wasm = {
    event(high, low, kind, key, amount, speed, visible, value) {
      events.push({ id: low, kind: kinds[kind], key: keys[key], amount, visible: visible === 1, value });
    },
    screen: (...values) => screens.push(values),
    navigated: (path) => events.push({ kind: 'navigated', value: path }),
    font: () => {},
  };
  portal.observe();
  portal.ready();
  globalThis.started = true;
};`;

const emptyWasm = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** Opens the page with a client that only listens. */
export async function openShell(t, browser, base, options = {}) {
  const page = await openPage(t, browser, base, { ...options, path: '/config.json' });
  await page.route('**/ouderlogin-*.mjs', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: clientStub }));
  await page.route('**/ouderlogin-*.wasm', (route) =>
    route.fulfill({ contentType: 'application/wasm', body: emptyWasm }));
  await page.goto(base);
  await page.waitForFunction(() => globalThis.started);
  return page;
}

export const id = (number) => `n${number.toString(16).padStart(16, '0')}`;

/** A patch that inserts an element; places are in CSS pixels. */
export function insert(number, tag, { parent = 'page', after = 0, attributes = {}, text = '', label = '',
  description = '', value, place = [0, 0, 200, 44] } = {}) {
  return {
    kind: 'insert',
    id: id(number),
    parent: typeof parent === 'number' ? id(parent) : parent,
    after: after ? id(after) : '',
    element: { tag, attributes, text, label, description, value },
    place: [...place, 0, 0].map((length) => length * 8),
  };
}

export function apply(page, patches, { modal = false } = {}) {
  const update = { title: 'Proef', language: 'nl', height: 16000, modal, patches };
  return page.evaluate((text) => globalThis.portal.apply(text), JSON.stringify(update));
}

/** The events since the last call, as short texts: "click 2", "input 3 tekst". */
export function takeEvents(page, ...wanted) {
  return page.evaluate((list) => globalThis.events.splice(0)
    .filter(({ kind }) => list.length === 0 || list.includes(kind))
    .map(({ kind, id: node, key, value }) => [kind, node, key || value].filter(Boolean).join(' ')), wanted);
}
