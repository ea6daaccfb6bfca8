// Changes that wait until they are sent (src/app/outbox_port.hpp), in a database of their own: what else the device
// remembers can be had again, these cannot. Every answer goes to the client by the number of its question.

import { tellOfOutbox } from './tabs.js';

const store = 'entries';
const separator = '\x1e';

let opening = null;

function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('ouderlogin-outbox', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: ['account', 'key'] });
    request.onsuccess = () => {
      const database = request.result;
      database.onclose = () => { opening = null; };
      database.onversionchange = () => { database.close(); opening = null; };
      resolve(database);
    };
    request.onerror = () => reject(request.error);
  }).catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

let last = Promise.resolve();

/** Does `work` with the entries, after what was asked before; the answer comes when it would survive the page. */
function transact(call, mode, work) {
  last = last.then(async () => {
    const database = await open();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode, { durability: 'strict' });
      let result = '';
      work(transaction.objectStore(store), (value) => { result = value; });
      transaction.oncomplete = () => resolve(result);
      transaction.onabort = () => reject(transaction.error);
    });
  }).then((text) => {
    globalThis.portal.wasm.outbox(call, 1, text);
    if (mode === 'readwrite') {
      tellOfOutbox();
    }
  }, (error) => {
    console.warn(error);
    globalThis.portal.wasm.outbox(call, 0, '');
  });
}

/** Lets the browser say when there is a network again, where it can. */
function awaitNetwork() {
  navigator.serviceWorker?.ready.then(({ sync }) => sync?.register('outbox')).catch(console.warn);
}

navigator.serviceWorker?.addEventListener('message', ({ data }) => {
  if (data === 'send') {
    globalThis.portal?.wasm?.chance();  // else the page is still starting, and sends it by itself
  }
});

export function outboxPut(argument) {
  const [call, account, key, text] = argument.split(separator);
  awaitNetwork();
  transact(Number(call), 'readwrite', (entries) => entries.put({ account, key, text }));
}

export function outboxErase(argument) {
  const [call, account, key] = argument.split(separator);
  transact(Number(call), 'readwrite', (entries) => entries.delete([account, key]));
}

export function outboxList(argument) {
  const [call, account] = argument.split(separator);
  transact(Number(call), 'readonly', (entries, tell) => {
    const request = entries.getAll(IDBKeyRange.bound([account], [account, []]));
    request.onsuccess = () => tell(request.result.map(({ text }) => text).join(separator));
  });
}

// ---- One page sends at a time ---------------------------------------------------------------------------------------

let endTurn = () => {};

export function outboxTurn(call) {
  const given = () => globalThis.portal.wasm.outbox(Number(call), 1, '');
  if (!navigator.locks) {
    queueMicrotask(given);  // an old browser: the server takes each change once all the same
    return;
  }
  const waiting = new AbortController();
  endTurn = () => waiting.abort();
  navigator.locks.request('ouderlogin-outbox', { signal: waiting.signal }, () => new Promise((resolve) => {
    endTurn = resolve;
    given();
  })).catch(() => {});  // it was not waited for
}

export function outboxEndTurn() {
  endTurn();
  endTurn = () => {};
}

// ---- What to ask before the page goes -----------------------------------------------------------------------------------

const ask = (event) => {
  event.preventDefault();
  event.returnValue = '';  // what older browsers want
};

export function outboxWarn(warns) {
  removeEventListener('beforeunload', ask);
  if (warns) {
    addEventListener('beforeunload', ask);
  }
}
