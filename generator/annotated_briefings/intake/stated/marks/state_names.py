"""Words of keys and values by which programs and people say who may see a text, in single words of any language."""

from annotated_briefings.intake.stated.marks.reading_states import READING_STATES

TRASH = frozenset("trash trashed deleted deletedbyuser removed bin recyclebin papierkorb corbeille papelera".split())
"""Marks of what its source has thrown away."""
YES = frozenset("true yes y 1 on ja wahr oui vrai sí si sim да 是 x checked".split())
NO = frozenset("false no n 0 off nein falsch non faux não нет 否 none null never".split())
PUBLIC = frozenset(
    "public publish published normal unclassified clear white live online visible open everyone everybody anyone all "
    "world free general released release approved final finished done complete completed active ready current ok "
    "success successful succeeded processed parsed crawled fetched downloaded enabled inherit 200 veröffentlicht "
    "öffentlich offen freigegeben publié publique publicado público pubblicato gepubliceerd опубликовано 公开 已发布 "
    "公開 مسموح منشور عام 발행 공개 opublikowane publicerad открыто yayında sent".split()
).union(READING_STATES)
"""What states and audiences are called that keep nobody out."""
HELD = (
    frozenset(
        "draft drafts autodraft private pending future scheduled schedule queued hidden unlisted unpublished internal "
        "confidential secret embargo embargoed locked protected password members member memberonly membersonly "
        "subscribers paid premium tiers restricted review inreview needsreview inprogress wip todo onhold hold "
        "rejected archived offline invisible disabled inactive entwurf privat intern vertraulich geheim gesperrt "
        "versteckt wartend geplant brouillon privé confidentiel borrador privado confidencial bozza riservato "
        "rascunho черновик скрыто 草稿 下書き 非公開 companyconfidential interno interna interne riservata "
        "vertrouwelijk poufne tajne konfidentiell hemlig gizli özel taslak utkast szkic confidentielle eingeschränkt "
        "restreint restreinte limitée restringido limitado limitata beschränkt nonpublic конфиденциально секретно "
        "внутренний внутреннее приватно 内部 內部 机密 機密 秘密 私密 私人 保密 社内 社外秘 部外秘 내부 대외비 비공개 "
        "초안 مسودة خاص داخلي سري سرّي redaktion rédaction redacción redazione redactie редакция 编辑部 編集部 "
        "newsroom editors mitarbeiter abonnenten mitglieder abonnés membres suscriptores miembros socios employees "
        "personnel empleados personal red amber green unsent staff desk team followers friends onlyme nobody".split()
    )
    | TRASH
)
GOOD = frozenset(
    "active isactive enabled isenabled listed islisted viewable isviewable published ispublished publish public "
    "ispublic live islive ready isready online isonline visible isvisible available isavailable approved isapproved "
    "reviewed isreviewed publishable shared isshared render rendered veröffentlicht öffentlich sichtbar publié publie "
    "publicado pubblicato gepubliceerd опубликовано 公开 发布 發布 公開 منشور".split()
)
"""Keys that hold back when they are denied; all others do when they are affirmed."""
STATES = frozenset(
    "status state poststatus visibility access audience workflow workflowstate reviewstatus publishstatus 状态 حالة "
    "tlp permissions sensitivity classification confidentiality stage".split()
)
"""Keys whose values are names of states or audiences."""
LOOSE = frozenset("state access audience permissions workflow classification stage".split())
"""Those of them that may be about something else: a place, a price, a topic."""
MORE = frozenset(
    "active enabled listed viewable premium subscribersonly subscriberonly paidonly paywalled sensitivity "
    "classification confidentiality workflowstate stage".split()
)
STRICT = frozenset(
    "draft drafts isdraft status poststatus visibility private isprivate hidden ishidden secret confidential password "
    "postpassword locked embargoed sensitivity unpublished unlisted hold onhold holdback".split()
)
"""Keys whose unknown values hold back: the others may be about something else."""
SURE = frozenset(
    "private draft unpublished confidential embargoed unlisted secret membersonly subscribersonly internalonly "
    "entwurf inreview pendingreview needsreview onhold notpublished notpublic internaluseonly vertraulich brouillon "
    "confidentiel borrador confidencial wip donotpublish nopublish notforpublication embargo staffonly deskonly".split()
)
"""Values that hold back under any key."""
SUBJECTS = frozenset(
    "title headline name subject text body content summary description author authors byline category categories "
    "section sections tag tags keyword keywords topic topics genre slug id url link outlet source publisher company "
    "organisation organization org brand product team person place city location venue event game sport client "
    "customer band film book album song species".split()
)
"""Keys that say what a text is about or where it is, and not who may see it."""
INNER = frozenset(
    "sys build meta metadata workflow flags settings attributes fields options properties post article publishing "
    "publication access permissions visibility status data frontmatter params extra state moderation system "
    "moderationstate "
    "contentmoderation moderationinfo headers httpheaders".split()
)
VALUES = frozenset("level value name state status type scope role group is".split())
"""Keys below one that names a state, under which that state is."""
WRAPPING = frozenset("value targetid name label code key".split())
"""Keys below which programs put the one value of a field: `status: [{"value": false}]`."""
TAGS = frozenset("tag tags label labels flag flags".split())
SMALL = frozenset("only the a for of and or to in is not nur der die das für und le la les de du et el los".split())
BESIDE = frozenset(
    "use editorial board level access strictly review approval distribution circulation hoch high élevé".split()
)
"""Words beside those that name an audience."""
