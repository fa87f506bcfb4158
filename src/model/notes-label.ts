/** Whether words are the heading or the label above the notes of an article. */
export function isNotesLabel(words: string): boolean {
  return NOTES_LABEL.test(words)
}

const NOTES_LABEL =
  /^\W*(?:\d+\W+)?(?:(?:end|foot)?notes?|sources|fußnoten|anmerkungen|quellen|notes de bas de page|notas(?: al pie| de rodapé)?|note|voetnoten|noten)\W*$/iu
