#!/usr/bin/env python3
"""Puts the site together that a server or a CDN serves: the page at its root, and in app/ the files that it loads, which
carry a hash of their content in their names; each with a brotli and a gzip copy beside it.

Prints what a first visit downloads and fails when that passes the budget.
"""
import argparse
import gzip
import hashlib
import json
import pathlib
import re
import subprocess
import sys

import site_headers

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUDGET = 420_000  # bytes after brotli: of the whole portal, which works offline; its first screens were 223 kB
COMPRESSIBLE = {".html", ".css", ".js", ".mjs", ".wasm", ".ttf", ".json", ".svg", ".webmanifest", ".txt"}
# What a first visit leaves alone: pictures for installing, licences, and the fonts of rare letters.
LATER = re.compile(r"\.(png|txt)$|-ext-\w+\.ttf$|^(404\.html|_headers|_redirects)$")
# How files name each other; the group is the name.
REFERENCES = {
    ".html": re.compile(r'(?<=")/([\w./-]+)(?=")'),
    ".js": re.compile(r"(?<=')\./([\w.-]+)(?=')"),
}


class Problem(Exception):
    pass


def sources(client, program, assets):
    """What the site is made of: the names that files are known by here -> their paths; first those that get a hash."""
    hashed, fixed = {}, {}
    for path in sorted((ROOT / "shell").iterdir()):
        (fixed if path.suffix == ".html" else hashed)[path.name] = path
    for ending in (".mjs", ".wasm"):
        path = client / (program + ending)
        if not path.exists():
            raise Problem(f"{path} is missing; the client has not been built.")
        hashed["ouderlogin" + ending] = path
    for path in sorted((assets / "fonts").glob("*.ttf")):
        hashed[f"fonts/{path.name}"] = path
    for path in sorted((ROOT / "web").rglob("*")):
        if path.is_file():
            fixed[path.relative_to(ROOT / "web").as_posix()] = path
    fixed["font-licences.txt"] = assets / "font-licences.txt"
    return hashed, fixed


class Builder:
    """Gives files their names and puts these names into the files that use them."""

    def __init__(self, hashed):
        self.hashed = hashed
        self.made = {}  # name here -> (name in the site, content)
        self.being_made = []

    def make(self, name):
        if name in self.made:
            return self.made[name]
        if name in self.being_made:
            raise Problem(f"{' and '.join(self.being_made)} need each other; one of them has to be named first.")
        self.being_made.append(name)
        content = self.linked(self.hashed[name])
        self.being_made.remove(name)
        path = pathlib.PurePosixPath(name)
        self.made[name] = (f"app/{path.stem}-{hashlib.sha256(content).hexdigest()[:12]}{path.suffix}", content)
        return self.made[name]

    def linked(self, path):
        """The file's content, with the names in the site of the files that it names."""
        content = path.read_bytes()
        pattern = REFERENCES.get(path.suffix)
        if not pattern:
            return content
        prefix = "/" if path.suffix == ".html" else "./"

        def link(match):
            if match.group(1) not in self.hashed:
                return match.group()
            name = self.make(match.group(1))[0]
            return prefix + (name if prefix == "/" else name.removeprefix("app/"))

        return pattern.sub(link, content.decode()).encode()


def png_size(data):
    return f"{int.from_bytes(data[16:20], 'big')}x{int.from_bytes(data[20:24], 'big')}"


def add_manifest(site, config):
    """The manifest with the organisation's name, and the pictures of the portal that it names, with their sizes."""
    manifest = json.loads(site["manifest.webmanifest"])
    manifest["name"] = config.get("organisation", manifest["name"])
    for picture in manifest["screenshots"]:
        name = picture["src"].removeprefix("/")
        site[name] = (ROOT / "assets" / name).read_bytes()
        picture["sizes"] = png_size(site[name])
    site["manifest.webmanifest"] = json.dumps(manifest, ensure_ascii=False, indent=2).encode()


def read_config(path):
    """The organisation's config.json, checked by the code that reads it in the browser."""
    script = ("import { readFileSync } from 'node:fs'; import { readConfig } from " + json.dumps((ROOT / "shell/config.mjs").as_uri()) +
              "; console.log(JSON.stringify(readConfig(JSON.parse(readFileSync(process.argv[1], 'utf8')))));")
    checked = subprocess.run(["node", "--input-type=module", "-e", script, str(path)], capture_output=True, text=True)
    if checked.returncode != 0:
        raise Problem(f"{path} cannot be read as JSON.")
    answer = json.loads(checked.stdout)
    if answer["faults"]:
        raise Problem(f"{path}: not understood: {', '.join(answer['faults'])}.")
    return answer["config"]


