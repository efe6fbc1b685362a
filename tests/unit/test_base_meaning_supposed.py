"""Words that are only supposed, hoped, feared, planned or nearly done where they are cut out are told from facts.

The words in brackets are the cut. Every second text of each list was not looked at before the rule was done.
"""

import pytest

from annotated_briefings.base.meaning.turned.denied import is_turned
from annotated_briefings.content.annotations import ORPHAN, anchor

SUPPOSED = """
Suppose [the dam breaks] in the night.
He acted as if [the mill had been sold] to him.
The engineer fears that [the pier will fall into the sea].
Rumour has it that [the mayor took the money].
Only [the old bridge is safe] for lorries.
The crew nearly [lost the boat in the storm].
The owner almost [sold the mill to a rival].
The bank was about to [close its office in Torvik].
The firm planned to [cut 300 jobs in May].
She hoped to [buy the pier for the town].
The captain tried to [save the second sailor].
Let us assume that [the river rises by 3 metres].
The strike would [stop all ferries in June].
Perhaps [the captain was asleep].
The mayor allegedly [sold the pier to his brother].
The union threatened to [stop all ferries in June].
[The mill will close in May], she fears.
The dam could [flood the valley within an hour].
He dreamed that [the old mill was on fire].
They hope [the ferry line will return in spring].
Angenommen, [der Damm bricht in der Nacht].
Er tat so, als ob [die Mühle ihm gehörte].
Die Ingenieurin fürchtet, dass [die Mole ins Meer stürzt].
Es geht das Gerücht, dass [der Bürgermeister Geld nahm].
Nur [die alte Brücke ist sicher] für Laster.
Die Mannschaft hat fast [das Boot im Sturm verloren].
Die Firma wollte [300 Stellen im Mai streichen].
Sie hofft, dass [die Fähre im Frühling zurückkehrt].
Vielleicht [schlief der Kapitän am Steuer].
Der Rat plante, [das Land an eine Bank zu verkaufen].
Supposons que [la digue cède dans la nuit].
Il agit comme si [le moulin était à lui].
L'ingénieure craint que [le quai tombe dans la mer].
La rumeur veut que [le maire ait pris cet argent].
Seul [le vieux pont est sûr] pour les camions.
L'équipage a failli [perdre le bateau dans la tempête].
La banque était sur le point de [fermer son bureau de Torvik].
La société voulait [supprimer 300 emplois en mai].
Elle espère que [le bac reviendra au printemps].
Peut-être que [le capitaine dormait à la barre].
Supongamos que [la presa cede en la noche].
Actuó como si [el molino fuera suyo].
La ingeniera teme que [el muelle caiga al mar].
Corre el rumor de que [el alcalde tomó el dinero].
Solo [el viejo puente es seguro] para camiones.
La tripulación casi [perdió el barco en la tormenta].
El banco estaba a punto de [cerrar su oficina de Torvik].
La empresa quería [recortar 300 empleos en mayo].
La alcaldesa espera que [el ferry vuelva en primavera].
Quizás [el capitán dormía].
Supponiamo che [la diga ceda nella notte].
Si comporta come se [il mulino fosse suo].
L'ingegnera teme che [il molo cada in mare].
Corre voce che [il sindaco abbia preso i soldi].
Solo [il vecchio ponte è sicuro] per i camion.
L'equipaggio ha quasi [perso la barca nella tempesta].
La banca stava per [chiudere l'ufficio di Torvik].
La società voleva [tagliare 300 posti a maggio].
Lei spera che [il traghetto torni in primavera].
Forse [il capitano dormiva].
Suponhamos que [a barragem ceda à noite].
Ele agiu como se [o moinho fosse dele].
A engenheira teme que [o cais caia no mar].
Corre o boato de que [o prefeito pegou o dinheiro].
Só [a velha ponte é segura] para caminhões.
A tripulação quase [perdeu o barco na tempestade].
O banco estava prestes a [fechar o escritório de Torvik].
A empresa queria [cortar 300 empregos em maio].
Ela espera que [o barco volte na primavera].
Talvez [o capitão dormisse].
Stel dat [de dijk in de nacht breekt].
Hij deed alsof [de molen van hem was].
De ingenieur vreest dat [de pier in zee stort].
Het gerucht gaat dat [de burgemeester geld aannam].
Alleen [de oude brug is veilig] voor vrachtwagens.
De bemanning heeft bijna [de boot in de storm verloren].
De bank stond op het punt om [het kantoor in Torvik te sluiten].
Het bedrijf wilde [300 banen in mei schrappen].
Zij hoopt dat [de veerboot in de lente terugkomt].
Misschien [sliep de kapitein].
Anta att [dammen brister i natt].
Han låtsades som om [kvarnen var hans].
Ingenjören fruktar att [piren faller i havet].
Det går rykten om att [borgmästaren tog pengarna].
Bara [den gamla bron är säker] för lastbilar.
Besättningen har nästan [förlorat båten i stormen].
Firmaet ville [skære 300 job væk i maj på øen].
Hun håber, at [færgen vender tilbage til foråret].
Kanskje [sov kapteinen på vakt].
Frykten er at [broen faller når isen går].
Załóżmy, że [tama pęknie w nocy].
Zachowuje się, jakby [młyn należał do niego].
Inżynier obawia się, że [molo runie do morza].
Krąży plotka, że [burmistrz wziął pieniądze].
Tylko [stary most jest bezpieczny] dla ciężarówek.
Допустим, [плотина рухнет ночью].
Он ведёт себя так, будто [мельница принадлежит ему].
Инженер опасается, что [причал рухнет в море].
Ходят слухи, что [мэр взял деньги].
Только [старый мост безопасен] для грузовиков.
Экипаж едва не [потерял лодку в шторм].
Фирма хотела [сократить триста мест в мае].
Она надеется, что [паром вернётся весной].
Возможно, [капитан спал].
假设[大坝在夜里决口]。
工程师担心[码头会塌入海中]。
有传言称[市长拿了钱]。
只有[旧桥对卡车是安全的]。
船员差点[在风暴中失去了船]。
公司原计划[在五月裁员三百人]。
她希望[渡轮在春天恢复]。
他仿佛[已经买下了磨坊]。
也许[船长睡着了]。
银行正要[关闭在港口的办事处]。
[市長は辞任する]かもしれない。
[船は嵐で沈む]ところだった。
[市長が金を受け取った]という噂がある。
[橋が崩れる]恐れがある。
[会社は五月に三百人を削減する]つもりだった。
まるで[水車小屋が自分のものである]かのように振る舞った。
[渡し船は春に戻る]だろう。
[船長は眠っていた]らしい。
[桟橋が海に落ちる]のではないかと心配している。
[銀行は事務所を閉める]予定だ。
لنفترض أن [السد انهار في الليل].
تصرف كأن [المطحنة ملكه].
تخشى المهندسة أن [يسقط الرصيف في البحر].
تقول الشائعات إن [العمدة أخذ المال].
ربما [كان القبطان نائما].
كادت السفينة [تغرق في العاصفة].
تأمل أن [تعود العبارة في الربيع].
فقط [الجسر القديم آمن للشاحنات].
"""

