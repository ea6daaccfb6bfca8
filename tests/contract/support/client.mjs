// Calls operations of the contract and holds every answer against it.

import assert from 'node:assert/strict';
import http from 'node:http';
import https from 'node:https';
import { errorsOf, escaped, operationOf, resolved } from './document.mjs';

/** One request with exactly the headers given: {status, headers, body}. */
export function send(url, { method = 'GET', headers = {}, body } = {}) {
  const { request } = url.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { ...headers, ...(body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }) } },
      (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks).toString('utf8') }));
      });
    sent.on('error', reject);
    sent.end(body);
  });
}

function checkHeaders(headers, response, where) {
  for (const [name, definition] of Object.entries(response.node.headers ?? {})) {
    const { node, pointer } = resolved(definition, `${response.pointer}/headers/${escaped(name)}`);
    const value = headers[name.toLowerCase()];
    if (value === undefined) {
      assert.ok(!node.required, `${where}: the header ${name} is missing`);
      continue;
    }
    assert.deepEqual(errorsOf(String(value), `${pointer}/schema`), [], `${where}: the header ${name}`);
  }
}

/** Fails unless the answer is one that the contract has for the operation. */
export function checkAnswer(operationId, answer) {
  const { operation, pointer } = operationOf(operationId);
  const where = `${operationId} ${answer.status}`;
  const documented = operation.responses[answer.status];
  assert.ok(documented, `${where} is not documented: ${answer.body}`);
  const response = resolved(documented, `${pointer}/responses/${answer.status}`);
  checkHeaders(answer.headers, response, where);
  if (!response.node.content) {
    assert.equal(answer.body, '', where);
    return undefined;
  }
  const type = answer.headers['content-type'];
  assert.ok(response.node.content[type], `${where}: the type ${type} is not documented`);
  const value = type.endsWith('json') ? JSON.parse(answer.body) : answer.body;
  assert.deepEqual(errorsOf(value, `${response.pointer}/content/${escaped(type)}/schema`), [], `${where}: ${answer.body}`);
  if (type === 'application/problem+json') {
    assert.equal(value.status, answer.status, where);
    assert.equal(value.requestId ?? answer.headers['x-request-id'], answer.headers['x-request-id'], where);
  }
  return value;
}

/** A client of one backend that remembers which answers it has met, as "operationId status". */
export class Client {
  met = new Set();

  constructor(base) {
    this.base = base;
  }

  async call(operationId, { path = {}, query = {}, headers = {}, body, cookie, type = 'application/json' } = {}) {
    const { method, path: template } = operationOf(operationId);
    const filled = template.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(path[name]));
    const search = new URLSearchParams(query).toString();
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await send(`${this.base}${filled}${search ? `?${search}` : ''}`, {
      method,
      headers: { ...(text === undefined ? {} : { 'Content-Type': type }), ...(cookie ? { Cookie: cookie } : {}), ...headers },
      body: text,
    });
    const value = checkAnswer(operationId, answer);
    this.met.add(`${operationId} ${answer.status}`);
    return { status: answer.status, headers: answer.headers, value };
  }
}

/** Of the header Set-Cookie, what goes back in Cookie. */
export function cookieOf(headers) {
  return headers['set-cookie'][0].split(';')[0];
}
