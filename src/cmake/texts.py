#!/usr/bin/env python3
"""Checks the translations and turns them into C++: an enumerator per text and a table of the texts per language."""
import argparse
import json
import pathlib
import re
import sys

LANGUAGES = ("nl", "en")
KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
PARAMETER = re.compile(r"\{([a-z_]+)\}")
BRACE = re.compile(r"[{}]")


class Problem(Exception):
    pass


def read(path):
    """The file's texts in key order; a key that stands there twice is a mistake that json would hide."""

    def unique(pairs):
        seen = {}
        for key, value in pairs:
            if key in seen:
                raise Problem(f"{path}: the key '{key}' stands there twice.")
            seen[key] = value
        return seen

    try:
        texts = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=unique)
    except (OSError, UnicodeDecodeError) as error:
        raise Problem(f"{path}: cannot be read ({error}).") from error
    except json.JSONDecodeError as error:
        raise Problem(f"{path}: line {error.lineno} is not valid JSON ({error.msg}).") from error
    if not isinstance(texts, dict) or not all(isinstance(value, str) for value in texts.values()):
        raise Problem(f"{path}: must be one object of keys and texts.")
    return texts


def check(path, texts):
    keys = list(texts)
    for before, after in zip(keys, keys[1:]):
        if before > after:
            raise Problem(f"{path}: the key '{after}' comes after '{before}'; keep the keys sorted.")
    for key, text in texts.items():
        if not KEY.fullmatch(key):
            raise Problem(f"{path}: the key '{key}' is not of the form 'screen.thing' in lower case.")
        if not text.strip():
            raise Problem(f"{path}: the text of '{key}' is empty.")
        if BRACE.search(PARAMETER.sub("", text)):
            raise Problem(f"{path}: the text of '{key}' has a brace that is not a {{parameter}}.")


def compare(first_path, first, second_path, second):
    for key in first.keys() - second.keys():
        raise Problem(f"{second_path}: the key '{key}' is missing; {first_path.name} has it.")
    for key in second.keys() - first.keys():
        raise Problem(f"{first_path}: the key '{key}' is missing; {second_path.name} has it.")
    for key in first:
        one, other = (sorted(set(PARAMETER.findall(texts[key]))) for texts in (first, second))
        if one != other:
            raise Problem(f"{second_path}: the text of '{key}' has the parameters {other}; {first_path.name} has {one}.")


def identifier(key):
    return key.replace(".", "_")


def literal(text):
    """A C++ string literal in UTF-8; a byte escape ends its literal so that a following digit cannot join it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


HEADER = """#pragma once
// Generated from {folder} by src/cmake/texts.py.

{includes}#include <cstdint>
#include <optional>
#include <string_view>

namespace portal::{scope} {{

{language}

/// Every visible text of the module; `form_save` is the key "form.save" of the translations.
enum class Text : std::uint16_t {{
{enumerators}
}};

inline constexpr std::size_t kTextCount = {count};

/// The text in a language, with its {{parameters}} still in braces.
[[nodiscard]] std::string_view text(Language language, Text key) noexcept;

/// The text with a dotted key that arrives at run time, such as "problem." plus a problem's code.
[[nodiscard]] std::optional<Text> find_text(std::string_view dotted_key) noexcept;

}}  // namespace portal::{scope}
"""

SOURCE = """// Generated from {folder} by src/cmake/texts.py.
#include "{module}/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace portal::{scope} {{
namespace {{

constexpr std::array<std::string_view, kTextCount> kKeys{{
{keys}
}};

{tables}

}}  // namespace

std::string_view text(Language language, Text key) noexcept {{
    const auto index = static_cast<std::size_t>(key);
    switch (language) {{
{cases}
    }}
    return {{}};
}}

std::optional<Text> find_text(std::string_view dotted_key) noexcept {{
    const auto* const found = std::lower_bound(kKeys.data(), kKeys.data() + kKeys.size(), dotted_key);
    if (found == kKeys.data() + kKeys.size() || *found != dotted_key) {{
        return std::nullopt;
    }}
    return static_cast<Text>(found - kKeys.data());
}}

}}  // namespace portal::{scope}
"""


def table(language, texts, keys):
    rows = "\n".join(f"    {literal(texts[key])}," for key in keys)
    return f"constexpr std::array<std::string_view, kTextCount> k{language.capitalize()}{{\n{rows}\n}};"


def write_if_changed(path, content):
    """Keeps the file's time when nothing changed, so that nothing is compiled again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != content:
        path.write_text(content, encoding="utf-8")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--translations", type=pathlib.Path, required=True, help="folder with nl.json and en.json")
    arguments.add_argument("--module", default="app", help="whose texts they are: a folder of src")
    arguments.add_argument("--languages", help="the module whose languages they are; without it they get their own")
    arguments.add_argument("--header", type=pathlib.Path, help="app/text.hpp to write; without it only the check is done")
    arguments.add_argument("--source", type=pathlib.Path, help="the tables' .cpp to write")
    options = arguments.parse_args()

    paths = {language: options.translations / f"{language}.json" for language in LANGUAGES}
    texts = {language: read(path) for language, path in paths.items()}
    for language, path in paths.items():
        check(path, texts[language])
    compare(paths["nl"], texts["nl"], paths["en"], texts["en"])

    keys = list(texts["nl"])
    names = {}
    for key in keys:
        other = names.setdefault(identifier(key), key)
        if other != key:
            raise Problem(f"{paths['nl']}: the keys '{key}' and '{other}' give the same enumerator.")
    if not options.header:
        return
    place = {"module": options.module, "scope": options.module.replace("/", "::"),
             "folder": f"assets/{options.translations.name}"}
    other = options.languages
    language = f"using {other}::Language;" if other else f"enum class Language : std::uint8_t {{ {', '.join(LANGUAGES)} }};"
    write_if_changed(options.header, HEADER.format(
        **place, includes=f'#include "{other}/text.hpp"\n\n' if other else "", language=language, count=len(keys), enumerators="\n".join(f"    {identifier(key)}," for key in keys)))
    write_if_changed(options.source, SOURCE.format(
        **place,
        keys="\n".join(f'    "{key}",' for key in keys),
        tables="\n\n".join(table(language, texts[language], keys) for language in LANGUAGES),
        cases="\n".join(f"        case Language::{language}:\n            return k{language.capitalize()}[index];"
                        for language in LANGUAGES)))


if __name__ == "__main__":
    try:
        main()
    except Problem as problem:
        sys.exit(f"{problem}")
