"""The texts of a paper as its own interface tells them, folded, for the plain scan and the other indexes."""
import re

import folding
from program import Reader, articles

HAN = "㐀-䶿一-鿿豈-﫿𠀀-𯿿"


def lines(story):
    """Everything of a story in which a word may be found, a piece each: nothing is found across two of them."""
    pieces = [story["kicker"], *story["headline"], story["subhead"], *story["text"].split("\n")]
    pieces += [byline["name"] for byline in story["bylines"]]
    return [piece for piece in pieces if piece]


def read(port):
    """Serial to folded text, a line a piece; and all headlines."""
    reader, folded, headlines = Reader(port), {}, []
    for card in articles(port):
        story = reader.json(f"/api/v1/articles/{card['serial']}")
        folded[card["serial"]] = "\n".join(folding.fold(piece).replace("\n", " ") for piece in lines(story))
        headlines += story["headline"]
    reader.close()
    return folded, headlines


def han_runs(text):
    return re.findall(f"[{HAN}]+", text)
