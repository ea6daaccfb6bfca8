// The module table: what each part may include. A layer knows only the layers below it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesUnder, place, withoutComments } from './sources.mjs';

const NOTHING = /^$/;
const IMGUI = /^imgui(_internal)?\.h$/;
const MODULES = {
  'core': { modules: [], libraries: NOTHING },
  'semantics': { modules: [], libraries: NOTHING },
  'api': { modules: ['core'], libraries: NOTHING, privateLibraries: /^nlohmann\// },
  'app': { modules: ['core', 'api', 'semantics'], libraries: NOTHING },
  'ui': { modules: ['app', 'semantics', 'core'], libraries: IMGUI },
  'gallery': { modules: ['ui', 'app', 'semantics', 'core'], libraries: IMGUI },
  'platform/headless': { modules: ['app', 'semantics', 'core'], libraries: NOTHING },
  'platform/browser': { modules: ['app', 'semantics', 'core'], libraries: /^(imgui\.h|imgui_impl_opengl3\.h|emscripten(\/.*)?|GLES\d?\/.*)/ },
  'client': { modules: ['core', 'semantics', 'api', 'app', 'ui', 'gallery', 'platform/browser'], libraries: /^(imgui\.h|emscripten(\/.*)?)/ },
  'server': { modules: ['core', 'api'], libraries: /^(curl\/.*|soci|sodium|microhttpd|sqlite3|libpq|cairo|ft2build|qrencode)|^(sys|netinet|arpa|net)\/|^(unistd|fcntl|signal|poll|netdb|sysexits|termios|syslog)\.h$/ },
};
const STANDARD = /^[a-z_]+$/;

const moduleOf = (path) => Object.keys(MODULES).find((name) => path.startsWith(`src/${name}/`));

function includes(file) {
  const code = withoutComments(file.text);
  return [...code.matchAll(/^[ \t]*#[ \t]*include[ \t]+[<"]([^>"]+)[>"]/gm)].map(
    (match) => ({ name: match[1], at: place(file, match.index) }));
}

const sources = filesUnder('src', '.cpp', '.hpp', '.h');

test('every source belongs to a module', () => {
  assert.deepEqual(sources.filter(({ path }) => !moduleOf(path)).map(({ path }) => path), []);
});

for (const [name, rule] of Object.entries(MODULES)) {
  test(`${name} includes only what its layer may know`, () => {
    const wrong = [];
    for (const file of sources.filter(({ path }) => moduleOf(path) === name)) {
      const libraries = [rule.libraries, ...(file.path.endsWith('.cpp') && rule.privateLibraries ? [rule.privateLibraries] : [])];
      for (const { name: included, at } of includes(file)) {
        const known = [name, ...rule.modules].some((module) => included.startsWith(`${module}/`));
        if (!known && !STANDARD.test(included) && !libraries.some((pattern) => pattern.test(included))) {
          wrong.push(`${at} includes ${included}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });
}

test('only the client and its platform know that they run in a browser', () => {
  const wrong = sources.filter(({ path, text }) =>
    !/^src\/(client|platform)\//.test(path) && /__EMSCRIPTEN__|emscripten\.h|EM_JS|EM_ASM/.test(withoutComments(text)));
  assert.deepEqual(wrong.map(({ path }) => path), []);
});

test('a test knows its own module and what that may include', () => {
  const wrong = [];
  for (const name of ['core', 'semantics', 'api', 'app']) {
    // The fake ports are made for the application's tests as much as for the screens'.
    const allowed = [name, ...MODULES[name].modules, ...(name === 'app' ? ['platform/headless'] : [])];
    for (const file of filesUnder('tests', '.cpp', '.hpp').filter(({ path }) => path.startsWith(`tests/${name}/`))) {
      for (const { name: included, at } of includes(file)) {
        const module = Object.keys(MODULES).find((other) => included.startsWith(`${other}/`));
        if (module && !allowed.includes(module)) {
          wrong.push(`${at} includes ${included}`);
        }
      }
    }
  }
  assert.deepEqual(wrong, []);
});
