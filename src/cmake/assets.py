#!/usr/bin/env python3
"""Makes the fonts and the icon font of the portal, and ui/icons.hpp, from the npm packages that assets/ pins.

Each weight of the typeface becomes two TTFs: one with the letters and punctuation of the texts and of most names, which
a first visit loads, and one ("-ext") with the other accents that names have, which is loaded when one of them appears.
They have nothing that neither ImGui's rasteriser nor the short texts of a portal use (hinting, ligatures, kerning).
Nothing is done while the inputs are what they were.
"""
import argparse
import fcntl
import hashlib
import io
import json
import logging
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ASSETS = ROOT / "assets"
FAMILY = "nunito-sans"
WEIGHTS = (400, 600, 700, 800)
BASE = "latin"
EXTENSIONS = ("latin-ext", "vietnamese")
ICON_NAMES = ASSETS / "icons.txt"
BUDGET = 50_000  # bytes of a first visit's fonts together after brotli; the whole visit has 250 kB

PUNCTUATION = {ord(c) for c in "–—‘’‚“”„…•‹›€−′″\u2009"}
LETTERS = set(range(0x20, 0x7F)) | set(range(0xA0, 0x250)) | set(range(0x1E00, 0x1F00))
COMBINING = set(range(0x300, 0x330))
WANTED = LETTERS | PUNCTUATION | COMBINING
# Characters without a glyph of their own that look like another one.
LOOKALIKES = {0x2011: 0x2D, 0x202F: 0x2009}
# Nunito Sans has no arrows; the icon font, which is merged into it, lends them to the texts.
ARROWS = {0x2190: "arrow-left", 0x2192: "arrow-right"}


class Problem(Exception):
    pass


