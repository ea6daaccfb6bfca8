// A proxy between the portal's pages and the server that does what networks and crashes do to a request. Pages and their
// files come through whole: how a download breaks is service_worker.test.mjs's. What breaks here is the API.

import { createServer, request as ask } from 'node:http';

const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** What can happen to a change, each as often as it stands here. */
export const changeFates = ['passes', 'passes', 'passes', 'lost', 'lost', 'answer-lost', 'answer-lost', 'answer-cut', 'twice',
  'twice', 'comes-again-later', 'slow', 'busy', 'fails-after', 'killed-before', 'killed-during', 'killed-during',
  'killed-after', 'page-dies-before', 'page-dies-after'];

/** And to what a page only reads: mostly nothing. */
export const readFates = [...Array(22).fill('passes'), 'lost', 'busy'];

class FaultProxy {
  #listener;
  #copies = [];  // of changes, that the network still has
  #restart = Promise.resolve();
  #hurting = true;
  #running = new Set();
  #refused;

  /** What the server refused of what was sent to it; nothing of it was wrong. */
  refusals = [];

  /** Until there is such a refusal. */
  refused = new Promise((resolve) => { this.#refused = resolve; });

  /**
   * `server` is one of support/server.mjs, `files` what it has given of pages before. `isOutOfDate(url)` says whether a page
   * may know an older version than the last, which the server has to refuse. `rewrite(headers)` may spoil what is passed
   * on: for the proof that a broken client is found.
   */
  constructor(server, { files, choices, reads, tell, isOutOfDate, rewrite = (headers) => headers }) {
    Object.assign(this, { server, files, choices, reads, tell, isOutOfDate, rewrite });
    this.onPageDeath = async () => {};
  }

  async listen(port = 0) {
    this.#listener = createServer((request, response) => {
      // A browser sends again by itself what fails on a connection that it has used before.
      response.shouldKeepAlive = false;
      const taken = this.#take(request, response).catch(() => request.socket.destroy());
      this.#running.add(taken);
      taken.then(() => this.#running.delete(taken));
    });
    await new Promise((resolve) => { this.#listener.listen(port, '127.0.0.1', resolve); });
    this.port = this.#listener.address().port;
    this.base = `http://127.0.0.1:${this.port}`;
  }

  /** From now on nothing fails any more; what the network still has arrives. */
  async calm() {
    this.#hurting = false;
    await Promise.all(this.#running);
    await this.#restart;
    while (this.#copies.length > 0) {
      await this.#deliverCopy();
    }
  }

  async close() {
    this.#listener.closeAllConnections?.();
    await new Promise((resolve) => { this.#listener.close(resolve); });
  }

  async #take(request, response) {
    const parts = [];
    for await (const part of request) {
      parts.push(part);
    }
    const { method, url } = request;
    const call = { method, url, headers: request.headers, body: Buffer.concat(parts) };
    if (!url.startsWith('/api/')) {
      await this.#giveFile(call, response);
    } else if (method === 'GET' || url === '/api/session') {
      const fate = this.#hurting ? this.reads.pick(readFates) : 'passes';
      await this.#treat(fate, call, request, response);
    } else {
      const fate = this.#hurting ? this.choices.pick(changeFates) : 'passes';
      this.tell(`${method} ${url} ${call.headers['idempotency-key'] ?? 'without a key'} ${fate}`);
      await this.#treat(fate, call, request, response);
    }
  }

  async #giveFile(call, response) {
    while (!this.files.has(call.url)) {
      await this.#restart;
      const file = await this.#forward(call).catch(() => null);  // killed while it answered: it is asked again
      if (file) {
        this.files.set(call.url, file);
      } else if (response.destroyed) {
        return;
      } else {
        await pause(25);
      }
    }
    const { status, headers, body } = this.files.get(call.url);
    response.writeHead(status, headers).end(body);
  }

  /** Asks the server, and has the whole answer. */
  #forward({ method, url, headers, body }) {
    return new Promise((resolve, reject) => {
      const passed = this.rewrite({ ...headers, connection: 'close' });
      const call = ask({ host: '127.0.0.1', port: this.server.port, method, path: url, headers: passed, agent: false },
        async (answer) => {
          try {
            const parts = [];
            for await (const part of answer) {
              parts.push(part);
            }
            const { connection, 'keep-alive': keep, ...rest } = answer.headers;
            const given = { status: answer.statusCode, headers: rest, body: Buffer.concat(parts) };
            const isRefused = given.status >= 400 && method !== 'GET';
            if (isRefused && given.status === 412 && this.isOutOfDate(url)) {
              this.tell(`${method} ${url} came of an older version`);
            } else if (isRefused) {
              this.refusals.push(`the server refused ${method} ${url}: ${given.status} ${given.body}`);
              this.#refused();
            }
            resolve(given);
          } catch (error) {
            reject(error);
          }
        });
      call.once('error', reject);
      call.end(body);
    });
  }

  #answer(response, { status, headers, body }) {
    response.writeHead(status, headers).end(body);
  }

  #refuse(response, status) {
    response.writeHead(status, { 'Content-Type': 'text/html' }).end('<h1>Sorry</h1>');
  }

  /** As a power cut does; the server is back after a while. */
  async #kill() {
    const wait = this.choices.below(300);
    const before = this.#restart;
    let killed;
    const dead = new Promise((resolve) => { killed = resolve; });
    this.#restart = before.then(async () => {
      await this.server.stop({ crash: true });
      killed();
      await pause(wait);
      await this.server.start();
    });
    await dead;
  }

  async #deliverCopy() {
    const copy = this.#copies.shift();
    const { status } = await this.#forward(copy).catch(() => ({ status: 'nobody' }));
    this.tell(`a copy of ${copy.headers['idempotency-key']} arrives: ${status}`);
  }

  async #treat(fate, call, request, response) {
    const lose = () => request.socket.destroy();
    if (this.#copies.length > 0 && this.#hurting && this.choices.happens(1, 3)) {
      await this.#deliverCopy();
    }
    switch (fate) {
      case 'passes':
        break;
      case 'lost':
        lose();
        return;
      case 'answer-lost':
        await this.#forward(call);
        lose();
        return;
      case 'answer-cut': {
        const { status, headers, body } = await this.#forward(call);
        response.writeHead(status, { ...headers, 'content-length': String(body.length + 1) });
        response.write(body.subarray(0, body.length / 2), lose);
        return;
      }
      case 'twice': {
        const both = await Promise.all([this.#forward(call), this.#forward(call)]);
        this.#answer(response, this.choices.pick(both));
        return;
      }
      case 'comes-again-later':
        this.#copies.push(call);
        break;
      case 'slow':
        await pause(this.choices.below(400));
        break;
      case 'busy':
        this.#refuse(response, this.choices.pick([500, 502, 503, 429]));
        return;
      case 'fails-after':
        await this.#forward(call);
        this.#refuse(response, 502);
        return;
      case 'killed-before':
        await this.#kill();
        lose();
        return;
      case 'killed-during': {
        const answer = this.#forward(call).catch(() => null);
        await pause(this.choices.below(12));
        await this.#kill();
        const given = await answer;
        if (given && this.choices.happens(1, 2)) {
          this.#answer(response, given);  // it had left the server just before
        } else {
          lose();
        }
        return;
      }
      case 'killed-after':
        await this.#forward(call);
        await this.#kill();
        lose();
        return;
      case 'page-dies-before':
        await this.onPageDeath();
        await this.#forward(call);  // what has left arrives
        lose();
        return;
      case 'page-dies-after':
        await this.#forward(call);
        await this.onPageDeath();
        lose();
        return;
      default:
        throw new Error(`no fate ${fate}`);
    }
    this.#answer(response, await this.#forward(call));
  }
}

/** Starts it on a free port, or on `port`. */
export async function startFaultProxy(server, options) {
  const proxy = new FaultProxy(server, options);
  await proxy.listen(options.port);
  return proxy;
}
