"""The jobs of a person on one table: what a process of CareerVault knows of them."""

from dataclasses import dataclass

from services.clock import Clock
from services.jobs.book import Books
from services.jobs.history import History
from services.jobs.jobs import Jobs
from services.jobs.ledger import Ledger
from services.jobs.live import Live
from services.jobs.people import People
from services.jobs.selection import Selection
from services.jobs.trash import Trash
from services.storage.table import Table


@dataclass
class Desk:
    """One process's view of the jobs; two desks on one place are two processes."""

    table: Table
    clock: Clock
    books: Books
    live: Live
    ledger: Ledger
    jobs: Jobs
    history: History
    trash: Trash
    selection: Selection
    people: People


def open_desk(table: Table, clock: Clock) -> Desk:
    """Put the subjects on this table."""
    books = Books(table)
    live = Live(table, seconds=0.02)
    ledger = Ledger(table, books, live, clock)
    return Desk(
        table=table,
        clock=clock,
        books=books,
        live=live,
        ledger=ledger,
        jobs=Jobs(books, ledger, clock),
        history=History(books, ledger, clock),
        trash=Trash(table, books, live, clock),
        selection=Selection(books),
        people=People(books, ledger),
    )
