// What this device keeps, behind the client's port for it: texts by account and key, in IndexedDB.

const kDatabase = 'ouderlogin';
const kStore = 'records';
const kVersion = 1;

// As app::StorageFault.
const kNone = 0;
const kUnavailable = 1;
const kFull = 2;
const kCorrupt = 3;

let opening = null;

/** Brings the database to `kVersion`, from any version before it; 0 for none. */
function upgrade(database, from) {
  if (from < 1) {
    database.createObjectStore(kStore);  // its keys: [account, key]
  }
}

function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(kDatabase, kVersion);
    request.onupgradeneeded = ({ oldVersion }) => upgrade(request.result, oldVersion);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      // A newer version of the portal in another tab waits for this.
      database.onversionchange = () => database.close();
      database.onclose = () => { opening = null; };
      resolve(database);
    };
  });
  return opening;
}

/** Calls `act` with the store, and resolves with the result of what that returns once it is carried out. */
async function run(mode, act) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(kStore, mode);
    const request = act(transaction.objectStore(kStore));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? request.error);
  });
}

function answer(call, fault, record = null) {
  globalThis.portal.wasm.stored(Number(call), fault, record);
}

function refuse(call, error) {
  answer(call, error?.name === 'QuotaExceededError' ? kFull : kUnavailable);
}

/** The first lines of a text, and what follows them. */
function split(text, lines) {
  const parts = text.split('\n', lines);
  return [...parts, text.slice(parts.reduce((length, part) => length + part.length + 1, 0))];
}

export function keepRecord(text) {
  const [call, account, key, value] = split(text, 3);
  run('readwrite', (store) => store.put(value, [account, key]))
    .then(() => answer(call, kNone), (error) => refuse(call, error));
}

export function recallRecord(text) {
  const [call, account, key] = text.split('\n');
  run('readonly', (store) => store.get([account, key])).then((record) => {
    const known = typeof record === 'string';
    answer(call, known || record === undefined ? kNone : kCorrupt, known ? record : null);
  }, (error) => refuse(call, error));
}

export function eraseRecords(text) {
  const [account, prefix] = text.split('\n');
  run('readwrite', (store) => store.delete(IDBKeyRange.bound([account, prefix], [account, `${prefix}\uffff`])))
    .catch(console.warn);
}
