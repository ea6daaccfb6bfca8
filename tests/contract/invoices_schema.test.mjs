// The schema of the file of invoices to import: valid itself, and true to the example that the server's tests import.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const ajv = addFormats(new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }));
const validate = ajv.compile(read('src/api/invoices.schema.json'));

test('the example is true to the schema', () => {
  assert.ok(validate(read('tests/api/invoices.example.json')), JSON.stringify(validate.errors, null, 1));
});

test('the schema refuses slips of the pen', () => {
  for (const [member, value] of [['number', ''], ['month', '2024-13'], ['issuedOn', '2024-02-30'], ['kind', 'bill'], ['lines', []], ['nummer', 1]]) {
    const file = read('tests/api/invoices.example.json');
    file.invoices[0][member] = value;
    assert.ok(!validate(file), member);
  }
});
