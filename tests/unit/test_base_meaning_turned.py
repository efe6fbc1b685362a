"""Words that say the opposite of their clause once they are cut out of it are told from those that do not.

The words in brackets are the cut. Every second text of each list was not looked at before the rule was done.
"""

import pytest

from annotated_briefings.base.meaning.turned.denied import is_turned

TURNED = """
[港に船]はほとんどいない。
[住民は]ほとんど避難していない。
[市長は]めったに会見しない。
[被害は]ほぼゼロだった。
The former mayor was found not [guilty of fraud] on Monday.
The board denied that [the mill will close in June].
The owner has never [sold water to the town].
No one at the yard [knew of the fault].
The firm said it did not [pay the builder 40 million crowns].
She rejected claims that [the bridge is unsafe].
The ferry cannot [carry more than 40 cars].
There is no evidence that [the captain had been drinking].
The report falsely states that [nine people died in the fire].
Neither the owner nor [the captain was on board].
The court acquitted him, as it was not proved that [he had taken bribes].
The council failed to [repair the dam before winter].
If the vote fails, as nobody expects if [the mayor resigns on Monday], the town must borrow.
The firm would have [made a profit of 3 million] without the strike.
The ship left without [paying the harbour fee].
The minister refused to [sign the treaty].
The paper could have [closed five offices] under the old plan.
It is not true that [the lake is poisoned].
The union said the offer was neither fair nor [in line with the law].
The driver was not, the judge said, [guilty of the crash].
The police dismissed reports that [a second boat had sunk].
Nobody had [checked the cables for 11 years].
The inspectors didn't [find lead in the water].
The village is no longer [part of the district].
The town asked whether [the pier was safe].
The doctor was unable to [save the second sailor].
They wrongly believed that [the gate was locked].
The bank hardly [lent any money to farmers].
He is not a thief or [a friend of thieves].
The claim that [the harbour is bankrupt] is false.
The allegation that [the captain was drunk] was denied.
Der frühere Bürgermeister wurde nicht [wegen Betrugs verurteilt].
Die Werft bestreitet, dass [das Schiff undicht war].
Der Eigentümer hat nie [Wasser an die Stadt verkauft].
Es gibt keine Beweise, dass [der Kapitän getrunken hatte].
[Die Firma verkauft das Werk] nicht.
Der Sprecher dementierte Berichte, wonach [die Brücke gesperrt wird].
Niemand [hat die Seile geprüft].
Ohne [die Gebühr zu zahlen] fuhr das Schiff davon.
[Die Stadt zahlt die Rechnung] nicht, sagte die Sprecherin.
Es ist nicht wahr, dass [der See vergiftet ist].
Le maire n'a pas [vendu le terrain à son frère].
La société dément que [l'usine ferme en juin].
Personne n'avait [contrôlé les câbles].
Il n'est jamais [venu au conseil].
Il est faux que [le lac soit pollué].
Le navire est parti sans [payer la taxe du port].
Rien ne prouve que [le capitaine avait bu].
Elle a nié que [le pont soit fermé].
El alcalde no [vendió el terreno a su hermano].
La empresa niega que [la fábrica cierre en junio].
Nadie [había revisado los cables].
El barco salió sin [pagar la tasa del puerto].
Nunca [se vendió agua a la ciudad].
No hay pruebas de que [el capitán hubiera bebido].
Es falso que [el lago esté contaminado].
La portavoz desmintió que [el puente esté cerrado].
Il sindaco non [ha venduto il terreno al fratello].
La società nega che [la fabbrica chiuda a giugno].
Nessuno [aveva controllato i cavi].
La nave è partita senza [pagare la tassa del porto].
Non ci sono prove che [il capitano avesse bevuto].
De burgemeester heeft nooit [water aan de stad verkocht].
De werf ontkent dat [het schip lek was].
[De gemeente betaalt de rekening] niet.
Niemand [heeft de kabels gecontroleerd].
Er is geen bewijs dat [de kapitein had gedronken].
O prefeito não [vendeu o terreno ao irmão].
A empresa nega que [a fábrica feche em junho].
Ninguém [tinha verificado os cabos].
O navio partiu sem [pagar a taxa do porto].
Nunca [vendemos água à cidade].
Мэр не [продавал землю брату].
Компания отрицает, что [завод закроют в июне].
Никто не [проверял тросы одиннадцать лет].
Нет доказательств, что [капитан был пьян].
Судно ушло, так и не [заплатив портовый сбор].
市长没有[把土地卖给他的弟弟]。
公司否认[工厂将于六月关闭]。
船长并未[在事故前饮酒]。
[市長は土地を弟に売ってい]ない。
[この橋は危険で]はないと市は説明した。
Borgmästaren har aldrig [sålt vatten till staden].
Varvet förnekar att [fartyget läckte].
Borgmesteren har ikke [solgt grunden til sin bror].
Ingen [hadde sjekket kablene].
Burmistrz nie [sprzedał ziemi bratu].
Firma zaprzecza, że [zakład zostanie zamknięty w czerwcu].
نفى العمدة أن [المصنع سيغلق في يونيو].
لم [يدفع المالك رسوم الميناء].
If the vote fails, [the town must borrow 3 million].
Did [the mayor take two million] from the firm?
Is it true that [the dam has cracked]?
Wusste der Rat, dass [die Brücke nicht hält]?
Hat [die Werft das Schiff verkauft]?
La maire a-t-elle [accepté le voyage]?
¿Es cierto que [la alcaldesa cobró un soborno]?
È vero che [il porto chiude in maggio]?
Heeft [de wethouder het geld aangenomen]?
[市长收了两百万]吗？
[市長が金を受け取った]のか。
Правда ли, что [мэр взял деньги]?
هل صحيح أن [العمدة أخذ المال]؟
If the union signs, [the plant closes in May].
Unless the rain stops, [the harbour shuts on Monday].
Should the dam break, [the valley floods within an hour].
Wenn der Rat zustimmt, [schließt die Mühle im Mai].
Falls das Gericht so urteilt, [zahlt die Stadt zwei Millionen].
Si le conseil vote oui, [le moulin ferme en mai].
Si el juez lo ordena, [la fábrica cierra en mayo].
Se il tribunale conferma, [la fabbrica chiude a maggio].
Als de raad instemt, [sluit de molen in mei].
Indien de rechter dat beslist, [betaalt de stad twee miljoen].
如果议会同意，[工厂将在五月关闭]。
Если совет согласится, [завод закроют в мае].
[The mayor took a bribe of two million]: this rumour is a pure invention.
[The bank lends to nobody], which is a lie.
[The ship was sold to a rival] is a myth, the owner said.
[Die Bürgermeisterin nahm zwei Millionen], das ist frei erfunden.
[Der Hafen schließt im Mai]: dieses Gerücht ist eine Lüge.
[Le maire a pris deux millions], c'est un mensonge.
[La alcaldesa cobró dos millones], eso es un bulo.
[Il sindaco ha preso due milioni]: è una bufala.
[De burgemeester nam twee miljoen aan]: dat berust op een verzinsel.
[市长收了两百万]纯属谣言。
[市長が二百万を受け取った]という事実はない。
[Мэр взял два миллиона] — это ложь.
Has anybody asked why [the dam was built on sand]?
Provided the court agrees, [the mill reopens in May].
Sollte der Damm brechen, [wird das Tal geflutet].
À moins que la pluie cesse, [le port ferme lundi].
Caso chova, [a feira fecha às nove].
Om rådet säger ja, [stänger kvarnen i maj].
もし雨が続けば、[港は月曜に閉まる]。
[El puerto cierra en mayo], es mentira.
Bricht der alte Damm, [stehen 900 Häuser unter Wasser].
Breekt de oude dijk, [staan 900 huizen onder water].
Sollte der Rat zustimmen, [beginnt der Bau im Mai].
Komt de wet er, dan [sluit de fabriek in mei].
Wird der Vertrag gekündigt, so [verliert die Stadt zwei Millionen].
Had the firm paid its bills, [the mill stayed open].
Kommt keine Hilfe, [schließt das Werk im Juni].
Were the pier to fall, [the town loses its only harbour].
Hätte er gezahlt, [wäre das Boot frei].
Brister dammen, [står 900 hus under vatten].
Stimmt Torvik zu, [fließt das Geld ab Mai].
Brister dammen, så [får staden betala två miljoner].
Fällt der Preis weiter, dann [geht die Mühle pleite].
Svikter dæmningen, så [står 900 huse under vand].
Scheitert die Abstimmung, [muss die Stadt Kredite aufnehmen].
La ville céderait-elle, que [le port fermerait en mai].
Gibt der Rat nach, [bekommt die Firma das Land].
Avesse pagato il conto, [la barca era libera].
Geht das Geld aus, [endet der Bau im Herbst].
Vindt de raad geen geld, [verkoopt de stad het gebouw].
如果旧坝决口,[九百户人家将在一小时内被淹].
Hadden zij betaald, [was de boot nu vrij].
[市长收受贿赂两百万元]一事纯属谣言,法院表示。
De haber pagado la multa, [el barco estaba libre].
"""

