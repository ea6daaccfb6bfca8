// Bundles the page of comparison: node build.mjs OUTDIR. Each file gets a brotli copy, as the portal's files have.

import { build } from 'esbuild';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const page = join(dirname(fileURLToPath(import.meta.url)), 'page');
const out = process.argv[2];
if (!out) {
  console.error('usage: node build.mjs OUTDIR');
  process.exit(2);
}

await mkdir(out, { recursive: true });
await build({
  entryPoints: [join(page, 'app.jsx'), join(page, 'app.css')],
  outdir: out,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
});
await cp(join(page, 'index.html'), join(out, 'index.html'));
for (const name of ['index.html', 'app.js', 'app.css']) {
  await writeFile(join(out, `${name}.br`), brotliCompressSync(await readFile(join(out, name))));
}
