"""Starts CareerVault: `python main.py`, or with a command of its operator's."""

import asyncio
import gc
import signal
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from nicegui import app as nicegui_app
from nicegui import run, ui

from app import logs
from app.compression import Compression
from app.public import STATIC
from app.web import mount
from services.adapters import make_table, whole_folder
from services.backup.backup import back_up, restore, verify
from services.errors import VaultError
from services.identity.erasure import Leaving
from services.identity.moving import read_everybody, take_in, write_everybody
from services.sample import EMAIL, PASSWORD, make_sample
from services.settings import Settings, read_settings
from services.vault import open_vault

USAGE = """usage: python main.py [command]
  (none)                  serve CareerVault
  demo                    serve a sample search from a folder that is thrown away
  reset-password EMAIL    give an account a new password and print it
  delete-account EMAIL    erase an account with everything in it, for good
  make-admin EMAIL        let an account see how the instance is; end-admin takes it back
  export-accounts FILE    write everybody's accounts into a file, without any password
  import-accounts FILE    make the accounts of such a file where people are known now
  backup ARCHIVE          write all there is at this moment into an archive, while it is served
  verify ARCHIVE          say whether an archive is whole and as it was made
  restore ARCHIVE         put an archive's contents into the data folder, which must be empty
  work                    finish what tasks that have gone left undone, until stopped
  make-table              make the DynamoDB table that CAREERVAULT_TABLE names"""


def main(arguments: list[str]) -> None:
    """Do what the command line asks for."""
    settings = read_settings()
    logs.configure(settings.log_format, settings.log_level)
    try:
        match arguments:
            case []:
                serve(settings)
            case ["demo"]:
                show_sample(settings)
            case ["reset-password", email]:
                print(asyncio.run(open_vault(settings).reset_password(email)))
            case ["delete-account", email]:
                print(asyncio.run(delete_account(settings, email)))
            case ["make-admin" | "end-admin" as deed, email]:
                print(asyncio.run(set_admin(settings, email, deed == "make-admin")))
            case ["export-accounts", file]:
                count = asyncio.run(write_everybody(open_vault(settings).registry, Path(file)))
                print(f"Accounts written: {count}. No password and no other secret is in them.")
            case ["import-accounts", file]:
                everybody = read_everybody(Path(file))
                print(asyncio.run(take_in(open_vault(settings).registry, everybody)).told)
            case ["backup", archive]:
                print(f"Kept {back_up(whole_folder(settings), Path(archive)).told}")
            case ["verify", archive]:
                print(f"Whole: {verify(Path(archive)).told}")
            case ["restore", archive]:
                print(f"Restored {restore(Path(archive), whole_folder(settings)).told}")
            case ["work"]:
                asyncio.run(work(settings))
            case ["make-table"]:
                print(f"The table {make_table(settings)} is there.")
            case _:
                raise SystemExit(USAGE)
    except VaultError as problem:
        raise SystemExit(str(problem)) from None


async def delete_account(settings: Settings, email: str) -> str:
    """Erase somebody in an operator's name, and return how far that has come."""
    vault = open_vault(settings)
    person = await vault.registry.person(email)
    await vault.erasure.decide(person)
    gone = await vault.erasure.carry_out(person) is Leaving.GONE
    return "Everything is gone." if gone else "It broke off; the server goes on with it."


async def set_admin(settings: Settings, email: str, is_admin: bool) -> str:
    """Make somebody an admin, or nobody special, and return what is so now."""
    await open_vault(settings).registry.set_admin(email, is_admin)
    return "They are an admin now." if is_admin else "They are no admin any more."


async def work(settings: Settings) -> None:
    """Finish what tasks that have gone left undone, until told to stop."""
    vault = open_vault(settings)
    vault.know_leaving(lambda: True)
    working = asyncio.create_task(vault.unfinished.work())
    for stop in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(stop, working.cancel)
    await asyncio.wait({working})
    await vault.leave()


def show_sample(settings: Settings) -> None:
    """Serve a sample search from a folder that is thrown away at the end."""
    # A server that has stopped passes the signal on, which by default ends us before the folder.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    with TemporaryDirectory(prefix="careervault-demo-") as folder:
        place = {"data": Path(folder), "store": "sqlite", "files": "folder", "identity": "local"}
        # A first look costs nothing: without a key the practice model writes.
        writer = {} if settings.gemini_api_key else {"language": "fake"}
        settings = settings.model_copy(update=place | writer)
        with logs.hushed():
            make_sample(settings)
        # By another name than one's own instance has: cookies know hosts, but no ports.
        host = "localhost" if settings.host == "127.0.0.1" else settings.host
        print(f"\nSign in at http://{host}:{settings.port} with")
        print(f"  e-mail    {EMAIL}\n  password  {PASSWORD}\n", flush=True)
        serve(settings)


def serve(settings: Settings) -> None:
    """Serve until told to stop."""
    mount(nicegui_app, open_vault(settings), settings)
    run.process_pool_start_method = "spawn"
    # What is loaded by now stays: the collector need not look at it again.
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)
    ui.run(
        host=settings.host,
        port=settings.port,
        title="CareerVault",
        favicon=STATIC / "icon.svg",
        language="en-US",
        dark=None,
        tailwind=False,
        reload=False,
        show=False,
        show_welcome_message=False,
        binding_refresh_interval=None,
        reconnect_timeout=30,
        gzip_middleware_factory=Compression,
        ws_per_message_deflate=False,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=20,
        proxy_headers=bool(settings.proxies),
        forwarded_allow_ips=settings.proxies or None,
        server_header=False,
    )


if __name__ in {"__main__", "__mp_main__"}:
    main(sys.argv[1:])
