/** Whether listings in this language are drawn: as a diagram or as a chart. */
export function isDrawnLanguage(language: string | null | undefined): boolean {
  return /^(?:mermaid|chart)\b/i.test(language ?? '')
}
