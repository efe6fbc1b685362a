"""`briefings init`: the files of a new site."""

import json
from pathlib import Path

import yaml

from annotated_briefings.cli.main import main
from annotated_briefings.editing.scaffold import create_site


def test_a_new_site_has_a_workflow_a_hook_and_schemas(tmp_path: Path) -> None:
    made = create_site(tmp_path / "new")
    assert [path for path in made.paths if path.startswith(".")] == [
        ".github/workflows/briefings.yml",
        ".gitignore",
        ".pre-commit-config.yaml",
        ".schemas/brief.schema.json",
        ".schemas/entities.schema.json",
        ".schemas/site.schema.json",
        ".schemas/stories.schema.json",
        ".schemas/tags.schema.json",
        ".vscode/settings.json",
    ]
    folder = tmp_path / "new" / ".github" / "workflows"
    workflow = yaml.safe_load((folder / "briefings.yml").read_text(encoding="utf-8"))
    steps = [step.get("run", "") for step in workflow["jobs"]["build"]["steps"]]
    for step in steps:
        if step.startswith("briefings"):
            assert main(["--site", str(tmp_path / "new"), *step.split()[1:]]) == 0
    hooks = yaml.safe_load((tmp_path / "new" / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert hooks["repos"][0]["hooks"][0]["entry"] == "briefings check"
    settings = json.loads((tmp_path / "new" / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for path in settings["yaml.schemas"]:
        assert (tmp_path / "new" / path).is_file()
