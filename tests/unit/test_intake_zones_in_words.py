"""An embargo with its zone in words is read in that zone; with words of a zone that nobody understands it is held back
without a time."""

import pytest

from annotated_briefings.intake.stated.embargoes import read_release
from annotated_briefings.intake.stated.hold_times import read_hold_time
from annotated_briefings.intake.stated.moments import read_until

SEEN = {
    "Embargo: 5 March 2031, 6:00 a.m. Pacific time": "06:00:00-08:00",
    "Embargo jusqu’au 5 mars 2031, 6 h, heure de Montréal": "06:00:00-05:00",
    "Embargado hasta el 5 de marzo de 2031 a las 6:00, hora de Ciudad de México": "06:00:00-06:00",
    "Sperrfrist: 5. März 2031, 6 Uhr New Yorker Zeit": "06:00:00-05:00",
    "Embargo até 5 de março de 2031, 6h (horário de Brasília)": "06:00:00-03:00",
    "Embargo: 5 March 2031, 06:00 (Honolulu)": "06:00:00-10:00",
    "Эмбарго до 6:00 мск 5 марта 2031 г.": "06:00:00+03:00",
    "Эмбарго до 5 марта 2031, 10:00 по московскому времени": "10:00:00+03:00",
    "Embargo bis 5. März 2031, 6 Uhr mitteleuropäischer Zeit": "06:00:00+01:00",
    "【解禁】2031年3月5日 午前6時(日本時間)": "06:00:00+09:00",
    "禁发至2031年3月5日 06:00 北京时间": "06:00:00+08:00",
    "Embargo: 06:00 Tokyo time, 5 March 2031": "06:00:00+09:00",
    "EMBARGO: 6:00 (Paris time) 5 March 2031": "06:00:00+01:00",
    "Embargo: 5 March 2031, 06:00 London": "06:00:00+00:00",
}
UNSEEN = {
    "Embargo: 5 March 2031, 9:00 a.m. Mountain Standard Time": "09:00:00-07:00",
    "Embargoed until 10:00 Singapore time on 5 March 2031": "10:00:00+08:00",
    "Embargo fino al 5 marzo 2031, ore 6:00, ora di Roma": "06:00:00+01:00",
    "Embargo jusqu’au 5 mars 2031 à 8h00, heure de Tokyo": "08:00:00+09:00",
    "Embargado hasta el 5 de marzo de 2031 a las 9:00, hora de Buenos Aires": "09:00:00-03:00",
    "Sperrfrist: 5. März 2031, 8 Uhr Londoner Zeit": "08:00:00+00:00",
    "Sperrfrist: 5. März 2031, 8 Uhr (Ortszeit Sydney)": "",
    "Embargo até 5 de março de 2031, 9h (horário de Lisboa)": "09:00:00+00:00",
    "Embargo: 5 March 2031, 06:00 (Anchorage)": "06:00:00-09:00",
    "Under embargo until 5 March 2031, 7:30 a.m. Hawaii time": "07:30:00-10:00",
    "Onder embargo tot 5 maart 2031, 06.00 uur (Brussel)": "06:00:00+01:00",
    "Эмбарго до 5 марта 2031, 10:00 (Владивосток)": "10:00:00+10:00",
    "Embargo: 5 March 2031, 06:00 Indian Standard Time": "06:00:00+05:30",
    "엠바고: 2031년 3월 5일 오전 6시 한국 시간": "06:00:00+09:00",
}
NOT_UNDERSTOOD = (
    "Embargo: 5 March 2031, 06:00 local time",
    "Sperrfrist: 5. März 2031, 6 Uhr Ortszeit",
    "Embargo: 5 March 2031, 06:00 (heure locale)",
    "Embargado hasta el 5 de marzo de 2031 a las 6:00, hora local",
    "Embargo: 5 March 2031, 06:00 Hogwarts time",
    "Embargo: 5 March 2031, 06:00 (Narnia)",
    "Onder embargo tot 5 maart 2031, 06.00 uur plaatselijke tijd",
    "Эмбарго до 5 марта 2031, 10:00 по местному времени",
    "Embargo fino al 5 marzo 2031, ore 6:00, ora locale",
    "解禁 2031年3月5日 06:00(現地時間)",
)
NO_ZONE = (
    "Embargo: 5 March 2031, 06:00",
    "Embargo time: 5 March 2031, 06:00",
    "Release time: 06:00 on 5 March 2031",
    "Embargo: 5 March 2031, 06:00 (Wednesday)",
    "Embargo until 6 a.m. on 5 March 2031 and not before that time",
    "EMBARGO TOT 5 MAART 2031, 06.00 UUR",
    "Sperrfrist: Mittwoch, 5.3.2031, 06.00 Uhr",
    "Embargo jusqu’au 5 mars 2031 à 6 heures",
)
MIDNIGHT = (
    "Embargo: midnight, Wednesday 5 March 2031",
    "Sperrfrist: 5. März 2031, Mitternacht",
    "Embargo jusqu’au 5 mars 2031 à minuit",
    "Embargado hasta la medianoche del 5 de marzo de 2031",
)


@pytest.mark.parametrize("line", [*SEEN, *UNSEEN])
def test_an_hour_counts_in_the_zone_that_words_name(line: str) -> None:
    time = {**SEEN, **UNSEEN}[line]
    assert read_until(line) == (f"2031-03-05T{time}" if time else "")


@pytest.mark.parametrize("line", NOT_UNDERSTOOD)
def test_a_zone_that_is_not_understood_leaves_no_time_and_holds_back(line: str) -> None:
    assert read_until(line) == ""
    assert read_release([line]).held
    assert not read_release([line]).embargo


@pytest.mark.parametrize("line", NO_ZONE)
def test_words_that_name_no_zone_change_nothing(line: str) -> None:
    assert read_until(line) == "2031-03-05T06:00:00"


@pytest.mark.parametrize("line", MIDNIGHT)
def test_midnight_of_a_day_is_its_end(line: str) -> None:
    assert read_until(line) == "2031-03-06T00:00:00"


def test_a_summer_time_counts_on_its_day() -> None:
    assert read_until("Embargo: 5 July 2031, 6:00 (New York)") == "2031-07-05T06:00:00-04:00"


def test_a_time_of_a_key_is_read_in_the_zone_that_it_names() -> None:
    read = read_hold_time("5 March 2031 06:00 Pacific time", "Europe/Berlin")
    assert read
    assert read.last.isoformat() == "2031-03-05T14:00:00+00:00"
    assert read_hold_time("5 March 2031 06:00 local time", "Europe/Berlin") is None
