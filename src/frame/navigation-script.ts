/** What stands in for the Navigation API in documents that name it; loaded for the first of these. */
export async function navigationScript(): Promise<string> {
  const {default: text} = await import('./guest/navigation/index.ts?bundle-text');
  return text;
}
