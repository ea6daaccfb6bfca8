// Loads the client with all that it needs in parallel, and says so clearly when that fails.

import { readConfig, settingOf } from './config.mjs';
import * as input from './input.js';
import * as installation from './installation.js';
import * as mirror from './mirror.js';
import * as outbox from './outbox.js';
import * as screen from './screen.js';
import * as services from './services.js';
import * as storage from './storage.js';
import * as tabs from './tabs.js';

let failed = false;

/** Shows the page for `kind` ("load", "crash", "unsupported") in place of everything else. */
function fail(kind, error) {
  if (failed) {
    return;
  }
  failed = true;
  console.error(error);
  document.getElementById('loading')?.remove();
  for (const id of ['canvas', 'mirror']) {
    document.getElementById(id).hidden = true;
  }
  document.documentElement.classList.remove('modal');
  const page = document.getElementById('failure');
  page.hidden = false;
  const message = page.querySelector(`[data-failure="${kind}"]`);
  message.hidden = false;
  message.querySelector('h1').focus();
}

document.getElementById('retry').addEventListener('click', () => location.reload());

addEventListener('error', (event) => {
  if (typeof WebAssembly === 'object' && event.error instanceof WebAssembly.RuntimeError) {
    fail('crash', event.error);
  }
});

async function load(url) {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) {
    throw new Error(`${url}: ${response.status}`);
  }
  return response;
}

async function compile(url) {
  const response = await load(url);
  const isWasm = response.headers.get('Content-Type') === 'application/wasm';
  return isWasm ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** Letters of names that the first fonts lack; their own fonts ("-ext") come when one appears. */
const rareLetters = /[\u0100-\u0130\u0132-\u0151\u0154-\u024f\u1e00-\u1eff]/;
const rareRange = 'U+0100-0130, U+0132-0151, U+0154-024F, U+1E00-1EFF';

/** A font's bytes for the client; text fields get the same ones. */
async function loadFont(url, name, weight, unicodeRange) {
  const bytes = new Uint8Array(await (await load(url)).arrayBuffer());
  if (weight) {
    document.fonts.add(new FontFace('Nunito Sans', bytes, unicodeRange ? { weight, unicodeRange } : { weight }));
  }
  return { name, bytes };
}

let rareLettersAsked = false;

async function loadRareLetters(portal) {
  rareLettersAsked = true;
  try {
    await Promise.all([...document.querySelectorAll('link[data-ext]')].map(async ({ dataset }) => {
      const { name, bytes } = await loadFont(dataset.ext, `${dataset.font}-ext`, dataset.weight, rareRange);
      portal.wasm.font(name, bytes);
    }));
  } catch (error) {
    rareLettersAsked = false;  // some letters are missing; the next text that has them asks again
    console.warn(error);
  }
}

/** Looks at a text that is shown or typed. */
function noticeLetters(portal, text) {
  if (!rareLettersAsked && rareLetters.test(text)) {
    loadRareLetters(portal);
  }
}

function makePortal(config, fonts) {
  const portal = {
    ...mirror,
    ...installation,
    ...outbox,
    ...screen,
    ...services,
    ...storage,
    ...tabs,
    wasm: null,
    setting: (path) => settingOf(config, path),
    apply(text) {
      mirror.apply(text);
      noticeLetters(portal, text);
    },
    takeFonts() {
      for (const { name, bytes } of fonts.splice(0)) {
        portal.wasm.font(name, bytes);
      }
    },
    observe() {
      input.listen(portal.wasm);
      screen.observe(portal.wasm);
      addEventListener('input', ({ target }) => noticeLetters(portal, target.value ?? ''));
      addEventListener('popstate', () => portal.wasm.navigated(services.path()));
    },
  };
  return portal;
}

/** What can be used of config.json; a page with some settings amiss is better than none. */
async function loadConfig(url) {
  const { config, faults } = readConfig(await (await load(url)).json());
  if (faults.length > 0) {
    console.error(`config.json: not understood: ${faults.join()}`);
  }
  if (config.logo) {
    for (const sign of document.querySelectorAll('img.sprout')) {
      sign.src = config.logo;
    }
  }
  return config;
}

async function start() {
  const href = (id) => document.getElementById(id).href;
  const fontLinks = [...document.querySelectorAll('link[data-font]')];
  const [config, client, wasm, ...fonts] = await Promise.all([
    loadConfig(href('config')),
    import(href('client')),
    compile(href('client-wasm')),
    ...fontLinks.map((link) => loadFont(link.href, link.dataset.font, link.dataset.weight)),
  ]);
  history.scrollRestoration = 'manual';
  mirror.setFiles(config.apiBase);
  globalThis.portal = makePortal(config, fonts);
  await client.default({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(wasm, imports).then((instance) => done(instance, wasm), (error) => fail('crash', error));
      return {};
    },
    onAbort: (reason) => fail('crash', reason),
  });
}

if (typeof WebAssembly === 'object' && typeof ResizeObserver === 'function') {
  start().catch((error) => fail('load', error));
} else {
  fail('unsupported', 'no WebAssembly');
}
