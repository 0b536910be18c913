/** The one page that every generator makes: two playgrounds of the same files, in prose. */

/** A file of both playgrounds; it has what a generator may spoil. */
export interface SourceFile {
  readonly path: string;
  readonly language: string;
  readonly text: string;
  /** Its path as a comment of its own, for a first line. */
  readonly comment: string;
}

export const FILES: readonly [SourceFile, SourceFile] = [
  {
    path: 'polls/views.py',
    language: 'python',
    comment: '# polls/views.py',
    text: `from django.shortcuts import render

WORDS = ["it's", '"quoted"', "1 < 2 && 3 > 2", "&amp;", "--", "..."]


def home(request):
    """Blank lines, *stars*, _lines_ and <b>tags</b> stay as they are."""

    return render(request, "polls/home.html", {"words": WORDS})
`,
  },
  {
    path: 'polls/templates/polls/home.html',
    language: 'html',
    comment: '{# polls/templates/polls/home.html #}',
    text: `<h1>Hello from {{ request.path }}</h1>
<ul>
  {% for word in words %}
    <li>{{ word }}</li>

  {% endfor %}
</ul>
<!-- A comment -->
<script>
  document.body.append("5 < 6");
</script>
`,
  },
];

/** What both playgrounds show. */
export const SHOWN = ['Hello from /', '"quoted"', '1 < 2 && 3 > 2', '&amp;', '5 < 6'];

/** The prose, which is read in this order, and between it the files of each playground. */
export const ORDER: readonly string[] = [
  'Before the first.',
  ...FILES.map(({text}) => text),
  'Between them.',
  ...FILES.map(({text}) => text),
  'After the second.',
];

const FRONT = '# Two playgrounds\n\nBefore the first.\n\n';

/** Fences in the tag itself; the path of each is its first line. Every generator takes it. */
export const TAGS = `${FRONT}${tag('one')}
Between them.

${tag('two')}
After the second.
`;

/**
 * Fences that name their playground, for our plugins. Those of the second one are apart.
 *
 * @param quote Around what stands behind the language, e.g. braces.
 */
export const FENCES = `${FRONT}${fence(FILES[0], 'django-playground=one path=polls/views.py url=/')}
${fence(FILES[1], `django-playground=one path=${FILES[1].path}`)}
Between them.

${fence(FILES[0], `django-playground=two path=${FILES[0].path}`)}
This is its template:

${fence(FILES[1], `django-playground=two path=${FILES[1].path}`)}
After the second.
`;

/** Directives of reStructuredText. */
export const DIRECTIVES = `Two playgrounds
===============

Before the first.

.. django-playground:: one
   :url: /

${FILES.map(file => indent(directive(file))).join('\n')}
Between them.

.. django-playground:: two

${indent(directive(FILES[0]))}
This is its template:

${directive(FILES[1], 'two')}
After the second. Run :django-manage:\`check\`, see :django-path:\`the page </>\` and
:django-file:\`its third line <polls/views.py:3>\`.
`;

/** The same directives in Markdown, as MyST has them. */
export const MYST = `${FRONT}${mystTag('one', FILES)}
Between them.

${mystTag('two', [FILES[0]])}
This is its template:

${mystFile(FILES[1], ':for: two\n\n')}
After the second.
`;

function tag(id: string): string {
  // Kramdown, and no other, needs to be told that there is Markdown inside.
  const start = `<django-playground id="${id}" path="/" markdown="block">`;
  const fences = FILES.map(({language, comment, text}) => block(language, `${comment}\n${text}`));
  return [`${start}\n`, ...fences, '</django-playground>\n'].join('\n');
}

function fence({language, text}: SourceFile, info: string): string {
  return block(`${language} ${info}`, text);
}

function block(info: string, text: string): string {
  return `\`\`\`${info}\n${text}\`\`\`\n`;
}

function directive({path, text}: SourceFile, playground?: string): string {
  const options = playground === undefined ? '' : `   :for: ${playground}\n`;
  return `.. django-file:: ${path}\n${options}\n${indent(text)}`;
}

function mystTag(id: string, files: readonly SourceFile[]): string {
  const inside = files.map(file => mystFile(file)).join('\n');
  return `\`\`\`\`{django-playground} ${id}\n:url: /\n\n${inside}\`\`\`\`\n`;
}

function mystFile({path, text}: SourceFile, options = ''): string {
  return `\`\`\`{django-file} ${path}\n${options}${text}\`\`\`\n`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '   ');
}
