// Takes over the pictures of now: node golden.mjs [WORD...]. Words choose, "month" or "390-dark"; without them all.

import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openStudios, stored } from './support/golden.mjs';
import { decode, difference, encode, readPicture, writePicture } from './support/pictures.mjs';
import { looks, sizes } from './support/scenes.mjs';

const words = process.argv.slice(2);
const chosen = (name) => words.every((word) => name.includes(word));

const taken = new Set();
let changed = 0;
const studios = await openStudios();
try {
  for (const size of Object.keys(sizes)) {
    for (const look of looks) {
      for await (const [name, png] of studios.photograph(size, look)) {
        taken.add(name);
        const before = await readPicture(join(stored, name));
        // A picture that looks the same stays the same file.
        if (chosen(name) && !(before && difference(before, decode(png)) === 0)) {
          await writePicture(join(stored, name), encode(decode(png)));
          changed += 1;
          console.log(`${before ? 'changed' : 'new    '}  ${name}`);
        }
      }
    }
  }
} finally {
  await studios.close();
}
let bytes = 0;
for (const name of await readdir(stored)) {
  if (taken.has(name)) {
    bytes += (await stat(join(stored, name))).size;
  } else {
    await rm(join(stored, name));
    console.log(`gone     ${name}`);
  }
}
console.log(`${changed} of ${taken.size} pictures are new; together ${(bytes / 1e6).toFixed(1)} MB`);
