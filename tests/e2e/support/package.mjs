// A package as ./dev package makes it, of the client that was built last.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A Python of the user's own on PATH often lacks what the system's has. */
const python = ['python3', '/usr/bin/python3']
  .find((name) => spawnSync(name, ['-c', 'import brotli']).status === 0) ?? 'python3';

/** Makes it in a folder of its own: {folder, site, nginx, remove}. Throws with what site.py says when that refuses. */
export function makePackage({ config, client = join(root, 'build/wasm-release/bin'), draft = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ouderlogin-package-'));
  const made = { folder, site: join(folder, 'site'), nginx: join(folder, 'nginx.conf') };
  const more = draft ? ['--draft'] : [];
  if (config !== undefined) {
    const file = join(folder, 'config.json');
    writeFileSync(file, typeof config === 'string' ? config : JSON.stringify(config));
    more.push('--config', file);
  }
  try {
    execFileSync(python, [join(root, 'src/cmake/site.py'), '--client', client, '--out', made.site, '--nginx', made.nginx,
      ...more], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw new Error(error.stderr);
  }
  return { ...made, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
