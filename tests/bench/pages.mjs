// The two pages that are measured: how each is found in the document. The functions run inside the page.

/** The portal: its mirror says what is drawn on the canvas. */
export const portal = {
  name: 'portal',
  next: () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Volgende maand'),
  previous: () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Vorige maand'),
  /** The month that is drawn with its care, or nothing. */
  month: () => {
    const grid = document.querySelector('[role="grid"]');
    const cared = grid && grid.getAttribute('aria-busy') !== 'true' && /\d\d:\d\d/.test(grid.innerHTML);
    return cared ? grid.getAttribute('aria-label') || document.title : '';
  },
};

/** React and FullCalendar with the same data. */
export const comparison = {
  name: 'React + FullCalendar',
  next: () => document.querySelector('.fc-next-button'),
  previous: () => document.querySelector('.fc-prev-button'),
  month: () => {
    return document.querySelector('.fc-daygrid-event') ? document.querySelector('.fc-toolbar-title').textContent : '';
  },
};

/** Runs before anything else of a page: notes when its month has been drawn, and counts WebAssembly's memory. */
export function watch(page) {
  const bench = { ...page, usable: 0, memory: null };
  globalThis.bench = bench;
  /** The time of the frame after the first one in which `is` holds. */
  bench.until = (is) => new Promise((resolve) => {
    const look = () => (is() ? requestAnimationFrame(() => resolve(performance.now())) : requestAnimationFrame(look));
    look();
  });
  document.addEventListener('DOMContentLoaded', async () => {
    bench.usable = await bench.until(() => bench.month());
  });
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...values) => {
    const made = await instantiate.apply(WebAssembly, values);
    const exported = Object.values((made.instance ?? made).exports);
    bench.memory = exported.find((value) => value instanceof WebAssembly.Memory) ?? null;
    return made;
  };
}
