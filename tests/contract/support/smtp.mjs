// A small SMTP server (RFC 5321) that only takes mail after STARTTLS and AUTH, as mail servers of organisations do.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { TLSSocket, createSecureContext } from 'node:tls';

/** A certificate for localhost in the folder: {cert, key}, as files. */
export function makeCertificate(folder) {
  const cert = join(folder, 'cert.pem');
  const key = join(folder, 'key.pem');
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
    '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return { cert, key };
}

/**
 * Starts it on `port` (0: any). `user` and `password` are who may send. `arrived` has the mails taken so far, `refused`
 * the answers that were none of success, `wait` the next mail.
 */
export async function startSmtp({ cert, key, user, password, port = 0 }) {
  const context = createSecureContext({ cert: readFileSync(cert), key: readFileSync(key) });
  const state = { arrived: [], refused: [], waiting: [] };
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    converse(socket, false, { context, user, password, state });
    socket.write('220 localhost ready\r\n');
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', resolve);
  });
  return {
    port: server.address().port,
    arrived: state.arrived,
    refused: state.refused,
    wait: () => new Promise((resolve) => {
      state.waiting.push(resolve);
    }),
    async stop() {
      for (const socket of sockets) {
        socket.destroy();
      }
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
}

function converse(socket, secure, { context, user, password, state }) {
  let text = '';
  let mail = null;  // {from, to, data: null or lines}
  let known = false;
  let asking = false;  // for the response of AUTH
  const say = (line) => {
    if (/^[45]/.test(line)) {
      state.refused.push(line);
    }
    socket.write(`${line}\r\n`);
  };
  const login = `\0${user}\0${password}`;
  const judge = (response) => {
    known = secure && Buffer.from(response, 'base64').toString() === login;
    say(known ? '235 welcome' : '535 not you');
  };
  const take = (line) => {
    if (asking) {
      asking = false;
      judge(line);
      return;
    }
    if (mail?.data) {
      if (line !== '.') {
        mail.data.push(line.startsWith('.') ? line.slice(1) : line);
        return;
      }
      const { from, to, data } = mail;
      mail = null;
      state.arrived.push({ from, to, mime: `${data.join('\r\n')}\r\n`, secure });
      say('250 taken');
      state.waiting.splice(0).forEach((tell) => tell(state.arrived.at(-1)));
      return;
    }
    const word = line.slice(0, 4).toUpperCase();
    if (word === 'EHLO') {
      socket.write(secure ? '250-localhost\r\n250 AUTH PLAIN\r\n' : '250-localhost\r\n250 STARTTLS\r\n');
    } else if (line.toUpperCase() === 'STARTTLS' && !secure) {
      say('220 go ahead');
      socket.removeAllListeners('data');
      const tls = new TLSSocket(socket, { isServer: true, secureContext: context });
      tls.on('error', () => {});
      converse(tls, true, { context, user, password, state });
    } else if (word === 'AUTH') {
      const response = line.split(' ')[2];
      asking = response === undefined;
      if (asking) {
        say('334 ');
      } else {
        judge(response);
      }
    } else if (word === 'MAIL') {
      mail = { from: line.slice(10), to: '', data: null };
      say(known ? '250 ok' : '530 sign in first');
    } else if (word === 'RCPT') {
      mail.to = line.slice(8);
      say('250 ok');
    } else if (word === 'DATA') {
      mail.data = [];
      say('354 go on');
    } else if (word === 'QUIT') {
      say('221 bye');
      socket.end();
    } else {
      say('502 what?');
    }
  };
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
      const line = text.slice(0, end);
      text = text.slice(end + 2);
      take(line);
    }
  });
}
