// What a browser keeps of the portal on the device.

/** All of a database's values by their keys' parts, joined by a space; nothing where there is no such database. */
function readAll(page, database, store) {
  return page.evaluate(async ([name, table]) => {
    const known = await indexedDB.databases();
    if (!known.some((each) => each.name === name)) {
      return {};
    }
    const wait = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const open = await wait(indexedDB.open(name));
    try {
      const records = open.transaction(table).objectStore(table);
      const [keys, values] = await Promise.all([wait(records.getAllKeys()), wait(records.getAll())]);
      return Object.fromEntries(keys.map((key, index) => [key.join(' '), values[index]]));
    } finally {
      open.close();
    }
  }, [database, store]);
}

/** What can be shown without a network: texts by account and path. */
export function keptRecords(page) {
  return readAll(page, 'ouderlogin', 'records');
}

/** What has not been sent. */
export function unsentEntries(page) {
  return readAll(page, 'ouderlogin-outbox', 'entries');
}
