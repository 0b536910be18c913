"""A project that sends e-mail."""

import io
import smtplib
import unittest
from importlib import import_module, reload

from django_playground.standins import late, mail
from support import SETTINGS, captured, load_site, request

FILES = {
    "mysite/settings.py": SETTINGS + '    DEFAULT_FROM_EMAIL = "Site <site@example.com>"\n',
    "mysite/urls.py": """
        from django.core import mail
        from django.core.mail import EmailMultiAlternatives, send_mail
        from django.http import HttpResponse
        from django.urls import path

        def plain(request):
            sent = send_mail("Grüße", "Hello\\nthere", None, ["Ann <ann@example.com>"])
            return HttpResponse(sent)

        def rich(request):
            message = EmailMultiAlternatives(
                "Rich", "text", to=["ann@example.com"], cc=["bob@example.com"],
                bcc=["secret@example.com"], reply_to=["answers@example.com"],
            )
            message.attach_alternative("<p>HTML</p>", "text/html")
            message.attach("notes.bin", b"12345", "application/octet-stream")
            return HttpResponse(message.send())

        def several(request):
            messages = [("Subject", str(n), None, ["ann@example.com"]) for n in range(3)]
            return HttpResponse(mail.send_mass_mail(messages))

        def wrong(request):
            send_mail("Two\\nlines", "", None, ["ann@example.com"])

        urlpatterns = [path(f"{each.__name__}/", each) for each in (plain, rich, several, wrong)]
    """,
}

site = None
outbox = []


def setUpModule():
    global site
    mail.install(outbox.append)
    unittest.addModuleCleanup(reload, smtplib)
    unittest.addModuleCleanup(late._changes.clear)
    site, report = load_site(FILES)
    assert report["error"] is None, report


class OutboxTests(unittest.TestCase):
    def send(self, path):
        outbox.clear()
        with captured():
            return request(site, path).body.decode()

    def test_plain_text(self):
        self.assertEqual(self.send("/plain/"), "1")
        (sent,) = outbox
        self.assertEqual(sent["from"], "Site <site@example.com>")
        self.assertEqual(sent["to"], ["Ann <ann@example.com>"])
        self.assertEqual((sent["cc"], sent["bcc"], sent["attachments"]), ([], [], []))
        self.assertEqual(sent["subject"], "Grüße")
        self.assertEqual(sent["text"].rstrip(), "Hello\nthere")
        self.assertIsNone(sent["html"])

    def test_alternatives_and_attachments(self):
        self.assertEqual(self.send("/rich/"), "1")
        (sent,) = outbox
        self.assertEqual(sent["text"].rstrip(), "text")
        self.assertEqual(sent["html"].rstrip(), "<p>HTML</p>")
        self.assertEqual(sent["cc"], ["bob@example.com"])
        self.assertEqual(sent["bcc"], ["secret@example.com"])
        self.assertEqual(sent["replyTo"], ["answers@example.com"])
        notes = {"name": "notes.bin", "type": "application/octet-stream", "size": 5}
        self.assertEqual(sent["attachments"], [notes])

    def test_several(self):
        self.assertEqual(self.send("/several/"), "3")
        self.assertEqual([sent["text"].rstrip() for sent in outbox], ["0", "1", "2"])

    def test_what_django_refuses(self):
        self.assertIn("Header values ", self.send("/wrong/"))
        self.assertEqual(outbox, [])

    def test_what_would_be_printed(self):
        outbox.clear()
        from django.core.mail import EmailMessage

        backend = import_module("django.core.mail.backends.console").EmailBackend
        message = EmailMessage("Subject", "text", "site@example.com", ["ann@example.com"])
        with captured() as output:
            self.assertEqual(backend().send_messages([message]), 1)
        self.assertEqual(output.getvalue(), "")
        self.assertEqual([sent["subject"] for sent in outbox], ["Subject"])
        stream = io.StringIO()
        backend(stream=stream).send_messages([message])
        self.assertIn("Subject: Subject", stream.getvalue())
        self.assertEqual(len(outbox), 1)

    def test_without_django(self):
        outbox.clear()
        with smtplib.SMTP_SSL("mail.example.com") as server:
            server.login("name", "password")
            server.sendmail("a@example.com", "b@example.com", "Subject: Hi\r\n\r\ntext")
        self.assertEqual((outbox[0]["subject"], outbox[0]["bcc"]), ("Hi", ["b@example.com"]))


if __name__ == "__main__":
    unittest.main()
