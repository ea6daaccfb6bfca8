// A random run of a parent who writes changes while the network, the server and the pages fail, and what has to hold
// after it: what the portal told to be saved is in the database once, and nothing is there twice.

import { cpSync, rmSync } from 'node:fs';
import { Choices } from './choices.mjs';
import { startFaultProxy } from './fault_proxy.mjs';
import { within } from './limit.mjs';
import { parent } from './portal.mjs';
import { freePort, startServer } from './server.mjs';
import { Tab } from './tab.mjs';
import { text } from './texts.mjs';
import { chooseChanges, isOf, possibleChanges } from './written_changes.mjs';

const today = '2026-11-24';
const kPatience = 30000;

/** In the page: says at once when the form of what is being saved is gone, which is how a parent hears that it is. */
function watchForms() {
  globalThis.saving = null;
  new MutationObserver(() => {
    const { saving } = globalThis;
    if (saving && !document.querySelector(saving.form)) {
      globalThis.saving = null;
      globalThis.toldSaved(saving.name);
    }
  }).observe(document, { childList: true, subtree: true });
}

/** Everything that the page's outbox has on the device, as the texts of src/app/outbox.cpp. */
function readOutbox() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('ouderlogin-outbox');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      if (!database.objectStoreNames.contains('entries')) {
        database.close();
        resolve([]);
        return;
      }
      const request = database.transaction('entries').objectStore('entries').getAll();
      request.onsuccess = () => {
        database.close();
        resolve(request.result.map(({ text }) => text));
      };
      request.onerror = () => reject(request.error);
    };
  });
}

/** A run on a lane: a server of its own, which begins with the same data each time. */
class Run {
  #story = [];
  #started = Date.now();
  #told = new Set();
  #tabs = [];
  #anew = new Set();  // values that were written once more
  #edited = new Set();  // what of the API edits were sent to
  #unheard = new Set();  // of it, what went with the page that would have heard the answer

  constructor(lane, seed, rewrite) {
    Object.assign(this, { lane, seed, rewrite });
    this.choices = new Choices(seed, 'parent');
    this.most = this.choices.pick([1, 1, 2]);  // pages at a time
    this.changes = chooseChanges(lane.possible, this.choices, { count: 2 + this.choices.below(3), onePage: this.most === 1 });
  }

  tell(line) {
    this.#story.push(`${String(Date.now() - this.#started).padStart(6)} ${line}`);
  }

  /** Returns what is wrong at the end, with the story; empty when nothing is. */
  async play() {
    await this.lane.reset();
    this.proxy = await startFaultProxy(this.lane.server, { port: this.lane.port, files: this.lane.files,
      choices: new Choices(this.seed, 'changes'), reads: new Choices(this.seed, 'reads'), tell: (line) => this.tell(line),
      isOutOfDate: (url) => this.#unheard.has(url), rewrite: this.rewrite });
    this.lane.toldSaved = (name) => {
      this.tell(`saved: ${name}`);
      this.#told.add(name);
    };
    const deaths = new Choices(this.seed, 'deaths');
    this.proxy.onPageDeath = async () => {
      this.tell('the pages die');
      await Promise.all(this.#tabs.map((tab) => tab.die({ crash: deaths.happens(1, 2) })));
    };
    try {
      for (const change of this.changes) {
        await this.#between();
        await this.#write(change);
      }
      await this.proxy.calm();
      await this.#sendAll();
      const wrong = this.#judge(await this.lane.read());
      return wrong.length > 0 ? this.#report(wrong) : '';
    } catch (error) {
      await this.#tellPages();
      return this.#report([error.stack]);
    } finally {
      await Promise.all(this.#tabs.map((tab) => tab.die({ crash: false })));
      await this.proxy.calm();
      await this.proxy.close();
    }
  }

  async #tellPages() {
    for (const { page, isGone } of this.#tabs) {
      const shown = isGone ? 'is gone' : await page.locator('#mirror').innerText({ timeout: 2000 }).catch(({ message }) => message);
      this.tell(`a page ${isGone ? '' : page.url()} ${shown.replace(/\s+/g, ' ')}`);
    }
  }

  #report(wrong) {
    return `seed ${this.seed}: ${wrong.join('; ')}\n${this.#story.map((line) => `    ${line}`).join('\n')}`;
  }

  /** A page to write on, new where there is none. */
  async #tab() {
    const open = this.#tabs.filter((tab) => !tab.isGone);
    if (open.length > 0) {
      return this.choices.pick(open);
    }
    return this.#open();
  }

  async #open() {
    const page = await within(this.lane.context.newPage(), 'a new page');
    page.setDefaultTimeout(5000);
    const tab = new Tab(page);
    tab.gone.then(() => this.#loseAnswers());
    this.#tabs.push(tab);
    await tab.unlessGone('a page that is opened', () => page.goto(this.proxy.base, { timeout: kPatience }));
    return tab;
  }

  /** From now on a page may begin with what was there before the edits. */
  #loseAnswers() {
    this.#edited.forEach((url) => this.#unheard.add(url));
  }

