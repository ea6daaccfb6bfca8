// Every operation of the contract, good and bad, on a running backend. Each answer is held against the contract as it
// comes (support/client.mjs); what is asserted here is which answer it has to be.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { startBackend } from './support/backend.mjs';
import { Client, cookieOf, send } from './support/client.mjs';
import { operations as allOperations, rulesErrors } from './support/document.mjs';
import { testMoney } from './support/money.mjs';
import { recordTests } from './support/records.mjs';

/** Those about accounts have a file of their own. */
const operations = allOperations.filter(({ operation }) => !operation.tags.includes('account'));

let backend;
let client;
let cookie;

before(async () => {
  backend = await startBackend();
  client = new Client(backend.base);
  const signedIn = await client.call('signIn', { body: { email: backend.email, password: backend.password } });
  assert.equal(signedIn.status, 200);
  cookie = cookieOf(signedIn.headers);
});

after(async () => { await backend?.stop(); });

const today = () => new Date().toISOString().slice(0, 10);
const daysFrom = (date, days) => new Date(Date.parse(date) + days * 86400000).toISOString().slice(0, 10);
const key = () => randomUUID();

async function expectProblem(operationId, options, status, code) {
  const { status: actual, value } = await client.call(operationId, options);
  assert.equal(`${actual} ${value.code}`, `${status} ${code}`);
  return value;
}

test('the account is the same at sign-in and later', async () => {
  const again = await client.call('signIn', { body: { email: ` ${backend.email.toUpperCase()}`, password: backend.password } });
  const shown = await client.call('showSession', { cookie });
  assert.equal(shown.status, 200);
  assert.deepEqual(shown.value, again.value);
});

test('a wrong password and an unknown e-mail address get the same answer', async () => {
  const wrong = await expectProblem('signIn', { body: { email: backend.email, password: 'not it' } }, 401, 'sign-in-failed');
  const unknown = await expectProblem('signIn', { body: { email: `${key()}@example.nl`, password: 'not it' } }, 401, 'sign-in-failed');
  assert.equal(wrong.detail, unknown.detail);
});

test('what cannot be read is refused', async () => {
  await expectProblem('signIn', { body: '{' }, 400, 'invalid-body');
  await expectProblem('signIn', { body: { email: backend.email } }, 400, 'invalid-body');
  await expectProblem('signIn', { body: 'email=a&password=b', type: 'application/x-www-form-urlencoded' }, 415, 'unsupported-media-type');
  await expectProblem('signIn', { body: ' '.repeat(1024 * 1024) }, 413, 'too-large');
});

test('pages of other origins can change nothing', async () => {
  const headers = { Origin: 'https://elsewhere.example' };
  await expectProblem('signIn', { headers, body: { email: backend.email, password: backend.password } }, 403, 'origin-not-allowed');
  await expectProblem('signOut', { headers, cookie }, 403, 'origin-not-allowed');
  await expectProblem('addChangeRequests', { headers: { ...headers, 'Idempotency-Key': key() }, cookie, body: {} }, 403, 'origin-not-allowed');
  assert.equal((await client.call('showSession', { cookie })).status, 200);
});

test('nothing is told to who is not signed in', async () => {
  for (const { operation } of operations.filter((it) => it.operation.security === undefined)) {
    const options = {
      path: { id: 'some-id' },
      query: operation.operationId === 'showOccupancy' ? { from: today(), to: today() } : {},
      ...(operation.requestBody ? { body: {}, headers: { 'Idempotency-Key': key() } } : {}),
    };
    await expectProblem(operation.operationId, options, 401, 'not-signed-in');
    await expectProblem(operation.operationId, { ...options, cookie: 'session=invented' }, 401, 'not-signed-in');
  }
});

test('the family, its locations and its care fit together', async () => {
  const { value: family } = await client.call('showFamily', { cookie });
  const { value: locations } = await client.call('showLocations', { cookie });
  const { value: occupancy } = await client.call('showOccupancy', { cookie, query: { from: daysFrom(today(), -200), to: daysFrom(today(), 199) } });
  const children = new Set(family.children.map(({ id }) => id));
  const offers = new Set(locations.locations.map(({ locationId, careType }) => `${locationId} ${careType}`));
  for (const contract of family.contracts) {
    assert.ok(children.has(contract.childId));
    assert.ok(offers.has(`${contract.locationId} ${contract.careType}`));
  }
  assert.ok(occupancy.blocks.length > 0);
  const order = occupancy.blocks.map(({ date, start }) => `${date} ${start}`);
  assert.deepEqual(order, [...order].sort());
  for (const block of occupancy.blocks) {
    assert.ok(children.has(block.childId) && block.start < block.end);
    assert.ok(block.date >= occupancy.from && block.date <= occupancy.to);
  }
});

