// What the client has to know of the screen (src/app/viewport.hpp), told again whenever it changes.

const flags = {
  dark: ['(prefers-color-scheme: dark)'],
  contrast: ['(prefers-contrast: more)', '(forced-colors: active)'],
  still: ['(prefers-reduced-motion: reduce)'],
  touch: ['(pointer: coarse)'],
};

const queries = Object.values(flags).map((list) => list.map((text) => matchMedia(text)));

let wasm = null;
let told = '';

function visibleHeight() {
  const visual = globalThis.visualViewport;
  // Pinched in, the layout stays as it was; otherwise what the soft keyboard leaves free counts.
  return visual && Math.abs(visual.scale - 1) < 0.01 ? visual.height : document.documentElement.clientHeight;
}

function lengthOf(style, name) {
  return parseFloat(style.getPropertyValue(name)) || 0;
}

function tell() {
  const root = document.documentElement;
  const style = getComputedStyle(root);
  const bits = queries.map((list) => list.some((query) => query.matches));
  const values = [
    root.clientWidth,
    visibleHeight(),
    globalThis.devicePixelRatio || 1,
    parseFloat(style.fontSize) / 16 || 1,
    Math.max(0, globalThis.scrollY),
    lengthOf(style, '--safe-top'),
    lengthOf(style, '--safe-bottom'),
    bits.reduce((sum, bit, index) => sum + (bit ? 2 ** index : 0), 0),
  ];
  const text = values.join();
  if (text !== told) {
    told = text;
    wasm.screen(...values);
  }
}

/** Fires when the window moves to a screen of another density, or the browser's zoom changes. */
function watchPixelRatio() {
  const query = matchMedia(`(resolution: ${globalThis.devicePixelRatio}dppx)`);
  query.addEventListener('change', () => {
    watchPixelRatio();
    tell();
  }, { once: true });
}

/** Tells the client the screen now and from now on; `exports` are the client's functions. */
export function observe(exports) {
  wasm = exports;
  const sizes = new ResizeObserver(tell);
  sizes.observe(document.documentElement);
  sizes.observe(document.getElementById('probe'));  // as wide as the root's font is high
  addEventListener('resize', tell);
  addEventListener('scroll', tell, { passive: true });
  addEventListener('pageshow', tell);
  globalThis.visualViewport?.addEventListener('resize', tell);
  for (const query of queries.flat()) {
    query.addEventListener('change', tell);
  }
  watchPixelRatio();
  tell();
}

export function scrollTo(y) {
  globalThis.scrollTo({ top: Number(y), behavior: 'instant' });
}
