"""The command line as a person meets it."""
import os
import subprocess

import pytest

from conftest import PROGRAM, get, get_json, run, serving
from test_import import issue, serials, site, write  # noqa: F401 (fixtures)

COMMANDS = ["init", "import", "serve", "export", "check", "backup", "restore", "theme", "read-manuscript", "user"]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(command):
    said = run(command, "--help").stdout
    assert f"broadsheet {command}" in said and ("Example" in said or "example" in said)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_speaks_chinese_where_the_locale_does(command):
    done = subprocess.run([PROGRAM, command, "--help"], capture_output=True, text=True, env={**os.environ, "LC_ALL": "zh_CN.UTF-8"})
    assert any("\u4e00" <= letter <= "\u9fff" for letter in done.stdout)


def test_init_never_overwrites(site):
    (site / "broadsheet.yaml").write_text("publication: {name: 报}\n")
    done = run("init", site, check=False)
    assert done.returncode == 73
    assert (site / "broadsheet.yaml").read_text() == "publication: {name: 报}\n"


def test_a_wrong_key_is_named_with_its_line_and_the_nearest(site):
    file = site / "broadsheet.yaml"
    file.write_text(file.read_text().replace("  name:", "  nmae:", 1))
    done = run("check", site, check=False)
    assert done.returncode == 78
    assert "broadsheet.yaml:" in done.stderr and "nmae" in done.stderr and "name" in done.stderr


def test_a_second_server_is_refused(site):
    with serving(site):
        done = run("serve", site, "--port", "0", check=False)
        assert done.returncode == 75 and done.stderr.count("\n") == 1


def test_a_folder_that_is_no_site(tmp_path):
    for command in (["serve", tmp_path], ["check", tmp_path], ["export", tmp_path, tmp_path / "out"]):
        done = run(*command, check=False)
        assert done.returncode == 66 and "broadsheet init" in done.stderr, command


def test_backup_while_serving_and_restore(site, issue, tmp_path):
    run("import", site, issue)
    file, other = tmp_path / "paper.tar", tmp_path / "other"
    with serving(site) as base:
        run("backup", site, file)
        before = get(base + "/")[2]
        refused = run("restore", file, site, check=False)
        assert refused.returncode == 75
    run("restore", file, other)
    run("check", other)
    with serving(other) as base:
        assert get(base + "/")[2] == before


def test_a_damaged_backup_replaces_nothing(site, issue, tmp_path):
    run("import", site, issue)
    file = tmp_path / "paper.tar"
    run("backup", site, file)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(data)
    done = run("restore", file, site, check=False)
    assert done.returncode == 65
    with serving(site) as base:
        assert len(serials(base)) == 1


def test_check_finds_a_damaged_medium(demo_site, tmp_path):
    copy = tmp_path / "copy"
    subprocess.run(["cp", "-a", str(demo_site), str(copy)], check=True)
    for extra in (".lock",):
        (copy / extra).unlink(missing_ok=True)
    medium = next(path for path in (copy / "media").rglob("*") if path.is_file() and path.stat().st_size)
    data = bytearray(medium.read_bytes())
    data[-1] ^= 1
    medium.write_bytes(data)
    done = run("check", copy, check=False)
    assert done.returncode == 1 and medium.name[:8] in done.stdout + done.stderr


def test_a_theme_of_ones_own(site, issue):
    run("import", site, issue)
    run("theme", "new", site / "themes/ours")
    file = site / "themes/ours/templates/about.mustache"
    file.write_text(file.read_text().replace("<h1", "<p>自己的版式</p><h1", 1))
    settings = site / "broadsheet.yaml"
    import re

    settings.write_text(re.sub(r"(?m)^(\s+theme:).*$", r"\1 themes/ours", settings.read_text(), count=1))
    with serving(site) as base:
        assert "自己的版式" in get(base + "/about/")[2].decode()
    file.write_text("{{#open}}")
    done = run("serve", site, check=False)
    assert done.returncode == 78 and "about.mustache" in done.stderr


def test_grey_days(site, issue):
    import datetime
    import re
    import zoneinfo

    run("import", site, issue)
    today = datetime.datetime.now(zoneinfo.ZoneInfo("Asia/Shanghai")).date().isoformat()
    settings = site / "broadsheet.yaml"
    settings.write_text(re.sub(r"(?m)^(\s+grey_days:).*$", rf"\1 [{today}]", settings.read_text(), count=1))
    with serving(site) as base:
        assert 'class="grey' in get(base + "/")[2].decode()


def user(site, *arguments, password=None, check=True):
    return run("user", arguments[0], site, *arguments[1:], input=None if password is None else password + "\n", check=check)


def test_people_are_added_listed_and_closed(site):
    assert "user add" in user(site, "list").stdout
    user(site, "add", "lin", "--name", "林汐", "--role", "admin", password="blue-heron-quay")
    link = user(site, "add", "chen", "--name", "陈墨", "--role", "reporter", "--section", "本地", "--invite").stdout.strip()
    assert link.startswith("http://127.0.0.1:8080/desk/invitations/") and len(link.rsplit("/", 1)[1]) == 43
    listed = user(site, "list").stdout.splitlines()
    assert [line.split("\t")[0] for line in listed] == ["chen", "lin"] and listed[0].endswith("invited")
    user(site, "roles", "chen", "reporter", "first-reviewer")
    user(site, "password", "chen", password="green-heron-quay")
    user(site, "off", "chen")
    chen = user(site, "list").stdout.splitlines()[0].split("\t")
    assert chen[2:4] == ["first-reviewer,reporter", "本地"] and chen[-1] == "off"
    user(site, "on", "chen")
    assert user(site, "password", "chen", "--invite").stdout.startswith("http")


def test_what_cannot_be_done_with_people_is_told_in_a_sentence(site):
    for arguments, password, code, said in [
        (["add", "lin", "--name", "林汐", "--role", "admin"], "1234567890", 65, "commonest"),
        (["add", "lin", "--name", "林汐", "--role", "admin"], "", 65, "No password"),
        (["add", "lin", "--name", "林汐", "--role", "king"], "blue-heron-quay", 64, "first-reviewer"),
        (["off", "nobody"], None, 65, "no such person"),
    ]:
        done = user(site, *arguments, password=password, check=False)
        assert done.returncode == code and said in done.stderr and done.stderr.count("\n") == 1, done.stderr
    user(site, "add", "lin", "--name", "林汐", "--role", "admin", password="blue-heron-quay")
    assert "last administrator" in user(site, "off", "lin", check=False).stderr
    assert user(site, "add", "lin", "--name", "另", password="blue-heron-quay", check=False).returncode == 65
