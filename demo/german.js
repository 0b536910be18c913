/* Every text of a playground in German: `playground.strings = GERMAN`. */

/** How many of something, in words that fit. */
const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;

const CONSOLE = {
  log: 'Protokoll',
  clear: 'Leeren',
  show: 'Was gezeigt wird',
  kinds: {all: 'Alles', requests: 'Anfragen', output: 'Ausgaben', problems: 'Probleme'},
  find: 'Im Protokoll suchen',
  empty: 'Hier stehen Anfragen, was Python ausgibt und was Befehle sagen.',
  noneFound: 'Nichts hier ist so.',
  commandLine: 'Befehl für manage.py',
  shellLine: 'Zeile für die Python-Shell',
  answer: 'Antwort an den Befehl',
  secretAnswer: 'Geheime Antwort an den Befehl',
  placeholder: 'z. B. makemigrations, shell, test',
  suggestions: 'Vorschläge',
  interrupt: 'Anhalten',
  fillIn: command => `„${command}“ hinschreiben`,
  queries: number => count(number, 'Abfrage', 'Abfragen'),
  milliseconds: duration =>
    `${duration.toLocaleString('de', {maximumFractionDigits: duration < 10 ? 1 : 0})} ms`,
  staticFiles: number => count(number, 'statische Datei', 'statische Dateien'),
  exitCode: code => `Beendet mit ${code}`,
  tests: (passed, failed, skipped) =>
    `${passed} bestanden, ${failed} fehlgeschlagen${skipped ? `, ${skipped} übersprungen` : ''}`,
  mail: {
    name: 'E-Mail',
    noSubject: '(kein Betreff)',
    from: 'Von',
    to: 'An',
    cc: 'Cc',
    bcc: 'Bcc',
    replyTo: 'Antwort an',
    attachments: 'Anhänge',
    html: 'HTML',
    attachment: (name, type, bytes) => `${name || type} (${type}, ${bytes} Bytes)`,
  },
  goToPage: path => `Zu ${path}`,
  goTo: (path, line) => `Zu ${path}, Zeile ${line}`,
  shellGone: 'Die Shell ist zu Ende, weil die Website neu gestartet wurde.',
  shellHint: 'exit() oder Strg+D verlässt die Shell.',
  live: {
    unfinished: path => `In ${path} ist ein Syntaxfehler. Ohne ihn läuft die Site wieder.`,
    kept: error => `Diese Fassung scheitert: ${error}. Die Seite ist die der vorigen.`,
  },
};

const OPERATIONS = {
  dismiss: 'Schließen',
  newFile: 'Neue Datei …',
  upload: 'Dateien hochladen …',
  uploadFolder: 'Einen Ordner hochladen …',
  rename: 'Umbenennen …',
  duplicate: 'Duplizieren …',
  remove: 'Löschen',
  resetFile: 'Diese Datei zurücksetzen',
  compare: 'Mit dem Original vergleichen',
  moveUp: 'Nach vorn',
  moveDown: 'Nach hinten',
  showHidden: 'Verborgene Dateien zeigen',
  name: 'Pfad der Datei',
  nameHint: 'Mit / zwischen Ordnern, z. B. polls/views.py',
  create: 'Anlegen',
  cancel: 'Abbrechen',
  replace: 'Ersetzen',
  keepBoth: 'Beide behalten',
  undo: 'Rückgängig',
  undone: 'Rückgängig gemacht',
  removed: path => `${path} gelöscht`,
  wasReset: path => `${path} zurückgesetzt`,
  added: number => `${count(number, 'Datei', 'Dateien')} hinzugefügt`,
  exists: paths =>
    paths.length === 1
      ? `Es gibt schon eine Datei ${paths[0]}.`
      : `Es gibt schon ${paths.length} dieser Dateien: ${paths.join(', ')}.`,
  tooLarge: (name, limit, isText) =>
    `${name} ist zu groß: ${isText ? 'Textdateien' : 'Andere Dateien'} dürfen hier bis zu ${limit} MB haben.`,
  unreadable: name => `${name} konnte nicht gelesen werden.`,
  isReadonly: path =>
    `${path} ist schreibgeschützt und kann nicht geändert, umbenannt oder gelöscht werden.`,
  notImportable: part =>
    `Python kann „${part}“ nicht importieren: Namen von Modulen und Paketen bestehen aus Buchstaben, Ziffern und _.`,
  problems: {
    empty: () => 'Geben Sie der Datei einen Namen.',
    control: () =>
      'Der Name enthält ein Steuerzeichen, das man nicht sieht. Tippen Sie ihn neu ein.',
    absolute: () => 'Pfade beginnen im Projekt: Lassen Sie den / oder das Laufwerk am Anfang weg.',
    backslash: () => 'Zwischen Ordner gehört ein /, kein umgekehrter Schrägstrich.',
    climbs: () => 'Der Pfad führt mit „..“ aus dem Projekt hinaus. Lassen Sie das weg.',
    folder: () => 'Das ist ein Ordner. Fügen Sie nach dem letzten / den Namen einer Datei an.',
    gap: () => 'Zwischen zwei / steht nichts. Lassen Sie einen weg.',
    reserved: path =>
      `„${path}“ ist ein Name, den Windows sich vorbehält. Wählen Sie einen anderen.`,
    long: () => 'Das ist zu lang. Höchstens 200 Zeichen sind möglich.',
    'inside-file': path =>
      `„${path}“ ist eine Datei, also kann nichts darin liegen. Wählen Sie einen anderen Ordner.`,
    'is-folder': path => `„${path}“ ist ein Ordner. Wählen Sie einen anderen Namen.`,
    readonly: path =>
      `${path} ist schreibgeschützt und kann nicht ersetzt werden. Wählen Sie einen anderen Namen.`,
    taken: path => `Es gibt schon eine Datei ${path}.`,
  },
};

