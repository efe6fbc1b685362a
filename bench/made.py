"""Dumps of sentences that we wrote, for measuring boundaries, never for training.

Those in Chinese, Japanese and Spanish are of one mould, with other nouns; those of ``made_news.txt`` are news in brief
in eleven languages, in which hardly a word comes twice: both much harder than news, for every method.
"""

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from bench.dumps import Dump

TOPICS = {
    "chinese": """
        港口 起重机 码头 货船|鸡蛋 母鸡 面包师 饲料|电车 轨道 车站 乘客|法院 法官 被告 律师
        小麦 农民 收成 田地|球队 教练 决赛 球迷|医院 护士 病床 疫苗|桥梁 钢索 工程师 护栏
        画作 博物馆 画家 展厅|学校 教师 学生 课本|渔船 渔民 鱼群 渔网|电池 工厂 汽车 订单
        预算 议会 市长 税收|森林 火灾 消防员 直升机|银行 利率 贷款 储户|卫星 火箭 发射场 轨道站
        水库 旱灾 水管 居民|演员 电影 导演 影院|邮局 信件 包裹 邮递员|警察 小偷 珠宝 商店
        考古队 古墓 陶器 遗址|手机 芯片 软件 用户|机场 航班 飞行员 跑道|猪肉 价格 市场 商贩
    """,
    "japanese": """
        港湾局 クレーン 岸壁 貨物船|鶏卵 養鶏場 パン屋 飼料|路面電車 線路 停留所 乗客
        裁判所 裁判官 被告 弁護士|小麦 農家 収穫 畑|球団 監督 決勝戦 観客|病院 看護師 病床 ワクチン
        鉄橋 ケーブル 技術者 歩道|絵画 美術館 画家 展示室|学校 教師 生徒 教科書|漁船 漁師 魚群 漁港
        電池 工場 自動車 受注|予算 市議会 市長 税収|森林 火災 消防隊 ヘリコプター|銀行 金利 融資 預金者
        人工衛星 ロケット 発射場 観測|貯水池 干ばつ 水道 住民|俳優 映画 映画館 撮影|郵便局 手紙 小包 配達員
        警察 窃盗団 宝石 商店街|発掘隊 古墳 土器 遺跡|携帯電話 半導体 ソフトウェア 利用者
        空港 航空便 操縦士 滑走路|豚肉 価格 市場 卸売業者
    """,
    "spanish": """
        puerto grúa muelle carguero|huevos gallinas panadero pienso|tranvía vías parada pasajeros
        tribunal juez acusado abogado|trigo agricultores cosecha campo|equipo entrenador final afición
        hospital enfermeras camas vacuna|puente cables ingeniero barandilla|cuadro museo pintor sala
        escuela maestros alumnos libros|barcos pescadores sardina redes|baterías fábrica coches pedidos
        presupuesto parlamento alcalde impuestos|bosque incendio bomberos helicóptero
        banco intereses préstamos clientes|satélite cohete lanzamiento órbita
        embalse sequía tuberías vecinos|actor película director cines|correos cartas paquetes carteros
        policía ladrones joyas tienda|arqueólogos tumba cerámica ruinas|teléfono chips programas usuarios
        aeropuerto vuelos piloto pista|cerdo precios mercado vendedores
    """,
}
"""Four words of each subject."""
LEADS = {
    "chinese": (
        "{p}的{a}{d}宣布，{b}将在{n}月以前全部更换，费用为{n}百万克朗。",
        "{d}，{p}的{a}因为{b}出现问题停止工作，{c}也受到影响。",
        "{p}计划为{a}增加{n}名人手，因为{b}比去年多了{n}成。",
        "关于{p}{a}的争论{d}有了结果：{b}和{c}都将保留。",
    ),
    "japanese": (
        "{p}の{a}は{d}、{b}を{n}月までにすべて入れ替えると発表した。費用は{n}百万クローネになる。",
        "{p}で{d}、{a}の{b}に問題が見つかり、{c}にも影響が出ている。",
        "{p}は{a}のために{n}人を増やす計画で、{b}が昨年より{n}割多くなったためだ。",
        "{p}の{a}をめぐる議論は{d}に決着し、{b}と{c}はともに残ることになった。",
    ),
    "spanish": (
        "El {a} de {p} anunció el {d} que cambiará {b} antes de {n} meses, con un coste de {n} millones.",
        "Los problemas con {b} obligaron el {d} a parar el {a} de {p}, y también afectan a {c}.",
        "{p} quiere contratar a {n} personas para {a}, porque {b} ha crecido un {n} por ciento en un año.",
        "La disputa sobre {a} en {p} terminó el {d}: tanto {b} como {c} se mantendrán.",
    ),
}
BODY = {
    "chinese": (
        "负责人表示，{a}的情况比预期好，但是{c}还需要时间。",
        "根据报告，{b}去年减少了{n}成，{e}占了其中的一半。",
        "批评者认为这个决定太急，没有考虑{c}和{e}。",
        "他们希望在下个月的会议上讨论{b}的问题。",
        "此外，{a}附近的{e}也将在夏天以前得到改善。",
        "这是十年来第{n}次，上一次是因为{c}。",
        "一位发言人说，没有人需要担心{e}。",
    ),
    "japanese": (
        "担当者は、{a}の状況は予想より良いが、{c}にはまだ時間がかかると述べた。",
        "報告によると、{b}は昨年{n}割減り、{e}がその半分を占めた。",
        "批判的な人々は、この決定は急ぎすぎで、{c}や{e}を考えていないと話している。",
        "来月の会議では{b}の問題が話し合われる見通しだ。",
        "また、{a}の近くの{e}も夏までに改善される。",
        "この十年で{n}回目となり、前回は{c}が原因だった。",
        "広報の担当者によれば、{e}について心配する必要はないという。",
    ),
    "spanish": (
        "Dijeron que la situación con {a} es mejor de lo esperado, aunque {c} todavía necesita tiempo.",
        "Según el informe, {b} bajó un {n} por ciento el año pasado, y la mitad corresponde a {e}.",
        "Los críticos creen que la decisión es precipitada y no tiene en cuenta {c} ni {e}.",
        "Esperan hablar sobre {b} en la reunión del mes que viene.",
        "Además, {e} cerca de {a} mejorará antes del verano.",
        "Es la vez número {n} en diez años; la anterior se debió a {c}.",
        "Una portavoz pidió calma y recordó que {e} no corre peligro.",
    ),
}
HEADLINES = {
    "chinese": ("{p}更换{b}", "{a}问题影响{c}", "{p}为{a}增加人手"),
    "japanese": ("{p}、{b}を入れ替えへ", "{a}の問題が{c}に影響", "{p}が{a}の人員を増やす"),
    "spanish": ("{p} cambiará {b}", "El {a} se para por {b}", "{p} busca personal para {a}"),
}
PLACES = {
    "chinese": "北港 石桥 白塔 南湖 青木 长滩 东关 金沙".split(),
    "japanese": "北浜 石橋 白川 南湖 青木 長浜 東関 金沢町".split(),
    "spanish": "Amaro Norden Lund Aldra Tamira Costanova Puente Viejo Almera".split(),
}
DAYS = {
    "chinese": "星期一 星期三 三月三日 昨天".split(),
    "japanese": "月曜日 水曜日 三月三日 五日".split(),
    "spanish": "lunes martes jueves viernes".split(),
}


