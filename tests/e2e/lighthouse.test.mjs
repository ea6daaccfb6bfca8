// Lighthouse looks at the page that everybody sees: what it says about access, about good practice, about being found and
// about being installed. How fast a page is, it says too; on a machine that does other things as well that is no test.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import lighthouse from 'lighthouse';
import { launch } from './support/browser.mjs';
import { freePort, startServer } from './support/server.mjs';

let server;
let browser;
let port;
let report;

before(async () => {
  port = await freePort();
  server = await startServer();
  browser = await launch(`--remote-debugging-port=${port}`);
  // By this name a page without TLS is one that a browser trusts.
  const url = `http://localhost:${server.port}/`;
  const result = await lighthouse(url, { port, logLevel: 'silent', maxWaitForLoad: 60000,
    onlyCategories: ['accessibility', 'best-practices', 'seo', 'pwa'] });
  report = result.lhr;
  assert.equal(report.runtimeError, undefined);
  assert.deepEqual(report.runWarnings, []);
});

after(async () => {
  await browser?.close();
  await server?.destroy();
});

/** What does not have to be as Lighthouse has it. */
const accepted = {
  // The one way to learn whether somebody is signed in; a browser writes down each answer of 4xx.
  'errors-in-console': ({ description, sourceLocation }) =>
    /status of 401/.test(description) && new URL(sourceLocation.url).pathname === '/api/session',
  // Lighthouse takes the program, which is WebAssembly, for a script without a source map.
  'valid-source-maps': ({ scriptUrl }) => scriptUrl.endsWith('.wasm'),
};

function faults(ids) {
  return ids.flatMap((id) => {
    const audit = report.audits[id];
    assert.ok(audit, `Lighthouse has no ${id}`);
    assert.equal(audit.errorMessage, undefined, id);
    if (audit.score === null || audit.score >= 0.9) {
      return [];
    }
    const items = audit.details?.items ?? [];
    const rest = accepted[id] ? items.filter((item) => !accepted[id](item)) : items;
    return items.length > 0 && rest.length === 0 ? [] : [`${id}: ${audit.title} ${JSON.stringify(rest).slice(0, 600)}`];
  });
}

for (const category of ['accessibility', 'best-practices', 'seo', 'pwa']) {
  test(`nothing is wrong with ${category}`, () => {
    const audits = report.categories[category].auditRefs.map(({ id }) => id);
    assert.ok(audits.length > 5, audits.join());
    assert.deepEqual(faults(audits), []);
  });
}

test('what matters most was looked at, and passed', () => {
  for (const id of ['document-title', 'html-has-lang', 'html-lang-valid', 'viewport', 'meta-viewport', 'meta-description',
    'button-name', 'label', 'color-contrast', 'heading-order', 'is-on-https', 'deprecations', 'third-party-cookies',
    'no-unload-listeners', 'paste-preventing-inputs', 'doctype', 'charset', 'is-crawlable',
    'installable-manifest', 'maskable-icon', 'splash-screen', 'themed-omnibox', 'content-width']) {
    assert.equal(report.audits[id]?.score, 1, `${id}: ${report.audits[id]?.scoreDisplayMode}`);
  }
});

test('the content security policy leaves nothing open', () => {
  const { score, scoreDisplayMode, details } = report.audits['csp-xss'];
  assert.deepEqual(details?.items ?? [], [], scoreDisplayMode);
  assert.ok(score === null || score === 1);
});
