// The program as whoever starts it meets it: one sentence for what is wrong, and a clean end.

import assert from 'node:assert/strict';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { program, run, start, temporaryFolder } from './support/backend.mjs';
import { send } from './support/client.mjs';

const options = { skip: program ? false : 'OUDERLOGIN_SERVER is not set' };
let folder;

before(async () => { folder = await temporaryFolder(); });
after(async () => { await folder.remove(); });

async function expectRefusal(sentence, ...args) {
  const { code, output, errors } = await run(...args);
  assert.equal(code, 1);
  assert.match(errors, sentence);
  assert.equal(errors.trim().split('\n').length, 1, errors);
  assert.doesNotMatch(output, /ready/);
}

test('it tells how it is used and which version it is', options, async () => {
  const help = await run('--help');
  assert.equal(help.code, 0);
  for (const option of ['--port', '--listen', '--data', '--database', '--client', '--public-url', '--allow-origin', '--demo', '--fresh', '--clock', '--check', '--child', '--minutes', '--note', '--use-before', '--title', '--until', '--smtp-url', '--mail-from', '--smtp-user', '--smtp-password-file', '--smtp-ca', '--smtp-plain', '--mail-folder', '--guardian', '--language', '--all']) {
    assert.match(help.output, new RegExp(`^ +${option} `, 'm'));
  }
  assert.match((await run('--version')).output, /^ouderlogin-server \d+\.\d+\.\d+\n$/);
});

test('it says in one sentence what it does not understand', options, async () => {
  await expectRefusal(/There is no option '--prot'/, 'serve', '--prot', '8080');
  await expectRefusal(/There is no command 'dance'/, 'dance');
  await expectRefusal(/What to do\?/);
});

test('it says that the port is taken', options, async () => {
  const other = createServer();
  await new Promise((resolve) => { other.listen(0, '127.0.0.1', resolve); });
  await expectRefusal(/Another program already uses port \d+ of 127\.0\.0\.1; choose another with --port\./,
    'serve', '--data', join(folder.path, 'port'), '--port', String(other.address().port));
  other.close();
});

test('it says that the folder cannot be written', options, async () => {
  await writeFile(join(folder.path, 'file'), '');
  await expectRefusal(/The folder .* cannot be written/, 'serve', '--port', '0', '--data', join(folder.path, 'file', 'below'));
});

test('it says that the folder is forbidden', { skip: options.skip || (process.getuid() === 0 && 'root may write everywhere') }, async () => {
  const forbidden = join(folder.path, 'forbidden');
  await mkdir(forbidden);
  await chmod(forbidden, 0o500);
  await expectRefusal(/The folder .* cannot be written/, 'serve', '--port', '0', '--data', forbidden);
});

test('it says that the database is none', options, async () => {
  const broken = join(folder.path, 'broken');
  await mkdir(broken);
  await writeFile(join(broken, 'portal.sqlite3'), 'This is no database at all.'.repeat(200));
  await expectRefusal(/The database .* cannot be opened/, 'serve', '--port', '0', '--data', broken);
  await expectRefusal(/has to be sqlite:/, 'serve', '--port', '0', '--database', 'mysql://x');
  await expectRefusal(/The PostgreSQL database cannot be opened/, 'serve', '--port', '0', '--database', 'postgresql://nobody:secret@127.0.0.1:1/x');
  await expectRefusal(/--fresh deletes SQLite databases only/, 'serve', '--port', '0', '--fresh', '--database', 'postgresql://127.0.0.1:1/x');
});

test('it says that the folder of the client has none', options, async () => {
  await expectRefusal(/has no index\.html/, 'serve', '--port', '0', '--data', join(folder.path, 'client'), '--client', folder.path);
});

test('it keeps its data, forgets it when told to, and ends cleanly', options, async () => {
  const data = ['--data', join(folder.path, 'kept data')];
  const first = await start('--demo', ...data);
  assert.match(first.text.output, /^Demo sign-in: \S+@\S+ +password: \S+$/m);
  assert.equal(await first.stop('SIGINT'), 0);
  const second = await start(...data);
  assert.match(second.text.output, /^Demo sign-in:/m);
  assert.equal(await second.stop('SIGTERM'), 0);
  const third = await start('--fresh', ...data);
  assert.match(third.text.output, /The database is empty/);
  assert.equal(await third.stop(), 0);
});

test('it keeps what was answered when it is killed', options, async () => {
  const data = ['--demo', '--data', join(folder.path, 'killed')];
  const first = await start(...data);
  const body = JSON.stringify({ email: 'jasmijn@example.nl', password: 'voorjaar-kikker-42' });
  const signedIn = await send(`${first.base}/api/session`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  assert.equal(await first.stop('SIGKILL'), 'SIGKILL');
  const second = await start(...data);
  const headers = { Cookie: signedIn.headers['set-cookie'][0].split(';')[0] };
  assert.equal((await send(`${second.base}/api/session`, { headers })).status, 200);
  await second.stop();
});

test('its clock stands still where it is told to', options, async () => {
  const server = await start('--demo', '--data', join(folder.path, 'clock'), '--clock', '2026-11-23T09:00:00Z');
  assert.equal((await send(`${server.base}/api/session`)).headers.date, 'Mon, 23 Nov 2026 09:00:00 GMT');
  await server.stop();
});

test('it writes one line for each request, without personal data', options, async () => {
  const server = await start('--demo', '--data', join(folder.path, 'log'));
  const { headers } = await send(`${server.base}/api/occupancy?from=2026-11-01&to=secret`);
  await server.stop();
  assert.match(server.text.output, new RegExp(`^GET /api/occupancy 401 \\d+ ms ${headers['x-request-id']}$`, 'm'));
  assert.doesNotMatch(server.text.output, /secret/);
});
