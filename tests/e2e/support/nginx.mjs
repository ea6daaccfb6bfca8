// Debian's nginx with the configuration that ./dev package writes, as an ordinary user's program.

import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const program = process.env.OUDERLOGIN_NGINX || '/usr/sbin/nginx';

/** The configuration with its part for an API on the same origin, which is a comment as it comes. */
function withApi(text, port) {
  const start = text.indexOf('    # location ^~ /api/');
  const end = text.indexOf('    # }', start) + '    # }'.length;
  if (start < 0 || end < start) {
    throw new Error('the configuration has no part for an API');
  }
  const part = text.slice(start, end).replaceAll(/^    # /gm, '    ').replace('127.0.0.1:8080', `127.0.0.1:${port}`);
  return text.slice(0, start) + part + text.slice(end);
}

/**
 * Serves the package `made` on `port` of this machine until `stop` is called, and passes on what is asked of the API where
 * there is an `apiPort`.
 */
export async function startNginx(made, port, { apiPort } = {}) {
  const written = readFileSync(made.nginx, 'utf8').replace('listen 80;', `listen 127.0.0.1:${port};`);
  const own = apiPort ? withApi(written, apiPort) : written;
  const file = join(made.folder, 'main.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(made.folder, name)};`).join('\n');
  // Started by root it would serve as a user who may not look into this folder.
  const user = process.getuid() === 0 ? 'user root;\n' : '';
  writeFileSync(file, `${user}daemon off;\npid ${join(made.folder, 'nginx.pid')};\nerror_log stderr warn;\nevents {}\nhttp {
access_log off;\n${temporary}\n${own}\n}\n`);
  const output = [];
  const child = spawn(program, ['-c', file, '-p', made.folder, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.on('data', (text) => output.push(text));
  const gone = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', (error) => {
      output.push(error.message);
      resolve();
    });
  });
  let ended = false;
  gone.then(() => { ended = true; });
  while (!ended) {
    const status = await fetch(`http://127.0.0.1:${port}/config.json`).then((answer) => answer.status, () => null);
    if (status === 200) {
      return { stop: () => { child.kill(); return gone; } };
    }
    if (status !== null) {
      child.kill();
      throw new Error(`nginx answers ${status}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nginx did not start: ${output.join('')}`);
}
