// node icons.mjs: draws the icons of web/icons from web/favicon.svg, when that has changed.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './support/browser.mjs';
import { drawIcons, iconFolder } from './support/icons.mjs';

const browser = await launch();
mkdirSync(iconFolder, { recursive: true });
for (const [name, picture] of await drawIcons(browser)) {
  writeFileSync(join(iconFolder, name), picture);
}
await browser.close();
