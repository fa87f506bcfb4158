/** Returns the language of a BCP 47 tag without its script and region: `pt` for `pt-BR`. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split('-', 1)[0] ?? ''
}

export function isEnglish(tag: string): boolean {
  return primaryLanguage(tag) === 'en'
}
