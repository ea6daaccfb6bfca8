// The stored pictures in tests/golden, and what is compared with them.

import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { clock, photographGallery, photographPortal, prepare } from './scenes.mjs';
import { startServer } from './server.mjs';

export const stored = fileURLToPath(new URL('../../golden/', import.meta.url));
export const failed = fileURLToPath(new URL('../../../build/golden/', import.meta.url));

export function fileName(scene, size, { theme, language }) {
  return `${scene}-${size}-${theme}-${language}.png`;
}

export const gallerySite = process.env.OUDERLOGIN_GALLERY || fileURLToPath(new URL('../../../build/gallery', import.meta.url));

/** A portal and a gallery whose clocks stand still, in front of a browser that draws its own fields alike everywhere. */
export async function openStudios() {
  const portal = await startServer({ clock });
  const gallery = await startServer({ clock, client: gallerySite });
  const browser = await launch('--lang=en-US', '--font-render-hinting=none', '--disable-lcd-text');
  const known = await prepare(browser, portal);
  return {
    /** All pictures of one size and look, as [name of the file, png]. */
    async* photograph(size, look) {
      for await (const [scene, png] of photographPortal(browser, portal.base, size, look, known)) {
        yield [fileName(scene, size, look), png];
      }
      for await (const [scene, png] of photographGallery(browser, gallery.base, size, look)) {
        yield [fileName(scene, size, look), png];
      }
    },
    async close() {
      await browser.close();
      await portal.destroy();
      await gallery.destroy();
    },
  };
}
