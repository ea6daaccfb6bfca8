// The schema of the office's files: valid itself, true to the examples that the server's tests import, and no stranger to
// the program that reads them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { program, run, start, temporaryFolder } from './support/backend.mjs';
import { send } from './support/client.mjs';

const path = (name) => new URL(`../../${name}`, import.meta.url).pathname;
const read = (name) => JSON.parse(readFileSync(path(name), 'utf8'));
const ajv = addFormats(new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }));
const validate = ajv.compile(read('src/api/office.schema.json'));
const kinds = ['locations', 'families', 'contracts', 'occupancy', 'closing-days'];
const example = (kind, form = 'json') => `tests/api/office/${kind}.example.${form}`;

test('the examples are true to the schema', () => {
  for (const kind of kinds) {
    assert.ok(validate(read(example(kind))), kind + JSON.stringify(validate.errors, null, 1));
  }
});

test('the schema refuses slips of the pen', () => {
  for (const [kind, change] of [
    ['locations', (file) => { file.locations[0].careType = 'gob'; }],
    ['locations', (file) => { file.locations[0].hours[0].weekdays = [0]; }],
    ['families', (file) => { file.families[0].people[0].fristName = 'Eva'; }],
    ['families', (file) => { file.families[0].people[1].record = 'kid'; }],
    ['contracts', (file) => { file.contracts[0].begins = '2026-02-30'; }],
    ['contracts', (file) => { delete file.contracts[0].rateCents; }],
    ['occupancy', (file) => { file.occupancy[0].kind = 'holiday'; }],
    ['closing-days', (file) => { file.closingDays[0].locationId = 'de zwanen'; }],
  ]) {
    const file = read(example(kind));
    change(file);
    assert.ok(!validate(file), kind);
  }
});

// A new organisation, from nothing to a parent's occupancy.
const options = { skip: program ? false : 'OUDERLOGIN_SERVER is not set' };
let folder;
before(async () => { folder = await temporaryFolder(); });
after(async () => { await folder.remove(); });

test('an organisation begins with its own data', options, async () => {
  const data = ['--data', join(folder.path, 'new'), '--clock', '2026-12-01T09:00:00Z'];
  await (await start(...data)).stop();
  const refused = await run('import', 'locations', path(example('locations')), ...data);
  assert.match(refused.errors, /has no organisation yet/);
  const organisation = join(folder.path, 'organisation.json');
  await writeFile(organisation, JSON.stringify({ name: 'Kinderopvang De Zwanen' }));
  assert.equal((await run('organisation', organisation, ...data)).code, 0);
  for (const [index, kind] of kinds.entries()) {
    const done = await run('import', kind, path(example(kind, index % 2 === 0 ? 'json' : 'csv')), ...data);
    assert.equal(done.code, 0, done.output + done.errors);
    assert.match(done.output, /^Done: [1-9]\d* added, 0 changed, 0 as it was\.$/m);
    const again = await run('import', kind, path(example(kind, index % 2 === 0 ? 'csv' : 'json')), ...data);
    assert.match(again.output, /^Done: 0 added, 0 changed, [1-9]\d* as it was\.$/m, again.output + again.errors);
  }
  const mails = join(folder.path, 'mails');
  assert.equal((await run('invite', '--email', 'eva@example.nl', ...data)).code, 0);
  const server = await start(...data, '--mail-folder', mails);
  const answer = await send(`${server.base}/api/session`);
  assert.equal(answer.status, 401);
  await server.stop();
});

test('it says what it does not understand', options, async () => {
  const unknown = await run('import', 'dances', 'x.json');
  assert.match(unknown.errors, /Import what\? 'import locations\|families\|contracts\|occupancy\|closing-days FILE'/);
  assert.match((await run('import', 'families')).errors, /Import what\?/);
});
