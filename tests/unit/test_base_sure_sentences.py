"""Ends of sentences that no abbreviation can be taken for: no part of a sentence is a key point or a summary."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from many import examples

from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.sure_sentences import sure_starts
from annotated_briefings.intake.compose import summary_of
from annotated_briefings.intake.figures import figures
from annotated_briefings.intake.keypoints import key_points

WHOLE = [
    "Promen płynie o godz. 18 z portu przy pl. Rybnym, podał armator.",
    "Sala przy ul. Lipowej nie będzie otwarta jesienią, podała gmina.",
    "Radnice na nám. Svobody nebude letos podle starosty opravena.",
    "Kostel sv. Havla se podle faráře ing. Nováka do jara nezavře.",
    "Toget kører ikke kl. 8.15 fra spor nr. 4, skriver banen i dag.",
    "Tåget går inte kl. 8.15 på söndag, skriver bolaget i ett brev.",
    "Bussen går ikke kl. 8.15 på søndag, skriver selskapet i dag.",
    "A loja da trav. Rosa não será vendida, disse o dono na segunda.",
    "El taller de la avda. Norte no se cerrará, dijo la dueña ayer.",
    "Le hangar du bd. Voltaire ne sera pas vendu, dit la mairie.",
    "Le pont, bâti au IIe siècle av. J.-C. par des soldats, ne fermera pas.",
    "Il magazzino di v.le Roma non riaprirà, ha detto la regione.",
    "The port put the loss at approx. 7.5 million crowns on Monday.",
    "The guard did not open the gate at 6.45 a.m. Tuesday as planned.",
    "Capt. Ida Moss and Sgt. Paul Reed did not sail on Monday.",
    "De winkel op het Kerkpl. 9 gaat niet dicht, zegt de gemeente.",
    "Der Laden an der Marktstr. 7 schließt nicht, sagte die Stadt.",
    "Das Rathaus am 3. Bezirk wird nicht verkauft, sagte die Stadt.",
    "A raktár a Duna u. 5 alatt nem nyílik meg, közölte a város.",
    "Lautta ei lähde klo. 8.15 laiturista, kertoi yhtiö tänään.",
    "Склад на ул. Речной не снесут до весны, сообщил порт вчера.",
    "Складът на бул. Дунав няма да бъде продаден, съобщи общината.",
    "Depozitul din str. Lungă nu va fi vândut, a spus primăria ieri.",
    "Η αποθήκη στην οδό Αγ. Παύλου δεν θα πουληθεί, είπε ο δήμος.",
    "Depo Liman Bulv. No. 5 adresinde kalacak, dedi belediye dün.",
    "قالت المديرة د. سلمى إن الميناء لن يغلق أبوابه في الصيف القادم.",
]
APART = [
    "The board bought a second crane for the harbour last week.| Ships from the north may use it on Monday.",
    "The vote took place in the town hall in 2025.| Fishermen of the north mole were against it.",
    "Der Hafen kauft einen zweiten Kran für die neue Mole.| Fischer aus dem Norden zahlen dafür mehr als bisher.",
    "La ville a acheté une deuxième grue pour le port.| Personne dans la région ne voulait attendre le budget.",
    "El puerto compró una segunda grúa para el muelle.| Nadie en la región quería esperar el presupuesto.",
    "Port kupił drugi dźwig dla starego nabrzeża.| Burmistrz chciał czekać na budżet całego województwa.",
    "Порт купил второй кран для старого причала.| Мэр хотел дождаться бюджета всей области весной.",
    "قالت هيئة الميناء إن الرافعة وصلت في مايو.| العمال على الرصيف القديم ينتظرون السفينة الأولى.",
    "港务局周一表示，已购买了第二台起重机。|起重机将于三月吊起第一艘船的货物。",
]
SHORTENED = """
The road crew closed Hwy. Nine near the old mill for a week.
Drivers must leave the Pkwy. South of the bridge until May.
The crash on Rte. Forty did not hurt anybody, police said.
The ferry from Sault Ste. Marie does not sail in winter.
The loss of approx. Forty boats was not insured, the club said.
The town sold the Bldg. Nine land to a builder last week.
The Univ. Hospital of Lund has not opened its new wing.
The board of the Assn. Nord did not agree to the plan.
The store on Harbor Terr. North was never rebuilt, she said.
The yard of Falk Bros. Marine is not for sale, its owner said.
The Govt. House in Lund will not be open on Monday.
The post went to Secy. Falk and not to the mayor, he said.
The harbor Dept. Head said that nobody was hurt in the fire.
Der Laden in der Bahnhofstr. Nord wird nicht verkauft.
Das Haus am Rathauspl. Süd bleibt nach Angaben der Stadt leer.
Die Werft der Hafenges. Lund wird nicht geschlossen.
Der Zug hält nicht am Hauptbf. Lund, teilte die Bahn mit.
Die Firma Gebr. Falk hat nach eigenen Angaben keine Schulden.
Die Kosten einschl. Steuern trägt nicht die Stadt, hieß es.
Der Verein der ehem. Fischer kauft die Halle nicht.
Die Leitung der Hafenverw. Lund hat niemand informiert.
Der Kreis zahlt zzgl. Zinsen keine zwei Millionen Kronen.
La rue du Fbg. Voltaire ne sera pas fermée cet été.
Le quartier Ste. Marie ne sera pas vendu, dit la mairie.
Le magasin du Boul. Nord ne rouvrira pas, dit le patron.
La réunion du dép. Nord n'a pas eu lieu, dit le maire.
Le club compte env. Quarante bateaux, et aucun n'est à vendre.
Le port de Ch. Neuf ne sera pas agrandi, selon la ville.
El local del Edif. Norte no se venderá, dijo la dueña.
La calle de la Urb. Rosal no se cerrará, dijo el alcalde.
La reunión del Ayto. Nuevo no tuvo lugar, dijo la portavoz.
La obra de la Prol. Norte no empezará este año, dijo.
El jefe del Depto. Rosal no habló con nadie, dijo ella.
El taller del Fracc. Norte no tiene licencia, dijo la ciudad.
La scuola della Fraz. Nord non riaprirà, ha detto il sindaco.
Il negozio del Loc. Pineta non è in vendita, ha detto.
La casa del Geom. Rossi non sarà venduta, ha detto lui.
Il ponte della Prov. Nuova non sarà chiuso, dice la regione.
La sede della Soc. Navale non sarà chiusa, ha detto.
De winkel op de Hoofdstr. Noord gaat niet dicht, zegt de stad.
Het huis aan de Prinsengr. Zuid is niet verkocht, zegt hij.
De leiding van de Gem. Lund heeft niets gezegd.
De kosten incl. Belasting betaalt niet de stad, zegt zij.
De boot van Burg. Falk vaart niet in de winter.
A loja da Trav. Nova não será vendida, disse o dono.
A sede da Assoc. Norte não fecha, disse a diretora.
O chefe do Depto. Naval não falou com ninguém, disse.
A casa do Cond. Rosal não foi vendida, disse o dono.
O barco do Eng. Falk não saiu do porto, disse ele.
Дом на просп. Мира не снесут до весны, сообщил город.
Склад в корп. Южный не продадут, сообщил порт вчера.
Завод в пос. Речной не закроют, сообщил мэр вчера.
Мост у наб. Речной не закроют до осени, сообщил порт.
Butiken på Storg. Norr ska inte säljas, säger staden.
Butikken i Kirkegt. Nord skal ikke selges, sier byen.
""".strip().splitlines()
"""Sentences with abbreviations that hardly a list has."""
SHORT_SENTENCES = """
The board bought a second crane for the harbour.| Workers will use it on Monday.
The vote was lost by Mayor Hanne Falk.| Nobody in the town was surprised.
She lives in Ostmark.| Fishermen from the north bought her boat.
The ship belongs to Quayworks.| Divers will look at it in May.
The mill was sold to Corrie.| Prices were not made public.
The road to Lund is open.| Drivers may use it again.
The firm is based in Tideport.| Its owner lives abroad.
He paid for it with a loan.| Banks had refused him twice.
It was a bad year for the fleet.| Storms sank nine ships.
Her book is called Northmole.| Critics liked it.
The pier was rebuilt.| Ferries land there again.
The town has a new gym.| Pupils use it every day.
Der Hafen kauft einen Kran.| Fischer zahlen dafür mehr.
Die Stadt verkauft das Werftgelände.| Bürger sind dagegen.
Der Zug endet in Ostmark.| Reisende müssen dort warten.
Die Brücke gehört der Hafengesellschaft.| Lastwagen dürfen sie nicht nutzen.
Der Verein zieht in die Fischhalle.| Händler sind damit zufrieden.
Der Vertrag endet im nächsten Jahr.| Anwälte prüfen ihn.
Er zahlte dafür mit einem Kredit.| Banken hatten ihn abgelehnt.
Die Schule wurde umgebaut.| Schüler lernen dort wieder.
La ville a acheté une grue pour le port.| Personne ne voulait attendre.
Le pont sera fermé en mai.| Les camions doivent attendre.
La maire habite à Ostmark.| Elle a vendu son bateau.
Le projet coûte trop cher.| Des habitants sont contre.
La route est ouverte.| Chacun peut passer.
El puerto compró una grúa.| Nadie quería esperar.
La alcaldesa vive en Ostmark.| Vendió su barco ayer.
El plan cuesta demasiado dinero.| Muchos vecinos están en contra.
La carretera está abierta.| Todos pueden pasar.
Il porto ha comprato una gru.| Nessuno voleva aspettare.
Il ponte sarà chiuso a maggio.| I camion devono aspettare.
La sindaca vive a Ostmark.| Ha venduto la barca.
Il piano costa troppo.| Molti abitanti sono contrari.
De haven kocht een kraan.| Vissers betalen ervoor.
De brug gaat dicht in mei.| Vrachtwagens moeten wachten.
Het schip is van Falk.| Duikers kijken ernaar.
De burgemeester woont in Ostmark.| Zij verkocht haar boot.
Het plan is te duur.| Bewoners zijn ertegen.
O porto comprou um guindaste.| Ninguém queria esperar.
A ponte fecha em maio.| Os caminhões devem esperar.
A prefeita mora em Ostmark.| Vendeu o barco ontem.
O plano custa caro demais.| Moradores são contra.
Судно принадлежит заводу.| Водолазы его осмотрят.
Мэр живёт в деревне.| Она продала лодку.
""".strip().splitlines()
"""Sentences that end in words and names of many kinds."""


SHORTENED_IN_MORE_LANGUAGES = """
Der Unfall auf der Lindenstr. Süd forderte keine Verletzten, sagte die Polizei.
Das Lager am Kirchpl. West bleibt geschlossen, teilte die Stadt mit.
Der Verein zahlt dem Hptm. Falk keine Rente mehr, hieß es gestern.
Nach Angaben von Bgm. Krause wird der Plan nicht geändert.
Das Schiff lag laut Kpt. Ohlsen nicht vor Anker, als es brannte.
Butiken på Storg. Norra stängs inte, säger ägaren i ett brev.
Enligt förv. Lund har ingen blivit skadad i branden på söndag.
Mötet på Skolg. Fyra ställdes in, skriver kommunen på fredag.
Huset vid Hamnpl. Södra säljs inte, säger kommunalrådet Berg.
Läkaren doc. Falk har inte skrivit under brevet från kliniken.
Skulden på ca. Fyra miljoner betalas inte av kommunen, sägs det.
Le magasin du Bvd. Central ne rouvrira pas, dit le propriétaire.
La réunion de l'Assoc. Nord n'a pas eu lieu, selon le maire.
La maison de la Rés. Voltaire ne sera pas vendue cette année.
Le port de la Cie. Atlantique ne ferme pas, dit son directeur.
Le bureau du Min. Falk n'a pas répondu aux questions du journal.
Yangın Lale Cad. Kuzey girişinde çıktı, dedi belediye sözcüsü dün.
Toplantı Gül Sok. Yeni bina içinde yapılmadı, dedi müdür cuma günü.
Dükkan Çınar Mah. Güney ucunda kalacak ve satılmayacak, dedi sahibi.
Müdür Doç. Falk rapora imza atmadı, dedi hastane yönetimi dün akşam.
Depo Org. San. Bölgesi içinde satılmadı, dedi şirket pazartesi günü.
Proje yakl. Kırk milyon liraya mal oldu ama bitmedi, dedi belediye.
Η αποθήκη στη Λεωφ. Νίκης δεν θα πουληθεί, είπε ο δήμος την Τρίτη.
Το κατάστημα στην Πλ. Ελευθερίας δεν θα κλείσει, είπε ο ιδιοκτήτης.
Ο διευθυντής Καθ. Νικολάου δεν υπέγραψε την έκθεση, είπε το νοσοκομείο.
Το λιμάνι του Αγ. Γεωργίου δεν θα επεκταθεί φέτος, είπε ο δήμαρχος.
Η δαπάνη των περ. Σαράντα εκατομμυρίων δεν εγκρίθηκε, είπε η βουλή.
Ο πρόεδρος της Εταιρ. Ναυτιλίας δεν μίλησε στους δημοσιογράφους χθες.
Sklep przy al. Lipowej nie zostanie zamknięty, podał właściciel.
Zdaniem insp. Nowaka nikt nie został ranny w pożarze hali.
Dom na os. Leśnym nie jest na sprzedaż, powiedział burmistrz wczoraj.
Według dyr. Falka budowa nie skończy się przed zimą, podało radio.
Remont na skrz. Polnej i Leśnej nie zaczął się w maju, pisze gmina.
Дом на просп. Победы не снесут до весны, сообщил город вчера.
Склад в пос. Лесной не продадут, сообщил владелец в пятницу.
По словам дир. Павлова, никто не пострадал при пожаре на складе.
Мост у дер. Липовка не откроют до зимы, пишет районная газета.
Завод в р-не оз. Белое не закроют, сообщила область в среду.
Лавку на наб. Южной не закроют, сообщил хозяин журналистам.
El almacén de la Avda. Central no se venderá, dijo el alcalde ayer.
La casa de la Urb. Los Rosales no está en venta, dijo la dueña.
El taller del Pol. Norte no reabrirá este año, según la empresa.
El puerto de Sta. Rosa no cerrará, dijo la gobernadora el lunes.
La oficina del Dpto. La Paz no respondió a las preguntas del diario.
El hotel del Pje. El Sol no tiene licencia, dijo el concejal.
Il negozio di p.zza Nuova non riaprirà, ha detto il sindaco ieri.
La sede della Coop. Nuova non chiuderà, ha detto il presidente.
Il capannone del Cons. Agrario non è in vendita, dice la regione.
La casa del Rag. Bianchi non sarà venduta, ha detto la figlia.
La scuola della Circ. Sud non riapre, ha detto la preside ieri.
Il porto di S.ta Lucia non sarà ampliato, secondo il comune.
De winkel aan de Kerkstr. Zuid gaat niet dicht, zegt de eigenaar.
Het huis van Mr. De Vries is niet te koop, zegt de makelaar.
De leiding van het Min. Van Verkeer heeft niet gereageerd op vragen.
De loods aan de Havenl. Noord wordt niet gesloopt, zegt de stad.
Volgens wnd. Directeur Falk is niemand gewond geraakt bij de brand.
Butikken på Nørreg. Syd lukker ikke, skriver ejeren i et brev.
Ifølge dir. Falk kom ingen til skade ved branden i søndags.
Johtaja joht. Falk ei allekirjoittanut raporttia, kertoi sairaala.
Sklad na ul. Lipové nebude prodán, řekl starosta města včera.
Podle řed. Nováka se při požáru nikdo nezranil, napsal deník.
O armazém da Pç. Nova não será vendido, disse o prefeito ontem.
A casa da Qta. Velha não está à venda, disse a dona na sexta.
A raktár a Fő u. Északi végén nem nyílik meg, közölte a város.
A ház a Kossuth krt. Nyugati oldalán nem eladó, mondta a tulaj.
""".strip().splitlines()
SENTENCES_IN_MORE_LANGUAGES = """
Die Stadt senkt die Gebühr nach Angaben von Karla Ubben.| Für die Haushalte bleiben im Jahr etwa neun Euro.
Die Werft liegt in Emden.| Sie baut dort seit zwanzig Jahren Fähren.
Der Preis sank auf Rang 7.| Die Kunden freuten sich darüber.
Zuvor hatte sie bei Onno Tjad.| Das Verfahren dauert noch an.
Die Mannschaft reiste am Dienstag nach Turku.| Vor dem Spiel fehlen drei Leute.
Er leitete die Firma Hempp.| Seit dem Verkauf lebt er in Bremen.
Bron stängs i mars.| Ingen vet när den öppnar igen.
Priset steg till 40 kronor per dag.| Hyran är oförändrad.
Hon flyttade till Ystad i fjol.| Där driver hon ett bageri.
Skolan byggdes om förra året.| Eleverna är tillbaka på måndag.
Han sålde båten i maj.| Köparen var en granne.
Kommunen köper mark vid sjön.| Varje tomt kostar en miljon.
L'usine est à Lens.| Son directeur a promis des emplois.
Le bateau appartient à Yann Kerg.| Les marins attendent leur paie.
La mairie a vendu le parc.| Trois voisins ont porté plainte.
Le club joue samedi à Brest.| Deux joueurs sont blessés.
Elle a grandi à Gap.| Ses parents y tenaient un café.
Köprü üç ay kapalı.| Yeni yol henüz hazır değil.
Bilet fiyatı 50 lira.| Öğrenciler yarısını ödeyecek.
Belediye parkı sattı.| Kimse bu kararı beklemiyordu.
Gemi dün limana geldi.| Yolcular sabaha kadar bekledi.
Okul eylül ayında açıldı.| Bu yıl iki yüz öğrenci var.
Kazada ölen yok.| Yaralılar hastaneye kaldırıldı.
Το έργο κοστίζει δύο εκατομμύρια ευρώ.| Δεν υπάρχει άλλη λύση.
Η γέφυρα ανοίγει τον Μάιο.| Οι οδηγοί περιμένουν μήνες.
Ο δήμος πούλησε το πάρκο.| Κανείς δεν το περίμενε.
Το πλοίο έφτασε χθες.| Οι επιβάτες είναι καλά.
Το σχολείο έκλεισε φέτος.| Τα παιδιά πηγαίνουν στην πόλη.
Η τιμή έπεσε πολύ.| Αυτό δεν άρεσε στους αγρότες.
Most zamkną w maju.| Nikt nie wie, kiedy go otworzą.
Miasto sprzedało park.| Mieszkańcy są przeciw.
Statek przypłynął wczoraj rano.| Pasażerowie czekali długo.
Szkoła ma nowy dach.| Remont trwał dwa lata.
Мост закроют в мае.| Никто не знает, когда его откроют.
Билет стоит сто рублей в день.| Школьники платят половину.
Город продал парк.| Жители против.
Судно пришло в порт.| Пассажиры ждали до утра.
Школа стоит уже век.| Ремонт начнут летом.
Завод даёт ток и газ.| Цены останутся прежними.
El barco llegó a Vigo.| Los pasajeros esperaron toda la noche.
La planta está en Jaca.| Sus obreros piden más sueldo.
El club juega en Irún.| Tres jugadores están heridos.
La escuela cerró en mayo.| Ahora los niños van a la ciudad.
El pueblo perdió el tren.| Nadie sabe cuándo volverá.
La fabbrica è a Lodi.| I suoi operai chiedono più soldi.
Il club gioca a Bari.| Tre giocatori sono feriti.
La nave è ferma a Susa.| Nessuno sa quando partirà.
Il comune ha venduto il parco.| Alcuni vicini sono contrari.
La scuola chiude a maggio.| Adesso i bambini vanno in città.
La sindaca vive al mare.| Di barche però non vuole sapere.
De fabriek staat in Goes.| Haar arbeiders willen meer loon.
De club speelt in Ede.| Drie spelers zijn geblesseerd.
Het schip ligt in Urk.| Niemand weet wanneer het vertrekt.
De stad verkocht het park.| Enkele buren zijn tegen.
De school sluit in mei.| Nu gaan de kinderen naar de stad.
Hij kocht een huis in Epe.| Zijn vrouw woont er nog niet.
Broen lukker i maj.| Ingen ved, hvornår den åbner igen.
Silta suljetaan maaliskuussa.| Kukaan ei tiedä, milloin se avataan.
Koulu on uusi.| Oppilaita on kaksisataa.
Most zavřou v máji.| Nikdo neví, kdy ho otevřou.
Město prodalo park.| Obyvatelé jsou proti.
O barco chegou a Faro.| Os passageiros esperaram a noite toda.
A fábrica fica em Ovar.| Seus operários pedem mais.
A hidat lezárják.| Senki sem tudja, mikor nyílik meg.
A hajó tegnap jött.| Az utasok sokáig vártak.
""".strip().splitlines()
"""Sentences that end in a short word or name, before one that begins as sentences do."""
LAST_WORDS = ("Gand", "Aldag", "Vigo", "Tusk", "Ystad", "Ede", "Goes", "mars", "euro", "ευρώ")
FIRST_WORDS = {
    "fr": ("Son plan est", "Il attend", "Les élus sont", "Selon elle"),
    "de": ("Der Plan steht", "Sie wartet", "Für alle gilt"),
    "es": ("Su plan está", "Ella espera", "Los vecinos esperan"),
    "nl": ("Het plan is", "Zij wacht", "Volgens haar"),
    "sv": ("Det är klart", "Hon väntar", "Ingen vet"),
    "el": ("Δεν είναι έτσι", "Αυτό άρεσε"),
}
TEXTS = {
    "fr": "La société vend ses bateaux depuis dix ans à",
    "de": "Die Firma verkauft seit zehn Jahren Boote in",
    "es": "La empresa vende sus barcos desde hace diez años en",
    "nl": "Het bedrijf verkoopt sinds tien jaar schepen in",
    "sv": "Bolaget säljer sedan tio år sina båtar vid",
    "el": "Η εταιρεία πουλάει τα πλοία της εδώ και χρόνια στο",
}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("last", LAST_WORDS)
def test_a_word_that_begins_sentences_parts_them_whatever_word_is_before_it(language: str, last: str) -> None:
    for first in FIRST_WORDS[language]:
        text = f"{TEXTS[language]} {last}. {first}."
        assert sure_starts(text) == (0, text.index(". ") + 1), text


@pytest.mark.parametrize("sentence", SHORTENED + SHORTENED_IN_MORE_LANGUAGES)
def test_a_sentence_is_not_torn_at_an_abbreviation_that_nobody_listed(sentence: str) -> None:
    assert sure_starts(sentence) == (0,)


@pytest.mark.parametrize("text", SHORT_SENTENCES + SENTENCES_IN_MORE_LANGUAGES)
def test_sentences_that_end_in_a_word_are_parted(text: str) -> None:
    assert sure_starts(text.replace("|", "")) == (0, text.index("|"))


@pytest.mark.parametrize("sentence", WHOLE)
def test_no_part_of_a_sentence_is_a_point_a_summary_or_the_quote_of_a_figure(sentence: str) -> None:
    assert sure_starts(sentence) == (0,)
    assert {point.text for point in key_points([sentence])} <= {sentence}
    assert summary_of([sentence]) == sentence
    assert all(len(figure.what.split()) > 2 for figure in figures([sentence]))


@pytest.mark.parametrize("text", APART)
def test_sentences_are_parted_behind_words_that_are_no_abbreviations(text: str) -> None:
    sentences = text.split("|")
    whole = "".join(sentences)
    assert [whole[left:right] for left, right in pairwise((*sure_starts(whole), len(whole)))] == sentences
    assert [point.text for point in key_points([whole])] == [sentence.strip() for sentence in sentences]


@settings(max_examples=examples(20), deadline=None)
@given(st.text(alphabet=st.sampled_from("aAkl1 .!?。？」»”'\nзإ؟"), max_size=60))
def test_sure_starts_are_some_of_the_starts(text: str) -> None:
    assert sure_starts(text)[0] == 0
    assert set(sure_starts(text)) <= set(sentence_starts(text))