def release(site):
    """What the service worker keeps on the device, and under which name: {version, files: path -> SHA-256}."""
    kept = {f"/{name}": data for name, data in site.items() if name.startswith("app/")}
    kept |= {"/": site["index.html"], "/favicon.svg": site["favicon.svg"]}
    files = {path: hashlib.sha256(data).hexdigest() for path, data in kept.items()}
    # Pages keep the headers that they came with: other headers are another version.
    whole = json.dumps(files).encode() + site["_headers"] + site["sw.js"]
    return json.dumps({"version": hashlib.sha256(whole).hexdigest()[:12], "files": files}, indent=1)


def contents(options):
    """The whole site: path within it -> content."""
    hashed, fixed = sources(options.client, options.program, options.assets)
    builder = Builder(hashed)
    site = dict(builder.make(name) for name in hashed)
    for name, path in fixed.items():
        site[name] = builder.linked(path) if name == "index.html" else path.read_bytes()
    config = read_config(options.config) if options.config else {}
    add_manifest(site, config)
    if config:
        site["config.json"] = options.config.read_bytes()
        site["_headers"] = site_headers.with_api(site["_headers"].decode(), config["apiBase"]).encode()
    site["sw.js"] = site["sw.js"].replace(b"= RELEASE;", f"= {release(site)};".encode())
    return site


def write(target, data):
    """So that a running server never sees half a file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    part.write_bytes(data)
    part.replace(target)


def place(name, data, out, draft):
    """Writes a file that changed, with its packed copies unless it is a draft; returns the size that is downloaded."""
    target = out / name
    packed = {ending: target.with_name(target.name + ending) for ending in (".br", ".gz")}
    if not target.exists() or target.read_bytes() != data:
        write(target, data)
        for path in packed.values():
            path.unlink(missing_ok=True)
    if draft or target.suffix not in COMPRESSIBLE:
        return len(data)
    import brotli
    if not packed[".br"].exists():
        write(packed[".br"], brotli.compress(data, quality=11))
    if not packed[".gz"].exists():
        write(packed[".gz"], gzip.compress(data, 9, mtime=0))
    return packed[".br"].stat().st_size


def remove_strangers(names, out):
    """Files of an earlier build that the site no longer has."""
    known = {name + ending for name in names for ending in ("", ".br", ".gz")}
    for path in out.rglob("*"):
        if path.is_file() and path.relative_to(out).as_posix() not in known:
            path.unlink()
    for path in sorted(out.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def report(sizes):
    first_visit = {name: size for name, size in sizes.items() if not LATER.search(name)}
    for name, size in sorted(first_visit.items(), key=lambda item: -item[1]):
        print(f"{size:9,d}  {name}")
    total = sum(first_visit.values())
    print(f"{total:9,d}  bytes for a first visit after brotli, of {BUDGET:,d}")
    if total > BUDGET:
        raise Problem(f"A first visit is {total:,d} bytes after brotli, over the budget of {BUDGET:,d}.")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--client", type=pathlib.Path, required=True, help="folder with the client's .mjs and .wasm")
    arguments.add_argument("--program", default="ouderlogin", help="name of the client in that folder")
    arguments.add_argument("--draft", action="store_true", help="for looking at: not compressed, and of any size")
    arguments.add_argument("--assets", type=pathlib.Path, default=ROOT / "build/assets", help="folder of assets.py")
    arguments.add_argument("--out", type=pathlib.Path, default=ROOT / "build/site", help="the site's folder")
    arguments.add_argument("--config", type=pathlib.Path, help="an organisation's config.json")
    arguments.add_argument("--nginx", type=pathlib.Path, help="where to write a configuration for nginx")
    options = arguments.parse_args()

    site = contents(options)
    sizes = {name: place(name, data, options.out, options.draft) for name, data in site.items()}
    remove_strangers(site, options.out)
    if options.nginx:
        write(options.nginx, site_headers.nginx(site["_headers"].decode(), options.out.resolve()).encode())
    if not options.draft:
        report(sizes)


if __name__ == "__main__":
    try:
        main()
    except Problem as problem:
        sys.exit(str(problem))
    except OSError as error:
        sys.exit(f"The site could not be written: {error}.")