const PANE = {
  files: 'Dateien',
  menu: 'Aktionen für Dateien',
  copy: 'Kopieren',
  copied: 'Kopiert',
  notCopied:
    'Der Browser hat das Kopieren nicht erlaubt. Der Text ist jetzt markiert: Kopieren Sie ihn selbst.',
  edit: 'Mit der Eingabetaste bearbeiten.',
  changed: 'geändert',
  readonly: 'schreibgeschützt',
  binary: 'Diese Datei ist kein Text.',
  lines: number => `… ${count(number, 'Zeile', 'Zeilen')}`,
  plainEditor: 'Der Editor konnte nicht geladen werden, daher ist dies ein einfaches Textfeld.',
  noEditor:
    'Der Editor konnte nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  tryAgain: 'Noch einmal versuchen',
  operations: async () => OPERATIONS,
};

const EDITOR = {
  leave: 'Escape, dann Tab verlässt den Editor',
  readonlyFile: 'schreibgeschützt',
  readonlyLines: 'Diese Zeilen sind schreibgeschützt.',
  folded: lines => `… ${count(lines, 'Zeile', 'Zeilen')}`,
  unfold: 'Diese Zeilen zeigen',
  comparison: {
    label: 'Vergleich',
    changes(all, current) {
      if (all === 0) return 'Keine Änderungen';
      if (current !== undefined) return `Änderung ${current} von ${all}`;
      return count(all, 'Änderung', 'Änderungen');
    },
    previous: 'Vorige Änderung',
    next: 'Nächste Änderung',
    takeBack: 'Diese Änderung zurücknehmen',
    close: 'Schließen',
  },
  marked: marks =>
    marks.map(({line, source, message}) => `Zeile ${line}: ${source}: ${message}`).join(' '),
  phrases: {
    Find: 'Suchen',
    Replace: 'Ersetzen',
    next: 'weiter',
    previous: 'zurück',
    all: 'alle',
    'match case': 'Groß- und Kleinschreibung',
    'by word': 'ganze Wörter',
    replace: 'ersetzen',
    'replace all': 'alle ersetzen',
    close: 'schließen',
  },
};

const GIVING = {
  enlarged: 'Playground',
  dismiss: 'Schließen',
  undo: 'Rückgängig',
  withData: 'Dateien und Daten',
  withoutData: 'Nur die Dateien',
  linkCopied: size =>
    `Ein Link zu dieser Fassung wurde kopiert (${size} kB). Er enthält alle Dateien, aber nicht die Datenbank.`,
  linkTooLong: size =>
    `Der Link zu dieser Fassung hat ${size} kB; viele Programme schneiden ihn ab. Geben Sie lieber den Download weiter.`,
  link: 'Link zu dieser Fassung',
  linkHint: size =>
    `Der Browser hat das Kopieren nicht erlaubt. Kopieren Sie den Link von hier; er hat ${size} kB.`,
  close: 'Schließen',
  linkOpened:
    'Dieser Link bringt eine eigene Fassung dieses Projekts mit. Sie wurde nicht ausgeführt.',
  linkReplaces: 'Wird sie benutzt, ersetzt sie, was von Ihrer Arbeit hier aufgehoben ist.',
  useLink: 'Benutzen',
  refuseLink: 'Die der Seite zeigen',
  resetFile: path => `Diese Datei: ${path}`,
  resetFiles: 'Alle Dateien',
  resetData: 'Daten',
  resetAll: 'Alles',
  resetFileHint: 'Nimmt Ihre Änderungen daran zurück.',
  resetFilesHint: 'Nimmt Ihre Änderungen zurück, behält die Datenbank.',
  resetDataHint: 'Vergisst Datenbank, Uploads und Anmeldungen, behält Ihre Änderungen.',
  resetAllHint: 'Als wären Sie nie hier gewesen.',
  fileReset: path => `Ihre Änderungen an ${path} wurden zurückgenommen.`,
  filesReset: 'Ihre Änderungen an allen Dateien wurden zurückgenommen.',
  dataReset: 'Die Daten wurden vergessen.',
  allReset: 'Alles ist wie am Anfang.',
  addresses: 'Adressen dieser Site',
};

