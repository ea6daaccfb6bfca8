// Rules of the house that a reader would otherwise have to watch over.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT, filesUnder, place, withoutComments } from './sources.mjs';

const cpp = [...filesUnder('src', '.cpp', '.hpp', '.h'), ...filesUnder('tests', '.cpp', '.hpp', '.h')];
const scripts = [...filesUnder('shell', '.js', '.css'), ...filesUnder('web', '.js'), ...filesUnder('tests', '.mjs'),
  ...filesUnder('src/cmake', '.cmake', '.sh', '.py')];

test('a header is at most 200 lines long and a source at most 400', () => {
  const long = [...cpp, ...scripts]
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ path, lines }) => lines > (/\.(hpp|h)$/.test(path) ? 200 : 400));
  assert.deepEqual(long, []);
});

test('every header guards itself with #pragma once', () => {
  const unguarded = cpp.filter(({ path, text }) => path.endsWith('.hpp') && !/^#pragma once$/m.test(text));
  assert.deepEqual(unguarded.map(({ path }) => path), []);
});

test('nothing is left unfinished', () => {
  const word = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].map((w) => `\\b${w}\\b`).join('|'));
  const unfinished = [...cpp, ...scripts].filter(({ text }) => word.test(text));
  assert.deepEqual(unfinished.map(({ path }) => path), []);
});

for (const folder of ['translations', 'gallery', 'documents', 'mail']) {
  test(`the texts of assets/${folder} are complete, alike in their parameters, and sorted`, () => {
    const check = spawnSync('python3', [join(ROOT, 'src/cmake/texts.py'), '--translations', join(ROOT, 'assets', folder)],
      { encoding: 'utf8' });
    assert.equal(check.status, 0, check.stderr);
  });
}

// What a parent reads: several words, or a capitalised one. Not for a parent: names of headers, media types and fonts.
const VISIBLE = /[\p{L}]{2,}[,.:;!?]? \p{L}|^\p{Lu}\p{Ll}{2,}/u;
const TECHNICAL = /^(Accept|Allow|Authorization|Cookie|Date|Host|Location|Origin|Retry-After|[A-Z][a-z]+(-[A-Z][A-Za-z]+)+|Nunito Sans|[a-z]+\/[a-z+]+(, [a-z]+\/[a-z+]+)*)$/;

test('no visible text is written in the code', () => {
  const written = [];
  for (const file of filesUnder('src', '.cpp', '.hpp').filter(({ path }) => /^src\/(app|ui|gallery|client|platform)\//.test(path))) {
    const code = withoutComments(file.text)
      .replace(/static_assert\s*\((?:[^()"]|"(?:\\.|[^"\\])*"|\([^()]*\))*\)/g, (all) => all.replace(/[^\n]/g, ' '))
      .replace(/(?:IM_ASSERT|assert)\s*\([^\n]*\)/g, (all) => ' '.repeat(all.length))
      .replace(/^EM_(?:ASYNC_)?JS\([\s\S]*?^\}\);?$/gm, (all) => all.replace(/[^\n]/g, ' '));
    for (const literal of code.matchAll(/"((?:\\.|[^"\\\n])*)"/g)) {
      const include = /#[ \t]*include[ \t]*$/.test(code.slice(0, literal.index).split('\n').pop());
      if (!include && VISIBLE.test(literal[1]) && !TECHNICAL.test(literal[1])) {
        written.push(`${place(file, literal.index)} ${literal[0]}`);
      }
    }
  }
  assert.deepEqual(written, []);
});
