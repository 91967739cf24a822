"""What all measurements share: the program, the corpus, the site made of it, and how long each may take."""
import gzip
import os
import pathlib
import shutil
import subprocess
import sys

import corpus
import program

ROOT = pathlib.Path(__file__).resolve().parents[1]


class Setting:
    """Read from the environment: BROADSHEET, CORPUS, TITLES, DAYS, ROUNDS, RUN_SECONDS, QUERIES, LOAD_SECONDS. `scratch` is
    where everything lies that is made."""

    def __init__(self, scratch):
        self.scratch = pathlib.Path(scratch)
        self.program = pathlib.Path(os.environ.get("BROADSHEET") or ROOT / ".build/release/broadsheet").resolve()
        self.corpus = os.environ.get("CORPUS", "")
        self.titles_file = os.environ.get("TITLES", "")
        self.rounds = int(os.environ.get("ROUNDS") or 5)
        self.seconds = int(os.environ.get("RUN_SECONDS") or 2)
        self.queries = int(os.environ.get("QUERIES") or 1000)
        self.load_seconds = int(os.environ.get("LOAD_SECONDS") or 600)
        self._source = self._site = None
        self.import_seconds = 0.0

    @property
    def source(self):
        """The issue folders."""
        if self._source is None:
            dest = self.scratch / "issues"
            if self.corpus:
                subprocess.run([sys.executable, str(ROOT / "scripts/corpus"), self.corpus, str(dest)], check=True,
                               stdout=subprocess.DEVNULL)
            else:
                corpus.write(dest, int(os.environ.get("DAYS") or corpus.DAYS))
            self._source = dest
        return self._source

    @property
    def stories(self):
        return sum(1 for _ in self.source.rglob("*.md"))

    @property
    def site(self):
        """A site with the whole corpus, made once."""
        if self._site is None:
            site = self.scratch / "site"
            self.import_seconds = program.make_site(self.program, site, self.source)
            self._site = site
        return self._site

    def folder(self, name):
        """An empty folder of its own."""
        folder = self.scratch / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    def titles(self, headlines):
        """Headlines to draw questions from: those of TITLES, else the corpus's own."""
        if not self.titles_file:
            return headlines
        opening = gzip.open if self.titles_file.endswith(".gz") else open
        with opening(self.titles_file, "rt", encoding="utf-8") as lines:
            return [line.strip() for line in lines if line.strip()]

    @property
    def words(self):
        """What a reader of the figures must know of the corpus."""
        kind = f"a corpus of {self.stories:,} stories" if self.corpus else \
            f"{self.stories:,} stories made from the demo paper"
        return f"{kind}, {sum(1 for _ in self.source.iterdir()):,} issues"
