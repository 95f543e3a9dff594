"""What the bench knows about the bundle."""

from pathlib import Path

import pytest

from tests.bench import bundle


def test_a_file_with_two_names_counts_once(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "one").write_bytes(b"x" * 2_000_000)
    (tmp_path / "two").hardlink_to(tmp_path / "lib" / "one")
    (tmp_path / "three").symlink_to("two")
    files, disk = bundle.sizes(tmp_path)
    assert files == pytest.approx(2, abs=0.001)
    assert disk >= 1.9


def test_a_bundle_that_is_not_built_says_how(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "PROGRAM", tmp_path / "handrail")
    assert bundle.why_not_beside_peer(True) == "not built: build_scripts/build.py bundle"


@pytest.mark.parametrize(
    ("wanted", "peer", "why"),
    [(True, "sh", ""), (False, "sh", bundle.NO_PEER), (True, "no-such-program", bundle.NO_PEER)],
)
def test_without_being_asked_or_without_the_other_program_the_row_says_how(
    wanted: bool, peer: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "handrail").touch()
    monkeypatch.setattr(bundle, "PROGRAM", tmp_path / "handrail")
    monkeypatch.setattr(bundle, "PEER", peer)
    assert bundle.why_not_beside_peer(wanted) == why