test('the days of the occupancy have to be right', async () => {
  const refused = (query) => expectProblem('showOccupancy', { cookie, query }, 400, 'invalid-parameter');
  assert.equal((await refused({ to: today() })).field, 'from');
  assert.equal((await refused({ from: '2026-02-30', to: today() })).field, 'from');
  assert.equal((await refused({ from: today(), to: daysFrom(today(), -1) })).field, 'to');
  assert.equal((await refused({ from: today(), to: daysFrom(today(), 400) })).field, 'to');
});

/** A wish that the backend will grant: found as a parent would, in the slots of the coming weeks. */
async function possibleWish() {
  const { value: family } = await client.call('showFamily', { cookie });
  const { value: locations } = await client.call('showLocations', { cookie });
  const { value: occupancy } = await client.call('showOccupancy', { cookie, query: { from: today(), to: daysFrom(today(), 60) } });
  const closed = new Set(locations.closures.map(({ date }) => date));
  for (let days = 7; days < 60; days += 1) {
    const date = daysFrom(today(), days);
    const weekday = new Date(date).getUTCDay();
    const holiday = locations.schoolHolidays.some(({ first, last }) => first <= date && date <= last);
    for (const contract of family.contracts) {
      const offer = locations.locations.find(({ locationId, careType }) => locationId === contract.locationId && careType === contract.careType);
      const slot = offer.slots.find((it) => it.weekday === weekday && (it.days === 'every' || (it.days === 'school-holiday') === holiday));
      const free = !occupancy.blocks.some((block) => block.childId === contract.childId && block.date === date);
      if (slot && free && !closed.has(date) && contract.start <= date && (contract.end ?? date) >= date) {
        return { kind: 'extra', childId: contract.childId, date, start: slot.start, end: slot.end, payment: 'invoice',
          ruleText: 'Geen restitutie. 🐸' };
      }
    }
  }
  throw new Error('the family has no day on which it may ask for extra care');
}

test('extra care is stored once, however often it is asked with one key', async () => {
  const wish = await possibleWish();
  const headers = { 'Idempotency-Key': key() };
  const answers = await Promise.all([1, 2, 3].map(() => client.call('addChangeRequests', { cookie, headers, body: { wishes: [wish] } })));
  assert.deepEqual(answers.map(({ status }) => status), [201, 201, 201]);
  const [request] = answers[0].value.requests;
  assert.ok(answers.every(({ value }) => value.requests[0].id === request.id));
  for (const [name, value] of Object.entries(wish)) {
    assert.equal(request[name], value, name);
  }
  assert.equal(request.state, 'submitted');

  const { value: list } = await client.call('listChangeRequests', { cookie });
  assert.deepEqual(list.requests[0], request);
  assert.equal(list.requests.filter(({ id }) => id === request.id).length, 1);
  const shown = await client.call('showChangeRequest', { cookie, path: { id: answers[0].headers.location.split('/').pop() } });
  assert.deepEqual(shown.value, request);
  const { value: day } = await client.call('showOccupancy', { cookie, query: { from: wish.date, to: wish.date } });
  assert.ok(day.blocks.some(({ requestId, state }) => requestId === request.id && state === 'extra-requested'));

  await expectProblem('addChangeRequests', { cookie, headers, body: { wishes: [{ ...wish, ruleText: 'Other.' }] } }, 422, 'idempotency-key-reused');
  await expectProblem('addChangeRequests', { cookie, headers: { 'Idempotency-Key': key() }, body: { wishes: [wish] } }, 422, 'extra-overlaps-care');
});

