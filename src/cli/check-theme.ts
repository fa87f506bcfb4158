// Checks a theme, for `lectern theme check`.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import type { Browser } from '../browser/browser.ts'
import { layouts } from '../layout/layout-table.ts'
import { checkRules, type KnownNames, namesIn } from '../look/check-rules.ts'
import type { Deck } from '../model/deck.ts'
import type { Theme } from '../model/theme.ts'
import { renderPrint } from '../render/print.ts'
import { unembeddedFonts } from '../theme/font-stacks.ts'
import { displayPath, isThemePath, loadTheme, THEME_FILES, themeNames } from '../theme/load-theme.ts'
import { TOKEN_ROLES } from '../theme/token-roles.ts'

/** Reports fonts that do not come with a theme. */
export function reportUnembeddedFonts(theme: Theme, file: VFile): void {
  for (const { token, family } of unembeddedFonts(theme))
    file.message(
      `The font "${family}" in "${token}" does not come with the theme, so other computers may show another one. Name its file or package under "fonts".`,
      { source: 'lectern', ruleId: 'theme-font' },
    )
}

/** Reports rules that have no effect in the stylesheets of the user's own theme. `deck` has every layout. */
export async function reportIdleRules(
  name: string,
  { theme, deck }: { readonly theme: Theme; readonly deck: Deck },
  browser: Browser,
): Promise<readonly VFile[]> {
  if (!isThemePath(name)) return []
  const paths = THEME_FILES.filter((file) => file.endsWith('.css')).map((file) => join(name, file))
  const html = renderPrint(deck, layouts, theme)
  return browser.withPage(async (page) => {
    await page.show(html, theme.canvas)
    const known = knownNames(theme, html.slice(html.indexOf('<body')))
    const files: VFile[] = []
    for (const path of paths.filter((path) => existsSync(path))) {
      const file = new VFile({ path: displayPath(path) })
      for (const { reason, place } of await checkRules(readFileSync(path, 'utf8'), known, page))
        file.message(reason, { place, source: 'lectern', ruleId: 'theme-rule' })
      files.push(file)
    }
    return files
  })
}

/** Returns the tokens and classes of the bundled themes, this theme and the slides. */
function knownNames(theme: Theme, slides: string): KnownNames {
  const bundled = themeNames().map((name) => loadTheme(name).css)
  const { tokens, classes } = namesIn([...bundled, slides].join('\n'))
  return { classes, tokens: new Set([...tokens, ...Object.keys(theme.tokens), ...Object.keys(TOKEN_ROLES)]) }
}
