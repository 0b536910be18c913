import {assert} from 'chai';
import {findViews} from '../../src/project/views.js';

/** Route and reference of each view, e.g. `vote/<pk>/ views.vote`. */
const routes = (source: string) =>
  findViews(source).map(({route, reference}) => `${route} ${reference}`);

describe('findViews', () => {
  const cases: [what: string, source: string, expected: string[]][] = [
    ['the first function at the root', 'def a(request): ...\ndef b(request): ...', [' views.a', 'b/ views.b']],
    ['index at the root', 'def a(request): ...\ndef index(request): ...', ['a/ views.a', ' views.index']],
    ['an async view', 'async def a(request):\n    ...', [' views.a']],
    ['typed parameters', 'def a(request: HttpRequest, n: int, u: uuid.UUID, s: str) -> Response: ...', ['a/<int:n>/<uuid:u>/<s>/ views.a']],
    ['parameters over lines', 'def a(\n    request,\n    b,  # the (second\n    c,\n): ...', ['a/<b>/<c>/ views.a']],
    ['no parameter with a default', 'def a(request, b=f(1, 2), *args, c: int = 3, **kw): ...', [' views.a']],
    ['a keyword-only parameter', 'def a(request, /, *, b): ...', ['a/<b>/ views.a']],
    ['nothing but views', 'def helper(x): ...\ndef _private(request): ...\ndef requested(): ...', []],
    ['no method and no inner function', 'class A:\n    def a(request): ...\nif 1:\n    def b(request): ...', []],
    ['nothing in strings and comments', '"""\ndef a(request): ...\n"""\n# def b(request): ...', []],
    ['index with a parameter', 'def index(request, page): ...', ['<page>/ views.index']],
    ['nothing at the root that needs more', 'def a(request, b): ...', ['a/<b>/ views.a']],
    ['classes by name and by base', 'class Index(X, View): ...\nclass AboutView(Base): ...\nclass Other(Model): ...', [' views.Index.as_view()', 'about/ views.AboutView.as_view()']],
    ['generic classes of one object', 'class IndexView(ListView): ...\nclass QuestionDetailView(generic.DetailView[Question]): ...', [' views.IndexView.as_view()', 'question-detail/<int:pk>/ views.QuestionDetailView.as_view()']],
    ['what a class takes itself', 'class A(View):\n    x = 1\n\n    async def get(self, request, year: int, slug): ...\n\nclass B(View): ...', ['a/<int:year>/<slug>/ views.A.as_view()', ' views.B.as_view()']],
    ['no mixin, no private class', 'class AMixin(View): ...\nclass _A(View): ...', []],
    ['both kinds in order', 'class A(View): ...\ndef b(request): ...', [' views.A.as_view()', 'b/ views.b']],
    ['half-written code', 'def a(request): ...\ndef b(request', [' views.a', 'b/ views.b']],
  ]; // prettier-ignore
  for (const [what, source, expected] of cases) {
    it(`finds ${what}`, () => assert.deepEqual(routes(source), expected));
  }

  it('names URLs after functions as they are and classes in kebab case', () => {
    const names = findViews('def my_view(request): ...\nclass FAQListView(ListView): ...');
    assert.deepEqual(
      names.map(view => view.urlName),
      ['my_view', 'faq-list'],
    );
  });
});
