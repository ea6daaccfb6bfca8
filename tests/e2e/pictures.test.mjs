// The comparison of pictures: blind for rounding, sharp for what a parent would see.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { decode, difference, encode } from './support/pictures.mjs';

/** A card on a ground, with smoothed strokes on it, as like text as four sines get. */
function draw({ shift = 0, ground = [250, 247, 242], ink = [11, 110, 105] } = {}) {
  const picture = new PNG({ width: 240, height: 160 });
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) {
      const on = x > 20 && x < 220 && y > 20 && y < 140;
      const stroke = on ? Math.max(0, Math.sin((x + shift) / 3) * Math.sin(y / 5) * Math.sin(x / 37 + y / 29)) : 0;
      const base = on ? [255, 255, 255] : ground;
      base.forEach((value, i) => {
        picture.data[(y * picture.width + x) * 4 + i] = Math.round(value * (1 - stroke) + ink[i] * stroke);
      });
      picture.data[(y * picture.width + x) * 4 + 3] = 255;
    }
  }
  return picture;
}

test('what is stored looks like what was taken, and keeps the colours of grounds exactly', () => {
  const taken = draw();
  const stored = decode(encode(taken));
  assert.equal(difference(stored, taken), 0);
  assert.deepEqual([...stored.data.subarray(0, 3)], [250, 247, 242]);
});

test('the stored picture is a small one', () => {
  assert.ok(encode(draw()).length < PNG.sync.write(draw()).length / 2);
});

test('letters that moved by a pixel, another colour and another size are seen', () => {
  const stored = decode(encode(draw()));
  assert.ok(difference(stored, draw({ shift: 1 })) > 100);
  assert.ok(difference(stored, draw({ ink: [122, 62, 157] })) > 100);
  assert.ok(difference(stored, draw({ ground: [210, 247, 242] })) > 100);
  assert.equal(difference(stored, new PNG({ width: 240, height: 161 })), null);
});
