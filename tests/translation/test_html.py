"""An English page as it leaves the build: links to English pages, marks at what is not English."""

from macros.language.speaking import ENGLISH, speaking
from macros.translation.addresses import Twins, english_address
from macros.translation.html import finished, for_scripts

TWINS = Twins(
    {"/": "/en/", "/grupper/bebo/": "/en/groups/bebo/", "/om/": "/en/about/"},
    anchors={"/om/": {"vad-ar-det": "what-is-it"}},
)
AT = "/en/groups/belok/"


def made(html: str) -> str:
    with speaking(ENGLISH):
        return finished(html, AT, TWINS)


def test_links_lead_to_the_english_page() -> None:
    assert made('<a href="../../../grupper/bebo/">BeBo</a>') == '<a href="../bebo/">BeBo</a>'
    assert made('<a href="../../../grupper/bebo/?a=1#b">x</a>') == '<a href="../bebo/?a=1#b">x</a>'
    assert made('<a class="x" href="../../..">Start</a>') == '<a class="x" href="../../">Start</a>'
    assert made('<form action="../../../om/"></form>') == '<form action="../../about/"></form>'


def test_anchors_follow() -> None:
    assert made('<a href="../../../om/#vad-ar-det">x</a>') == '<a href="../../about/#what-is-it">x</a>'


def test_a_link_to_a_swedish_page_says_so() -> None:
    found = made('<a href="../../../bidra/">Contribute</a>')
    assert 'hreflang="sv"' in found
    assert "(in Swedish)" in found


def test_other_links_are_left_alone() -> None:
    for html in (
        '<a href="#top">x</a>',
        '<a href="https://example.org/grupper/bebo/">x</a>',
        '<a href="../../../utskrift/bebo.pdf">x</a>',
        '<a href="../../../grupper/bebo/" lang="sv" hreflang="sv">Svenska</a>',
        '<a href="../../glossary/#lou">x</a>',
    ):
        assert made(html) == html


def test_swedish_text_is_marked_for_eyes_and_screen_readers() -> None:
    found = made("<p>\ue000En grupp.\ue001</p>")
    assert found == '<p><span lang="sv">En grupp.</span> <span class="sprakmarke">(in Swedish)</span></p>'
    assert "older than the Swedish" in made("<p>\ue002A group.\ue003</p>")


def test_nothing_is_marked_in_attributes_titles_and_scripts() -> None:
    html = '<title>\ue000Grupp\ue001</title><img alt="\ue000Grupp\ue001"><script>"\\ue000Grupp\\ue001"</script>'
    assert made(html) == '<title>Grupp</title><img alt="Grupp"><script>"Grupp"</script>'


def test_scripts_get_english_addresses_and_marks_in_brackets() -> None:
    texts = {"pa_svenska": "in Swedish", "aldre": "older"}
    data = {"adress": "/grupper/bebo/", "namn": ["\ue000Grupp\ue001", "Group"], "tal": 3}
    assert for_scripts(data, texts) == {"adress": "/en/groups/bebo/", "namn": ["Grupp (in Swedish)", "Group"], "tal": 3}


def test_addresses_of_generated_pages() -> None:
    assert english_address("/grupper/utomlands/") == "/en/groups/abroad/"
    assert english_address("/jamfor/par/bebo-och-belok/") == "/en/compare/pairs/bebo-and-belok/"
    assert english_address("/bidra/") is None
    assert english_address("/jamfor/okand/") is None
