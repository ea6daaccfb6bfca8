// The client as it is deployed: names with hashes, packed copies, headers for every host, and pages that keep to them.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { readConfig, settingOf } from '../../shell/config.mjs';
import { launch, openPage, phone, settle } from './support/browser.mjs';
import { makePackage } from './support/package.mjs';
import { signIn } from './support/portal.mjs';
import { startServer } from './support/server.mjs';

const config = {
  apiBase: 'https://api.example.nl/api', organisation: 'De Kikkers', accent: '#7A3E9D', logo: '/logo.svg',
  languages: ['en', 'nl'], contact: { email: 'hulp@kikkers.example', phone: '+31 20 1234567' },
};
let made;
let server;
let browser;

before(async () => {
  made = makePackage();
  server = await startServer({ client: made.site });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.destroy();
  made?.remove();
});

const content = (name) => readFileSync(join(made.site, name));
const names = () => readdirSync(join(made.site, 'app')).filter((name) => !/\.(br|gz)$/.test(name));

test('every file that the page loads has its content\'s hash in its name', () => {
  assert.ok(names().length >= 18, names().join());
  for (const name of names()) {
    const [, hash] = name.match(/-([0-9a-f]{12})\.\w+$/) ?? assert.fail(name);
    assert.equal(createHash('sha256').update(content(`app/${name}`)).digest('hex').slice(0, 12), hash, name);
  }
});

test('the packed copies are the same files', () => {
  for (const name of [...names().map((file) => `app/${file}`), 'index.html', 'config.json', 'manifest.webmanifest']) {
    assert.deepEqual(brotliDecompressSync(content(`${name}.br`)), content(name), name);
    assert.deepEqual(gunzipSync(content(`${name}.gz`)), content(name), name);
  }
});

test('all that files name is there', () => {
  const page = content('index.html').toString();
  const used = [...page.matchAll(/(?:href|src|data-ext)="\/([^"]+)"/g)].map((match) => match[1]);
  const imported = names().filter((name) => name.endsWith('.js'))
    .flatMap((name) => [...content(`app/${name}`).toString().matchAll(/from '\.\/([^']+)'/g)].map((match) => `app/${match[1]}`));
  assert.ok(used.length > 15 && imported.length > 4);
  for (const name of [...used, ...imported]) {
    assert.ok(content(name).length > 0, name);
  }
});

test('an organisation\'s settings reach pages, headers and nginx', (t) => {
  const own = makePackage({ config, draft: true });
  t.after(own.remove);
  const read = (name) => readFileSync(join(own.folder, name), 'utf8');
  assert.deepEqual(JSON.parse(read('site/config.json')), config);
  for (const file of ['site/_headers', 'nginx.conf']) {
    assert.match(read(file), /connect-src 'self' https:\/\/api\.example\.nl;/);
    assert.match(read(file), /require-trusted-types-for 'script'/);
    assert.doesNotMatch(read(file), /unsafe-inline|'unsafe-eval'/);
  }
});

test('settings that cannot be meant are refused, and left out by the page', () => {
  const wrong = [{ apiBase: 'ftp://x' }, { apiBase: '/other' }, { apiBase: '//evil.example' }, { accent: 'red' },
    { logo: 'https://elsewhere.example/logo.svg' }, { languages: [] }, { languages: ['nl', 'nl'] }, { languages: ['fr'] },
    { contact: { fax: '1' } }, { contact: { email: 'nobody' } }, { organisation: '' }, { constructor: 'x' }];
  for (const value of wrong) {
    assert.throws(() => makePackage({ config: value, draft: true }), new RegExp(`not understood: ${Object.keys(value)[0]}`));
    assert.deepEqual(readConfig(value), { config: { apiBase: '/api', languages: ['nl', 'en'] }, faults: Object.keys(value) });
  }
  assert.throws(() => makePackage({ config: '{', draft: true }), /cannot be read as JSON/);
  assert.deepEqual(readConfig([]).faults, ['config.json']);
  assert.deepEqual(readConfig(config), { config, faults: [] });
  assert.equal(settingOf(config, 'contact.email'), 'hulp@kikkers.example');
  assert.equal(settingOf(config, 'languages'), 'en,nl');
  assert.equal(settingOf({}, 'contact.email'), '');
});

test('a walk through all pages asks no other host and breaks no policy', async (t) => {
  const page = await openPage(t, browser, server.base, { device: phone });
  const kept = new Map();
  page.on('response', (response) => kept.set(new URL(response.url()).pathname, response.headers()));
  await page.reload();
  await signIn(page);
  for (const path of ['/', '/stamgegevens', '/stamgegevens/ouders', '/wijziging', '/wijziging/2026', '/facturen',
    '/jaaroverzichten', '/logboek', '/tegoed', '/planner', '/account', '/wachtwoord-vergeten', '/welkom#none']) {
    await page.goto(server.base + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settle(page);
    assert.deepEqual(await page.evaluate(() => globalThis.watch.violations), [], path);
  }
  const policy = kept.get('/')['content-security-policy'];
  assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
  assert.equal(kept.get('/')['cache-control'], 'no-cache, no-transform');
  assert.equal(kept.get('/config.json')['cache-control'], 'no-cache, no-transform');
  const files = [...kept].filter(([path]) => path.startsWith('/app/'));
  assert.ok(files.length > 12, files.join());
  for (const [path, headers] of files) {
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable', path);
  }
});

test('the policy stops what it is there for', async (t) => {
  const context = await browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(server.base);
  const stopped = await page.evaluate(async () => {
    const threw = (act) => {
      try {
        act();
        return false;
      } catch {
        return true;
      }
    };
    return {
      html: threw(() => { document.body.innerHTML = '<img src=x>'; }),
      eval: threw(() => setTimeout('1')),
      elsewhere: await fetch('https://elsewhere.example/').then(() => false, () => true),
    };
  });
  assert.deepEqual(stopped, { html: true, eval: true, elsewhere: true });
});