test('what was written earlier keeps the moment at which it was written', async () => {
  const writtenAt = '2026-01-02T03:04:05Z';
  const { status, value } = await client.call('addChangeRequests',
    { cookie, headers: { ...headers(), 'Written-At': writtenAt }, body: { wishes: [await possibleWish()] } });
  assert.equal(status, 201);
  assert.equal(value.requests[0].writtenAt, writtenAt);
  assert.notEqual(value.requests[0].submittedAt, writtenAt);
});

test('extra care that the rules forbid is refused with the reason', async () => {
  const wish = await possibleWish();
  const ask = (changes, code) => expectProblem('addChangeRequests',
    { cookie, headers: { 'Idempotency-Key': key() }, body: { wishes: [{ ...wish, ...changes }] } }, 422, code);
  assert.equal((await ask({ date: daysFrom(today(), -3) }, 'extra-day-in-past')).field, 'date');
  assert.equal((await ask({ start: wish.end, end: wish.start }, 'extra-end-before-start')).field, 'end');
  await ask({ date: daysFrom(today(), 380) }, 'extra-too-far-ahead');
});

/** A block of contracted care of the coming weeks, as a wish not to use it. */
async function possibleAbsence() {
  const { value: occupancy } = await client.call('showOccupancy', { cookie, query: { from: daysFrom(today(), 8), to: daysFrom(today(), 40) } });
  const { childId, date, start, end } = occupancy.blocks.find(({ state }) => state === 'contract');
  return { kind: 'absence', childId, date, start, end, reason: 'other', ruleText: 'Geen restitutie.' };
}

const headers = () => ({ 'Idempotency-Key': key() });

test('absence is stored, shown on its day, and can be taken back', async () => {
  const wish = await possibleAbsence();
  const { status, value } = await client.call('addChangeRequests', { cookie, headers: headers(), body: { wishes: [wish] } });
  assert.equal(status, 201);
  const [{ id }] = value.requests;
  const dayOf = async () => (await client.call('showOccupancy', { cookie, query: { from: wish.date, to: wish.date } })).value.blocks;
  assert.ok((await dayOf()).some(({ requestId, state }) => requestId === id && state === 'absent'));
  await expectProblem('withdrawChangeRequest', { cookie, path: { id }, body: {}, headers: { 'Written-At': 'just now' } }, 400, 'invalid-written-at');
  const withdrawal = { cookie, path: { id }, body: {}, headers: headers() };
  const withdrawn = await client.call('withdrawChangeRequest', withdrawal);
  assert.equal(withdrawn.status, 200);
  assert.equal(withdrawn.value.state, 'withdrawn');
  assert.ok(!(await dayOf()).some(({ requestId }) => requestId === id));
  const again = await client.call('withdrawChangeRequest', { cookie, path: { id }, body: {} });
  assert.deepEqual(again.value, withdrawn.value);
  assert.deepEqual((await client.call('withdrawChangeRequest', withdrawal)).value, withdrawn.value);
});

test('illness is stored, and ends when the child is reported well', async () => {
  const { childId } = await possibleAbsence();
  const wish = { kind: 'sick', childId, date: today(), ruleText: 'Geen restitutie.' };
  const { value } = await client.call('addChangeRequests', { cookie, headers: headers(), body: { wishes: [wish] } });
  const [{ id }] = value.requests;
  await expectProblem('addChangeRequests', { cookie, headers: headers(), body: { wishes: [wish] } }, 422, 'sick-already-sick');
  const recovered = await client.call('reportRecovery', { cookie, path: { id }, body: { lastDate: today() } });
  assert.equal(recovered.status, 200);
  assert.equal(recovered.value.lastDate, today());
  assert.equal((await client.call('reportRecovery', { cookie, path: { id }, body: { lastDate: daysFrom(today(), -1) } })).status, 422);
  await expectProblem('reportRecovery', { cookie, path: { id }, body: { lastDate: 'soon' } }, 400, 'invalid-body');
});

test('of several wishes all are stored or none', async () => {
  const good = await possibleAbsence();
  const bad = { ...good, date: daysFrom(today(), -3) };
  const before = (await client.call('listChangeRequests', { cookie })).value;
  const { status, value } = await client.call('addChangeRequests', { cookie, headers: headers(), body: { wishes: [good, bad] } });
  assert.equal(status, 422);
  assert.deepEqual(value.errors.map(({ index }) => index), [1]);
  assert.deepEqual((await client.call('listChangeRequests', { cookie })).value, before);
});

