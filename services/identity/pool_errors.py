"""The refusals of a Cognito user pool, in our words."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from botocore.exceptions import BotoCoreError, ClientError, ParamValidationError

from services.errors import Conflict, Invalid, NotAllowed, TooMany, Unavailable, VaultError

T = TypeVar("T")


class Unconfirmed(NotAllowed):
    """Please confirm your e-mail address first."""


async def in_our_words(call: Callable[[], T]) -> T:
    """Return what the call returns, made in a thread, or raise what its refusal means to us."""
    try:
        return await asyncio.to_thread(call)
    except ClientError as error:
        raise _ours(error) from error
    except ParamValidationError:
        # What cannot even be asked is as wrong as what is refused.
        raise NotAllowed from None
    except BotoCoreError as error:
        raise Unavailable from error


_REFUSED = {
    "NotAuthorizedException",
    "UserNotFoundException",
    "PasswordResetRequiredException",
    "CodeMismatchException",
    "ExpiredCodeException",
    "EnableSoftwareTokenMFAException",
}
_HURRIED = {"LimitExceededException", "TooManyRequestsException", "TooManyFailedAttemptsException"}
_UNREACHABLE = "No code can be texted to this number. Please check it."
_UNKEEPABLE = "This password cannot be kept. Please choose another."


def _ours(error: ClientError) -> VaultError:
    code = error.response["Error"]["Code"]
    if code in _REFUSED:
        return NotAllowed()
    if code in _HURRIED:
        return TooMany()
    match code:
        case "UserNotConfirmedException":
            return Unconfirmed()
        case "UsernameExistsException":
            return Conflict()
        case "InvalidPasswordException":
            return Invalid(fields={"password": _UNKEEPABLE})
        case "CodeDeliveryFailureException":
            return Invalid(fields={"number": _UNREACHABLE})
    return Unavailable()
