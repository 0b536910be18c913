/**
 * A choice of labels that touches most of Django and takes less than a minute: those of a line run
 * in one interpreter.
 */
export const QUICK_LABELS: readonly string[] = [
  // The ORM.
  'basic+expressions+transactions+prefetch_related+timezones+constraints',
  // Forms, views, templates, translations.
  'model_forms+generic_views+csrf_tests+template_tests.syntax_tests.i18n+i18n.tests',
  // The admin and accounts.
  'admin_changelist+auth_tests.test_views',
  // What is without threads, processes and sockets here.
  'async+servers+shell+cache.tests.LocMemCacheTests+sessions_tests',
];
