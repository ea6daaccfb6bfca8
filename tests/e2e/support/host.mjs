// A host of static files as CDNs are: it keeps to _headers and _redirects, and fails where a test wants it to.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css',
  '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.ttf': 'font/ttf',
  '.png': 'image/png', '.webmanifest': 'application/manifest+json' };

const matches = (pattern, path) => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern);

const isFile = (path) => existsSync(path) && statSync(path).isFile();

/** What a path leads to: {status, file}. */
function find(folder, path) {
  const own = join(folder, path === '/' ? 'index.html' : path);
  if (isFile(own)) {
    return { status: 200, file: own };
  }
  const rule = readFileSync(join(folder, '_redirects'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(' ')).find(([pattern]) => matches(pattern, path));
  return { status: Number(rule[2]), file: join(folder, rule[1]) };
}

function headersOf(folder, path) {
  const headers = {};
  let applies = false;
  for (const line of readFileSync(join(folder, '_headers'), 'utf8').split('\n')) {
    if (line.startsWith('/')) {
      applies = matches(line, path);
    } else if (applies && line.startsWith('  ')) {
      const [, name, value] = line.match(/^ +([\w-]+): (.*)$/);
      headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
    }
  }
  return headers;
}

/**
 * Serves `host.folder`, which can be changed at any time, on a free port or on `port`. `host.fault(path)` says how an answer fails: 'cut' after half of
 * it, 'gone' without any, 'hang' until the browser gives up, or by a status; `host.asked` has the paths that were asked for.
 */
export async function startHost(folder, { port = 0 } = {}) {
  const host = { folder, asked: [], fault: () => null };
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://host').pathname;
    host.asked.push(path);
    const fault = host.fault(path);
    if (fault === 'gone') {
      request.socket.destroy();
    } else if (fault === 'hang') {
      request.socket.unref();
    } else if (typeof fault === 'number') {
      response.writeHead(fault, { 'Content-Type': 'text/html' }).end('<h1>Sorry</h1>');
    } else {
      const { status, file } = find(host.folder, path);
      const content = readFileSync(file);
      response.writeHead(status, { ...headersOf(host.folder, path), 'Content-Type': types[extname(file)] ?? 'text/plain',
        'Content-Length': content.length });
      if (fault === 'cut') {
        response.write(content.subarray(0, content.length / 2), () => request.socket.destroy());
      } else {
        response.end(content);
      }
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return Object.assign(host, {
    base: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  });
}
