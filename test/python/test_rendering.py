"""HTML that JavaScript renders: what Python does about it, and under CPython with Node."""

import os
import shutil
import traceback
import unittest
from decimal import Decimal
from unittest import mock

from support import IN_PYODIDE, load_site, request

HAS_NODE = not IN_PYODIDE and shutil.which("node")

FILES = {
    "polls/urls.py": "",
    "polls/models.py": """
        from django.db import models

        class Item(models.Model):
            name = models.CharField(max_length=9)
        """,
    "mysite/urls.py": """
        from django.urls import path
        from django_playground_js import JsResponse

        def page(request, export):
            return JsResponse("polls/page.js", {"n": 2}, export=export)

        urlpatterns = [path("<export>/", page)]
        """,
    "polls/page.js": """
        import {double} from './double.js';

        export const answer = ({n}) => String(double(n));
        export const broken = ({n}) => n.none.none;
        export const forever = () => { while (true); };
        export const gone = () => process.exit(3);
        """,
    "polls/double.js": "export const double = n => n * 2;\n",
    "polls/long.js": f"export default () => {{\n  throw new Error('long'); // {'x' * 500}\n}}\n",
}


def setUpModule():
    global site
    site, _ = load_site(FILES)


class PropsTests(unittest.TestCase):
    """What of a view's props is JSON, and what is said of the rest."""

    def to_json(self, props):
        from django_playground_js.props import to_json

        return to_json(props)

    def test_what_views_have(self):
        from django import forms
        from polls.models import Item

        class Form(forms.Form):
            name = forms.CharField()

        Item.objects.create(name="a")
        names = Item.objects.filter(name="a").values("name")
        self.assertEqual(self.to_json({"a": Decimal("1.5")}), '{"a": "1.5"}')
        self.assertEqual(self.to_json(names), '[{"name": "a"}]')
        self.assertIn("<label for", self.to_json({"form": Form()}))

    def test_names_what_is_no_json(self):
        circle = {}
        circle["again"] = circle
        for props, place in (
            ({"a": [1, {"b": object()}]}, "a[1].b is of the type object"),
            ({"n": float("nan")}, "n is of the type float"),
            ({"a": {(1, 2): 3}}, "a is of the type dict"),
            (object(), "what was given is of the type object"),
            (circle, "again is of the type dict"),
        ):
            with self.subTest(place=place), self.assertRaises(TypeError) as raised:
                self.to_json(props)
            self.assertIn(place, str(raised.exception))

    def test_names_objects_of_models(self):
        from polls.models import Item

        Item.objects.create(name="b")
        with self.assertRaises(TypeError) as raised:
            self.to_json({"items": Item.objects.all()})
        self.assertIn("items[0] is of the type Item", str(raised.exception))

    def test_a_view_without_a_module(self):
        from django.core.exceptions import ImproperlyConfigured
        from django_playground_js import JsView

        with self.assertRaises(ImproperlyConfigured):
            JsView().get_js_module()

    def test_a_stack_is_a_traceback(self):
        from django_playground_js import JsError

        path = os.path.join(site.root, "polls", "long.js")
        frames = [{"path": path, "line": 2, "name": "inner"}, {"path": path, "line": 9, "name": ""}]
        try:
            raise JsError("long", "Error", frames).raised()
        except JsError as error:
            text = "".join(traceback.format_exception(error))
            self.assertEqual(error.stack, f"Error: long\n    at inner ({path}:2)\n    at {path}:9")
        self.assertRegex(text, r'long\.js", line 9, in <anonymous>\n.*long\.js", line 2, in inner')
        self.assertIn("throw new Error('long'); // xxx", text)
        self.assertIn("xxx…\n", text)
        self.assertNotIn("x" * 300, text)
        self.assertNotIn("^^^", text.partition("long.js")[2])


@unittest.skipUnless(HAS_NODE, "there is no Node here, or none can be started")
class NodeTests(unittest.TestCase):
    """One process of Node renders for as long as the files stay the same."""

    @classmethod
    def setUpClass(cls):
        from django.conf import settings
        from django_playground_js import node

        cls.settings, cls.node = settings, node._node
        cls.folder = os.path.join(settings.BASE_DIR, "polls")

    def render(self, export="answer"):
        from django_playground_js import render_js

        return render_js("polls/page.js", {"n": 2}, export=export)

    def failure(self, export):
        from django_playground_js import JsError

        with self.assertRaises(JsError) as raised:
            self.render(export)
        return str(raised.exception)

    def test_a_response(self):
        response = request(site, "/answer/")
        self.assertEqual((response.status, response.body), (200, b"4"))

    def test_the_debug_page_leads_to_the_line(self):
        page = request(site, "/broken/").body.decode()
        self.assertRegex(page, r"polls/page\.js\?line=5")

    def test_one_process_until_a_file_changes(self):
        self.render()
        process = self.node._process
        self.assertEqual(self.render(), "4")
        self.assertIs(self.node._process, process)
        path = os.path.join(self.folder, "double.js")
        self.addCleanup(self.write, path, FILES["polls/double.js"])
        self.write(path, "export const double = n => n * 20;\n")
        self.assertEqual(self.render(), "40")
        self.assertIsNot(self.node._process, process)

    def write(self, path, text):
        before = os.stat(path).st_mtime_ns
        with open(path, "w") as file:
            file.write(text)
        # A second write within the clock's grain is one of another time, too.
        os.utime(path, ns=(before, before + 1_000_000))

    def test_one_that_does_not_end_is_stopped(self):
        with mock.patch.object(self.settings, "JS_TIMEOUT", 0.5, create=True):
            self.assertIn("did not answer within 0.5 seconds", self.failure("forever"))
        self.assertEqual(self.render(), "4")

    def test_one_that_ends(self):
        self.assertIn("Node ended while it rendered", self.failure("gone"))
        self.assertEqual(self.render(), "4")

    def test_without_node(self):
        self.node.end()
        with mock.patch.object(self.settings, "JS_NODE", "/nowhere/node", create=True):
            self.assertIn("Install Node 20.19 or newer", self.failure("answer"))