test('answers that were looked at are remembered, and never as unseen again', async () => {
  const seenAt = async () => (await client.call('showSession', { cookie })).value.decisionsSeenAt;
  assert.equal((await client.call('seeDecisions', { cookie, body: { until: '2026-01-02T03:04:05Z' } })).status, 204);
  const first = await seenAt();
  assert.ok(first >= '2026-01-02T03:04:05Z');
  await client.call('seeDecisions', { cookie, body: { until: '2025-01-02T03:04:05Z' } });
  assert.equal(await seenAt(), first);
  await client.call('seeDecisions', { cookie, body: { until: '2999-01-02T03:04:05Z' } });
  assert.ok((await seenAt()).startsWith(today().slice(0, 4)));
  await expectProblem('seeDecisions', { cookie, body: { until: 'now' } }, 400, 'invalid-body');
});

test('notices are told to all parents', async () => {
  const { status, value } = await client.call('listNotices', { cookie });
  assert.equal(status, 200);
  const newestFirst = value.notices.map(({ publishedAt }) => publishedAt);
  assert.deepEqual(newestFirst, [...newestFirst].sort().reverse());
});

test('credit is bookkeeping whose sums match', async () => {
  const { value: family } = await client.call('showFamily', { cookie });
  const { value: credit } = await client.call('showCredit', { cookie });
  assert.deepEqual(credit.ledgers.map(({ childId }) => childId), family.children.map(({ id }) => id));
  for (const { entries } of credit.ledgers) {
    for (const { postings } of entries) {
      assert.equal(postings.reduce((sum, { amount }) => sum + amount, 0), 0);
    }
  }
});

test('the rules are as their schema says', async () => {
  const { value: book } = await client.call('showRules', { cookie });
  assert.ok(book.versions.length > 0);
  assert.deepEqual(rulesErrors(book), []);
});

test('requests that are not there cannot be changed, nor in another form', async () => {
  const seen = { cookie, body: { until: '2026-01-02T03:04:05Z' } };
  await expectProblem('seeDecisions', { ...seen, headers: { Origin: 'https://elsewhere.example' } }, 403, 'origin-not-allowed');
  await expectProblem('seeDecisions', { ...seen, type: 'text/plain' }, 415, 'unsupported-media-type');
  await expectProblem('seeDecisions', { ...seen, body: { until: 'x'.repeat(1000 * 1000) } }, 413, 'too-large');
  const changes = { withdrawChangeRequest: {}, reportRecovery: { lastDate: today() } };
  for (const [operation, body] of Object.entries(changes)) {
    const path = { id: 'nothing' };
    await expectProblem(operation, { cookie, path, body }, 404, 'not-found');
    await expectProblem(operation, { cookie, path, body, headers: { Origin: 'https://elsewhere.example' } }, 403, 'origin-not-allowed');
    await expectProblem(operation, { cookie, path, body, type: 'text/plain' }, 415, 'unsupported-media-type');
    await expectProblem(operation, { cookie, path, body: { ...body, note: 'x'.repeat(1000 * 1000) } }, 413, 'too-large');
  }
  const wish = await possibleWish();
  const { value } = await client.call('addChangeRequests', { cookie, headers: headers(), body: { wishes: [wish] } });
  const path = { id: value.requests[0].id };
  await client.call('withdrawChangeRequest', { cookie, path, body: {} });
  assert.equal((await client.call('reportRecovery', { cookie, path, body: { lastDate: today() } })).status, 422);
});

test('what was rejected cannot be taken back', async () => {
  const { value: list } = await client.call('listChangeRequests', { cookie });
  const { id } = list.requests.find(({ state }) => state === 'rejected');
  assert.equal((await client.call('withdrawChangeRequest', { cookie, path: { id }, body: {} })).status, 422);
});

test('a child or a request of nobody\'s does not exist', async () => {
  const wish = await possibleWish();
  await expectProblem('addChangeRequests', { cookie, headers: { 'Idempotency-Key': key() }, body: { wishes: [{ ...wish, childId: 'nobody' }] } }, 404, 'not-found');
  await expectProblem('showChangeRequest', { cookie, path: { id: 'nothing' } }, 404, 'not-found');
});

