"""`python -m bench.synonyms FILE`: the words of `macros/search/synonymer.txt` anew, from a thesaurus and `site/`.

FILE is `th_sv_SE_v2.dat` of Debian's package mythes-sv (Viggo Kann's Synlex, 2009). Kept as they stand are the lines
with synonyms, which people choose: those that lead to a page that says what is asked for. Lines with one word alone are
made: the words of the thesaurus that no page has and that the search would take for misspellings of words that pages
have, but for long beginnings of such (”sekret”) and for coarse words. Synonyms that the thesaurus lacks are told.
"""

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from bench import CHROMIUM
from macros.search.synonyms import marks

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "macros" / "search" / "synonymer.txt"
SHORTEST = 4
# Coarse words, as marks of them: they need stand nowhere here.
COARSE = """
    26811 28462 30518 58673 58677 79510 80493 91396 123452 128978 135683 143240 174481 184392 191034 208908
    273070 286727 287875 302947 324851 337269 347486 401819 406292 409648 435155 438934 440542 440662 441200
    442075 446902 455941 474893 476245 495628 513189 526118 532154 534435 541804 546373 579455 590906 593530
    606905 619878 625570 632045 637587 671213 673290 676266 696037 726163 792408 802105 817487 819094 847558
    852032 865297 865298 874935 901800 902282 910809 949956 963151 988933
"""
NOT_IN_IT = "Not in the thesaurus: {word}: {synonym}"
# The index of the built site, with neither synonyms nor words of their own.
CORRECTED = """(words) => {
  Object.assign(kbSokIndex, { kanda: [], synonymer: [] });
  const engine = kbSokMotor.createEngine(kbSokIndex);
  const terms = kbSokIndex.termer.split(" ");
  const isHalf = (word) => word.length > 5 && terms.some((term) => term.startsWith(word));
  return words.filter((word) => engine.search(word).corrected && !isHalf(word));
}"""


def thesaurus(text: str) -> Mapping[str, set[str]]:
    """Each word of a thesaurus for MyThes with its synonyms, both ways and in small letters."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    word = ""
    for line in text.lower().splitlines()[1:]:
        first, *rest = line.split("|")
        # A headword stands before the number of its lines of synonyms.
        if rest[:1] == ["1"]:
            word = first
            continue
        for synonym in rest:
            found[word].add(synonym)
            found[synonym].add(word)
    return found


def misread(words: Sequence[str], script: str) -> list[str]:
    """The words that the search would correct to others."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.add_script_tag(content=script)
        found: Any = page.evaluate(CORRECTED, list(words))
        browser.close()
    return list(found)


def main() -> None:
    """Writes the file anew."""
    known = thesaurus(Path(sys.argv[1]).read_text("iso-8859-1"))
    (index,) = (ROOT / "site" / "assets" / "sok").glob("index-*.js")
    lines = FILE.read_text("utf-8").splitlines()
    chosen = {line.partition(":")[0]: line for line in lines if ":" in line and not line.startswith("#")}
    for word, line in chosen.items():
        for synonym in line.partition(":")[2].split():
            if synonym not in known[word]:
                print(NOT_IN_IT.format(word=word, synonym=synonym))
    coarse = {*map(int, COARSE.split())}
    fit = (word for word in known if word.isalpha() and len(word) >= SHORTEST and coarse.isdisjoint(marks([word])))
    words = sorted(word for word in fit if word not in chosen)
    alone = misread(words, index.read_text("utf-8"))
    head = [line for line in lines if line.startswith("#")]
    rows = sorted([*chosen.values(), *alone], key=lambda line: line.partition(":")[0])
    FILE.write_text("\n".join([*head, *rows, ""]), "utf-8")
    print(f"{len(chosen)} words with synonyms, {len(alone)} alone")


if __name__ == "__main__":
    main()
