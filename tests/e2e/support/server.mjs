// The real server on data of its own, on a free port of this machine.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const build = fileURLToPath(new URL('../../../build/', import.meta.url));
const program = process.env.OUDERLOGIN_SERVER || join(build, 'native-debug/bin/ouderlogin-server');
const site = process.env.OUDERLOGIN_SITE || join(build, 'site');

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Starts a server with fresh demo data; its clock stands still at `clock` (an RFC 3339 instant) if one is given, and it
 * serves the pages of the folder `client`; `options` are more of its options. `stop` ends it and `start` begins it again on
 * the same data and port.
 */
export async function startServer({ clock, client = site, options = [] } = {}) {
  const data = await mkdtemp(join(tmpdir(), 'ouderlogin-e2e-'));
  const server = new Server(await freePort(), data, client, [...options, ...(clock ? ['--clock', clock] : [])]);
  await server.start();
  return server;
}

class Server {
  #process = null;

  constructor(port, data, client, options) {
    this.port = port;
    this.data = data;
    this.client = client;
    this.options = options;
    this.base = `http://127.0.0.1:${port}`;
  }

  async start() {
    const output = [];
    const child = spawn(program,
      ['serve', '--client', this.client, '--port', String(this.port), '--data', this.data, '--demo', ...this.options],
      { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (text) => output.push(text));
    child.stderr.on('data', (text) => output.push(text));
    let ended = false;
    child.once('exit', () => { ended = true; });
    child.once('error', (error) => {
      ended = true;
      output.push(error.message);
    });
    this.#process = child;
    const patience = Date.now() + 60000;
    while (Date.now() < patience && !ended) {
      try {
        const answer = await fetch(`${this.base}/api/session`);
        if (answer.status === 401) {
          return;
        }
      } catch {
        // Not listening yet.
      }
      await pause(25);
    }
    throw new Error(`the server did not start:\n${output.join('')}`);
  }

  /** Ends the server as Ctrl-C does, or at once as a crash would. */
  async stop({ crash = false } = {}) {
    const child = this.#process;
    this.#process = null;
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => { child.once('exit', resolve); });
      child.kill(crash ? 'SIGKILL' : 'SIGINT');
      await gone;
    }
  }

  async destroy() {
    await this.stop();
    await rm(this.data, { recursive: true, force: true });
  }
}
