// Makes the files of a new theme (`lectern theme new`).

import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { LAYOUT_NAMES } from '../model/deck.ts'
import { BUNDLED_THEMES, displayPath, loadTheme, themeNames } from './load-theme.ts'
import { themeFromTemplate } from './template/theme-from-template.ts'
import { ThemeError } from './theme-error.ts'
import { isThemeName, parseThemeFile } from './theme-file.ts'

/**
 * Makes the files of a theme based on a built-in theme or a PowerPoint template. They explain what can be changed, and
 * the theme can be used at once.
 * @param path the folder of the theme, which must not exist
 * @param from the name of a built-in theme, or the path of a PowerPoint template to imitate
 * @throws {ThemeError} if the folder exists, its name is not allowed, or `from` is unknown or
 * unusable
 */
export function scaffoldTheme(path: string, from: string): Scaffold {
  const folder = resolve(path)
  const name = basename(folder)
  if (!isThemeName(name))
    throw new ThemeError(path, [
      { reason: 'Use lower-case letters, digits and hyphens for the name, such as "my-event".' },
    ])
  const isTemplate = /\.(?:potx|pptx)$/i.test(from)
  if (!isTemplate && !themeNames().includes(from)) {
    const reason = existsSync(join(from, 'theme.yaml'))
      ? 'This is a theme of your own. To vary it, copy its folder and change "name" in theme.yaml.'
      : `There is no such theme. Choose ${themeNames().join(', ')}, or give the path of a .potx or .pptx file.`
    throw new ThemeError(from, [{ reason }])
  }
  if (existsSync(folder))
    throw new ThemeError(displayPath(folder), [
      { reason: 'This already exists and was left as it is. Choose another name, or delete it.' },
    ])
  const content = isTemplate
    ? themeFromTemplate(name, from)
    : { files: { 'theme.yaml': themeYaml(name, from), 'theme.css': themeCss(from) }, remarks: [] }
  const schema = readFileSync(join(BUNDLED_THEMES, 'theme.schema.json'), 'utf8')
  return {
    files: new Map([...Object.entries(content.files), ['theme.schema.json', schema]]),
    remarks: content.remarks,
  }
}

/** A new theme. */
export interface Scaffold {
  /** The text of its files, keyed by their names. */
  readonly files: ReadonlyMap<string, string>
  /** Facts for the user, one or two sentences each. */
  readonly remarks: readonly string[]
}

/** The factor by which the example enlarges text. */
const LARGER_TEXT = 1.1

/** Writes a `theme.yaml` that lists tokens of the original theme as comments, ready to be changed. */
function themeYaml(name: string, from: string): string {
  const { tokens, summary } = loadTheme(from)
  const { type } = parseThemeFile(readFileSync(join(BUNDLED_THEMES, from, 'theme.yaml'), 'utf8'), from)
  const larger = type ? `# type: { base: ${Math.round(type.base * LARGER_TEXT)}, ratio: ${type.ratio} }` : ''
  const row = (token: string, comment: string) =>
    `${`  # ${token}: ${quoteYaml(tokens[token] ?? '')}`.padEnd(40)}# ${comment}`
  return `# yaml-language-server: $schema=./theme.schema.json
#
# A theme for your talks. It is based on "${from}" (${summary.replace(/\.$/, '')}).
# Remove the # from a line to change it. Then:
#
#   lectern talk.txt --theme ./${name}      make a deck with it
#   lectern theme preview ./${name}         see every layout on one sheet
#   lectern theme check ./${name}           see whether every word can be read

name: ${name}
summary: The theme of my event
extends: ${from}

# Larger or smaller type throughout: every size follows. 'base' is the size of text; a greater
# 'ratio' makes titles larger in relation to text.
${larger}

# How large gaps are: 1 as designed, less to fit more on a slide
# density: 0.9

# What is different on slides of one layout:
# ${LAYOUT_NAMES.join(', ')}
# layouts:
#   title:
#     ground: deep                      # the colours of the deep background
#     background: hall.jpg              # a picture beside this file, a colour or linear-gradient(…)
#     veil: 0.6                         # how much of the background colour covers the picture, 0 to 1
#   closing:
#     tokens: { ground: "#10352d" }     # any token, for this layout only

# A family of your own: npm install @fontsource/lora, then add it here and to font-display below
# fonts:
#   - { family: Lora, package: "@fontsource/lora", weight: 400 }
#   - { family: My Sans, file: my-sans.woff2 }   # or a file beside this one; its weight is read from it

# These and all other tokens (colours of code, sizes, margins) are described in theme.schema.json.
tokens:
  # Put colours in quotation marks: without them, everything after # is a comment.
  ${row('ground', 'the background of a slide').trim()}
  ${row('ink', 'the text on it').trim()}
  ${row('muted', 'secondary text').trim()}
  accent: ${quoteYaml(tokens.accent ?? '')}
  ${row('accent-ink', 'text on the accent').trim()}
  ${row('deep', 'the background of slides that open and close').trim()}
  ${row('deep-ink', 'the text on it').trim()}
  ${row('deep-accent', 'the accent on it').trim()}
  ${row('radius', 'the corners of listings and pictures').trim()}
  ${row('transition', 'none, fade, slide, convex, concave or zoom').trim()}
  # Font stacks: each character is set in the first family that has it
  # font-display: '"Lora", Georgia, serif'
`
}

function quoteYaml(value: string): string {
  return /^[#"']|: /.test(value) ? `"${value.replace(/"/g, "'")}"` : value
}

function themeCss(from: string): string {
  return `/* Rules of your own, for what tokens cannot express. They follow those of "${from}", so of two equally specific rules,
   yours applies.

   A slide is .slide and has three areas: .slide-head with its .title, .slide-body and .slide-foot. Its layout is its
   data-layout: [data-layout="quote"] .quote-text. Colours come from tokens: color: var(--accent). Sides are logical
   (margin-inline-start), so that a talk in Arabic or Hebrew is mirrored. Draw bullets as boxes, not as letters: what
   content: "…" writes would be in the PDF's text. A theme cannot load files: no @import, no url(). */

/* Every quotation in the accent colour:
[data-layout="quote"] .quote-text { color: var(--accent) }
*/
`
}
