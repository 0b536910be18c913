/** Load all that it takes to edit, for a time without a network. */
export async function loadEditing(): Promise<void> {
  await Promise.all([import('./editor-session.js'), import('./operations.js')]);
}