STATED = """
Only on Monday, [the old bridge was closed to lorries].
The town has only [the old bridge over the river].
Nearly [400 workers lost their jobs in May].
Only [40 cars were on the ferry].
Rumours were false; [the mill opened again in June].
The hope of the town is gone: [the mill closed in May].
Fears grew after [the pier lost 3 metres of its wall].
The plan was clear, and [the bank closed its office].
She hoped for rain, but [the river fell by a metre].
The owner, who wanted to leave, [sold the mill in May].
They were afraid. [The dam broke at noon].
He said that [the dam broke at noon].
The firm agreed to [pay a fine of 2 million].
The court ordered the bank to [pay 3 million to the town].
The firm managed to [sell its mill in June].
Those who tried to swim drowned, while [the boat reached the pier].
The would-be buyer left, and [the owner kept the mill].
Suppose nothing. [The dam broke at noon].
[The mill will close in May], she said.
May was dry, and [the river fell by a metre].
In May [the town sold the mill].
The can was empty, so [the driver walked home].
Die Stadt hat nur [eine alte Brücke über den Fluss].
Fast [400 Arbeiter verloren im Mai die Stelle].
Die Hoffnung ist vorbei: [die Mühle schloss im Mai].
Das Gerücht war falsch, denn [die Mühle öffnete im Juni].
Wer wollte, konnte gehen, und [die Fähre fuhr um zwölf].
Die Firma, die verkaufen wollte, [schloss im Mai].
Der Plan steht fest, sagte Moss, und [die Bank schließt ihr Büro].
Er sagte, dass [der Damm am Mittag brach].
Er hat die Firma gezwungen, [zwei Millionen zu zahlen].
La ville [a vendu le moulin en mai].
La ville de Varnes, elle, [a perdu trois millions].
Le maire espérait la pluie, mais [la rivière a baissé d'un mètre].
Presque [400 ouvriers ont perdu leur emploi].
La ville n'a qu'un bac, et [le vieux pont est fermé].
La peur passée, [le port a rouvert lundi].
Il a dit que [la digue a cédé à midi].
La rumeur était fausse, car [le moulin a rouvert en juin].
El alcalde dijo que [la presa cedió a mediodía].
Casi [400 obreros perdieron su empleo].
La espera terminó y [el ferry salió a las nueve].
Quería irse, pero [la alcaldesa firmó el contrato].
La ciudad solo tiene [un viejo puente sobre el río].
El rumor era falso, pues [el molino abrió en junio].
Il sindaco ha detto che [la diga ha ceduto a mezzogiorno].
Quasi [400 operai hanno perso il posto].
La speranza è finita: [il mulino ha chiuso a maggio].
La città ha solo [un vecchio ponte sul fiume].
Voleva partire, ma [il sindaco ha firmato il contratto].
O prefeito disse que [a barragem cedeu ao meio-dia].
Quase [400 operários perderam o emprego].
A espera acabou e [o barco saiu às nove].
A cidade só tem [uma velha ponte sobre o rio].
De burgemeester zei dat [de dijk om twaalf uur brak].
Bijna [400 arbeiders verloren hun baan].
De hoop is weg: [de molen sloot in mei].
De stad heeft alleen [een oude brug over de rivier].
Hij wilde weg, maar [de burgemeester tekende het contract].
De stelling klopt, want [de molen sloot in mei].
Borgmästaren sade att [dammen brast vid middagstid].
Nästan [400 arbetare förlorade jobbet].
Hoppet är ute: [kvarnen stängde i maj].
Byen har kun [en gammel bro over åen].
Hun ville rejse, men [borgmesteren skrev under på aftalen].
Burmistrz powiedział, że [tama pękła w południe].
Prawie [400 robotników straciło pracę].
Miasto ma tylko [stary most nad rzeką].
Chciał wyjechać, ale [burmistrz podpisał umowę].
Мэр сказал, что [плотина рухнула в полдень].
Почти [400 рабочих потеряли места].
В городе есть только [старый мост через реку].
Он хотел уехать, но [мэр подписал договор].
Слухи оказались ложными: [мельница открылась в июне].
市长说[大坝在中午决口]。
几乎[四百名工人失去了工作]。
她本想离开，但[市长签了合同]。
希望小学开学了，[渡轮恢复运行]。
计划委员会表示，[码头将在五月关闭]。
[市長は辞任した]と話した。
[渡し船は春に戻った]と市は発表した。
[橋は五月に閉鎖された]。
[銀行は事務所を閉めた]という。
قال العمدة إن [السد انهار ظهرا].
كان يأمل في المطر، لكن [النهر انخفض مترا].
الشائعات كاذبة. [المطحنة فتحت في يونيو].
وقد [أغلقت المدينة الجسر القديم].
"""