const CHAIN = {
  conflict: (paths, mine) =>
    paths.length === 1
      ? `Dieser Schritt bringt ${paths[0]} in eigener Fassung mit, und Sie hatten es geändert. Ihre Fassung ist noch da, als ${mine[0]}.`
      : `Dieser Schritt bringt ${paths.join(', ')} in eigener Fassung mit, und Sie hatten sie geändert. Ihre Fassungen sind noch da, als ${mine.join(', ')}.`,
  compare: 'Vergleichen',
  useMine: 'Meine benutzen',
  useStep: 'Die des Schritts benutzen',
  skipped: commands => `Befehle früherer Schritte wurden nicht ausgeführt: ${commands.join(', ')}.`,
  anew: 'Wird das nachgeholt, entstehen die Daten dieses Schritts neu.',
  catchUp: 'Bis hierher nachholen',
  notNow: 'Nicht jetzt',
  catchingUp: (command, number, all) => `Wird nachgeholt, ${number} von ${all}: ${command}`,
  caughtUp: 'Alles vor diesem Schritt ist nachgeholt.',
  catchUpFailed: command => `Das Nachholen endete bei ${command}. Die Konsole sagt, warum.`,
  undo: 'Rückgängig',
  dismiss: 'Schließen',
  runHere: 'Diesen Befehl im Playground ausführen',
  showPage: 'Diese Seite im Playground zeigen',
  showFile: 'Diese Datei im Playground zeigen',
  states: {busy: 'Läuft', done: 'Wurde ausgeführt', failed: 'Ist gescheitert'},
  noFile: path => `Eine Datei ${path} gibt es in diesem Playground jetzt nicht.`,
};

const COST = {
  loads: megabytes => `„Ausführen“ lädt einmal bis zu ${megabytes} MB.`,
  isHere: 'Alles ist schon da: Es geht sofort los, auch ohne Netz.',
};

export const GERMAN = {
  run: 'Ausführen',
  stop: 'Anhalten',
  reset: 'Zurücksetzen',
  share: 'Teilen',
  download: 'Herunterladen',
  enlarge: 'Groß öffnen',
  restore: 'Zurück zur Seite',
  back: 'Zurück',
  forward: 'Vor',
  reload: 'Neu laden',
  address: 'Adresse',
  code: 'Code',
  output: 'Ausgabe',
  panes: 'Code und Ausgabe',
  resizeColumns: 'Breite des Codes',
  resizeRows: 'Höhe der Ausgabe',
  console: 'Konsole',
  newLines: number => `${number} neu`,
  consoleTexts: async () => CONSOLE,
  pane: PANE,
  giving: async () => GIVING,
  cost: async () => COST,
  chain: async () => CHAIN,
  failed: 'Das hat nicht geklappt',
  details: 'Einzelheiten',
  changed: 'Der Code wurde geändert. „Ausführen“ zeigt, was er nun tut.',
  pageChanged:
    'Diese Seite hat sich geändert, seit Sie hier gearbeitet haben. Ihre Fassung mit Änderungen und Daten ist noch da.',
  keepMine: 'Mit meiner Fassung weitermachen',
  takeNew: 'Meine vergessen, die neue nehmen',
  loadError({type, path, line}) {
    const where = path === undefined ? '' : ` in ${path}`;
    const at = path === undefined || line === undefined ? '' : `, Zeile ${line}`;
    return `Das Projekt konnte nicht geladen werden: ${type}${where}${at}.`;
  },
  editor: async () => EDITOR,
  states: {
    idle: '„Ausführen“ startet diese Django-Site in Ihrem Browser.',
    starting: 'Die Site startet.',
    ready: 'Die Site läuft.',
    busy: 'Django arbeitet.',
    stopped: 'Die Site wurde angehalten. „Ausführen“ startet sie wieder.',
    failed: 'Die Site läuft nicht.',
  },
  stages: {
    download: 'Python und Django werden geladen',
    compile: 'Python wird vorbereitet',
    packages: 'Pakete werden geladen',
    boot: 'Python startet',
    setup: 'Das Projekt wird geladen',
    migrate: 'Die Datenbank wird angelegt',
    respond: 'Die Seite wird geholt',
    ready: 'Die Site läuft.',
  },
};
