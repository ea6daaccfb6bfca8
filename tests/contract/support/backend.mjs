// The backend under test: OUDERLOGIN_BASE_URL, or else the program OUDERLOGIN_SERVER on demo data of its own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const program = process.env.OUDERLOGIN_SERVER;

/** Runs the program until it ends: {code, output, errors}. */
export async function run(...args) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const text = collected(child);
  const [code, signal] = await once(child, 'close');
  return { code: code ?? signal, ...text };
}

function collected(child) {
  const text = { output: '', errors: '' };
  child.stdout.on('data', (chunk) => { text.output += chunk; });
  child.stderr.on('data', (chunk) => { text.errors += chunk; });
  return text;
}

export async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'ouderlogin-contract-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Starts the program on a free port and waits until it says that it is ready: {base, text, stop}. */
export async function start(...args) {
  const child = spawn(program, ['serve', '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const text = collected(child);
  const ended = once(child, 'close');
  const base = await new Promise((resolve, reject) => {
    child.stdout.on('data', () => {
      const ready = /^Ouderlogin is ready at (\S+)$/m.exec(text.output);
      if (ready) {
        resolve(ready[1]);
      }
    });
    ended.then(() => reject(new Error(`the server ended: ${text.errors}`)));
  });
  return {
    base,
    text,
    /** Gives the exit code, or the signal that ended it. */
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      const [code, ender] = await ended;
      return code ?? ender;
    },
  };
}

/** The backend, with whom to sign in, and the folder that it writes mails to: {base, email, password, mails, stop}. */
export async function startBackend() {
  if (process.env.OUDERLOGIN_BASE_URL) {
    return {
      base: process.env.OUDERLOGIN_BASE_URL.replace(/\/$/, ''),
      email: process.env.OUDERLOGIN_EMAIL,
      password: process.env.OUDERLOGIN_PASSWORD,
      mails: process.env.OUDERLOGIN_MAILS,
      stop: async () => {},
    };
  }
  if (!program) {
    throw new Error('OUDERLOGIN_SERVER (the program) or OUDERLOGIN_BASE_URL has to be set');
  }
  const folder = await temporaryFolder();
  const server = await start('--demo', '--data', folder.path);
  const [, email, password] = /^Demo sign-in: (\S+)\s+password: (\S+)$/m.exec(server.text.output);
  return {
    base: server.base,
    email,
    password,
    mails: join(folder.path, 'mail'),
    stop: async () => {
      await server.stop();
      await folder.remove();
    },
  };
}
