"""The engine runs as a copy of this process: what it says and how it ends is told, and it changes nothing here."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT

_ASKED = """
import json, os, signal, sys
from pathlib import Path
from macros.engine.own_process import run_engine
# Where the tests run behind something else, whoever they start would not hear that he is asked to give up.
signal.signal(signal.SIGINT, signal.default_int_handler)
before = (os.getcwd(), list(sys.argv), dict(os.environ))
code, told = run_engine("motor", ["build", "å"], Path("platsen"))
same = before == (os.getcwd(), list(sys.argv), dict(os.environ))
print(json.dumps([code, told, same]))
"""


def _run(folder: Path, engine: str) -> tuple[int, str]:
    """How an engine of some lines ends and what it says, when it is run in another process."""
    (folder / "platsen").mkdir()
    (folder / "motor.py").write_text(engine, "utf-8")
    path = {"PYTHONPATH": f"{folder}:{ROOT}"}
    done = subprocess.run([sys.executable, "-c", _ASKED], cwd=folder, env=path, capture_output=True, check=True)
    code, told, same = json.loads(done.stdout)
    assert same
    assert done.stderr == b""
    return code, told


def test_what_the_engine_says_is_told_wherever_it_says_it(tmp_path: Path) -> None:
    engine = (
        "import os, sys\n"
        "print('ut', __name__, sys.argv[1:], os.path.basename(os.getcwd()))\n"
        "print('fel ”å”', file=sys.stderr)\n"
        "os.system('echo under')\n"
    )
    code, told = _run(tmp_path, engine)
    assert code == 0
    assert told.splitlines() == ["ut __main__ ['build', 'å'] platsen", "fel ”å”", "under"]


@pytest.mark.parametrize(
    ("ending", "code", "told"),
    [
        ("sys.exit(0)", 0, ""),
        ("sys.exit()", 0, ""),
        ("sys.exit(3)", 3, ""),
        ("sys.exit('Det gick inte.')", 1, "Det gick inte."),
        ("raise OSError(28, 'Fullt')", 1, "[Errno 28] Fullt"),
        ("raise KeyboardInterrupt", 1, "KeyboardInterrupt"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", -9, ""),
    ],
)
def test_how_the_engine_ends_is_told(tmp_path: Path, ending: str, code: int, told: str) -> None:
    ended, said = _run(tmp_path, f"import sys\n{ending}\n")
    assert ended == code
    assert told in said
    assert bool(said) == bool(told)


@pytest.mark.parametrize("ending", ["", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"])
def test_what_the_engine_lays_among_temporary_files_goes_with_it(tmp_path: Path, ending: str) -> None:
    laid = "import tempfile, sys\nprint(tempfile.mkdtemp(), tempfile.mkstemp()[1], sep='\\n', flush=True)\n"
    _, said = _run(tmp_path, f"{laid}{ending}\n")
    folder, file = map(Path, said.splitlines())
    assert not folder.exists()
    assert not file.exists()


def test_no_engine_is_left_at_work_by_who_gives_up(tmp_path: Path) -> None:
    (tmp_path / "platsen").mkdir()
    engine = "import os, pathlib, time\npathlib.Path('ny').write_text(str(os.getpid()))\nos.rename('ny', 'nummer')\n"
    (tmp_path / "motor.py").write_text(f"{engine}time.sleep(600)\n", "utf-8")
    number = tmp_path / "platsen" / "nummer"
    path = {"PYTHONPATH": f"{tmp_path}:{ROOT}"}
    with subprocess.Popen([sys.executable, "-c", _ASKED], cwd=tmp_path, env=path, stderr=subprocess.DEVNULL) as asking:
        while not number.is_file():
            time.sleep(0.05)
        asking.send_signal(signal.SIGINT)
    assert asking.returncode
    assert not Path(f"/proc/{number.read_text()}").exists()
