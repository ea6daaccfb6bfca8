// The mails that a backend has written to a folder, as people would read them.

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Undoes quoted-printable. */
function decoded(text) {
  const bytes = text.replaceAll('=\r\n', '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A mail's {to, subject, text, html, token}. */
export function parseMail(mime) {
  const [head, ...parts] = mime.split(/\r\n--ouderlogin-\w+(?:--)?\r\n/);
  const content = (type) => {
    const part = parts.find((it) => it.startsWith(`Content-Type: ${type}`));
    return part === undefined ? '' : decoded(part.slice(part.indexOf('\r\n\r\n') + 4));
  };
  const text = content('text/plain');
  return {
    to: /^To: <(.*)>\r?$/m.exec(head)?.[1],
    from: /^From: (.*)\r?$/m.exec(head)?.[1].trim(),
    subject: /^Subject: (.*)\r?$/m.exec(head)?.[1].trim(),
    text,
    html: content('text/html'),
    token: /\/welkom#([\w-]{43})/.exec(text)?.[1],
  };
}

/** A mailbox over the folder: `next(to)` waits for the next mail to that address and takes it. */
export function openMailbox(folder) {
  const taken = new Set();
  return {
    async next(to) {
      for (let patience = 300; patience > 0; patience -= 1) {
        const names = await readdir(folder).catch(() => []);
        for (const name of names.filter((it) => it.endsWith('.eml') && !taken.has(it))) {
          const mail = parseMail(await readFile(join(folder, name), 'utf8'));
          if (mail.to === to) {
            taken.add(name);
            return mail;
          }
        }
        await pause(100);
      }
      throw new Error(`no mail came for ${to}`);
    },
  };
}
