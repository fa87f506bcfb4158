/**
 * Explains how to get a font for letters that no installed font has: from a Debian or Ubuntu package, or from a
 * Fontsource package.
 */
export function fontRemedy(debian: string, fontsource: string): string {
  return `Install a font (Debian, Ubuntu: apt-get install ${debian}), or name @fontsource/${fontsource} in your theme.`
}
