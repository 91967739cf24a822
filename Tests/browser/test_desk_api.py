"""The newsroom's interface, tried with a token of each role by what its own description says."""
import json
import os
import pathlib
import subprocess
import sys

import openapi_spec_validator
import pytest
from conftest import ROOT, get, get_json, serving
from newsroom import CAST, browser, make, program

EXAMPLES = os.environ.get("EXAMPLES") or "5"
ROLES = {roles[0]: login for login, (_, roles) in CAST.items() if len(roles) == 1}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A newsroom with a story in each stage, an issue, a note and a preview; a token of each role."""
    site = make(tmp_path_factory.mktemp("desk") / "site")
    with serving(site) as base:
        tokens = {}
        for role, login in ROLES.items():
            hand = browser(base, login)
            tokens[role] = program(base, hand, login)
        writer = tokens["reporter"]
        for number in range(4):
            made = writer.api("POST", "/stories", headline=[f"题{number}"], body="今天潮水退了。\n\n明天再来。")
            assert made.status == 201, made.text
            if number:
                writer.api("POST", f"/stories/{made.json()['number']}/submission", seen=1)
        tokens["first-reviewer"].api("POST", "/stories/2/signatures", step="first", seen=1)
        plan = tokens["page-editor"].api("POST", "/plans", date="2026-05-01", pages=["要闻", "副刊"])
        assert plan.status == 201, plan.text
        yield base, {role: hand.token for role, hand in tokens.items()}


def test_the_description_holds_the_newsroom_and_is_valid(desk):
    base, _ = desk
    description = get_json(f"{base}/api/v1/openapi.json")
    openapi_spec_validator.validate(description)
    paths = [path for path in description["paths"] if path.startswith("/desk/")]
    assert len(paths) > 40
    for path in paths:
        for operation in description["paths"][path].values():
            assert operation["security"] == [{"token": []}], path
            assert {"401", "403", "429"} <= operation["responses"].keys(), path


def test_nobody_gets_anything_without_a_token(desk):
    base, _ = desk
    description = get_json(f"{base}/api/v1/openapi.json")
    for path, operations in description["paths"].items():
        if not path.startswith("/desk/") or "get" not in operations:
            continue
        plain = path.replace("{number}", "1").replace("{plan}", "1")
        status, headers, body = get(f"{base}/api/v1{plain}")
        assert status == 401 and headers["Cache-Control"] == "no-store", path
        assert json.loads(body)["error"]["code"] == "not_signed_in", path


@pytest.mark.parametrize("role", sorted(ROLES))
def test_schemathesis_finds_no_fault(desk, role, tmp_path):
    base, tokens = desk
    done = subprocess.run(
        [str(pathlib.Path(sys.executable).parent / "schemathesis"), "--config-file",
         str(ROOT / "Tests/browser/schemathesis-desk.toml"), "run", f"{base}/api/v1/openapi.json",
         "--include-path-regex", "^/desk/", "--header", f"Authorization: Bearer {tokens[role]}",
         "--max-examples", EXAMPLES, "--generation-deterministic", "--no-color"],
        capture_output=True, text=True, timeout=1200, cwd=tmp_path)
    assert done.returncode == 0, (done.stdout + done.stderr)[-8000:]