def _article(language: str, words: Sequence[str], titled: bool, rng: random.Random) -> list[str]:
    place = rng.choice(PLACES[language])

    def filled(pattern: str) -> str:
        a, b, c, e = rng.sample(list(words), 4) if rng.random() < 0.5 else words
        number = str(rng.randint(2, 11))
        return pattern.format(p=place, a=a, b=b, c=c, e=e, d=rng.choice(DAYS[language]), n=number)

    between = " " if language == "spanish" else ""
    body = rng.sample(BODY[language], rng.randint(2, 6))
    paragraphs = [filled(rng.choice(LEADS[language]))]
    while body:
        size = rng.randint(1, 2)
        paragraphs.append(between.join(filled(pattern) for pattern in body[:size]))
        del body[:size]
    return [*([filled(rng.choice(HEADLINES[language]))] if titled else []), *paragraphs]


def made_dumps(language: str, count: int, *, titled: bool, seed: int = 1) -> list[Dump]:
    """Dumps of eight to twelve articles of two to seven paragraphs, each of another subject."""
    rng = random.Random(f"{language} {titled} {seed}")
    topics = [topic.split() for line in TOPICS[language].split("\n") for topic in line.split("|") if topic.strip()]
    dumps = []
    for _ in range(count):
        lines: list[str] = []
        starts: list[int] = []
        for words in rng.sample(topics, rng.randint(8, 12)):
            starts.append(len(lines))
            lines += _article(language, words, titled, rng)
        kind = f"{language} made" + " titled" * titled
        dumps.append(Dump(kind, 0, tuple(lines), tuple(starts), frozenset()))
    return dumps


@cache
def made_news() -> dict[str, list[list[str]]]:
    """News in brief by language: headline, then two or three paragraphs."""
    out: dict[str, list[list[str]]] = {}
    text = (Path(__file__).parent / "made_news.txt").read_text(encoding="utf-8")
    for part in filter(None, text.split("= ")):
        language, *items = part.strip().split("\n\n")
        out[language] = [item.split("\n") for item in items]
    return out


def brief_dumps(language: str, count: int, *, titled: bool, seed: int = 1) -> list[Dump]:
    """Dumps of five to eight news in brief in any order, with their headlines or without."""
    rng = random.Random(f"{language} {titled} {seed}")
    dumps = []
    for _ in range(count):
        lines: list[str] = []
        starts: list[int] = []
        for item in rng.sample(made_news()[language], rng.randint(5, len(made_news()[language]))):
            starts.append(len(lines))
            lines += item if titled else item[1:]
        dumps.append(Dump(f"{language} brief", 0, tuple(lines), tuple(starts), frozenset()))
    return dumps
