/** Says how to install a font for letters that none has: from a Debian or Ubuntu package, or from one of Fontsource. */
export function fontRemedy(debian: string, fontsource: string): string {
  return `Install a font (Debian, Ubuntu: apt-get install ${debian}), or name @fontsource/${fontsource} in your theme.`
}
