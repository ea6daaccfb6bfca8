// Pictures for comparing: few colours, so that the repository stays small, and compared as eyes compare them.

import { deflateSync } from 'node:zlib';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const kExact = 176;  // colours that stay as they are: grounds, texts, the steps of a shadow
const kColors = 256;

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

/** The means of rare colours that lie close to each other: the smoothed edges of letters and shapes. */
function clusters(rare) {
  const buckets = new Map();
  for (const [color, count] of rare) {
    const key = ((red(color) >> 4) << 8) | ((green(color) >> 4) << 4) | (blue(color) >> 4);
    const bucket = buckets.get(key) ?? { count: 0, red: 0, green: 0, blue: 0 };
    bucket.count += count;
    bucket.red += red(color) * count;
    bucket.green += green(color) * count;
    bucket.blue += blue(color) * count;
    buckets.set(key, bucket);
  }
  return [...buckets.values()].sort((one, other) => other.count - one.count).map((bucket) =>
    (Math.round(bucket.red / bucket.count) << 16) | (Math.round(bucket.green / bucket.count) << 8)
      | Math.round(bucket.blue / bucket.count));
}

function nearest(palette, color) {
  let best = 0;
  let least = Infinity;
  palette.forEach((candidate, place) => {
    const distance = (red(candidate) - red(color)) ** 2 + (green(candidate) - green(color)) ** 2
      + (blue(candidate) - blue(color)) ** 2;
    if (distance < least) {
      least = distance;
      best = place;
    }
  });
  return best;
}

/** At most 256 colours, and for each colour of the picture its place among them. */
function paletteOf(picture) {
  const counted = countColors(picture);
  const exact = counted.slice(0, counted.length > kColors ? kExact : kColors).map(([color]) => color);
  const palette = [...exact, ...clusters(counted.slice(exact.length)).slice(0, kColors - exact.length)];
  const places = new Map(exact.map((color, place) => [color, place]));
  for (const [color] of counted.slice(exact.length)) {
    places.set(color, nearest(palette, color));
  }
  return { palette, places };
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
 * How many pixels look different, and a picture of where. Edges that are only smoothed differently do not count.
 * `null` when the sizes differ.
 */
export function difference(wanted, actual) {
  const { width, height } = wanted;
  if (width !== actual.width || height !== actual.height) {
    return null;
  }
  const picture = new PNG({ width, height });
  const pixels = pixelmatch(wanted.data, actual.data, picture.data, width, height, { threshold: 0.12 });
  return { pixels, picture: PNG.sync.write(picture) };
}