test('extra care cannot be asked in another form', async () => {
  const wish = await possibleWish();
  const headers = { 'Idempotency-Key': key() };
  await expectProblem('addChangeRequests', { cookie, body: { wishes: [wish] } }, 400, 'invalid-idempotency-key');
  await expectProblem('addChangeRequests', { cookie, body: { wishes: [wish] }, headers: { 'Idempotency-Key': 'a b' } }, 400, 'invalid-idempotency-key');
  assert.equal((await expectProblem('addChangeRequests', { cookie, headers, body: { wishes: [{ ...wish, date: 'soon' }] } }, 400, 'invalid-body')).field, 'wishes[0].date');
  await expectProblem('addChangeRequests', { cookie, headers, body: { wishes: [wish] }, type: 'text/plain' }, 415, 'unsupported-media-type');
  await expectProblem('addChangeRequests', { cookie, headers, body: { wishes: [{ ...wish, ruleText: 'x'.repeat(1000 * 1000) }] } }, 413, 'too-large');
});

recordTests(() => ({ client, cookie }), expectProblem);

test('what the contract does not have is a problem, too', async () => {
  const unknown = await send(`${backend.base}/api/nothing`);
  assert.equal(unknown.status, 404);
  assert.equal(unknown.headers['content-type'], 'application/problem+json');
  assert.equal(JSON.parse(unknown.body).code, 'not-found');
  const method = await send(`${backend.base}/api/family`, { method: 'PUT' });
  assert.equal(method.status, 405);
  assert.match(method.headers.allow, /GET/);
  assert.equal(JSON.parse(method.body).code, 'method-not-allowed');
});

test('a session ends at sign-out', async () => {
  const { headers } = await client.call('signIn', { body: { email: backend.email, password: backend.password } });
  assert.equal((await client.call('signOut', { cookie: cookieOf(headers) })).status, 204);
  await expectProblem('showSession', { cookie: cookieOf(headers) }, 401, 'not-signed-in');
  assert.equal((await client.call('signOut')).status, 204);
});

test('who guesses passwords has to wait', async () => {
  const email = `${key()}@example.nl`;
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { status, value } = await client.call('signIn', { body: { email, password: `guess ${attempt}` } });
    if (status === 429) {
      assert.equal(value.code, 'too-many-attempts');
      return;
    }
  }
  assert.fail('two hundred guesses were answered');
});

test('Logboek as a table tells of the family alone, and of what is asked for', async () => {
  const all = await client.call('downloadLog', { cookie });
  assert.equal(all.status, 200);
  assert.ok(all.value.startsWith('\ufeff'), 'spreadsheets know the letters by it');
  const lines = (text) => text.trim().split('\r\n').length;
  const wanted = await client.call('downloadLog', { cookie, query: { kind: 'extra', language: 'en' } });
  assert.ok(lines(wanted.value) > 1 && lines(wanted.value) < lines(all.value));
  const none = await client.call('downloadLog', { cookie, query: { until: '2000-01-01' } });
  assert.equal(lines(none.value), 1, 'the names of the columns');
  await expectProblem('downloadLog', { cookie, query: { kind: 'gossip' } }, 400, 'invalid-parameter');
  await expectProblem('downloadLog', { cookie, query: { child: 'nobody' } }, 404, 'not-found');
});

test('whether anything has happened is told once', async () => {
  const { value, headers } = await client.call('showRevisions', { cookie });
  const again = () => client.call('showRevisions', { cookie, headers: { 'If-None-Match': headers.etag } });
  assert.equal((await again()).status, 304);
  const wish = await possibleWish();
  assert.equal((await client.call('addChangeRequests', { cookie, headers: { 'Idempotency-Key': key() }, body: { wishes: [wish] } })).status, 201);
  const later = await again();
  assert.equal(later.status, 200);
  assert.notEqual(later.value.changeRequests, value.changeRequests);
  assert.equal(later.value.changes, value.changes);
});

testMoney(() => ({ client, cookie, expectProblem }));

test('every documented answer of every operation was met', () => {
  const documented = operations.flatMap(({ operation }) => Object.keys(operation.responses).map((status) => `${operation.operationId} ${status}`));
  assert.deepEqual(documented.filter((answer) => !client.met.has(answer)), []);
});
