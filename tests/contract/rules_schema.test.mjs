// The schema of the rules' file: valid itself, true to the example, and as strict as the server where a schema can be.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

const schema = read('src/api/rules.schema.json');
const ajv = addFormats(new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }));
const validate = ajv.compile(schema);

/** RFC 7396. */
function merged(target, patch) {
  if (patch === null || typeof patch !== 'object' || Array.isArray(patch)) {
    return patch;
  }
  const result = { ...(typeof target === 'object' && !Array.isArray(target) ? target : {}) };
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[name];
    } else {
      result[name] = merged(result[name], value);
    }
  }
  return result;
}

test('the example of all sections is true to the schema', () => {
  assert.ok(validate(read('tests/api/rules.example.json')), JSON.stringify(validate.errors, null, 1));
});

test('the schema refuses what the server refuses, contradictions between sections excepted', () => {
  for (const { path, merge, schemaRefuses } of read('tests/api/rules.wrong.json')) {
    const version = merged({ id: 'a', locationId: 'kikkers', careType: 'kdv', validFrom: '2026-01-01' }, merge);
    assert.equal(validate({ versions: [version] }), !schemaRefuses, path);
  }
});
