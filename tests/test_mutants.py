"""The faults that are put in by hand still fit the files that they are put into, so that their set cannot grow old.

That tests find them is tried by `python -m bench.mutants`.
"""

from dataclasses import replace

import pytest

from bench.mutants.fault import OutdatedFaultError, faults
from tests.conftest import ROOT


def test_every_fault_fits_its_file_once_and_names_tests_that_are_there() -> None:
    found = faults()
    assert len(found) >= 90
    for fault in found:
        assert fault.put_in((ROOT / fault.file).read_text("utf-8"))
        assert fault.reader.endswith((".", "?")), fault.name
        assert fault.tests, fault.name
        assert all((ROOT / test.partition("::")[0]).exists() for test in fault.tests), fault.name


def test_a_fault_that_no_longer_fits_is_an_error() -> None:
    fault = replace(faults()[0], old="a", new="b")
    assert fault.put_in("cat") == "cbt"
    for text in ("", "aa"):
        with pytest.raises(OutdatedFaultError, match=fault.name):
            fault.put_in(text)
    with pytest.raises(OutdatedFaultError):
        replace(fault, new="a").put_in("cat")