TAKEN_BACK = """
The paper withdrew its report that [the mill will close in May].
The agency retracted the claim that [the mayor took the money].
[The mayor took the money] turned out to be false.
[The mill will close in May] was a false report.
That [the mayor took the money] has been disproved.
[The mill closes in May]: this has been refuted by the owner.
The court found the claim that [the mayor took the money] to be untrue.
The firm contradicted reports that [the mill will close in May].
Der Rat widerspricht, dass [die Mühle im Mai schließt].
Dass [die Mühle im Mai schließt], war eine Falschmeldung.
Dass [der Bürgermeister Geld nahm], ist widerlegt.
Die Zeitung nahm die Meldung zurück, dass [die Mühle im Mai schließt].
Le journal a retiré l'information selon laquelle [le moulin ferme en mai].
Que [le maire a pris cet argent] est une fausse nouvelle.
Le juge a écarté l'idée que [le maire a pris cet argent].
La mairie réfute que [le pont soit fermé].
El dueño niega que [la fábrica cierra en mayo].
Que [la fábrica cierra en mayo] fue un bulo.
El juez descartó que [el alcalde tomara el dinero].
La empresa refuta que [la fábrica cierre en mayo].
Il giudice ha escluso che [il sindaco abbia preso i soldi].
Che [la fabbrica chiude a maggio] è stato smentito.
Il giornale ha ritrattato la notizia che [la fabbrica chiude a maggio].
La società confuta che [il ponte sia chiuso].
O juiz descartou que [o prefeito pegou o dinheiro].
Que [a fábrica fecha em maio] era boato.
O jornal retirou a notícia de que [a fábrica fecha em maio].
A empresa refuta que [a ponte esteja fechada].
De rechter sloot uit dat [de burgemeester geld aannam].
Dat [de fabriek in mei sluit] was een vals bericht.
De gemeente spreekt tegen dat [de brug dicht is].
De krant trok het bericht in dat [de molen in mei sluit].
Rådet tillbakavisar att [kvarnen stängs i maj].
Att [kvarnen stängs i maj] var en falsk nyhet.
Retten udelukkede, at [borgmesteren tog pengene].
Kommunen avviser at [broen er stengt].
Sąd wykluczył, że [burmistrz wziął pieniądze].
Że [młyn zostanie zamknięty w maju], okazało się nieprawdą.
Суд исключил, что [мэр взял деньги].
То, что [мельницу закроют в мае], оказалось уткой.
[製紙工場は五月に閉鎖される]というのは誤報だった。
[市長が金を受け取った]との報道は間違いだった。
[市長が金を受け取った]ことを否定した。
[橋が閉鎖された]という記事は取り消された。
报纸撤回了[造纸厂将在五月关闭]的报道。
[造纸厂将在五月关闭]的消息是假的。
[市长收了两百万]系误传。
法院排除了[市长收钱]的可能。
استبعد القاضي أن [العمدة أخذ المال].
دحضت الشركة أن [المصنع سيغلق في مايو].
[المصنع سيغلق في مايو] خبر كاذب.
فندت البلدية أن [الجسر مغلق].
"""

