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

/** A script that lets the device's clock go on from `moment`. */
export function clockFrom(moment) {
  return `{
    const { now } = Date;
    const shift = ${Date.parse(moment)} - now();
    Date.now = () => now() + shift;
  }`;
}

/** A page that the service worker has given, so that it starts without a network. */
export async function takeAlong(page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Waits until what the device keeps is as `wanted(keys)` says. */
async function keysAre(page, wanted) {
  for (let tries = 0; tries < 600; tries += 1) {
    if (wanted(Object.keys(await keptRecords(page)))) {
      return;
    }
    await page.waitForTimeout(100);
  }
  throw new Error(`what is kept is not as it should be: ${Object.keys(await keptRecords(page)).join()}`);
}

/** Waits until the device keeps what all screens need. */
export const keepEverything = (page) => keysAre(page, (keys) => keys.some((key) => key.endsWith(' /everything')));

/** Waits until the device has dropped the record of that key. */
export const dropRecord = (page, key) => keysAre(page, (keys) => !keys.includes(key));

/** Does `work` while there is no server. */
export async function withoutNetwork(server, work) {
  await server.stop();
  try {
    return await work();
  } finally {
    await server.start();
  }
}