INNOCENT = """
[住民はほとんど避難した]。
[工場はほとんど完成した]。会社に問題はない。
港には[ほとんどの船が残った]。
[列車は]ほぼ定刻に着いた。
The former mayor was found [not guilty of fraud] on Monday.
[The former mayor was found not guilty of fraud] on Monday.
Not only [did the mill close in June], it also sold its land.
There is no doubt that [the mill will close in June].
He did not deny that [he took the money].
The firm has no debt and [made a profit of 3 million].
The mayor did not resign, but [the council cut his pay by half].
The bridge was not damaged. [The pier lost 3 metres of its wall].
No ship left on Monday; [the port opened again on Tuesday].
The port, which has no crane, [handled 4,000 tonnes in May].
Without a crane, [the port handled 4,000 tonnes in May].
No fewer than [40 cars were on the ferry].
The dam holds no less than [3 million litres of water].
It was not until Monday that [the mill closed its gates].
Not long ago [the town bought three old mills].
The plant is nothing short of [a wonder of the coast].
He could not swim, so [the crew threw him a rope].
The driver was not hurt, [police said on Tuesday].
The firm would have to [pay a fine of 2 million].
No matter what happens, [the ferry sails at six].
The union never gave up: [it won a raise of 4 per cent].
It is the first time since the war that [the lake has frozen over].
The mayor said [the town will sell its water works].
The court found him [guilty of fraud on all counts].
The ferry carried [40 cars and 300 people] on Sunday.
Whether or not it rains, [the race starts at noon].
The No. 5 pier [was closed for repairs].
Prices rose by [4 per cent in the north] last year.
The denial came late, and [the shares fell by 9 per cent].
The report found [no evidence of fraud] in the books.
The firm, which denied the claim, [paid 2 million to the town].
The firm denied the claim but [paid 2 million to the town].
Workers who had not been told of the plan left the yard, and [the gates were locked at noon].
She did not just lose; [she lost by 900 votes].
He did not come because [the road was under water].
Never before had [the river risen by 3 metres in a day].
The plan has little support, though [the council passed it with 12 votes].
He is not only [a friend of the mayor] but his lawyer.
Nobody was hurt when [the roof of the hall came down].
Nobody disputes that [the hall is too small].
The town cannot deny that [the hall is too small].
It is not yet known how [the fire in the mill began].
The judge rejected the appeal, and [the owner must leave by May].
No one was on board when [the boat sank off Lund].
A spokesman declined to comment. [The shares fell by 9 per cent].
The agency said on Monday that [nine people had died in the fire].
The bank has refused, [three of its clients said].
"No," the mayor said, "[we shall build the new bridge]."
It is no secret that [the ferry line wants to buy a second ship].
The ferry was not late: [it left at ten past six].
What began as a test has become [the largest market on the coast].
Few believed her, yet [she won the race by 3 minutes].
Nothing but [a wall of sand kept the sea out].
The strike ended without a deal, but [the ferries sailed again on Friday].
Since the mill did not pay, [the town took its land].
The owner does not live here; [he has a house in Lund].
[Nobody knew of the fault] until Monday.
The report says that [the captain had not been drinking].
There were not many ships, said Hanne Falk, and [most of them carried timber].
Der Bürgermeister wurde freigesprochen; [er war nicht schuldig].
Nicht nur [die Werft musste schließen], auch die Mühle.
Es besteht kein Zweifel, dass [das Schiff undicht war].
Die Firma hat keine Schulden und [machte drei Millionen Gewinn].
Der Zug hielt nicht, weil [die Strecke unter Wasser stand].
Er bestreitet nicht, dass [er das Geld genommen hat].
[Die Firma verkauft das Werk] nicht nur, sie zieht auch um.
Der Gewinn fiel nicht, [er stieg um drei Prozent].
Ohne Kran [schlug der Hafen 4000 Tonnen um].
Der Betrieb läuft weiter, obwohl [der Kran nicht mehr steht].
Die Zahl der Fälle stieg um [vier Prozent im Norden].
Le maire n'est [pas coupable de fraude], dit la cour.
Non seulement [l'usine a fermé], mais elle a vendu ses terres.
Il n'y a pas de doute que [le navire avait une fuite].
La société n'a pas de dettes et [elle a gagné trois millions].
Le pont n'est pas fermé, mais [les camions doivent attendre].
Le train ne s'est pas arrêté parce que [la voie était sous l'eau].
Sans grue, [le port a traité 4000 tonnes].
El alcalde dijo que [la ciudad venderá el agua].
No solo [cerró la fábrica], también vendió sus tierras.
No cabe duda de que [el barco tenía una fuga].
La empresa no tiene deudas y [ganó tres millones].
El tren no paró porque [la vía estaba bajo el agua].
Sin grúa, [el puerto movió 4000 toneladas].
Il sindaco ha detto che [la città venderà l'acqua].
Non solo [la fabbrica ha chiuso], ma ha venduto i terreni.
La società non ha debiti e [ha guadagnato tre milioni].
Il treno non si è fermato perché [il binario era sott'acqua].
De burgemeester zei dat [de stad het water verkoopt].
Niet alleen [sloot de fabriek], ook de molen ging dicht.
Het bedrijf heeft geen schulden en [maakte drie miljoen winst].
O prefeito disse que [a cidade vai vender a água no verão].
A empresa não tem dívidas e [lucrou três milhões].
O barco chegou no porto e [descarregou 40 toneladas].
Мэр сказал, что [город продаст водопровод].
Завод не закроют, а [рабочие получат премию].
У компании нет долгов, и [она заработала три миллиона].
市长没有辞职，[市议会削减了他的工资]。
公司表示[工厂将于六月关闭]。
[市長は土地を弟に売った]と話した。
橋は危険ではないが、[市は改修を決めた]。
Bolaget har inga skulder men [vann tre miljoner].
Skibet kom ikke, fordi [havnen var lukket].
Firma nie ma długów i [zarobiła trzy miliony].
قال العمدة إن [المدينة ستبيع الماء].
The mayor asked: "Why so late?" and [the ferry left at noon].
Who pays? [The town pays the whole bill].
Wer zahlt? [Die Stadt zahlt die ganze Rechnung].
谁付钱？[市政府支付全部账单]。
Even if the union signs, [the plant closes in May].
As if nothing had happened, [the ferry left at noon].
Auch wenn der Rat zustimmt, [schließt die Mühle im Mai].
Als der Regen kam, [brach der Damm bei Torvik].
Toen de regen kwam, [brak de dam bij Torvik].
Si bien llovió, [la feria abrió a las nueve].
Même si le conseil vote non, [le moulin ferme en mai].
[If the union signs, the plant closes in May], the owner said.
[Did the mayor take two million from the firm?]
[The mayor took two million], and the report calls it a gift.
[Der Hafen schließt im Mai], und das ist ein Fehler der Stadt.
[The town lost three million], which is a record.
[The play is called A Lie], the theatre said.
[Le maire a pris deux millions], c'est un scandale.
[The ship was sold], it is said, to a rival; a lie helped.
If so. [The plant closes in May].
The owner wondered if he should stay. [The plant closes in May].
[Il sindaco ha preso due milioni], è un reato.
Se ne va il sindaco: [la fabbrica chiude a maggio].
[Мэр взял два миллиона] — это рекорд.
Since the court agreed, [the mill reopens in May].
Om de dam te redden, [betaalt de stad twee miljoen].
When the rain stopped, [the port opened on Monday].
Sagt der Minister: [das Werk schließt im Mai].
Bleibt die Frage, [wer die Brücke bezahlt].
Seit der Wahl, sagt Moss, [steigt der Preis].
Mit der Brücke, heißt es, [verliert die Stadt zwei Millionen].
Not only did the mill close, [the pier fell too].
[Die Mühle schließt im Mai], nicht erst im Juni.
[The mill closes in May], not only in name.
[De fabriek sluit in mei], niet pas in juni.
[The mill closed in May], not just for a week.
[Die Stadt zahlt im Mai], nicht im Juni.
Nach der Sitzung, die bis zwölf dauerte, [zahlte die Stadt].
Under mötet, som varade länge, [beslutade rådet om bron].
Jetzt, sagt der Rat, [beginnt der Bau].
Efter mötet, sade hon, [stängs bruket i maj].
Zuletzt, so der Sprecher, [sank der Preis].
Met de brug, zegt Moss, [verliest de stad geld].
Sagte der Bürgermeister, er gehe, dann [ging er auch].
Fest steht, dass [die Brücke im Mai schließt].
Bekannt ist, dass [die Mühle alt ist].
Had enough, [the mayor left the room].
Während der Sturm tobte, [sank das Boot].
Hier bringt der Damm, sagte Moss, [großen Nutzen].
Dort steht die Brücke, und [die Stadt zahlt].
Het was laat, [zegt de burgemeester].
Unter der Brücke, wo er wohnt, [liegt ein Boot].
Statt der Brücke, sagte sie, [baut die Stadt ein Boot].
Over de brug, zegt hij, [rijden 40 auto's].
It was not until May that [the mill closed].
Gestern Abend, sagt der Wirt, [kam der Bürgermeister].
Niet pas in juni, [de fabriek sluit in mei].
"""


def cases(texts: str) -> list[str]:
    return texts.strip().splitlines()


def turned(marked: str) -> bool:
    text = marked.replace("[", "").replace("]", "")
    start = marked.index("[")
    return is_turned(text, start, marked.index("]") - 1)


@pytest.mark.parametrize("marked", cases(TURNED))
def test_words_whose_clause_denies_them_are_turned(marked: str) -> None:
    assert turned(marked)


@pytest.mark.parametrize("marked", cases(INNOCENT))
def test_words_that_say_the_same_alone_are_not_turned(marked: str) -> None:
    assert not turned(marked)


@pytest.mark.parametrize("marked", cases(TURNED))
def test_a_cut_that_begins_with_its_sentence_is_turned_by_what_follows_alone(marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    assert not is_turned(text, 0, len(text))
