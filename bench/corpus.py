"""A site of any size, made of invented words; the same for the same size."""

import random
from pathlib import Path

SYLLABLES = ("ba", "den", "fo", "gri", "hal", "jo", "kir", "lum", "mo", "nes", "or", "pel", "qui", "ras", "ten", "vor")


def _word(rng: random.Random) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 3)))


def write_corpus(folder: Path, briefs: int) -> None:
    """Write a site with so many briefs, a fifth as many entities, and 40 tags."""
    rng = random.Random(briefs)
    names = sorted({f"{_word(rng).title()} {_word(rng).title()}" for _ in range(max(10, briefs // 5))})
    tags = [f"tag-{n}" for n in range(40)]
    (folder / "briefings").mkdir(parents=True, exist_ok=True)
    (folder / "site.yaml").write_text("title: Bench\nbase_url: https://example.org\n", encoding="utf-8")
    entities = "".join(f"e{n}:\n  name: {name}\n  type: company\n" for n, name in enumerate(names))
    (folder / "briefings" / "entities.yaml").write_text(entities, encoding="utf-8")
    (folder / "briefings" / "tags.yaml").write_text("".join(f"{t}:\n  label: {t}\n" for t in tags), encoding="utf-8")
    for number in range(briefs):
        about = rng.sample(names, 3)
        paragraphs = []
        for _ in range(6):
            words = [_word(rng) for _ in range(60)]
            words[rng.randrange(60)] = rng.choice(about)
            words[rng.randrange(60)] = rng.choice(names)
            paragraphs.append(" ".join(words).capitalize() + ".")
        quote = " ".join(paragraphs[0].split()[2:8])
        text = (
            f"---\ntitle: Brief {number} on {about[0]}\ndate: 20{rng.randint(10, 25)}-{rng.randint(1, 12):02}-"
            f"{rng.randint(1, 28):02}\nsummary: {' '.join(paragraphs[0].split()[:20])}\n"
            f"key_points:\n  - {{text: A point, quote: {quote}, source: 1}}\n"
            f"entities: {{about: [{about[0]}], mentions: [{about[1]}]}}\ntags: [{', '.join(rng.sample(tags, 3))}]\n"
            f"sources:\n  - {{outlet: Bench, published: 2020}}\n"
            f"annotations:\n  - {{quote: {quote}, kind: check, author: B, note: A note.}}\n---\n"
        )
        body = "\n\n".join(paragraphs) + (f"\n\nSee [[brief-{rng.randrange(briefs)}]].\n" if briefs > 1 else "\n")
        folder_of_year = folder / "briefings" / str(number % 10)
        folder_of_year.mkdir(exist_ok=True)
        (folder_of_year / f"brief-{number}.md").write_text(text + body, encoding="utf-8")