  /** What happens to pages while nothing is written. */
  async #between() {
    const what = this.choices.below(8);
    const tab = await this.#tab();
    if (what === 0) {
      this.tell('a page dies');
      await tab.die({ crash: this.choices.happens(1, 2) });
    } else if (what === 1) {
      this.tell('a page is loaded again');
      this.#loseAnswers();
      await tab.unlessGone('a page that is loaded again', () => tab.page.reload({ timeout: kPatience }));
    } else if (what < 5 && this.#tabs.filter(({ isGone }) => !isGone).length < this.most) {
      this.tell('another page is opened');
      await this.#open();
    }
  }

  /** Writes it, again where the page went before it was pressed, never twice where it was. */
  async #write(change) {
    for (let tries = 0; tries < 12; tries += 1) {
      const tab = await this.#tab();
      const save = await this.#fill(tab, change);
      if (save !== 'gone' && save !== 'failed') {
        await this.#press(tab, change, save);
        return;
      }
      if (save === 'failed') {
        await tab.die({ crash: false });  // as a parent would whom the page shows an error
      }
    }
    throw new Error(`${change.name} could not be written`);
  }

  async #fill(tab, change) {
    return tab.unlessGone(`the form for ${change.name}`, async () => {
      try {
        await tab.page.bringToFront();
        await tab.go(change.path);
        return await change.fill(tab.page);
      } catch (error) {
        if (error.name === 'TimeoutError') {
          this.tell(`the form for ${change.name} does not come: ${error.message.split('\n')[1]}`);
          return 'failed';
        }
        throw error;
      }
    });
  }

  async #press(tab, change, save) {
    this.tell(`writes ${change.name}`);
    const dies = this.choices.happens(1, 6) ? this.choices.below(60) : null;
    const death = dies === null ? null : new Promise((resolve) => { setTimeout(resolve, dies); })
      .then(() => this.tell('the page dies while it saves')).then(() => tab.die({ crash: true }));
    if (change.url) {
      this.#edited.add(change.url);
    }
    await tab.unlessGone(`saving ${change.name}`, async () => {
      const { name, form } = change;
      await tab.page.evaluate((saving) => { globalThis.saving = saving; }, { name, form });
      await this.#send(tab, save, change.of);
    });
    await death;
  }

  /**
   * Presses, and once more where the form says that the record has changed meanwhile: by this parent, on a page that has
   * died. `value` is what shall stand in its field.
   */
  async #send({ page }, save, value) {
    const press = () => save.evaluate((button) => button.click());  // a message may lie over it
    const hear = (words) => page.waitForFunction((told) => globalThis.saving === null ||
      told.some((part) => document.querySelector(globalThis.saving.form)?.textContent.includes(part)), words,
    { polling: 20, timeout: kPatience });
    const refusal = this.proxy.refused.then(() => { throw new Error(this.proxy.refusals.join('; ')); });
    await press();
    await Promise.race([hear([text('record.conflict.kept').split('{')[0], text('record.conflict.text')]), refusal]);
    if (await page.evaluate(() => globalThis.saving !== null)) {
      this.tell('the form shows what was there already');
      const mine = page.getByRole('radio', { name: value });
      if (await mine.count() > 0) {
        await mine.check();
      }
      await press();
      await Promise.race([hear([]), refusal]);
    }
  }

  /** What a parent does with an edit that was refused because the record had changed. */
  async #writeAnew(tab, value) {
    const { page } = tab;
    this.#anew.add(value);
    await page.bringToFront();
    await tab.go('/logboek');
    await page.getByRole('button', { name: text('outbox.edit'), exact: true }).first().click();
    const save = page.getByRole('button', { name: 'Pas aan', exact: true });
    await save.waitFor();
    await page.evaluate(() => { globalThis.saving = { name: 'an edit that was written anew', form: '#mirror main form' }; });
    await this.#send(tab, save, value);
  }

  /** With nothing failing any more, all that waits is sent, by whatever page is there. */
  async #sendAll() {
    const patience = Date.now() + kPatience;
    for (;;) {
      const tab = await this.#tab();
      const entries = await tab.unlessGone('reading what waits', () => tab.page.evaluate(readOutbox));
      if (entries === 'gone') {
        continue;
      }
      const refused = entries.map((entry) => entry.split('\n')).filter((lines) => lines[7] !== '0');
      const late = refused.find((lines) => lines[7] === '412' && this.#unheard.has(`/api${lines[4]}`));
      if (late) {
        this.tell(`written anew: ${late.join(' ')}`);
        const [value] = Object.values(JSON.parse(late[9].slice(0, Number(late[8]))).fields);
        await tab.unlessGone('writing an edit anew', () => this.#writeAnew(tab, value));
        continue;
      }
      if (refused.length > 0) {
        throw new Error(`refused: ${refused.map((lines) => lines.join(' ')).join('; ')}`);
      }
      if (entries.length === 0) {
        return;
      }
      if (Date.now() > patience) {
        throw new Error(`never sent: ${entries.map((entry) => entry.replaceAll('\n', ' ')).join('; ')}`);
      }
      await tab.unlessGone('sending what waits', () => tab.page.evaluate(() => dispatchEvent(new Event('online'))));
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
  }

  #judge(data) {
    const wrong = [...this.proxy.refusals];
    for (const change of this.changes) {
      const times = change.count(data);
      if (this.#told.has(change.name) ? times !== 1 : times > 1) {
        wrong.push(`${change.name} ${this.#told.has(change.name) ? 'was told to be saved and ' : ''}is there ${times} times`);
      }
    }
    for (const request of data.requests.filter(({ id }) => !this.lane.before.has(id))) {
      if (!this.changes.some((change) => isOf(request, change))) {
        wrong.push(`nobody wrote ${request.kind} ${request.childId} ${request.date}`);
      }
    }
    // Newest first: an edit that was written later stands before the one that it builds on.
    const edits = this.changes.filter(({ kind, name, of }) => kind === 'edit' && this.#told.has(name) && !this.#anew.has(of));
    const at = edits.map(({ of }) => data.changes.findIndex(({ newValue }) => newValue === of));
    edits.forEach((edit, index) => {
      const before = edits.findIndex(({ record }, other) => other < index && record === edit.record);
      if (before >= 0 && at[before] < at[index]) {
        wrong.push(`${edit.name} was carried out before ${edits[before].name}`);
      }
    });
    return wrong;
  }
}

/** All that a browser keeps of a site but its cookies and its files. */
async function forget(context, origin) {
  const page = context.pages()[0] ?? await within(context.newPage(), 'a page to forget in');
  const session = await within(context.newCDPSession(page), 'reaching a page to forget in');
  await within(session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,local_storage' }), 'forgetting');
  await session.detach();
}

/** Signs in past the pages: the session's cookie. */
async function signIn(server) {
  const answer = await fetch(`${server.base}/api/session`, { method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(parent) });
  const [name, value] = answer.headers.get('set-cookie').split(';')[0].split('=');
  return { name, value };
}

/**
 * A browser and a server for one run after the other. Each begins with the same data and with a parent who is signed in;
 * pages that were loaded once are in the browser's cache.
 */
export async function openLane(browser) {
  const server = await startServer({ clock: `${today}T09:00:00Z` });
  const cookie = await signIn(server);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', serviceWorkers: 'block',
    reducedMotion: 'reduce', viewport: { width: 480, height: 640 } });
  const lane = { server, context, port, files: new Map(), toldSaved: () => {} };
  await context.exposeBinding('toldSaved', (_, name) => lane.toldSaved(name));
  await context.addInitScript(watchForms);
  await context.addCookies([{ ...cookie, url: origin }, { ...cookie, url: server.base }]);
  lane.possible = await possibleChanges({ request: context.request, url: () => server.base }, today);
  /** What the server has, past the proxy and the pages. */
  lane.read = async () => {
    const parts = await Promise.all(['/change-requests', '/changes', '/records'].map(async (path) => {
      const answer = await fetch(`${server.base}/api${path}`, { headers: { Cookie: `${cookie.name}=${cookie.value}` } });
      return answer.json();
    }));
    return Object.assign({}, ...parts);
  };
  lane.before = new Set((await lane.read()).requests.map(({ id }) => id));
  await server.stop();
  const kept = `${server.data}-kept`;
  cpSync(server.data, kept, { recursive: true });
  lane.reset = async () => {
    await server.stop({ crash: true });
    rmSync(server.data, { recursive: true, force: true });
    cpSync(kept, server.data, { recursive: true });
    await Promise.all([server.start(), forget(context, origin)]);
  };
  lane.play = (seed, rewrite) => new Run(lane, seed, rewrite).play();
  lane.close = async () => {
    await context.close();
    await server.destroy();
    rmSync(kept, { recursive: true, force: true });
  };
  return lane;
}
