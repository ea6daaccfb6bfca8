// Pictures for comparing: few colours, so that the repository stays small, and compared as eyes compare them.

import { deflateSync } from 'node:zlib';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const kColors = 256;
const kFrequent = 128;  // of them stay for the most frequent: grounds, texts, the steps of a shadow

/** Of pixelmatch: some 13 of 255 shades of grey. What a palette of 256 rounds away stays below 8. */
const kThreshold = 0.05;

const red = (color) => color >> 16;
const green = (color) => (color >> 8) & 255;
const blue = (color) => color & 255;

/** How many pixels have each colour, the most frequent first. */
function countColors({ data }) {
  const counts = new Map();
  for (let i = 0; i < data.length; i += 4) {
    const color = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
}

/**
 * At most 256 colours, and for each colour of the picture its place among them. The rare ones are the smoothed edges of
 * letters and shapes: again and again the one that is farthest from all that were chosen is chosen as well.
 */
function paletteOf(picture) {
  const colors = countColors(picture).map(([color]) => color);
  const few = colors.length <= kColors;
  const palette = [];
  const places = new Int32Array(colors.length);
  const distances = new Float64Array(colors.length).fill(Infinity);
  const choose = (color) => {
    palette.push(color);
    for (let i = 0; i < colors.length; i += 1) {
      const distance = (red(color) - red(colors[i])) ** 2 + (green(color) - green(colors[i])) ** 2
        + (blue(color) - blue(colors[i])) ** 2;
      if (distance < distances[i]) {
        distances[i] = distance;
        places[i] = palette.length - 1;
      }
    }
  };
  colors.slice(0, few ? kColors : kFrequent).forEach(choose);
  while (!few && palette.length < kColors) {
    const farthest = distances.reduce((most, distance, i) => (distance > distances[most] ? i : most), 0);
    choose(colors[farthest]);
  }
  return { palette, places: new Map(colors.map((color, i) => [color, places[i]])) };
}

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) {
    c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  }
  return c >>> 0;
});

/** CRC-32 as PNG has it; node's own came after version 18. */
function checksum(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) {
    c = crcTable[(c ^ byte) & 0xff] ^ (c >>> 8);
  }
  return (c ^ 0xffffffff) >>> 0;
}

function chunk(type, data) {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, 'latin1');
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(checksum(Buffer.concat([head.subarray(4), data])));
  return Buffer.concat([head, data, tail]);
}

/** A PNG with a palette. */
export function encode(picture) {
  const { width, height, data } = picture;
  const { palette, places } = paletteOf(picture);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);  // 8 bits each, a palette
  const rows = Buffer.alloc((width + 1) * height);
  for (let i = 0; i < width * height; i += 1) {
    const color = (data[i * 4] << 16) | (data[i * 4 + 1] << 8) | data[i * 4 + 2];
    rows[i + Math.floor(i / width) + 1] = places.get(color);  // each row begins with its filter: none
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((color) => [red(color), green(color), blue(color)]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function decode(bytes) {
  return PNG.sync.read(bytes);
}

/** The stored picture, or null. */
export async function readPicture(path) {
  try {
    return decode(await readFile(path));
  } catch (error) {
    if (error.code === 'ENOENT') {
      return null;
    }
    throw error;
  }
}

export async function writePicture(path, bytes) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

/**
 * How many pixels look different; `null` when the sizes differ. Edges that are only smoothed differently do not count.
 * Their places are painted in `picture`, where there is one.
 */
export function difference(wanted, actual, picture = null) {
  const { width, height } = wanted;
  if (width !== actual.width || height !== actual.height) {
    return null;
  }
  return pixelmatch(wanted.data, actual.data, picture?.data ?? null, width, height, { threshold: kThreshold });
}

/** A picture of where two of one size differ. */
export function pictureOfDifference(wanted, actual) {
  const picture = new PNG({ width: wanted.width, height: wanted.height });
  difference(wanted, actual, picture);
  return PNG.sync.write(picture);
}
