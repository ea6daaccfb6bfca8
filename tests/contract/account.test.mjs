// The operations about accounts, good and bad, on a running backend, each answer held against the contract. Against
// another backend OUDERLOGIN_MAILS names a folder that its mails are written to.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { startBackend } from './support/backend.mjs';
import { Client, cookieOf, send } from './support/client.mjs';
import { operations as allOperations } from './support/document.mjs';
import { openMailbox } from './support/mails.mjs';

const operations = allOperations.filter(({ operation }) => operation.tags.includes('account'));
const language = 'nl';
const password = 'winterkoninkje 7';
const invented = 'A'.repeat(43);

let backend;
let client;
let mailbox;
let eva;
let token;

before(async () => {
  backend = await startBackend();
  client = new Client(backend.base);
  mailbox = openMailbox(backend.mails);
});

after(async () => { await backend?.stop(); });

async function expectProblem(operationId, options, status, code) {
  const { status: actual, value } = await client.call(operationId, options);
  assert.equal(`${actual} ${value?.code}`, `${status} ${code}`);
  return value;
}

/** The status that is answered after many of 204. */
async function lastStatus(call) {
  let status = 204;
  for (let attempt = 0; attempt < 100 && status === 204; attempt += 1) {
    ({ status } = await call());
  }
  return status;
}

async function signIn() {
  const { status, headers } = await client.call('signIn', { body: { email: backend.email, password: backend.password } });
  assert.equal(status, 200);
  return cookieOf(headers);
}

test('the parent decides about mails', async () => {
  const cookie = await signIn();
  const { value: before } = await client.call('showSettings', { cookie });
  const changed = await client.call('changeSettings', { cookie, body: { mailDecisions: !before.mailDecisions } });
  assert.deepEqual(changed.value, { mailDecisions: !before.mailDecisions });
  assert.deepEqual((await client.call('showSettings', { cookie })).value, changed.value);
  await client.call('changeSettings', { cookie, body: before });
});

test('nothing is told to who is not signed in', async () => {
  for (const { operation } of operations.filter((it) => it.operation.security === undefined)) {
    const options = { path: { id: 'some-id' }, ...(operation.requestBody ? { body: {} } : {}) };
    await expectProblem(operation.operationId, options, 401, 'not-signed-in');
  }
});

test('pages of other origins can change nothing, and what cannot be read is refused', async () => {
  const cookie = await signIn();
  const headers = { Origin: 'https://elsewhere.example' };
  for (const { operation, method } of operations.filter((it) => it.method !== 'GET')) {
    const options = { path: { id: 'some-id' }, cookie, ...(operation.requestBody ? { body: {} } : {}) };
    await expectProblem(operation.operationId, { ...options, headers }, 403, 'origin-not-allowed');
    if (method !== 'DELETE') {
      await expectProblem(operation.operationId, options, 400, 'invalid-body');
      await expectProblem(operation.operationId, { ...options, type: 'text/plain' }, 415, 'unsupported-media-type');
      await expectProblem(operation.operationId, { ...options, body: ' '.repeat(1024 * 1024) }, 413, 'too-large');
    }
  }
});

test('a method that an address does not know is told which it knows', async () => {
  const { status, headers } = await send(`${backend.base}/api/account/password`);
  assert.equal(status, 405);
  assert.equal(headers.allow, 'PUT');
});

test('a link that is not one leads nowhere', async () => {
  await expectProblem('inspectAccountLink', { body: { token: invented, language } }, 410, 'link-unknown');
  await expectProblem('choosePassword', { body: { token: invented, language, password } }, 410, 'link-unknown');
  await expectProblem('renewAccountLink', { body: { token: invented, language } }, 410, 'link-unknown');
});

test('an invitation makes a password and a session, once', async () => {
  const mail = await mailbox.next('eva@example.nl');
  token = mail.token;
  const { status, value: link } = await client.call('inspectAccountLink', { body: { token, language } });
  assert.equal(status, 200);
  assert.equal(link.purpose, 'invitation');
  assert.equal(link.email, 'eva@example.nl');

  const { value: rules } = await client.call('showPasswordRules');
  const bad = { 'password-too-short': 'x'.repeat(rules.shortest - 1), 'password-too-long': 'kikker '.repeat(rules.longest),
    'password-common': `${rules.common.find((word) => word.length >= rules.shortest && /^[a-z]+$/.test(word))}1`, 'password-simple': 'ab'.repeat(rules.shortest),
    'password-personal': link.email };
  for (const [code, flawed] of Object.entries(bad)) {
    const { field } = await expectProblem('choosePassword', { body: { token, language, password: flawed } }, 422, code);
    assert.equal(field, 'password');
  }
  const chosen = await client.call('choosePassword', { body: { token, language, password } });
  assert.equal(chosen.status, 200);
  eva = cookieOf(chosen.headers);
  assert.deepEqual((await client.call('showSession', { cookie: eva })).value, chosen.value);
  await expectProblem('choosePassword', { body: { token, language, password } }, 410, 'link-used');
  await expectProblem('inspectAccountLink', { body: { token, language } }, 410, 'link-used');
});

