"""The folded form of a text, made here once more so that what the program finds is held against something else:
compatibility forms (NFKC), case, diacritics of Latin, Greek and Cyrillic, and traditional to simplified character by
character by OpenCC's TSCharacters, first candidate, which is read from the program's own table."""
import pathlib
import re
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[1]
MARKS = ((0x0300, 0x036F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F))


def read_table():
    """Traditional to simplified, as the committed table has it: each character followed by its simplified form."""
    file = ROOT / "Sources/Model/Query/TraditionalHanTable.swift"
    text = "".join(re.findall(r'"""(.*?)"""', file.read_text(encoding="utf-8"), re.DOTALL))
    characters = re.sub(r"[\\\s]", "", text)
    return {ord(one): other for one, other in zip(characters[::2], characters[1::2])}


TABLE = read_table()


def fold(text):
    lower = unicodedata.normalize("NFKD", text).lower()
    plain = "".join(one for one in unicodedata.normalize("NFKD", lower) if not any(a <= ord(one) <= b for a, b in MARKS))
    return unicodedata.normalize("NFKC", plain).translate(TABLE)
