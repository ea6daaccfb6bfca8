// The contract itself: valid, complete, its examples true to its schemas, and the routes of the server all in it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { DOCUMENT_PATH, contract, errorsOf, escaped, operations, resolved } from './support/document.mjs';

test('the document is OpenAPI 3.1', async () => {
  const result = await new Validator().validate(fileURLToPath(DOCUMENT_PATH));
  assert.deepEqual(result.errors ?? [], []);
  assert.ok(result.valid);
  assert.match(contract.openapi, /^3\.1\./);
});

test('every operation has a name of its own, a summary, a tag that is described, and answers', () => {
  const names = operations.map(({ operation }) => operation.operationId);
  assert.equal(new Set(names).size, names.length);
  const tags = new Set(contract.tags.map(({ name }) => name));
  for (const { operation } of operations) {
    assert.match(operation.operationId, /^[a-z][A-Za-z]+$/);
    assert.ok(operation.summary.endsWith('.'), operation.operationId);
    assert.ok(operation.tags.every((tag) => tags.has(tag)), operation.operationId);
    assert.ok(Object.keys(operation.responses).some((status) => status.startsWith('2')), operation.operationId);
  }
});

test('every operation that needs a session says what happens without one', () => {
  for (const { operation } of operations) {
    const open = operation.security?.length === 0;
    assert.equal(!open, Boolean(operation.responses['401']) && operation.operationId !== 'signIn', operation.operationId);
  }
});

test('every operation that changes something says that origins are checked', () => {
  for (const { operation, method } of operations) {
    assert.equal(method !== 'GET', Boolean(operation.responses['403']), operation.operationId);
  }
});

test('every failure is a problem, and every answer has the server\'s clock', () => {
  for (const { operation, pointer } of operations) {
    for (const [status, answer] of Object.entries(operation.responses)) {
      const { node } = resolved(answer, `${pointer}/responses/${status}`);
      assert.ok(node.headers.Date && node.headers['X-Request-Id'], `${operation.operationId} ${status}`);
      if (Number(status) >= 400) {
        assert.deepEqual(Object.keys(node.content), ['application/problem+json'], `${operation.operationId} ${status}`);
        assert.match(node.description, /`[a-z-]+`/, `${operation.operationId} ${status} names its codes`);
      }
    }
  }
});

function* mediaTypes() {
  for (const { operation, pointer } of operations) {
    if (operation.requestBody) {
      yield* contents(operation.requestBody, `${pointer}/requestBody`);
    }
    for (const [status, answer] of Object.entries(operation.responses)) {
      const { node, pointer: place } = resolved(answer, `${pointer}/responses/${status}`);
      yield* contents(node, place);
    }
  }
}

function* contents(node, pointer) {
  for (const [type, media] of Object.entries(node.content ?? {})) {
    yield { media, pointer: `${pointer}/content/${escaped(type)}` };
  }
}

test('every example is as its schema says', () => {
  let checked = 0;
  for (const { media, pointer } of mediaTypes()) {
    for (const [name, example] of Object.entries(media.examples ?? {})) {
      const { node } = resolved(example, `${pointer}/examples/${name}`);
      assert.deepEqual(errorsOf(node.value, `${pointer}/schema`), [], `${pointer} ${name}`);
      checked += 1;
    }
  }
  assert.ok(checked > 10);
});

test('every answer and body with content of its own has an example', () => {
  for (const { media, pointer } of mediaTypes()) {
    if (pointer.includes('json') && !pointer.includes('problem+json')) {
      assert.ok(media.examples, pointer);
    }
  }
});

test('every component is used', () => {
  const text = readFileSync(DOCUMENT_PATH, 'utf8');
  for (const [kind, components] of Object.entries(contract.components)) {
    for (const name of Object.keys(components)) {
      const used = kind === 'securitySchemes' || text.includes(`'#/components/${kind}/${name}'`);
      assert.ok(used, `${kind}/${name}`);
    }
  }
});

test('the server\'s routes are the operations, no more and no less', () => {
  const source = readFileSync(new URL('../../src/server/handlers/routes.cpp', import.meta.url), 'utf8');
  const routes = [...source.matchAll(/Method::k(\w+), "([^"]+)"/g)].map(([, method, path]) => `${method.toUpperCase()} ${path}`);
  assert.deepEqual(routes.sort(), operations.map(({ method, path }) => `${method} ${path}`).sort());
});
