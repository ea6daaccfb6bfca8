#!/usr/bin/env python3
"""Puts the site together that a server or a CDN serves: the page, the client, the fonts, each with a brotli copy beside it.

Prints what a first visit downloads and fails when that passes the budget.
"""
import argparse
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUDGET = 400_000  # bytes after brotli: of the whole portal; its first screens were 223 kB
COMPRESSIBLE = {".html", ".css", ".js", ".mjs", ".wasm", ".ttf", ".json", ".svg", ".webmanifest", ".txt"}
# What a first visit leaves alone: pictures for installing, licences, and the fonts of rare letters.
LATER = (".png", ".txt", "-ext.ttf")


class Problem(Exception):
    pass


def sources(client, program, assets):
    """The site's files: path within the site -> file it comes from."""
    files = {}

    def add(name, path):
        if name in files:
            raise Problem(f"{path} and {files[name]} would both be '{name}' of the site.")
        files[name] = path

    for folder in (ROOT / "shell", ROOT / "web"):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.name.endswith("~"):
                add(path.relative_to(folder).as_posix(), path)
    for ending in (".mjs", ".wasm"):
        path = client / (program + ending)
        if not path.exists():
            raise Problem(f"{path} is missing; the client has not been built.")
        add(f"ouderlogin{ending}", path)
    for path in sorted((assets / "fonts").glob("*.ttf")):
        add(f"fonts/{path.name}", path)
    add("font-licences.txt", assets / "font-licences.txt")
    return files


def place(name, source, out, draft):
    """Copies a file that changed, with its brotli copy unless it is a draft; returns the size that is downloaded."""
    target = out / name
    packed = target.with_name(target.name + ".br")
    data = source.read_bytes()
    if not target.exists() or target.read_bytes() != data:
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(target.name + ".part")
        part.write_bytes(data)
        part.replace(target)  # a running server never sees half a file
        packed.unlink(missing_ok=True)
    if draft or target.suffix not in COMPRESSIBLE:
        return len(data)
    import brotli
    if not packed.exists():
        part = target.with_name(target.name + ".br.part")
        part.write_bytes(brotli.compress(data, quality=11))
        part.replace(packed)
    return packed.stat().st_size


def remove_strangers(files, out):
    """Files of an earlier build that the site no longer has."""
    known = set(files) | {name + ".br" for name in files}
    for path in out.rglob("*"):
        if path.is_file() and path.relative_to(out).as_posix() not in known:
            path.unlink()


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--client", type=pathlib.Path, required=True, help="folder with the client's .mjs and .wasm")
    arguments.add_argument("--program", default="ouderlogin", help="name of the client in that folder")
    arguments.add_argument("--draft", action="store_true", help="for looking at: not compressed, and of any size")
    arguments.add_argument("--assets", type=pathlib.Path, default=ROOT / "build/assets", help="folder of assets.py")
    arguments.add_argument("--out", type=pathlib.Path, default=ROOT / "build/site", help="the site's folder")
    arguments.add_argument("--quiet", action="store_true", help="print only a failure")
    options = arguments.parse_args()

    files = sources(options.client, options.program, options.assets)
    options.out.mkdir(parents=True, exist_ok=True)
    sizes = {name: place(name, source, options.out, options.draft) for name, source in files.items()}
    remove_strangers(files, options.out)

    first_visit = {name: size for name, size in sizes.items() if not name.endswith(LATER)}
    total = sum(first_visit.values())
    if not options.quiet and not options.draft:
        for name, size in sorted(first_visit.items(), key=lambda item: -item[1]):
            print(f"{size:9,d}  {name}")
        print(f"{total:9,d}  bytes for a first visit after brotli, of {BUDGET:,d}")
    if total > BUDGET and not options.draft:
        raise Problem(f"A first visit is {total:,d} bytes after brotli, over the budget of {BUDGET:,d}.")


if __name__ == "__main__":
    try:
        main()
    except Problem as problem:
        sys.exit(str(problem))
    except OSError as error:
        sys.exit(f"The site could not be written: {error}.")
