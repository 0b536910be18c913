"""
Mail servers, and the console that Django prints e-mail to.

Missing: sockets, and anybody to send to. What is sent goes to an outbox that the page shows, with
whatever server and account the settings name; so it does where Django would print it.

Delete it when readers want their sites to send real e-mail.
"""

import sys
from email import message_from_bytes, policy
from email.utils import getaddresses, parseaddr

from .late import when_imported

__all__ = ["as_data", "install"]


def install(deliver):
    """Have ``deliver(mail)`` called with each e-mail, as ``src/protocol/mail.ts`` has it."""

    def change_server(smtplib):
        def connect(self, host="localhost", port=0, source_address=None):
            return 220, b"Ready"

        def agree(self, *args, **options):
            return 250, b"OK"

        def log_in(self, user, password, **options):
            return 235, b"OK"

        def send(self, sender, recipients, message, mail_options=(), rcpt_options=()):
            data = message if isinstance(message, bytes) else message.encode("ascii")
            recipients = [recipients] if isinstance(recipients, str) else list(recipients)
            deliver(as_data(data, recipients))
            return {}

        server = smtplib.SMTP
        server.connect = connect
        server.helo = server.ehlo = server.noop = server.rset = agree
        server.docmd = server.quit = lambda self, *args: (221, b"Bye")
        server.has_extn = lambda self, name: True
        server.starttls, server.login, server.sendmail = agree, log_in, send

    def change_console(console):
        write = console.EmailBackend.write_message

        def write_or_deliver(self, message):
            if self.stream is sys.stdout:
                deliver(as_data(message.message().as_bytes(), message.recipients()))
            else:
                write(self, message)

        console.EmailBackend.write_message = write_or_deliver

    when_imported("smtplib", change_server)
    when_imported("django.core.mail.backends.console", change_console)


def as_data(data, recipients):
    """Return an e-mail as a dictionary; who is a recipient and not named in it is so blindly."""
    message = message_from_bytes(data, policy=policy.default)
    named = {name: _addresses(message, name) for name in ("to", "cc")}
    known = {parseaddr(each)[1] for each in [*named["to"], *named["cc"]]}
    html = message.get_body(("html",))
    return {
        "from": str(message["from"] or ""),
        **named,
        "bcc": [each for each in recipients if parseaddr(each)[1] not in known],
        "replyTo": _addresses(message, "reply-to"),
        "subject": str(message["subject"] or ""),
        "text": _text(message.get_body(("plain",))),
        "html": html and _text(html),
        "attachments": [
            {
                "name": part.get_filename() or "",
                "type": part.get_content_type(),
                "size": len(part.get_payload(decode=True) or b""),
            }
            for part in message.iter_attachments()
        ],
    }


def _addresses(message, name):
    """Return the addresses of a header, with the names of their owners."""
    pairs = getaddresses([str(value) for value in message.get_all(name, [])])
    return [f"{owner} <{address}>" if owner else address for owner, address in pairs]


def _text(part):
    if part is None:
        return ""
    try:
        return part.get_content().replace("\r\n", "\n")
    except LookupError:
        # An encoding that nobody knows.
        return part.get_payload(decode=True).decode("utf-8", "replace")
