"""Many files: each read, checked under its own settings, by one process or by several."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lint.load.files import TextFile, load_text
from lint.load.workers import few_collections, mapped
from lint.model.finding import Problem, Report, fault

_FILES_A_TASK = 16
"""Files handed to a worker at once: few enough to share the work evenly, enough to pay for the hand-over."""


def check_files(
    files: Sequence[TextFile],
    *,
    jobs: int = 1,
    on_progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Check files, each under its own settings.

    Args:
        files: Paths with settings. A file that cannot be read or checked becomes a problem.
        jobs: Processes to share the work among; the order of the report does not depend on it.
        on_progress: Called with (files done, files in all) as the work goes on.

    Returns:
        One report: files in the order given, and all problems.
    """
    tasks = [files[i : i + _FILES_A_TASK] for i in range(0, len(files), _FILES_A_TASK)]
    reports: list[Report] = []
    done = 0
    with few_collections(), mapped(_check_task, tasks, min(jobs, len(tasks)), _warm) as results:
        for task, report in zip(tasks, results, strict=True):
            reports.append(report)
            done += len(task)
            if on_progress:
                on_progress(done, len(files))
    from lint.load.cache import save_patterns

    save_patterns()
    return Report(
        tuple(file for report in reports for file in report.files),
        tuple(problem for report in reports for problem in report.problems),
    )


def _warm(task: Sequence[TextFile]) -> None:
    """Compile and cache the rules once, before every worker would."""
    from lint.prepare import ruleset_of

    ruleset_of(task[0].settings.packs)


def _check_task(files: Sequence[TextFile]) -> Report:
    report = Report()
    for file in files:
        report += _check_file(file)
    return report


def _check_file(file: TextFile) -> Report:
    from lint.texts import check_text

    text = load_text(file.path)
    if isinstance(text, Problem):
        return Report((), (text,))
    try:
        return check_text(text, name=file.path, settings=file.settings, focus=file.focus, path=file.path)
    except Exception as error:  # noqa: BLE001 - one file's fault must not take the others' results
        return Report((), (fault(file.path, error),))
