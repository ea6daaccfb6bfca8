// The operations of Stamgegevens, good and bad. Registered by endpoints.test.mjs, which counts the answers that were met.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';

const elsewhere = { Origin: 'https://elsewhere.example' };
const long = 'x'.repeat(1000 * 1000);

/** `session()` gives {client, cookie}; `expectProblem` is that of the endpoints' tests. */
export function recordTests(session, expectProblem) {
  const call = (operation, options = {}) => session().client.call(operation, { cookie: session().cookie, ...options });
  const problem = (operation, options, status, code) => expectProblem(operation, { cookie: session().cookie, ...options }, status, code);
  const records = async () => (await call('showFamilyRecords')).value;
  const kinds = [['guardians', 'Guardian', 'city'], ['children', 'Child', 'city'], ['contacts', 'EmergencyContact', 'notes']];
  const matching = (version) => ({ 'If-Match': `"${version}"` });
  const added = { name: 'Oma Ans', relation: 'oma', phone: '06-11112222', emergency: 'yes' };
  const key = () => ({ 'Idempotency-Key': randomUUID() });

  test('records are the same one by one and all at once', async () => {
    const all = await records();
    for (const [list, name] of kinds) {
      assert.ok(all[list].length > 0, list);
      const shown = await call(`show${name}`, { path: { id: all[list][0].id } });
      assert.deepEqual(shown.value, all[list][0]);
      assert.equal(shown.headers.etag, `"${shown.value.version}"`);
    }
    assert.equal((await call('showFamilyRecords')).headers.etag, (await call('showFamilyRecords')).headers.etag);
  });

  test('a citizen number is told by its last digits only', async () => {
    const { guardians, children } = await records();
    const numbers = [...guardians, ...children].flatMap(({ fields }) => fields.bsn ?? []);
    assert.ok(numbers.every(({ value }) => /^•+\d{3}$/.test(value)), JSON.stringify(numbers));
  });

  for (const [list, name, field] of kinds) {
    test(`a ${name} is changed once, in the version that was seen`, async () => {
      const before = (await records())[list][0];
      const edit = { path: { id: before.id }, headers: matching(before.version), body: { fields: { [field]: `Leiden ${randomUUID()}` } } };
      const changed = await call(`change${name}`, edit);
      assert.equal(changed.status, 200);
      assert.equal(changed.value.fields[field].value, edit.body.fields[field]);
      assert.notEqual(changed.value.version, before.version);
      assert.equal((await call(`change${name}`, edit)).status, 200, 'the same again');
      const late = await problem(`change${name}`, { ...edit, body: { fields: { [field]: 'Delft' } } }, 412, 'changed-meanwhile');
      assert.deepEqual(late.current, changed.value);
      const keyed = { path: { id: before.id }, headers: { ...matching(changed.value.version), ...key() }, body: { fields: { [field]: `Breda ${randomUUID()}` } } };
      const first = await call(`change${name}`, keyed);
      assert.equal(first.status, 200);
      await call(`change${name}`, { ...edit, headers: matching(first.value.version) });
      const repeated = await call(`change${name}`, keyed);
      assert.deepEqual(repeated.value, first.value, 'the first answer, whatever happened since');
      assert.equal(repeated.headers.etag, first.headers.etag);
      await problem(`change${name}`, { ...keyed, body: edit.body }, 422, 'idempotency-key-reused');
      const { value: { changes: [newest] } } = await call('listChanges');
      assert.equal(newest.recordId, before.id);
      assert.equal(newest.field, field);
      assert.equal(newest.newValue, edit.body.fields[field]);
      assert.equal(newest.state, 'done');
    });

    test(`a ${name} is not changed in another form, nor by others`, async () => {
      const { id, version } = (await records())[list][0];
      const edit = { path: { id }, headers: matching(version), body: { fields: { [field]: 'Delft' } } };
      const operation = `change${name}`;
      await problem(operation, { ...edit, headers: {} }, 428, 'precondition-required');
      await problem(operation, { ...edit, body: { fields: { [field]: 7 } } }, 400, 'invalid-body');
      const refused = await problem(operation, { ...edit, body: { fields: { [field]: long.slice(0, 5000), shoeSize: '38' } } }, 422, 'invalid-fields');
      assert.deepEqual(refused.errors.map((error) => error.code).sort(), ['field-too-long', 'field-unknown']);
      await problem(operation, { ...edit, headers: { ...edit.headers, ...elsewhere } }, 403, 'origin-not-allowed');
      await problem(operation, { ...edit, type: 'text/plain' }, 415, 'unsupported-media-type');
      await problem(operation, { ...edit, body: { fields: { [field]: long } } }, 413, 'too-large');
      await problem(operation, { ...edit, path: { id: 'nobody' } }, 404, 'not-found');
      await problem(`show${name}`, { path: { id: 'nobody' } }, 404, 'not-found');
    });
  }

  test('what needs approval waits beside the old value', async () => {
    const { guardians: [before], rights } = await records();
    assert.equal(rights.find(({ record, field }) => record === 'guardian' && field === 'lastName').right, 'approval');
    const { value } = await call('changeGuardian', { path: { id: before.id }, headers: matching(before.version), body: { fields: { lastName: 'De Vries' } } });
    assert.equal(value.fields.lastName.value, before.fields.lastName.value);
    assert.equal(value.fields.lastName.waiting.value, 'De Vries');
    assert.equal((await call('listChanges')).value.changes[0].state, 'waiting');
  });

  test('a contact is added, ordered and removed', async () => {
    const { children: [{ id }] } = await records();
    const ofChild = async () => (await records()).contacts.filter(({ childId }) => childId === id).map((contact) => contact.id);
    const headers = key();
    const first = await call('addEmergencyContact', { path: { id }, headers, body: { fields: added } });
    assert.equal(first.status, 201);
    const again = await call('addEmergencyContact', { path: { id }, headers, body: { fields: added } });
    assert.deepEqual(again.value, first.value);
    assert.equal(first.value.fields.phone.value, '+31611112222');
    const contacts = (await ofChild()).reverse();
    assert.equal(contacts[0], first.value.id);
    const order = { path: { id }, headers: key(), body: { contacts } };
    assert.equal((await call('orderEmergencyContacts', order)).status, 204);
    assert.equal((await call('orderEmergencyContacts', order)).status, 204, 'the first answer again');
    assert.deepEqual(await ofChild(), contacts);
    const otherOrder = { ...order, body: { contacts: [...contacts].reverse() } };
    await problem('orderEmergencyContacts', otherOrder, 422, 'idempotency-key-reused');
    await problem('orderEmergencyContacts', { path: { id }, body: { contacts: contacts.slice(1) } }, 409, 'contacts-changed');
    const removal = { path: { id: first.value.id }, headers: matching(first.value.version) };
    await problem('removeEmergencyContact', { ...removal, headers: matching('old') }, 412, 'changed-meanwhile');
    await problem('removeEmergencyContact', { ...removal, headers: {} }, 428, 'precondition-required');
    const removedBy = (header) => ({ ...removal, headers: { ...removal.headers, ...header } });
    await problem('removeEmergencyContact', removedBy(order.headers), 422, 'idempotency-key-reused');
    await problem('removeEmergencyContact', removedBy({ 'Idempotency-Key': 'a b' }), 400, 'invalid-idempotency-key');
    await problem('removeEmergencyContact', removedBy(elsewhere), 403, 'origin-not-allowed');
    assert.equal((await call('removeEmergencyContact', removal)).status, 204);
    assert.equal((await call('removeEmergencyContact', removal)).status, 204);
    await problem('removeEmergencyContact', { ...removal, path: { id: 'nobody' } }, 404, 'not-found');
    assert.deepEqual(await ofChild(), contacts.slice(1));
  });

  test('contacts are not added or ordered in another form, nor for others', async () => {
    const { children: [{ id }] } = await records();
    const operations = { addEmergencyContact: { fields: added }, orderEmergencyContacts: { contacts: [] } };
    for (const [operation, body] of Object.entries(operations)) {
      const options = { path: { id }, headers: key(), body };
      await problem(operation, { ...options, path: { id: 'nobody' } }, 404, 'not-found');
      await problem(operation, { ...options, body: {} }, 400, 'invalid-body');
      await problem(operation, { ...options, headers: { ...key(), ...elsewhere } }, 403, 'origin-not-allowed');
      await problem(operation, { ...options, type: 'text/plain' }, 415, 'unsupported-media-type');
      await problem(operation, { ...options, body: { ...body, note: long } }, 413, 'too-large');
    }
    await problem('addEmergencyContact', { path: { id }, body: { fields: added } }, 400, 'invalid-idempotency-key');
    const { errors } = await problem('addEmergencyContact', { path: { id }, headers: key(), body: { fields: { name: 'Oma' } } }, 422, 'invalid-fields');
    assert.deepEqual(errors.map(({ field, code }) => `${field} ${code}`),
      ['fields.relation field-missing', 'fields.phone field-missing', 'fields.emergency field-no-role']);
  });
}