test('a used link gives a new mail', async () => {
  assert.equal((await client.call('renewAccountLink', { body: { token, language: 'en' } })).status, 204);
  const mail = await mailbox.next('eva@example.nl');
  assert.match(mail.text, /^Dear Eva/);
  const { value } = await client.call('inspectAccountLink', { body: { token: mail.token, language } });
  assert.equal(value.purpose, 'reset');
});

test('the guardian who pays invites the other', async () => {
  const { value: logins } = await client.call('listLogins', { cookie: eva });
  assert.equal(logins.mayInvite, true);
  assert.deepEqual(logins.guardians.map(({ state }) => state), ['active', 'none']);
  const [own, other] = logins.guardians.map(({ guardianId }) => guardianId);
  const invite = (id, cookie = eva) => ({ cookie, path: { id }, body: { language } });
  assert.equal((await client.call('inviteGuardian', invite(other))).status, 204);
  await expectProblem('inviteGuardian', invite(own), 422, 'login-exists');
  await expectProblem('inviteGuardian', invite('nobody'), 404, 'not-found');
  await expectProblem('inviteGuardian', invite(other, await signIn()), 404, 'not-found');
  assert.deepEqual((await client.call('listLogins', { cookie: eva })).value.guardians.map(({ state }) => state), ['active', 'invited']);
  assert.equal(await lastStatus(() => client.call('inviteGuardian', invite(other))), 429);
  const { token: theirs } = await mailbox.next('daan@example.nl');
  const chosen = await client.call('choosePassword', { body: { token: theirs, language, password: 'herfstkoninkje 7' } });
  await expectProblem('inviteGuardian', invite(own, cookieOf(chosen.headers)), 403, 'not-allowed');
});

test('a forgotten password is answered alike for known and unknown addresses', async () => {
  for (const email of [backend.email, `${randomUUID()}@example.nl`]) {
    assert.equal((await client.call('askPasswordReset', { body: { email, language } })).status, 204);
  }
  await expectProblem('askPasswordReset', { body: { email: 'nobody', language } }, 400, 'invalid-body');
  assert.ok((await mailbox.next(backend.email)).token);
});

test('sessions are listed and ended, one, the others, and all', async () => {
  const first = await signIn();
  const second = await signIn();
  const { value } = await client.call('listSessions', { cookie: second });
  assert.equal(value.sessions.filter(({ current }) => current).length, 1);
  assert.ok(value.sessions.length >= 2);
  const { value: ofFirst } = await client.call('listSessions', { cookie: first });
  const { id } = ofFirst.sessions.find(({ current }) => current);
  await expectProblem('endSession', { cookie: eva, path: { id } }, 404, 'not-found');
  assert.equal((await client.call('endSession', { cookie: second, path: { id } })).status, 204);
  await expectProblem('showSession', { cookie: first }, 401, 'not-signed-in');
  const third = await signIn();
  assert.equal((await client.call('endOtherSessions', { cookie: third })).status, 204);
  await expectProblem('showSession', { cookie: second }, 401, 'not-signed-in');
  assert.equal((await client.call('endAllSessions', { cookie: third })).status, 204);
  await expectProblem('showSession', { cookie: third }, 401, 'not-signed-in');
});

test('a password is changed by who knows it, and guessing it is slowed down', async () => {
  const change = (currentPassword, chosen) => ({ cookie: eva, body: { currentPassword, password: chosen } });
  await expectProblem('changePassword', change('not it', 'lentekoninkje 8'), 422, 'password-wrong');
  await expectProblem('changePassword', change(password, 'wachtwoord1'), 422, 'password-common');
  assert.equal((await client.call('changePassword', change(password, 'lentekoninkje 8'))).status, 204);
  assert.equal((await mailbox.next('eva@example.nl')).token, undefined);
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { status, value } = await client.call('changePassword', change(`guess ${attempt}`, 'lentekoninkje 8'));
    if (status === 429) {
      assert.equal(value.code, 'too-many-attempts');
      return;
    }
  }
  assert.fail('two hundred guesses were answered');
});

test('mails cannot be asked for without end', async () => {
  const bodies = { askPasswordReset: { email: backend.email, language }, renewAccountLink: { token, language } };
  for (const [operation, body] of Object.entries(bodies)) {
    assert.equal(await lastStatus(() => client.call(operation, { body })), 429, operation);
  }
});

test('every documented answer of every operation was met', () => {
  const documented = operations.flatMap(({ operation }) => Object.keys(operation.responses).map((status) => `${operation.operationId} ${status}`));
  assert.deepEqual(documented.filter((answer) => !client.met.has(answer)), []);
});
