"""A reader for short texts, with names of its own, so that the rules are tested apart from the record."""

import pytest

from foedus.names import Gazetteer
from foedus.nouns import Alliance, Document, Office, State, Threat
from foedus.reading import facts
from foedus.reading.parsed import parse
from foedus.when import When

STATES = """ARG Argentina Argentine Buenos_Aires;ARM Armenia Armenian Yerevan;AZE Azerbaijan Azerbaijani Baku;
BHR Bahrain;BEL Belgium Belgian Brussels;BGR Bulgaria Bulgarian Sofia;BEN Benin;CHL Chile Chilean;
COL Colombia Colombian;CUB Cuba Cuban Havana;CZE Czechoslovakia Czechoslovak Prague;
DNK Denmark Danish Copenhagen;DJI Djibouti;EGY Egypt Egyptian Cairo;EST Estonia Estonian;
ETH Ethiopia Ethiopian;FIN Finland Finnish Helsinki;FRA France French Paris;DEU Germany German Berlin;
GEO Georgia Georgian Tbilisi;GHA Ghana Ghanaian;GRC Greece Greek Athens;HUN Hungary Hungarian Budapest;
IND India Indian;IRN Iran Iranian Tehran;IRQ Iraq Iraqi Baghdad;IRL Ireland Irish;ITA Italy Italian Rome;
JPN Japan Japanese Tokyo;JOR Jordan Jordanian;KEN Kenya Kenyan;KWT Kuwait Kuwaiti;LBN Lebanon Lebanese;
LBY Libya Libyan Tripoli;MLI Mali Malian;MDA Moldova Moldovan;NOR Norway Norwegian Oslo;OMN Oman;
PAK Pakistan Pakistani;PER Peru Peruvian Lima;POL Poland Polish Warsaw;PRT Portugal Portuguese Lisbon;
ROU Romania Romanian;RUS Russia Russian Moscow;SRB Serbia Serbian Belgrade;YUG Yugoslavia Yugoslav;SOM Somalia Somali;
ESP Spain Spanish Madrid;SWE Sweden Swedish Stockholm;SYR Syria Syrian Damascus;TZA Tanzania;
THA Thailand Thai;TGO Togo;TUR Turkey Turkish Ankara;UGA Uganda;UKR Ukraine Ukrainian Kyiv;
GBR United_Kingdom British London Britain;USA United_States American Washington;UZB Uzbekistan Uzbek;
ALB Albania Albanian;ISR Israel Israeli;VNM Vietnam Vietnamese Hanoi;YEM Yemen Yemeni;ZAF South_Africa;
CHN China Chinese Beijing;NGA Nigeria Nigerian"""
ALLIANCES = """nato NATO Atlantic_Alliance;csto CSTO;warsaw_pact Warsaw_Pact;un UN United_Nations;oas OAS;
arab_league Arab_League;gcc GCC;ecowas ECOWAS;asean ASEAN;african_union African_Union;
league_of_nations League_of_Nations;eu EU European_Union;eac East_African_Community;
council_of_europe Council_of_Europe;seato SEATO;cento CENTO Baghdad_Pact;osce OSCE;
little_entente Little_Entente;balkan_pact Balkan_Pact"""


def _rows(table):
    for row in table.replace("\n", "").split(";"):
        ident, name, *others = (word.replace("_", " ") for word in row.split())
        yield ident, name, tuple(others)


def gazetteer():
    states = [State(id=i, name=n, demonyms=o[:1], capitals=o[1:]) for i, n, o in _rows(STATES)]
    alliances = [Alliance(id=i.replace(" ", "_"), name=n, aliases=o) for i, n, o in _rows(ALLIANCES)]
    people = [Office(id="x", of="HUN", title="president", person="Arpad Goncz")]
    return Gazetteer.of(states, alliances, people, [Threat(id="islamic_state", name="Islamic State", aliases=("ISIS",))])


@pytest.fixture(scope="session")
def facts_of():
    """What the fact finders tell of a text written on a day."""
    names = gazetteer()

    def find(text, on="2015-09-20"):
        document = Document(id="x", date=When(on) if on else None, text=text)
        return [f for parsed in parse([document], names) for f in facts.find(parsed)]

    return find
