/** What stands in for IndexedDB and Cache in documents that name them; loaded for the first of these. */
export async function databasesScript(): Promise<string> {
  const {default: text} = await import('./guest/databases/index.ts?bundle-text');
  return text;
}
