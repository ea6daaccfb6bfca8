// The other pages of this browser that show the portal (src/app/tabs.hpp): they are told what to look at again, by a
// number and nothing else.

// As app::TabNews.
const kOutbox = 1;
const kSignedIn = 4;

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('ouderlogin') : null;

export function tellTabs(news) {
  channel?.postMessage(Number(news));
}

/** Something was put into the outbox, or taken out. */
export function tellOfOutbox() {
  tellTabs(kOutbox);
}

export function watchTabs() {
  const { wasm } = globalThis.portal;
  channel?.addEventListener('message', ({ data }) => wasm.told(data));
  // A page that the back button wakes has heard nothing meanwhile, and does not know who is signed in now.
  addEventListener('pageshow', ({ persisted }) => persisted && wasm.told(kSignedIn));
}
