// The sentences that a parent reads, from the translations: their wording is theirs, that they appear is tested here.

import { readFileSync } from 'node:fs';

const texts = JSON.parse(readFileSync(new URL('../../../assets/translations/nl.json', import.meta.url), 'utf8'));

/** The Dutch text of `key`, its parameters filled in from `values`. */
export function text(key, values = {}) {
  if (!(key in texts)) {
    throw new Error(`no text ${key}`);
  }
  return texts[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
