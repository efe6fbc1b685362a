"""A button `Undo` or `Redo` does what its page showed when it was drawn, and nothing that another window did since."""

from pathlib import Path

from desk_site import Asked, Lists, desk_of


def test_a_stale_button_undoes_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: T\n", encoding="utf-8")
    for name in ("one", "two"):
        text = f"---\ntitle: {name}\ndate: 2026-01-02\nsummary: S.\ndraft: true\n---\nText of the quay.\n"
        (tmp_path / "briefings" / f"{name}.md").write_text(text, encoding="utf-8")
    desk = desk_of(tmp_path)
    one, two, drafts = Asked(desk, "briefings/one.md"), Asked(desk, "briefings/two.md"), Lists(desk, "drafts")
    one.save(fields={"summary": "First."})
    shown = one.save(fields={"summary": "Second."})["state"]["mark"]
    refused = "something else was done or undone at the desk since"

    def reported_by(answer: dict[str, object]) -> list[str]:
        problems = answer["problems"]
        assert isinstance(problems, list)
        return [problem["message"] for problem in problems]

    # Another window saves, undoes or redoes something; the first one still shows its own step.
    two.save(fields={"summary": "Third."})
    assert reported_by(one.ask("act", do="undo", mark=shown)) == [refused]
    assert reported_by(drafts.press("undo", mark=shown)) == [refused]
    assert "summary: Third." in two.file.read_text(encoding="utf-8")
    now = drafts.ask("list")["mark"]
    assert reported_by(drafts.press("undo", mark=now)) == []
    assert reported_by(drafts.press("undo", mark=now)) == [refused]
    assert reported_by(drafts.press("redo", mark=now)) == [refused]
    # In doubt it is refused: a step that can be redone would be lost to a new one.
    assert reported_by(one.ask("act", do="undo", mark=shown)) == [refused]
    assert reported_by(one.ask("act", do="undo", mark=one.ask("state")["mark"])) == []
    # Unseen when the rule was written: a step of the same words, and one that came after an undo.
    assert "summary: First." in one.file.read_text(encoding="utf-8")
    after = one.ask("state")["mark"]
    one.save(fields={"summary": "Second."})
    assert reported_by(one.ask("act", do="redo", mark=after)) == [refused]
    assert reported_by(one.ask("act", do="undo", mark=after)) == [refused]
    assert "summary: Second." in one.file.read_text(encoding="utf-8")
