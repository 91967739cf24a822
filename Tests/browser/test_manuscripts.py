"""Manuscripts on the command line. DOCX names a folder of other people's files to hold against pandoc."""
import json
import os
import shutil
import subprocess
import zipfile

import pytest

from conftest import PROGRAM, ROOT, run

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PNG = bytes.fromhex("89504e470d0a1a0a") + b"IHDR"


def word(file, body):
    """A DOCX file of a body, with one picture that it names `p`."""
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", f"""<w:document xmlns:w="{W}" xmlns:r="{relations}"
            xmlns:v="urn:schemas-microsoft-com:vml"><w:body>{body}</w:body></w:document>""")
        parts.writestr("word/_rels/document.xml.rels", f"""<Relationships
            xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="p"
            Type="{relations}/image" Target="media/image1.png"/></Relationships>""")
        parts.writestr("word/media/image1.png", PNG)
    return file


def paragraph(text, style=""):
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def test_a_word_file_is_shown_as_a_story(tmp_path):
    picture = '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="p"/></v:shape></w:pict></w:r></w:p>'
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>"
    file = word(tmp_path / "a.docx", paragraph("大桥通车", "Title") + paragraph("雾散了。") + picture + hidden)
    done = run("read-manuscript", file, "--pictures", tmp_path / "pictures")
    assert done.stdout == "---\nheadline: 大桥通车\n---\n雾散了。\n\n![](image1.png)\n\n"
    assert done.stderr == "Left out: 1 run of hidden text\n"
    assert (tmp_path / "pictures/image1.png").read_bytes() == PNG
    told = json.loads(run("read-manuscript", file, "--json").stdout)
    assert told["headline"] == ["大桥通车"] and told["lines"] == ["大桥通车", "雾散了。"]
    assert told["leftOut"] == [{"en": "1 run of hidden text", "zh": "1 处隐藏文字"}]


def test_what_cannot_be_read_is_said_in_one_line(tmp_path):
    file = tmp_path / "a.docx"
    file.write_bytes(word(tmp_path / "b.docx", paragraph("文")).read_bytes()[:200])
    for name, code in ((file, 65), (tmp_path / "none.docx", 66)):
        done = run("read-manuscript", name, check=False)
        assert done.returncode == code and done.stderr.count("\n") == 1 and not done.stdout


@pytest.mark.skipif(not os.environ.get("DOCX") or not shutil.which("pandoc"), reason="needs DOCX and pandoc")
def test_other_peoples_files_are_complete():
    done = subprocess.run(
        [ROOT / "scripts/compare-docx"], capture_output=True, text=True, env={**os.environ, "BROADSHEET": str(PROGRAM)})
    assert done.returncode == 0, done.stdout + done.stderr
