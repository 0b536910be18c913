/** What a `README.md` speaks about. */
export interface ReadmeFacts {
  readonly title: string;
  /** Django's exact version. */
  readonly django: string;
  /** `name:password` of who can log in, where the database has somebody. */
  readonly superuser?: string;
  /** Set where there is no database yet: what `migrate` is called with, e.g. ` --run-syncdb`. */
  readonly migrate?: string;
  /** Whether it needs Node, for its JavaScript. */
  readonly rendersInNode?: boolean;
}

export type ReadmeText = (facts: ReadmeFacts) => string;

/** How to run the project, in English. */
export const README: ReadmeText = ({title, django, superuser, migrate, rendersInNode}) => {
  const commands = [
    'python -m pip install -r requirements.txt',
    ...(migrate === undefined ? [] : [`python manage.py migrate${migrate}`]),
    'python manage.py runserver',
  ];
  const [name, ...password] = (superuser ?? '').split(':');
  const data =
    migrate === undefined
      ? 'The database `db.sqlite3` and uploaded files are as they were in the page. To start without\n' +
        'them, delete them and run `python manage.py migrate`.'
      : 'There is no database yet: `migrate` makes it. For the admin, make an account with\n' +
        '`python manage.py createsuperuser`.';
  const programs = rendersInNode ? 'Python and, for its JavaScript, Node 20.19 or newer' : 'Python';
  return `# ${title}

A Django ${django} project. In this folder, with ${programs} installed:

\`\`\`sh
${commands.join('\n')}
\`\`\`

Then open <http://127.0.0.1:8000/>.

${data}
${superuser === undefined ? '' : `\nLog in as \`${name}\` with the password \`${password.join(':')}\`.\n`}
The \`SECRET_KEY\` in the settings is known to everyone who has this project. Choose another one, and
set \`DEBUG = False\`, before anybody else can reach the site.
`;
};
