// Contracts, invoices and annual statements: what their figures have to be to each other, on any backend.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import jsqr from 'jsqr';

const cents = (values) => values.reduce((sum, { cents: amount }) => sum + amount, 0);

/** What a banking app reads in a QR code of rows of '0' and '1', with the quiet zone that screens and paper add. */
function scanned(rows) {
  const [quiet, scale] = [4, 4];
  const side = (rows.length + 2 * quiet) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      if (rows[Math.floor(y / scale) - quiet]?.[Math.floor(x / scale) - quiet] === '1') {
        pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
      }
    }
  }
  return jsqr(pixels, side, side)?.data;
}

/** `context` gives {client, cookie} once there is a session, and expectProblem. */
export function testMoney(context) {
  const call = (operationId, options = {}) => context().client.call(operationId, { cookie: context().cookie, ...options });
  const refused = (...given) => context().expectProblem(...given);

  test('the organisation has a name, and contracts have terms', async () => {
    assert.ok((await call('showOrganisation')).value.name);
    const { value: family } = await call('showFamily');
    const { value: { contracts } } = await call('listContractDetails');
    const known = new Set(family.contracts.map(({ id }) => id));
    assert.ok(contracts.every(({ contractId }) => known.has(contractId)));
  });

  test('invoices are listed by year, the newest first', async () => {
    const { value: all } = await call('listInvoices');
    assert.ok(all.invoices.length > 0);
    assert.deepEqual(all.years, [...new Set(all.invoices.map(({ month }) => Number(month.slice(0, 4))))].sort((a, b) => b - a));
    const months = all.invoices.map(({ month }) => month);
    assert.deepEqual(months, [...months].sort().reverse());
    const [year] = all.years;
    const { value: some } = await call('listInvoices', { query: { year } });
    assert.deepEqual(some.invoices, all.invoices.filter(({ month }) => month.startsWith(String(year))));
    assert.equal((await refused('listInvoices', { cookie: context().cookie, query: { year: 'last' } }, 400, 'invalid-parameter')).field, 'year');
  });

  test('an invoice is the sum of its lines, and what is open can be paid', async () => {
    const { value: { invoices } } = await call('listInvoices');
    for (const head of invoices.slice(0, 4)) {
      const { value: invoice } = await call('showInvoice', { path: { id: head.id } });
      assert.equal(cents(invoice.lines.map(({ amount }) => amount)), invoice.total.cents);
      assert.equal(cents(invoice.payments.map(({ amount }) => amount)), invoice.paid.cents);
      const open = invoice.total.cents - invoice.settled.cents - invoice.paid.cents;
      assert.ok(!invoice.transfer || invoice.transfer.amount.cents === open);
      assert.ok(!invoice.transfer || invoice.transfer.qr.every((row) => row.length === invoice.transfer.qr.length));
      assert.ok(open > 0 || !invoice.transfer);
    }
  });

  test('the QR code of an open invoice holds the transfer as banks read it', async () => {
    const { value: { invoices } } = await call('listInvoices');
    const documents = await Promise.all(invoices.slice(0, 6).map(async ({ id }) => (await call('showInvoice', { path: { id } })).value));
    const { transfer } = documents.find((document) => document.transfer) ?? assert.fail('no invoice is to be paid by transfer');
    const amount = `EUR${Math.floor(transfer.amount.cents / 100)}.${String(transfer.amount.cents % 100).padStart(2, '0')}`;
    assert.equal(scanned(transfer.qr), ['BCD', '002', '1', 'SCT', transfer.bic ?? '', transfer.payee, transfer.iban, amount, '', '', transfer.reference].join('\n'));
  });

  test('an annual statement is the sum of the invoices of its care', async () => {
    const { value: { invoices } } = await call('listInvoices');
    const lines = [];
    for (const { id } of invoices) {
      lines.push(...(await call('showInvoice', { path: { id } })).value.lines);
    }
    const { value: { statements } } = await call('listAnnualStatements');
    assert.ok(statements.length > 0);
    for (const { year, total } of statements) {
      const { value: statement } = await call('showAnnualStatement', { path: { year } });
      assert.deepEqual(statement.total, total);
      const ofYear = lines.filter(({ month }) => month.startsWith(String(year)));
      assert.equal(statement.total.cost.cents, cents(ofYear.map(({ amount }) => amount)));
      assert.equal(statement.total.minutes, ofYear.reduce((sum, { minutes }) => sum + minutes, 0));
      for (const row of statement.rows) {
        assert.equal(cents(row.months.map(({ cost }) => cost)), row.total.cost.cents);
      }
    }
  });

  test('documents are files in Dutch or English', async () => {
    const { value: family } = await call('showFamily');
    const { value: { invoices } } = await call('listInvoices');
    const { value: { statements } } = await call('listAnnualStatements');
    const year = statements[0].year;
    const files = [['downloadContract', { id: family.contracts[0].id }], ['downloadInvoice', { id: invoices[0].id }],
      ['downloadAnnualStatement', { year }], ['downloadAnnualStatementTable', { year }]];
    for (const [operation, path] of files) {
      const { value: dutch } = await call(operation, { path });
      const { value: english } = await call(operation, { path, query: { language: 'en' } });
      assert.ok(operation.endsWith('Table') ? dutch.startsWith('\uFEFF') : dutch.startsWith('%PDF-1.'));
      assert.notEqual(dutch, english);
      const problem = await refused(operation, { cookie: context().cookie, path, query: { language: 'tlh' } }, 400, 'invalid-parameter');
      assert.equal(problem.field, 'language');
    }
  });

  test('what is not there, and who is not signed in', async () => {
    const { cookie } = context();
    for (const operation of ['showInvoice', 'downloadInvoice', 'downloadContract']) {
      await refused(operation, { cookie, path: { id: 'nothing' } }, 404, 'not-found');
      await refused(operation, { path: { id: 'nothing' } }, 401, 'not-signed-in');
    }
    for (const operation of ['showAnnualStatement', 'downloadAnnualStatement', 'downloadAnnualStatementTable']) {
      await refused(operation, { cookie, path: { year: '1901' } }, 404, 'not-found');
      await refused(operation, { path: { year: '1901' } }, 401, 'not-signed-in');
    }
    for (const operation of ['showOrganisation', 'listContractDetails', 'listInvoices', 'listAnnualStatements']) {
      await refused(operation, {}, 401, 'not-signed-in');
    }
  });
}
