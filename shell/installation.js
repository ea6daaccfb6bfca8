// The portal as a program on this device: its versions (web/sw.js), and its place among the other programs.

// In the order of app::InstallationEvent.
const kUpdateReady = 0;
const kReplaced = 1;
const kInstallable = 2;
const kAddableByHand = 3;
const kInstalled = 4;

const kHour = 3600 * 1000;
const draftKey = 'ouderlogin.draft';

let tell = () => {};
let registration = null;
let prompt = null;

/** The browser asks for proof that the address of a script is no parent's text. */
function workerAddress() {
  const address = '/sw.js';
  const policy = globalThis.trustedTypes?.createPolicy('ouderlogin', { createScriptURL: () => address });
  return policy ? policy.createScriptURL(address) : address;
}

async function watchVersions() {
  const { serviceWorker } = navigator;
  const wasControlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (wasControlled) {
      tell(kReplaced);
    }
  });
  registration = await serviceWorker.register(workerAddress(), { updateViaCache: 'none' });
  const check = () => {
    if (registration.waiting && serviceWorker.controller) {
      tell(kUpdateReady);
    }
  };
  registration.addEventListener('updatefound', () => registration.installing.addEventListener('statechange', check));
  check();
  const ask = () => registration.update().catch(() => {});  // without a network there is no other version
  setInterval(ask, kHour);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      ask();
    }
  });
}

/** iPhones and iPads, whose browsers have no event for it; an iPad calls itself a Mac. */
function isAddableByHand() {
  const apple = /iPhone|iPad|iPod/.test(navigator.userAgent)
    || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
  return apple && navigator.standalone === false;
}

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();  // the portal offers it itself, where it does not disturb
  prompt = event;
  tell(kInstallable);
});

addEventListener('appinstalled', () => {
  prompt = null;
  tell(kInstalled);
});

/** Keeps the portal on this device from now on, and tells the client what becomes of it. */
export function watchInstallation() {
  tell = globalThis.portal.wasm.installation;
  if (prompt) {
    tell(kInstallable);
  } else if (isAddableByHand()) {
    tell(kAddableByHand);
  }
  if ('serviceWorker' in navigator) {
    watchVersions().catch((error) => console.warn(error));  // the portal works without it
  }
}

/** Answered by kReplaced, in every tab. */
export function startNewVersion() {
  registration?.waiting?.postMessage('activate');
}

export function install() {
  prompt?.prompt();
}

/** Begins the page anew; `draft` is handed over to it. */
export function reloadWith(draft) {
  try {
    sessionStorage.setItem(draftKey, draft);
  } catch {
    // Without storage what was typed is lost, which is still better than half of an old version.
  }
  location.reload();
}

export function takeDraft() {
  try {
    const draft = sessionStorage.getItem(draftKey) ?? '';
    sessionStorage.removeItem(draftKey);
    return draft;
  } catch {
    return '';
  }
}
