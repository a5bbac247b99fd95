"""What the server answers, asked as a browser and as others ask."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import httpx
    from tests.py.cli.conftest import RunCommand


@pytest.fixture(scope="module")
def url(run_command: RunCommand, script: Path) -> str:
    return run_command(script, "--port", "0").url


@pytest.fixture
def edited(run_command: RunCommand, script: Path, tmp_path: Path) -> tuple[Path, str]:
    """Serve a copy of the app that a test may change: the script and the server's address."""
    folder = Path(shutil.copytree(script.parent, tmp_path / "app"))
    return folder / script.name, run_command(folder / script.name, "--port", "0").url


@pytest.mark.parametrize(
    ("file", "mime_type"),
    [
        ("assets/main.js", "text/javascript"),
        ("assets/worker.mjs", "text/javascript"),
        ("assets/core.wasm", "application/wasm"),
        ("", "text/html"),
    ],
)
def test_every_file_has_the_type_that_browsers_insist_on(
    url: str, client: httpx.Client, file: str, mime_type: str
) -> None:
    assert client.get(url + file).headers["content-type"].partition(";")[0] == mime_type


@pytest.mark.parametrize(
    ("accepted", "sent"), [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("identity", None)]
)
def test_a_compressed_copy_is_sent_to_a_browser_that_takes_it(
    url: str, client: httpx.Client, accepted: str, sent: str | None
) -> None:
    request = client.build_request("GET", url + "assets/big.js")
    request.headers["accept-encoding"] = accepted
    response = client.send(request, stream=True)
    assert response.headers.get("content-encoding") == sent
    assert response.headers["content-type"].partition(";")[0] == "text/javascript"
    assert b"".join(response.iter_raw()).decode() == (sent or "as it is")


@pytest.mark.parametrize("file", ["", "assets/main.js", "_app/app.py"])
def test_a_file_is_checked_each_time_and_sent_once(
    url: str, client: httpx.Client, file: str
) -> None:
    first = client.get(url + file)
    assert first.headers["cache-control"] == "no-cache"
    again = client.get(url + file, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""


def test_the_page_is_told_that_there_is_an_app(url: str, client: httpx.Client) -> None:
    html = client.get(url).text
    assert '<head><meta name="tabstream-app" content="_app.json">' in html


def test_no_service_worker_keeps_what_is_served_here(
    url: str, client: httpx.Client, site: Path
) -> None:
    assert '<meta name="tabstream-offline" content="off">' in client.get(url).text
    off = (site / "service-worker-off.js").read_text()
    assert client.get(f"{url}service-worker.js").text == off


def test_without_a_script_nothing_is_said_of_one(
    run_command: RunCommand, client: httpx.Client, site: Path
) -> None:
    url = run_command("--port", "0").url
    assert client.get(url).text == (site / "index.html").read_text().replace('"on"', '"off"')
    assert client.get(f"{url}_app.json").status_code == 404


def test_the_app_is_described_without_what_is_nobodys_business(
    url: str, client: httpx.Client, script: Path
) -> None:
    app = client.get(f"{url}_app.json").json()
    assert app["entry"] == "app.py"
    assert app["argv"] == []
    assert sorted(file["path"] for file in app["files"]) == [
        ".streamlit/config.toml",
        ".streamlit/secrets.toml",
        "app.py",
        "data/rain.csv",
        "helper.py",
    ]
    (entry,) = (file for file in app["files"] if file["path"] == "app.py")
    assert entry["size"] == script.stat().st_size
    assert entry["mtime_ms"] == script.stat().st_mtime_ns // 1_000_000


def test_the_files_of_the_app_are_served(url: str, client: httpx.Client) -> None:
    app = client.get(f"{url}_app.json").json()
    for file in app["files"]:
        assert client.get(url + app["base"] + file["path"]).text == f"# {file['path']}\n"


@pytest.mark.parametrize(
    "path",
    [
        ".env",
        ".git/config",
        ".streamlit/credentials.toml",
        "__pycache__/helper.cpython-314.pyc",
        "../site/index.html",
        "%2e%2e/site/index.html",
        "data/../../site/index.html",
    ],
)
def test_no_other_file_is_served(url: str, client: httpx.Client, path: str) -> None:
    assert client.get(f"{url}_app/{path}").status_code == 404


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8501", "localhost.evil.example"])
@pytest.mark.parametrize("path", ["", "_app.json", "_app/app.py"])
def test_a_request_under_another_name_is_refused(
    url: str, client: httpx.Client, host: str, path: str
) -> None:
    refusal = client.get(url + path, headers={"Host": host})
    assert refusal.status_code == 403
    assert "This server answers to localhost" in refusal.text


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8501", "[::1]:8501", "[::1]"])
def test_this_machines_own_names_are_answered(url: str, client: httpx.Client, host: str) -> None:
    assert client.get(f"{url}_app.json", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("path", ["_app.json", "_app/app.py", "_app/.streamlit/secrets.toml"])
def test_another_origin_can_neither_read_nor_embed_the_files(
    url: str, client: httpx.Client, path: str
) -> None:
    asked = client.get(url + path, headers={"Origin": "https://evil.example"})
    assert not [name for name in asked.headers if name.startswith("access-control-")]
    assert asked.headers["cross-origin-resource-policy"] == "same-origin"
    for site in ("cross-site", "same-site"):
        assert client.get(url + path, headers={"Sec-Fetch-Site": site}).status_code == 403


def test_isolation_is_an_option(
    run_command: RunCommand, client: httpx.Client, url: str, script: Path
) -> None:
    isolated = run_command(script, "--port", "0", "--isolated").url
    for path in ("", "assets/worker.mjs"):
        headers = client.get(isolated + path).headers
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["cross-origin-embedder-policy"] == "credentialless"
        assert "cross-origin-opener-policy" not in client.get(url + path).headers


def test_a_save_is_told_to_every_page(client: httpx.Client, edited: tuple[Path, str]) -> None:
    script, url = edited
    events = f"{url}_app.events"
    with client.stream("GET", events) as one, client.stream("GET", events) as two:
        pages = [one.iter_lines(), two.iter_lines()]
        for lines in pages:
            assert next(lines) == ": watching"
        (script.parent / ".env").write_text("nobody's business")
        script.write_text("print('saved')\n")
        (script.parent / "helper.py").unlink()
        seen: set[tuple[str, str]] = set()
        for lines in pages:
            seen.clear()
            while len(seen) < 2:
                line = next(lines)
                if line.startswith("data: "):
                    event = json.loads(line.removeprefix("data: "))
                    seen |= {(kind, path) for kind in event for path in event[kind]}
            assert seen == {("changed", "app.py"), ("removed", "helper.py")}


def test_a_file_saved_by_replacing_it_has_changed(
    client: httpx.Client, edited: tuple[Path, str]
) -> None:
    script, url = edited
    with client.stream("GET", f"{url}_app.events") as events:
        lines = events.iter_lines()
        assert next(lines) == ": watching"
        fresh = script.with_name(".app.py.swap")
        fresh.write_text("print('replaced')\n")
        fresh.replace(script)
        event = next(line for line in lines if line.startswith("data: "))
        assert json.loads(event.removeprefix("data: ")) == {"changed": ["app.py"], "removed": []}
