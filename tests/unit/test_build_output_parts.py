"""Where the files and bytes of a site go."""

from annotated_briefings.build.output_parts import OutputPart, output_parts


def test_files_are_grouped_by_folder_and_ending_and_the_largest_group_comes_first() -> None:
    sizes = {
        "index.html": 10,
        "_headers": 3,
        "briefs/a/index.html": 40,
        "briefs/b/index.html": 50,
        "briefs/a/index.md": 5,
        "2023/05/12/index.html": 20,
        "2024/index.html": 7,
    }
    assert output_parts(sizes) == (
        OutputPart("briefs/**.html", 2, 90),
        OutputPart("YYYY/**.html", 2, 27),
        OutputPart("*.html", 1, 10),
        OutputPart("briefs/**.md", 1, 5),
        OutputPart("_headers", 1, 3),
    )


def test_a_site_that_was_not_written_has_no_parts() -> None:
    assert output_parts({}) == ()
