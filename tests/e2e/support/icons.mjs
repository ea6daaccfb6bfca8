// The icons under which devices show the portal, all drawn from one SVG.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const web = new URL('../../../web/', import.meta.url);
export const iconFolder = fileURLToPath(new URL('icons/', web));

const svg = readFileSync(new URL('favicon.svg', web), 'utf8');
const ground = svg.match(/<rect[^>]* fill="(#[0-9A-F]{6})"/)[1];

/** `share` of the width is the sign; what devices cut off (a maskable one's edge, the corners) has its colour. */
const kinds = [
  { name: 'any-192.png', size: 192, share: 1 },
  { name: 'any-512.png', size: 512, share: 1 },
  { name: 'maskable-192.png', size: 192, share: 0.75, filled: true },
  { name: 'maskable-512.png', size: 512, share: 0.75, filled: true },
  { name: 'touch-180.png', size: 180, share: 1, filled: true },
];

/** [[name, PNG]] */
export async function drawIcons(browser) {
  const page = await browser.newPage();
  const icons = [];
  for (const { name, size, share, filled } of kinds) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0; display: grid; place-items: center; height: 100vh;
      background: ${filled ? ground : 'transparent'} } svg { width: ${share * 100}% }</style>${svg}`);
    icons.push([name, await page.screenshot({ omitBackground: true })]);
  }
  await page.close();
  return icons;
}
