"""Who a message is from: its writer where a person sent it, its outlet where a paper did, and neither for a service."""

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.metadata import read_metadata
from annotated_briefings.intake.reading import split_document
from annotated_briefings.intake.stated.senders import read_sender

SENDERS = [
    ("Ida Varro <ida.varro@gmail.com>", "Ida Varro", ""),
    ("Ida Varro <ivarro@courier.example>", "Ida Varro", "courier.example"),
    ("Quay Letter <news@quay.example>", "", "Quay Letter"),
    ("Quay Letter <quay@quayletter.example>", "", "Quay Letter"),
    ("no-reply@quay.example", "", "quay.example"),
    ("No Reply <no-reply@mail.quay.example>", "", "quay.example"),
    ("News Desk <newsdesk@quay.example>", "", "quay.example"),
    ("Quay Letter News Desk <newsdesk@quay.example>", "", "Quay Letter"),
    ("Quay Letter <quay@substack.com>", "", "Quay Letter"),
    ("Ida Varro from Quay Letter <hello@quay.example>", "Ida Varro", "Quay Letter"),
    ("Ida Varro | Quay Letter <hello@quay.example>", "Ida Varro", "Quay Letter"),
    ("Ida Varro (Quay Letter) <ida@quay.example>", "Ida Varro", "Quay Letter"),
    ("Quay Letter (Ida Varro) <ida@quay.example>", "Ida Varro", "Quay Letter"),
    ('"Varro, Ida" <iv@ministry.example>', "Ida Varro", "ministry.example"),
    ("Ida Varro via Port News <ports@googlegroups.com>", "Ida Varro", ""),
    ("ports@googlegroups.com", "", ""),
    ("someone@gmail.com", "", ""),
    ("Newsletter <newsletter@us3.mcsv.net>", "", ""),
    ("Port Gazette <x=y@us3.mcsv.net>", "", "Port Gazette"),
    ("Redaktion <redaktion@kurier.example>", "", "kurier.example"),
    ("Dr. Rolf Tamm <office@uni.example>", "Dr. Rolf Tamm", "uni.example"),
    ("Ida Varro <newsletter@courier.example>", "", "courier.example"),
    ("The Port Gazette <ida@port.example>", "", "The Port Gazette"),
    ("Hanne van der Falk <falk@lists.port.example>", "Hanne van der Falk", ""),
    ("Quay <q@quay.example>", "", "Quay"),
    ("La rédaction <contact@letempsdelille.example>", "", "letempsdelille.example"),
    ("Tideworks Press Office <press@tideworks.example>", "", "Tideworks"),
    ("", "", ""),
    ("Amélie Roche <amelie.roche@orange.fr>", "Amélie Roche", ""),
    ("Ministry of Ports <info@ports.gov.example>", "", "Ministry of Ports"),
    ("Morning Brief <hi@beehiiv.com>", "", "Morning Brief"),
    ("Lund Daily <lund@gmail.com>", "", "Lund Daily"),
    ("IDA VARRO <ida.varro@courier.example>", "IDA VARRO", "courier.example"),
    ("ida varro <ida.varro@courier.example>", "ida varro", "courier.example"),
]
TEXT = "The pier of Emden is shut for six weeks after a crane fell on it, and nobody was hurt, said the harbour master."


@pytest.mark.parametrize(("stated", "author", "outlet"), SENDERS)
def test_a_sender_is_a_person_or_an_outlet(stated: str, author: str, outlet: str) -> None:
    sender = read_sender(stated)
    assert (sender.author, sender.outlet) == (author, outlet)


def read(sender: str, subject: str, text: str) -> tuple[str, str]:
    """The author and the outlet of a message."""
    message = f"From: {sender}\nSubject: {subject}\nDate: Tue, 03 Mar 2026 07:00:00 +0000\n\n{text}\n"
    (document,), _ = read_any("a.eml", message.encode())
    (article,), _ = split_document(document, Decisions())
    meta = read_metadata(article)
    return meta.author.value, meta.outlet.value


PERSON = "Ida Varro <ida.varro@gmail.com>"


@pytest.mark.parametrize(
    ("sender", "subject", "text", "found"),
    [
        (PERSON, "Pier shut", TEXT, ("Ida Varro", "")),
        (PERSON, "Fwd: Pier shut", TEXT, ("", "")),
        (PERSON, "WG: Pier shut", TEXT, ("", "")),
        ("Ida Varro <ida.varro@courier.example>", "TR: Pier shut", TEXT, ("", "")),
        (PERSON, "Pier shut", f"By Rolf Tamm\n\n{TEXT}", ("Rolf Tamm", "")),
        ("Quay Letter <news@quay.example>", "Pier shut", TEXT, ("", "Quay Letter")),
        ("Quay Letter <news@quay.example>", "Pier shut", f"By Rolf Tamm\n\n{TEXT}", ("Rolf Tamm", "Quay Letter")),
        ("No Reply <no-reply@news.quay.example>", "Pier shut", TEXT, ("", "quay.example")),
        ("Ports <ports@googlegroups.com>", "Pier shut", TEXT, ("", "Ports")),
    ],
)
def test_a_person_is_the_writer_of_a_message_and_never_its_outlet(
    sender: str, subject: str, text: str, found: tuple[str, str]
) -> None:
    assert read(sender, subject, text) == found


PAPERS = {
    "Rannikon Uutiset <toimitus@rannikko.example>": "Rannikon Uutiset",
    "Scéal an Chuain <sceal@cuan.example>": "Scéal an Chuain",
    "Морской вестник <info@more.example>": "Морской вестник",
    # Not seen before.
    "Parti Hírlap <szerk@part.example>": "Parti Hírlap",
    "Kustens Nyheter i Väst <red@kust.example>": "Kustens Nyheter i Väst",
    "Lidický zpravodaj <redakce@lidice.example>": "Lidický zpravodaj",
    "Körfez Sesi <haber@korfez.example>": "Körfez Sesi",
    "Ranna Sõna <toimetus@rand.example>": "Ranna Sõna",
}
PEOPLE = (
    "Goran Vukić <goran@list.example>",
    "Aino Lehtonen <aino.lehtonen@saari.example>",
    "Femke van Dam <femke@sluis.example>",
    "Iolo Price <iolo@price.example>",
    "Nguyễn Thị Lan <lan@song.example>",
)


@pytest.mark.parametrize("stated", PAPERS)
def test_the_name_of_a_paper_that_sends_a_letter_is_its_outlet(stated: str) -> None:
    found = read_sender(stated)
    assert (found.author, found.outlet) == ("", PAPERS[stated])


@pytest.mark.parametrize("stated", PEOPLE)
def test_the_name_of_a_person_who_sends_a_letter_is_that_of_the_writer(stated: str) -> None:
    assert read_sender(stated).author == stated.partition(" <")[0]
