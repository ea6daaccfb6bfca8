// A page of the portal that may go at any moment.

import { within } from './limit.mjs';

export class Tab {
  constructor(page) {
    this.page = page;
    this.gone = new Promise((resolve) => {
      page.once('close', resolve);
      page.once('crash', resolve);
    });
    this.gone.then(() => { this.isGone = true; });
    page.on('dialog', (dialog) => dialog.accept().catch(() => {}));
  }

  /** As when the device is out of memory, or the parent closes it. */
  async die({ crash }) {
    if (this.isGone) {
      return;
    }
    this.isDying = true;
    if (crash) {
      const session = await within(this.page.context().newCDPSession(this.page).catch(() => null), 'reaching a page to crash it');
      session?.send('Page.crash').catch(() => {});
      await within(this.gone, 'the crash of a page');
    }
    await within(this.page.close().catch(() => {}), 'closing a page');
  }

  /** What `work` brings, or 'gone' when the page goes meanwhile. */
  async unlessGone(what, work) {
    try {
      return await within(Promise.race([this.gone.then(() => 'gone'), work()]), what);
    } catch (error) {
      if (this.isDying) {
        await within(this.gone, `the end of a page after '${error.message}'`);  // what fails by it may be heard of first
      }
      if (this.isGone) {
        return 'gone';
      }
      throw error;
    }
  }

  go(path) {
    return this.page.evaluate((address) => {
      history.pushState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
  }
}
