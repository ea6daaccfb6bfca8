// The browser's services behind the client's ports (src/platform/browser/ports.hpp).

// ---- Address --------------------------------------------------------------------------------------------------------

export function path() {
  return location.pathname + location.search + location.hash;
}

export function push(address) {
  history.pushState(null, '', address);
}

export function replace(address) {
  history.replaceState(null, '', address);
}

export function back() {
  history.back();
}

// ---- Preferences ----------------------------------------------------------------------------------------------------

const prefix = 'ouderlogin.';
const unstored = new Map();

export function preference(key) {
  try {
    return localStorage.getItem(prefix + key) ?? '';
  } catch {
    return unstored.get(key) ?? '';
  }
}

export function setPreference(pair) {
  const end = pair.indexOf('\n');
  const key = pair.slice(0, end);
  const value = pair.slice(end + 1);
  try {
    localStorage.setItem(prefix + key, value);
  } catch {
    unstored.set(key, value);
  }
}

// ---- Presence -------------------------------------------------------------------------------------------------------

/** Whether anybody can see the page. */
export function visible() {
  return document.hidden ? 'no' : 'yes';
}

/** Whether the parent has asked the browser to load little. */
export function savesData() {
  return navigator.connection?.saveData ? 'yes' : 'no';
}

export function watchPresence() {
  const { wasm } = globalThis.portal;
  addEventListener('online', () => wasm.chance());
  document.addEventListener('visibilitychange', () => document.hidden || wasm.chance());
}

// ---- Announcements --------------------------------------------------------------------------------------------------

const kSpoken = 500;  // milliseconds that a text stays for a screen reader to pick it up
let announcements = 0;

function say(region, text) {
  announcements += 1;
  const line = document.createElement('p');
  // VoiceOver keeps silent when the same text comes again.
  line.textContent = announcements % 2 === 0 ? `${text}\u00a0` : text;
  region.append(line);
  setTimeout(() => line.remove(), kSpoken);
}

export function announce(text) {
  say(document.getElementById('polite'), text);
}

export function announceUrgently(text) {
  say(document.getElementById('assertive'), text);
}

// ---- Randomness -----------------------------------------------------------------------------------------------------

export function randomToken() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

// ---- Canvas or mirror -----------------------------------------------------------------------------------------------

const drawnMedia = document.getElementById('plain').media;

/** Shows the mirror as an ordinary page, where nothing can be drawn. */
export function showMirror() {
  document.getElementById('plain').media = 'all';
  document.body.classList.add('plain');
}

export function showCanvas() {
  document.getElementById('plain').media = drawnMedia;
  document.body.classList.remove('plain');
}

export function ready() {
  document.getElementById('loading')?.remove();
  document.body.classList.add('ready');
}

/**
 * ImGui's renderer asks for the state of WebGL before each frame, to put it back afterwards, and each question waits
 * until the frame before is drawn. Nothing but that renderer changes the state, so the first answer stays right.
 */
export function rememberDrawingState() {
  const canvas = document.getElementById('canvas');
  const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
  const ask = context.getParameter.bind(context);
  const answers = new Map();
  context.getParameter = (name) => {
    if (!answers.has(name)) {
      answers.set(name, ask(name));
    }
    return answers.get(name);
  };
}
