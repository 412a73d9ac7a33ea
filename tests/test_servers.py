"""The header files as running servers read them: nginx, Apache and Caddy answer for each kind of file as promised."""

import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.site.host_files import HOSTING

# The header that the pages' policy stands in, and the others that every answer has.
ALWAYS = {
    "Content-Security-Policy": re.compile(r"default-src 'none'; .*frame-ancestors 'none'"),
    "Referrer-Policy": re.compile("no-referrer"),
    "X-Content-Type-Options": re.compile("nosniff"),
    "Permissions-Policy": re.compile(r"camera=\(\)"),
    "Cross-Origin-Opener-Policy": re.compile("same-origin"),
    "Strict-Transport-Security": re.compile("max-age=31536000"),
}
TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": ("text/javascript", "application/javascript"),
    ".json": "application/json",
    ".csv": "text/csv",
    ".atom": "application/atom+xml",
    ".ics": "text/calendar",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".zip": "application/zip",
}
FOREVER = "public, max-age=31536000, immutable"
_KEPT = re.compile(r"^/assets/(css|js|fonts|sok|jamfor)/")
_APACHE = """ServerRoot {folder}
PidFile {folder}/pid
ErrorLog {folder}/log
Listen 127.0.0.1:{port}
ServerName localhost
{modules}
TypesConfig /etc/mime.types
DocumentRoot {site}
<Directory {site}>
  AllowOverride All
  Require all granted
</Directory>
DirectoryIndex index.html
"""
_MODULES = ["mpm_event", "authz_core", "authz_host", "mime", "dir", "headers", "deflate", "filter", "alias"]
# Started by root it would change to a user who cannot read what the tests built.
_NGINX = """{user}daemon off;
worker_processes 1;
pid {folder}/pid;
error_log {folder}/log;
events {{ worker_connections 64; }}
http {{
  access_log off;
  {temporary}
  server {{
    listen 127.0.0.1:{port};
    root {site};
    include {hosting}/nginx.conf;
  }}
}}
"""
_TEMPORARY = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]


@dataclass(frozen=True)
class Server:
    """A running server."""

    name: str
    port: int

    def get(self, address: str) -> tuple[int, dict[str, str], bytes]:
        """The status, headers and body of an answer; redirects are not followed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", address)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _nginx(folder: Path, site: Path, port: int) -> list[str]:
    shutil.copyfile("/etc/nginx/mime.types", folder / "mime.types")
    temporary = "".join(f"{name}_temp_path {folder}/{name};" for name in _TEMPORARY)
    user = "" if os.geteuid() else "user root;\n"
    settings = _NGINX.format(user=user, folder=folder, site=site, port=port, hosting=HOSTING, temporary=temporary)
    (folder / "nginx.conf").write_text(settings, "utf-8")
    return ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "log")]


def _apache(folder: Path, site: Path, port: int) -> list[str]:
    places = "/usr/lib/apache2/modules"
    modules = "\n".join(f"LoadModule {name}_module {places}/mod_{name}.so" for name in _MODULES)
    (folder / "apache.conf").write_text(_APACHE.format(folder=folder, site=site, port=port, modules=modules), "utf-8")
    return ["apache2", "-f", str(folder / "apache.conf"), "-D", "FOREGROUND"]


def _caddy(folder: Path, site: Path, port: int) -> list[str]:
    text = (HOSTING / "Caddyfile").read_text("utf-8")
    text = text.replace("example.org {", f"http://127.0.0.1:{port} {{").replace("/srv/site", str(site))
    (folder / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https off\n}\n" + text, "utf-8")
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


STARTED = {"nginx": _nginx, "apache": _apache, "caddy": _caddy}


@pytest.fixture(scope="module", params=sorted(STARTED))
def server(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Each server in turn, with the built site at its root."""
    folder, port = tmp_path_factory.mktemp(request.param), _free_port()
    command = STARTED[request.param](folder, site, port)
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(folder)}
    with (folder / "output").open("wb") as output:
        running = subprocess.Popen(command, stdout=output, stderr=output, env=environment)
        try:
            yield _answering(Server(request.param, port), running, folder)
        finally:
            running.terminate()
            running.wait(10)


def _answering(server: Server, running: "subprocess.Popen[bytes]", folder: Path) -> Server:
    """The server once it answers; what it said if it never does."""
    for _ in range(100):
        try:
            server.get("/")
        except OSError:
            assert running.poll() is None, (folder / "output").read_text("utf-8")
            time.sleep(0.1)
        else:
            return server
    raise AssertionError((folder / "output").read_text("utf-8"))


def _addresses(site: Path) -> dict[str, str]:
    """One file of each kind in each place that has rules of its own, by address."""
    found: dict[tuple[str, str], str] = {}
    for path in sorted(site.rglob("*")):
        address = f"/{path.relative_to(site).as_posix()}"
        place = next((part for part in ("/assets/", "/data/") if address.startswith(part)), "/")
        if path.is_file() and path.suffix in TYPES:
            found.setdefault((place, path.suffix), address)
    return {address: suffix for (_, suffix), address in found.items()}


def test_each_kind_of_file_has_its_type_and_every_header(server: Server, site: Path) -> None:
    addresses = _addresses(site)
    assert set(TYPES) == set(addresses.values())
    for address, suffix in addresses.items():
        status, headers, body = server.get(address)
        assert status == 200, address
        assert body, address
        kinds = TYPES[suffix] if isinstance(TYPES[suffix], tuple) else (TYPES[suffix],)
        assert headers["Content-Type"].split(";")[0] in kinds, address
        for name, right in ALWAYS.items():
            assert right.search(headers.get(name, "")), (address, name)
        assert headers.get("Cache-Control") == (FOREVER if _KEPT.match(address) else "no-cache"), address
        assert headers.get("Access-Control-Allow-Origin") == ("*" if address.startswith("/data/") else None), address


def test_a_folder_without_its_slash_leads_to_the_page(server: Server) -> None:
    status, headers, _ = server.get("/grupper/bebo")
    assert status in {301, 302, 308}
    assert headers["Location"].endswith("/grupper/bebo/")
    assert server.get("/grupper/bebo/")[0] == 200


@pytest.mark.parametrize("address", ["/finns-inte/", "/assets/js/gammal.0123456789.js"])
def test_what_is_missing_answers_with_the_page_that_helps_and_is_not_kept(
    server: Server, site: Path, address: str
) -> None:
    status, headers, body = server.get(address)
    assert status == 404
    assert body == (site / "404.html").read_bytes()
    assert "immutable" not in headers.get("Cache-Control", "")
    assert ALWAYS["Content-Security-Policy"].search(headers["Content-Security-Policy"])


@pytest.mark.parametrize("name", [".htaccess", "_headers"])
def test_settings_for_servers_are_not_shown(server: Server, name: str) -> None:
    assert server.get(f"/{name}")[0] in {403, 404}
