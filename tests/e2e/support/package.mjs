// A package as ./dev package makes it, of the client that was built last.

import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A Python of the user's own on PATH often lacks what the system's has. */
const python = ['python3', '/usr/bin/python3']
  .find((name) => spawnSync(name, ['-c', 'import brotli']).status === 0) ?? 'python3';

/** Makes it in a folder of its own: {folder, site, nginx, remove}. Throws with what site.py says when that refuses. */
export function makePackage({ config, client = join(root, 'build/wasm-release/bin'), assets, draft = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ouderlogin-package-'));
  const made = { folder, site: join(folder, 'site'), nginx: join(folder, 'nginx.conf') };
  const more = draft ? ['--draft'] : [];
  if (assets) {
    more.push('--assets', assets);
  }
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

/** Fonts that differ from the real ones in a byte which no browser reads: those of another version. */
export function makeOtherFonts() {
  const folder = mkdtempSync(join(tmpdir(), 'ouderlogin-fonts-'));
  cpSync(join(root, 'build/assets'), folder, { recursive: true });
  for (const name of readdirSync(join(folder, 'fonts'))) {
    appendFileSync(join(folder, 'fonts', name), '\0');
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A client that only says which version it is, in `globalThis.version`, and hears of the installation. */
export function makeStubClient(version) {
  const folder = mkdtempSync(join(tmpdir(), 'ouderlogin-stub-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'ouderlogin.mjs'), `export default async () => {
  globalThis.told = [];
  portal.wasm = { event() {}, screen() {}, navigated() {}, font() {}, installation: (event) => told.push(event) };
  portal.observe();
  portal.watchInstallation();
  portal.ready();
  globalThis.version = ${JSON.stringify(version)};
};
`);
  writeFileSync(join(folder, 'ouderlogin.wasm'), Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0, version.length + 2, 1,
    version.charCodeAt(0), ...Buffer.from(version)]));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
