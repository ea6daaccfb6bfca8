// Every screen and every widget looks as it did when somebody last looked at it (./dev screenshots --accept).

import assert from 'node:assert/strict';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { failed, fileName, openStudios, stored } from './support/golden.mjs';
import { decode, difference, pictureOfDifference, readPicture, writePicture } from './support/pictures.mjs';
import { looks, scenes, sizes } from './support/scenes.mjs';

/** Pixels: less than a comma of small type. */
const kAllowed = 4;

/** What is wrong with a picture, in a line; nothing when all is well. Leaves the pictures that show it. */
async function compare(name, png) {
  const actual = decode(png);
  const wanted = await readPicture(join(stored, name));
  if (!wanted) {
    await writePicture(join(failed, name), png);
    return `${name} is new`;
  }
  const pixels = difference(wanted, actual);
  if (pixels !== null && pixels <= kAllowed) {
    return '';
  }
  await writePicture(join(failed, name), png);
  if (pixels === null) {
    return `${name} is ${actual.width}×${actual.height} and was ${wanted.width}×${wanted.height}`;
  }
  await writePicture(join(failed, name.replace('.png', '.difference.png')), pictureOfDifference(wanted, actual));
  return `${name} differs in ${pixels} pixels`;
}

// Most of the time of a picture is waiting for a page to rest.
describe('the pictures', { concurrency: 3 }, () => {
  let studios = null;
  before(async () => {
    await rm(failed, { recursive: true, force: true });
    studios = await openStudios();
  });
  after(() => studios?.close());

  for (const size of Object.keys(sizes)) {
    for (const look of looks) {
      test(`the pictures at ${size}, ${look.theme}, ${look.language} are those that were accepted`, async () => {
        const wrong = [];
        for await (const [name, png] of studios.photograph(size, look)) {
          wrong.push(await compare(name, png));
        }
        assert.deepEqual(wrong.filter(Boolean), [], `see build/golden; ./dev screenshots --accept takes them over`);
      });
    }
  }
});

test('no picture is stored that nobody takes', async () => {
  const known = new Set(Object.keys(sizes).flatMap((size) => looks.flatMap((look) =>
    [...scenes.portal, ...scenes.gallery].map((scene) => fileName(scene, size, look)))));
  assert.deepEqual((await readdir(stored)).filter((name) => !known.has(name)), []);
});
