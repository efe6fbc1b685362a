"""A digest as e-mail: styles beside the elements, where mail programs look for them. The home of css-inline."""

from email.message import EmailMessage
from email.policy import SMTP

import css_inline

LIMIT = 95_000
"""Bytes of HTML up to which mail programs show a message whole."""


def inlined(html: str) -> str:
    """The page with its style sheet written into its elements."""
    return css_inline.inline(html, keep_style_tags=True, load_remote_stylesheets=False)


def message(subject: str, sender: str, date: str, identity: str, text: str, html: str) -> bytes:
    """A message with both texts, to be sent or opened as it is; ``date`` is as RFC 5322 writes it."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"], mail["From"], mail["Date"], mail["Message-ID"] = subject, sender, date, identity
    mail.set_content(text, cte="quoted-printable")
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    # The boundary between both parts is rendered by lot unless it is given.
    mail.set_boundary("=_" + identity.strip("<>").replace("@", "_at_"))
    return mail.as_bytes()