NOT_TAKEN_BACK = """
[The mill will close in May] turned out to be true.
The firm withdrew its ships, and [the mill closed in May].
[The mayor took the money] was the finding of the court.
Der Rat nahm den Plan an, dass [die Mühle im Mai schließt].
Le maire a retiré son chapeau et [le pont a ouvert].
El dueño dice que [la fábrica cierra en mayo].
El juez excluyó a un testigo y [el alcalde tomó el dinero].
Il giudice ha stabilito che [il sindaco ha preso i soldi].
O juiz disse que [o prefeito pegou o dinheiro].
De rechter zei dat [de burgemeester geld aannam].
Rådet bekräftar att [kvarnen stängs i maj].
Суд установил, что [мэр взял деньги].
[製紙工場は五月に閉鎖される]というのは事実だった。
[市長が金を受け取った]との報道は正しかった。
报纸报道了[造纸厂将在五月关闭]的消息。
أكد القاضي أن [العمدة أخذ المال].
The ferry crew retracted the ramp before [the car rolled into the sea].
[The bridge is closed] was the first report, and it was right.
Die Firma trat zurück, und [die Mühle schloss im Mai].
[造纸厂将在五月关闭]的消息是真的。
"""

LIMITED = """
The port counted fewer than [40 ships in May].
Der Hafen zählte weniger als [40 Schiffe im Mai].
Le port a compté moins de [40 navires en mai].
El puerto contó menos de [40 barcos en mayo].
В порту было менее [40 судов в мае].
Il porto ha contato meno di [40 navi a maggio].
O porto contou menos de [40 navios em maio].
De haven telde minder dan [40 schepen in mei].
The ferry carries up to [40 cars].
Die Fähre trägt bis zu [40 Autos].
The firm hired at most [12 divers].
In the drill on Tuesday, [the old dam broke and 900 homes were flooded].
In his new novel, [the mayor sells the harbour].
Das Szenario der Übung: [der alte Damm bricht].
Selon le scénario de l'exercice, [la vieille digue cède].
En la novela, [la alcaldesa vende el puerto].
Im neuen Roman, so der Verlag, [verkauft der Rat die Stadt].
Nel romanzo, [il sindaco vende il porto].
In de film, [verkoopt de burgemeester de haven].
По сценарию учений, [старая плотина рухнула].
演习中，[旧坝决口]。
Few people think that [the mayor handled it well].
Rares sont ceux qui disent que [le maire a bien géré la crise].
Мало кто из жителей считает, что [мэр справился].
Wenige glauben, dass [der Rat gut gearbeitet hat].
Pocos creen que [la alcaldesa hizo bien su trabajo].
"""

