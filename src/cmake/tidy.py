#!/usr/bin/env python3
"""Runs clang-tidy over our sources, several at once, and remembers which ones were clean.

A source is checked again only when it, a header of ours that it reaches, its compile command or the checks changed.
"""
import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TIDY_NAMES = ("clang-tidy-14", "clang-tidy")
INCLUDE = re.compile(rb'^[ \t]*#[ \t]*include[ \t]+"([^"]+)"', re.MULTILINE)
FINDING = re.compile(r"(error|warning): ")


def our_sources(tree):
    """This tree's compile commands for the sources in the repository: path -> entry."""
    entries = {}
    for entry in json.loads((tree / "compile_commands.json").read_text()):
        path = pathlib.Path(entry["file"]).resolve()
        inside = path.is_relative_to(ROOT) and not path.is_relative_to(ROOT / "build")
        if inside:
            entries[path] = entry
    return entries


class Fingerprints:
    """Hashes of files with everything of ours that they include."""

    def __init__(self, folders):
        self.folders = folders
        self.includes = {}

    def reached(self, path, seen):
        if path in seen or not path.exists():
            return
        seen.add(path)
        if path not in self.includes:
            self.includes[path] = INCLUDE.findall(path.read_bytes())
        for name in self.includes[path]:
            for folder in (path.parent, *self.folders):
                candidate = (folder / name.decode()).resolve()
                if candidate.exists():
                    self.reached(candidate, seen)
                    break

    def of(self, path, extra):
        seen = set()
        self.reached(path, seen)
        digest = hashlib.sha256(extra.encode())
        for file in sorted(seen):
            digest.update(str(file.relative_to(ROOT) if file.is_relative_to(ROOT) else file.name).encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
        return digest.hexdigest()


def emscripten_arguments():
    """What makes clang-tidy read the browser's sources as em++ does."""
    compiler = shutil.which("em++")
    if not compiler:
        return None
    flags = subprocess.run([compiler, "--cflags"], capture_output=True, text=True, check=False)
    if flags.returncode != 0:
        return None
    # Options for the optimiser ("-mllvm" and what follows it) are not for a checker.
    words = shlex.split(flags.stdout)
    return [word for i, word in enumerate(words) if word != "-mllvm" and (i == 0 or words[i - 1] != "-mllvm")]


def check(tidy, tree, path, extra):
    command = [tidy, "-p", str(tree), "--quiet", *[f"--extra-arg-before={a}" for a in extra],
               "--extra-arg=-Wno-unknown-warning-option", "--extra-arg=-Wno-unused-command-line-argument", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    clean = done.returncode == 0 and not FINDING.search(done.stdout)
    return clean, done.stdout.strip() if done.stdout.strip() else done.stderr.strip()


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("trees", type=pathlib.Path, nargs="+", help="build trees; a source is taken from the first that has it")
    arguments.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    arguments.add_argument("--only", nargs="*", help="only sources whose path contains one of these")
    options = arguments.parse_args()

    tidy = next((found for found in map(shutil.which, TIDY_NAMES) if found), None)
    if not tidy:
        sys.exit("clang-tidy is not installed (Debian's package clang-tidy-14).")
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "ouderlogin/tidy"
    cache.mkdir(parents=True, exist_ok=True)
    checks = (ROOT / ".clang-tidy").read_text()

    work = {}
    for tree in options.trees:
        tree = tree.resolve()
        cross = "em++" in (tree / "compile_commands.json").read_text()
        extra = emscripten_arguments() if cross else []
        if extra is None:
            sys.exit("em++ does not tell its flags, so the browser's sources cannot be checked.")
        prints = Fingerprints([ROOT / "src", ROOT / "tests", tree / "generated", ROOT / "build/assets/include"])
        for path, entry in our_sources(tree).items():
            wanted = not options.only or any(part in str(path) for part in options.only)
            if path not in work and wanted:
                command = entry["command"].replace(str(tree), "").replace(str(ROOT), "")
                work[path] = (tree, extra, prints.of(path, checks + command))

    todo = {path: job for path, job in work.items() if not (cache / job[2]).exists()}
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        running = {pool.submit(check, tidy, job[0], path, job[1]): path for path, job in todo.items()}
        for done in concurrent.futures.as_completed(running):
            path = running[done]
            clean, output = done.result()
            if clean:
                (cache / todo[path][2]).touch()
            else:
                failed += 1
                print(f"{path.relative_to(ROOT)}:\n{output}\n", flush=True)
    print(f"{len(work) - failed} of {len(work)} sources clean, {len(work) - len(todo)} of them unchanged since a clean run")
    print(f"TOTAL {len(work) - failed} {failed}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
