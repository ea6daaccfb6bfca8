// How mails leave the program: over SMTP with STARTTLS and a password, and what happens when the mail server is away.

import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { program, run, start, temporaryFolder } from './support/backend.mjs';
import { openMailbox, parseMail } from './support/mails.mjs';
import { makeCertificate, startSmtp } from './support/smtp.mjs';

const options = { skip: program ? false : 'OUDERLOGIN_SERVER is not set', timeout: 120000 };
const account = { user: 'ouderlogin', password: 'een geheim = ja?' };
let folder;
let certificate;

before(async () => {
  folder = await temporaryFolder();
  certificate = makeCertificate(folder.path);
  await writeFile(join(folder.path, 'password.txt'), `${account.password}\n`);
  await writeFile(join(folder.path, 'wrong.txt'), 'not it\n');
});
after(async () => { await folder.remove(); });

function mailOptions(port, { password = 'password.txt', ca = certificate.cert } = {}) {
  return ['--smtp-url', `smtp://localhost:${port}`, '--smtp-user', account.user, '--smtp-password-file',
    join(folder.path, password), '--smtp-ca', ca, '--mail-from', 'post@example.nl', '--public-url', 'http://portal.example.nl'];
}

async function lineOf(server, pattern) {
  for (let patience = 300; patience > 0; patience -= 1) {
    const found = pattern.exec(server.text.output);
    if (found) {
      return found;
    }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error(`no ${pattern} in: ${server.text.output}`);
}

test('mails go out over TLS to a server that asks for a password', options, async () => {
  const smtp = await startSmtp({ ...certificate, ...account });
  const mail = smtp.wait();
  const server = await start('--demo', '--data', join(folder.path, 'tls'), ...mailOptions(smtp.port));
  const { from, to, mime, secure } = await mail;
  assert.equal(secure, true);
  assert.equal(from, '<post@example.nl>');
  assert.equal(to, '<eva@example.nl>');
  const parsed = parseMail(mime);
  assert.equal(parsed.to, 'eva@example.nl');
  assert.equal(parsed.from, 'Kinderopvang De Boomgaard <post@example.nl>');
  assert.match(parsed.text, /http:\/\/portal\.example\.nl\/welkom#[\w-]{43}\r?\n/);
  assert.match(parsed.html, /<html lang="nl">/);
  assert.ok(!server.text.output.includes(parsed.token), 'a link that was mailed is printed nowhere');
  assert.ok(!server.text.output.includes(account.password));
  assert.equal(await server.stop(), 0);
  await smtp.stop();
});

test('the office invites while the server runs, and the mail waits until its server is there', options, async () => {
  const data = join(folder.path, 'away');
  const away = await startSmtp({ ...certificate, ...account });
  await away.stop();
  const server = await start('--demo', '--data', data, ...mailOptions(away.port));
  await lineOf(server, /could not be sent and is tried again: .*connect/);
  const invited = await run('invite', '--guardian', 'daan', '--data', data, '--language', 'en');
  assert.equal(invited.code, 0, invited.errors);
  assert.match(invited.output, /^Done: /);
  await lineOf(server, /could not be sent[\s\S]*could not be sent/);
  assert.equal(await server.stop(), 0);

  const smtp = await startSmtp({ ...certificate, ...account });
  const mail = smtp.wait();
  const later = new Date(Date.now() + 10 * 60000).toISOString().replace(/\.\d+Z/, 'Z');
  const again = await start('--data', data, '--clock', later, ...mailOptions(smtp.port));
  await mail;
  if (smtp.arrived.length < 2) {
    await smtp.wait();
  }
  assert.deepEqual(smtp.arrived.map(({ to }) => to).sort(), ['<daan@example.nl>', '<eva@example.nl>']);
  assert.equal(await again.stop(), 0);
  await smtp.stop();
});

test('no mail goes to a server that is not who it says, nor with a wrong password', options, async () => {
  const other = join(folder.path, 'other');
  await mkdir(other);
  const stranger = makeCertificate(other);
  const smtp = await startSmtp({ ...certificate, ...account });
  const untrusting = await start('--demo', '--data', join(folder.path, 'untrusting'), ...mailOptions(smtp.port, { ca: stranger.cert }));
  await lineOf(untrusting, /could not be sent and is tried again: .*(certificate|SSL)/);
  assert.equal(await untrusting.stop(), 0);
  const wrong = await start('--demo', '--data', join(folder.path, 'wrong'), ...mailOptions(smtp.port, { password: 'wrong.txt' }));
  await lineOf(wrong, /could not be sent and is tried again: .*535/);
  assert.equal(await wrong.stop(), 0);
  assert.deepEqual(smtp.arrived, []);
  await smtp.stop();
});

test('a demo without a mail server writes mails to a folder, and prints the link', options, async () => {
  const data = join(folder.path, 'demo');
  const server = await start('--demo', '--data', data);
  const [, link] = await lineOf(server, /^Mail for eva@example\.nl, who chooses a password at (\S+)$/m);
  const { token } = await openMailbox(join(data, 'mail')).next('eva@example.nl');
  assert.equal(link, `${server.base}/welkom#${token}`);
  assert.deepEqual((await readdir(join(data, 'mail'))).filter((name) => !name.endsWith('.eml')), []);
  assert.equal(await server.stop(), 0);
});

test('a password file that is not there is said in one sentence', options, async () => {
  const { code, errors } = await run('serve', '--port', '0', '--demo', '--data', join(folder.path, 'nofile'), ...mailOptions(25, { password: 'nothing.txt' }));
  assert.equal(code, 1);
  assert.match(errors, /The file .*nothing\.txt has no password/);
});