NOT_LIMITED = """
The port counted more than [40 ships in May].
The port counted [40 ships in May].
Fewer than 40 ships came, and [12 of them carried timber].
In the morning on Tuesday, [the old dam broke].
After the drill, [the mayor resigned].
The author of the novel, Moss, [sold the harbour].
Before the film, [the mayor gave a speech].
Im Hafen, so der Rat, [liegt ein Boot].
A few people think that [the mayor handled it well].
In few words: [the mill closed in May].
In the game on Tuesday, [Torvik scored 40 points].
Selon le maire, [la vieille digue cède].
"""

NOTES = """
en | the mill will close in May | The owner said that {}. | The paper withdrew its report that {}.
de | die Mühle im Mai schließt | Der Besitzer sagt, dass {}. | Der Besitzer bestreitet, dass {}.
es | la fábrica cierra en mayo | El dueño dice que {}. | El dueño niega que {}.
it | il ponte è chiuso | Il sindaco dice che {}. | Il sindaco esclude che {}.
ja | 製紙工場は五月に閉鎖される | 工場主は{}と述べた。 | {}というのは誤報だった。
ru | мэр взял эти деньги | Суд установил, что {}. | Суд исключил, что {}.
"""


def turned(marked: str) -> bool:
    text = marked.replace("[", "").replace("]", "")
    return is_turned(text, marked.index("["), marked.index("]") - 1)


@pytest.mark.parametrize("marked", SUPPOSED.strip().splitlines())
def test_words_that_are_only_supposed_or_nearly_done_are_turned(marked: str) -> None:
    assert turned(marked)


@pytest.mark.parametrize("marked", STATED.strip().splitlines())
def test_facts_beside_words_of_hope_fear_and_plans_are_not_turned(marked: str) -> None:
    assert not turned(marked)


@pytest.mark.parametrize("marked", TAKEN_BACK.strip().splitlines())
def test_words_that_somebody_takes_back_are_turned(marked: str) -> None:
    assert turned(marked)


@pytest.mark.parametrize("marked", NOT_TAKEN_BACK.strip().splitlines())
def test_words_that_nobody_takes_back_are_not_turned(marked: str) -> None:
    assert not turned(marked)


@pytest.mark.parametrize("case", NOTES.strip().splitlines())
def test_a_note_does_not_follow_into_a_sentence_that_takes_its_words_back(case: str) -> None:
    _, quote, was, now = case.split(" | ")
    # The lines around it are of another language.
    before, after = was.split("{}")
    text = f"First line here.\n\n{now.format(quote)}\n\nLast line here."
    found = anchor(text, quote, f"First line here. {before}".strip(), f"{after} Last line here.".strip())
    assert (found.state, found.why) == (ORPHAN, "its sentence now denies it, or leaves it open")


@pytest.mark.parametrize("marked", LIMITED.strip().splitlines())
def test_words_cut_off_a_bound_a_story_or_the_few_who_believe_them_are_turned(marked: str) -> None:
    assert turned(marked)


@pytest.mark.parametrize("marked", NOT_LIMITED.strip().splitlines())
def test_words_beside_a_bound_or_a_story_are_not_turned(marked: str) -> None:
    assert not turned(marked)