def run_npm():
    """Installs the pinned packages when they are not there or not the pinned ones."""
    lock = ASSETS / "package-lock.json"
    stamp = ASSETS / "node_modules" / ".ouderlogin-lock"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    npm = shutil.which("npm")
    if not npm:
        raise Problem("npm is not installed; it brings the typeface and the icons (Debian's package 'npm').")
    done = subprocess.run([npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=ASSETS, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        raise Problem(f"npm could not install the typeface and the icons; is there a network?\n{done.stdout.strip()}")
    stamp.write_text(wanted)


def fingerprint():
    digest = hashlib.sha256()
    for path in (pathlib.Path(__file__), ASSETS / "package-lock.json", ICON_NAMES):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def compressed(data):
    import brotli
    return len(brotli.compress(data, quality=11))


def cut(path, codepoints):
    """The font with only these characters, without hinting and layout tables."""
    from fontTools import subset
    from fontTools.ttLib import TTFont
    font = TTFont(path)
    font.flavor = None
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.glyph_names = True
    options.notdef_outline = True
    options.name_IDs = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "STAT", "kern", "DSIG", "meta"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codepoints)
    cutter.subset(font)
    return font


def add_glyph(target, source, name, prefix):
    """Copies a glyph with the glyphs it is composed of; one that is there with the same outline is shared."""
    glyph = source["glyf"][name]
    if glyph.isComposite():
        for component in glyph.components:
            component.glyphName = add_glyph(target, source, component.glyphName, prefix)
    new_name = name
    if name in target["glyf"].glyphs:
        same = target["glyf"][name] == glyph and target["hmtx"][name] == source["hmtx"][name]
        if same:
            return name
        new_name = prefix + name
        if new_name in target["glyf"].glyphs:
            return new_name
    target["glyf"][new_name] = glyph
    target["hmtx"][new_name] = source["hmtx"][name]
    return new_name


def file_of(subset_name, weight):
    return ASSETS / f"node_modules/@fontsource/{FAMILY}/files/{FAMILY}-{subset_name}-{weight}-normal.woff2"


def make_weight(weight):
    """The font of a first visit and the one with the other letters."""
    base = cut(file_of(BASE, weight), WANTED)
    known = dict(base.getBestCmap())
    for codepoint, like in LOOKALIKES.items():
        known[codepoint] = known[like]

    extension = cut(file_of(EXTENSIONS[0], weight), WANTED - known.keys())
    others = dict(extension.getBestCmap())
    for name in EXTENSIONS[1:]:
        more = cut(file_of(name, weight), WANTED - known.keys() - others.keys())
        for codepoint, glyph in sorted(more.getBestCmap().items()):
            others[codepoint] = add_glyph(extension, more, glyph, name + ".")
    return save(base, known), save(extension, others)


def make_icons(names):
    codepoints = json.loads((ASSETS / "node_modules/lucide-static/font/codepoints.json").read_text())
    for name in names:
        if name not in codepoints:
            raise Problem(f"{ICON_NAMES}: Lucide has no icon '{name}'.")
    icons = {name: codepoints[name] for name in names}
    font = cut(ASSETS / "node_modules/lucide-static/font/lucide.ttf", set(icons.values()))
    characters = dict(font.getBestCmap())
    for codepoint, name in ARROWS.items():
        characters[codepoint] = characters[icons[name]]
    return save(font, characters), icons


def save(font, characters):
    """The font's bytes, with one table of characters and no names, dates or glyph names."""
    from fontTools.ttLib import newTable
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
    table = CmapSubtable.newSubtable(4)
    table.platformID, table.platEncID, table.language, table.cmap = 3, 1, 0, characters
    font["cmap"] = newTable("cmap")
    font["cmap"].tableVersion = 0
    font["cmap"].tables = [table]
    font["post"].formatType = 3.0
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    for tag in ("gasp", "prep", "fpgm", "cvt ", "FFTM"):
        if tag in font:
            del font[tag]
    data = io.BytesIO()
    font.save(data)
    return data.getvalue()


def constant(name):
    return "k" + "".join(part.capitalize() for part in name.split("-"))


def icon_header(icons):
    lines = []
    for name, codepoint in icons.items():
        escaped = "".join(f"\\x{byte:02X}" for byte in chr(codepoint).encode("utf-8"))
        lines.append(f'inline constexpr const char* {constant(name)} = "{escaped}";')
    return ("#pragma once\n// Generated from assets/icons.txt by src/cmake/assets.py: the characters of Lucide's icons.\n\n"
            "namespace portal::ui::icon {\n\n" + "\n".join(lines) + "\n\n}  // namespace portal::ui::icon\n")


def icon_names():
    names = [line.strip() for line in ICON_NAMES.read_text().splitlines()]
    names = [name for name in names if name and not name.startswith("#")]
    for name in names:
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
            raise Problem(f"{ICON_NAMES}: '{name}' is not an icon's name.")
    if len(set(names)) != len(names):
        raise Problem(f"{ICON_NAMES}: an icon stands there twice.")
    missing = set(ARROWS.values()) - set(names)
    if missing:
        raise Problem(f"{ICON_NAMES}: '{missing.pop()}' is needed for the arrows in texts.")
    return names


def licences():
    """What the fonts' licences ask to accompany them."""
    parts = []
    for title, path in (("Nunito Sans", f"@fontsource/{FAMILY}/LICENSE"), ("Lucide", "lucide-static/LICENSE")):
        text = (ASSETS / "node_modules" / path).read_text(encoding="utf-8").strip()
        parts.append(f"{title}\n{'-' * len(title)}\n{text}\n")
    return "\n".join(parts)


def make(out):
    try:
        import brotli  # noqa: F401
        import fontTools  # noqa: F401
    except ImportError as error:
        raise Problem("Python lacks fontTools or brotli (Debian's python3-fonttools and python3-brotli).") from error
    names = icon_names()
    run_npm()
    stamp = out / "stamp"
    wanted = fingerprint()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("Cutting the fonts and icons", file=sys.stderr)
    fonts = {}
    for weight in WEIGHTS:
        fonts[f"{FAMILY}-{weight}.ttf"], fonts[f"{FAMILY}-{weight}-ext.ttf"] = make_weight(weight)
    fonts["lucide.ttf"], icons = make_icons(names)
    sizes = {name: compressed(data) for name, data in fonts.items()}
    first = sum(size for name, size in sizes.items() if not name.endswith("-ext.ttf"))
    if first > BUDGET:
        raise Problem(f"The fonts of a first visit are {first} bytes after brotli, over their budget of {BUDGET}: {sizes}")
    (out / "fonts").mkdir(parents=True, exist_ok=True)
    (out / "include/ui").mkdir(parents=True, exist_ok=True)
    for name, data in fonts.items():
        (out / "fonts" / name).write_bytes(data)
    (out / "include/ui/icons.hpp").write_text(icon_header(icons))
    (out / "font-licences.txt").write_text(licences(), encoding="utf-8")
    (out / "sizes.json").write_text(json.dumps(sizes, indent=2) + "\n")
    stamp.write_text(wanted)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--out", type=pathlib.Path, default=ROOT / "build/assets", help="folder to write to")
    out = arguments.parse_args().out
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # remarks about glyph names, which are dropped anyway
    out.mkdir(parents=True, exist_ok=True)
    with open(out / ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several build trees may be configured at once
        make(out)


if __name__ == "__main__":
    try:
        main()
    except Problem as problem:
        sys.exit(str(problem))
