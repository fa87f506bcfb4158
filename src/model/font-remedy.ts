/** Says how to get letters that no font has, given a package of Debian or Ubuntu and one of Fontsource. */
export function fontRemedy(debian: string, fontsource: string): string {
  return `Install a font (Debian, Ubuntu: apt-get install ${debian}), or name @fontsource/${fontsource} in your theme.`
}
