// Every change that was told to be saved is carried out once, and none is lost: random runs of the real pages against
// the real server, with a network between them that loses and repeats, a server that is killed, and pages that die.
// OUTBOX_RUNS says how many, OUTBOX_FIRST_RUN which is the first: a failing run is repeated by its seed.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './support/browser.mjs';
import { openLane } from './support/outbox_run.mjs';

const runs = Number(process.env.OUTBOX_RUNS ?? 20);
const first = Number(process.env.OUTBOX_FIRST_RUN ?? 1);
const kLanes = 2;

let browser;
let lanes;

before(async () => {
  // Half of the time would go into drawing, which plays no part in this.
  browser = await launch('--disable-3d-apis', '--disable-gpu', '--use-angle=none');
  lanes = await Promise.all(Array.from({ length: kLanes }, () => openLane(browser)));
});

after(async () => {
  await Promise.all((lanes ?? []).map((lane) => lane.close()));
  await browser?.close();
});

/** Plays the runs from `from` on, until `enough` says so or all were played. Returns what was wrong, in the runs' order. */
async function play(from, count, { rewrite, enough = () => false } = {}) {
  const wrong = [];
  let next = from;
  await Promise.all(lanes.map(async (lane) => {
    while (next < from + count && !enough(wrong)) {
      const seed = next;
      next += 1;
      const report = await lane.play(seed, rewrite);
      if (report) {
        wrong.push(report);
      }
    }
  }));
  return wrong;
}

test(`${runs} runs: every change that was told to be saved is in the database once`, async () => {
  const wrong = await play(first, runs, { enough: (list) => list.length >= 5 });
  assert.equal(wrong.join('\n'), '');
});

test('a client that forgets the key of what it sends again is found', async () => {
  let sent = 0;
  const rewrite = ({ 'idempotency-key': key, ...headers }) => {
    sent += 1;
    return key ? { ...headers, 'idempotency-key': `${key.slice(0, 20)}-${sent}` } : headers;
  };
  const wrong = await play(1, 30, { rewrite, enough: (list) => list.length > 0 });
  assert.notEqual(wrong.length, 0);
  assert.match(wrong[0], /is there 2 times|the server refused/);
});
