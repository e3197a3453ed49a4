"""Hindi news copy, checked, read and counted in batches of texts."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, Optional, TypedDict, Union

__version__: str

_Format = Literal["plain", "markdown", "html"]
_Locale = Literal["hi", "en"]
_Days = Optional[Sequence[Union[date, str, None]]]
_Texts = Optional[Sequence[Optional[str]]]

class Edit(TypedDict):
    start: int
    end: int
    insert: str

class Fix(TypedDict):
    title: str
    safe: bool
    edits: list[Edit]

class Related(TypedDict):
    start: int
    end: int
    message: str

class Diagnostic(TypedDict):
    rule: str
    severity: Literal["error", "warning", "information", "hint"]
    message: str
    start: int
    end: int
    text: str
    field: str
    related: list[Related]
    fixes: list[Fix]

class Name(TypedDict):
    id: Optional[str]
    text: str
    name: str
    start: int
    end: int

class Counts(TypedDict):
    kind: list[str]
    item: list[str]
    word: list[str]
    spelling: list[str]
    month: list[str]
    desk: list[str]
    uses: list[int]
    articles: list[int]
    first: list[Optional[str]]
    example: list[Optional[str]]

def check(
    texts: Sequence[str],
    *,
    format: _Format = "plain",
    dates: _Days = None,
    config: Optional[str] = None,
    locale: _Locale = "hi",
) -> list[list[Diagnostic]]: ...
def read(
    texts: Sequence[str],
    *,
    format: _Format = "plain",
    dates: _Days = None,
    config: Optional[str] = None,
) -> list[list[dict[str, object]]]: ...
def names(
    texts: Sequence[str],
    *,
    format: _Format = "plain",
    dates: _Days = None,
    config: Optional[str] = None,
) -> list[list[Name]]: ...
def survey_counts(
    texts: Sequence[Optional[str]],
    *,
    titles: _Texts = None,
    ids: _Texts = None,
    dates: _Days = None,
    desks: _Texts = None,
    config: Optional[str] = None,
) -> Counts: ...

class Survey:
    def __init__(self, config: Optional[str] = None) -> None: ...
    def add(
        self,
        texts: Sequence[Optional[str]],
        *,
        titles: _Texts = None,
        ids: _Texts = None,
        dates: _Days = None,
        desks: _Texts = None,
    ) -> None: ...
    def merge(self, counts: Counts) -> None: ...
    def counts(self) -> Counts: ...
