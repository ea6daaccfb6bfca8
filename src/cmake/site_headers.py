"""The rules of web/_headers as the places that serve the client want them: CDN hosts, and nginx."""
import re

MEDIA_TYPES = {
    "html": "text/html", "css": "text/css", "js": "text/javascript", "mjs": "text/javascript",
    "wasm": "application/wasm", "json": "application/json", "webmanifest": "application/manifest+json",
    "svg": "image/svg+xml", "png": "image/png", "webp": "image/webp", "ttf": "font/ttf", "txt": "text/plain",
}


def parse(text):
    """[(pattern, [(name, value)])]"""
    rules = []
    for line in text.splitlines():
        if line.startswith("  "):
            name, value = line.strip().split(": ", 1)
            rules[-1][1].append((name, value))
        elif line and not line.startswith("#"):
            rules.append((line, []))
    return rules


def with_api(text, api_base):
    """Lets pages ask an API of another origin."""
    origin = re.match(r"https?://[^/]+", api_base)
    return text.replace("connect-src 'self'", f"connect-src 'self' {origin.group()}") if origin else text


def quoted(value):
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def variable(header):
    return "$ouderlogin_" + header.lower().replace("-", "_")


def cases(rules, header):
    """The lines of an nginx map from the path of a file to the header's value."""
    for pattern, headers in rules:
        for name, value in headers:
            if name == header:
                key = f"~^{re.escape(pattern[:-1])}" if pattern.endswith("*") else pattern
                yield f"    {key} {quoted(value)};\n"


def nginx(text, root):
    """A configuration for nginx's http block."""
    rules = parse(text)
    everywhere = dict(rules)["/*"]
    by_path = [rule for rule in rules if rule[0] != "/*"]
    varying = sorted({name for _, headers in by_path for name, _ in headers})
    maps = "".join(f"map $uri {variable(name)} {{\n{''.join(cases(by_path, name))}}}\n\n" for name in varying)
    always = "".join(f"    add_header {name} {quoted(value)} always;\n" for name, value in everywhere)
    # Without "always": an answer that something is missing may not be kept like the file itself.
    some = "".join(f"    add_header {name} {variable(name)};\n" for name in varying)
    types = "".join(f"        {media} {ending};\n" for ending, media in MEDIA_TYPES.items())
    return f"""# Ouderlogin's client behind nginx: for the http block, e.g. as /etc/nginx/conf.d/ouderlogin.conf.
# Made by ./dev package from web/_headers. Set server_name, listen (with your certificate) and root.

{maps}server {{
    listen 80;
    server_name _;
    root {root};

    charset utf-8;
    charset_types text/html text/css text/javascript text/plain;
    types {{
{types}    }}

    # The copies that stand beside each file. For brotli too: install libnginx-mod-http-brotli-static.
    gzip_static on;
    # brotli_static on;

{always}{some}
    # Files are there or not; every other path is a screen of the portal, and gets the page.
    location ~ \\.[^/]*$ {{
        try_files $uri =404;
    }}
    location / {{
        try_files /index.html =404;
    }}

    # The API on this origin, where it has none of its own:
    # location ^~ /api/ {{
    #     add_header Vary "";  # it has headers of its own: none of those above
    #     proxy_pass http://127.0.0.1:8080;
    #     proxy_set_header Host $host;
    #     proxy_set_header X-Forwarded-For $remote_addr;
    # }}
}}
"""
