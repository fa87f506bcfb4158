// Loads a theme with all the themes that it extends.

import { existsSync, readdirSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Face } from '../model/face.ts'
import { type Sources, UNRESTRICTED } from '../model/sources.ts'
import type { Canvas, Theme } from '../model/theme.ts'
import { withoutByteOrderMark } from '../util/byte-order-mark.ts'
import { formatSize } from '../util/format-size.ts'
import { isInside } from '../util/is-inside.ts'
import { checkFonts } from './check-fonts.ts'
import { checkStyles } from './check-styles.ts'
import { checkTokens, definedTokens } from './check-tokens.ts'
import { openFontFile } from './font-file.ts'
import { openFace } from './font-packages.ts'
import { REGULAR } from './font-schema.ts'
import { withScriptFamilies } from './font-stacks.ts'
import { layoutBackgroundsOf } from './layout-backgrounds.ts'
import { type FileFault, readRegularFile } from './read-regular-file.ts'
import { styleRulesIn } from './style-rules.ts'
import { type ThemeLink, themeErrorAt } from './theme-chain.ts'
import { ThemeError } from './theme-error.ts'
import { type FontEntry, parseThemeFile } from './theme-file.ts'
import { type Proportions, scaleCss, scaleTokens, type TypeScale } from './type-scale.ts'

/** The folder of Lectern's own themes. */
export const BUNDLED_THEMES = fileURLToPath(new URL('../../themes/', import.meta.url))

/** The theme with the structure of every layout. All others extend it; it cannot be used by itself. */
const BASE_THEME = 'base'

export const DEFAULT_THEME = 'lectern'

const DEFAULT_CANVAS: Canvas = { width: 1280, height: 720 }

/**
 * Stylesheets that a theme may have next to its `theme.yaml`: for slides, for the event on slides, and for the handout.
 */
const STYLESHEETS = ['theme.css', 'event.css', 'handout.css']

/** The text files that are read from a theme's folder. */
export const THEME_FILES: readonly string[] = ['theme.yaml', ...STYLESHEETS]

/**
 * Loads a theme and those that it extends: a bundled one by name, any other by the path of its folder.
 * @throws {ThemeError} if it is unknown, its file or styles are faulty, or a font or picture is missing
 */
export function loadTheme(nameOrFolder: string, sources: Sources = UNRESTRICTED): Theme {
  const chain = readChain(folderOf(nameOrFolder), [], sources)
  const proportionsAt = proportionsOf(chain)
  checkTokens(chain)
  const themeFaces = uniqueFaces(chain)
  const faces = [...themeFaces, ...emojiFaces(sources)]
  const tokens: Record<string, string> = {}
  for (const [index, { file, folder }] of chain.entries()) {
    const ownTokens = scaleTokens(definedTokens(file.tokens), proportionsAt(index))
    Object.assign(
      tokens,
      isInside(folder, BUNDLED_THEMES) ? ownTokens : withScriptFamilies(ownTokens, tokens, themeFaces),
    )
  }
  checkFonts(chain)
  const sheets = chain.map((link, index) => scaleCss(`${link.css}\n${layoutCss(link)}`, proportionsAt(index)))
  const isOwn = ({ folder }: ThemeLink) => !isInside(folder, BUNDLED_THEMES)
  return {
    name: chain.at(-1)?.file.name ?? nameOrFolder,
    summary: chain.at(-1)?.file.summary ?? '',
    canvas: chain.reduce((canvas, { file }) => file.canvas ?? canvas, DEFAULT_CANVAS),
    ...(hasOwnScale(chain) && { hasOwnScale: true }),
    tokens,
    faces,
    brand: Object.assign({}, ...chain.map(({ file }) => file.brand)),
    pairs: chain.flatMap(({ file }) => file.pairs),
    backgrounds: layoutBackgroundsOf(chain),
    css: sheets.join('\n'),
    ...(chain.some((link) => isOwn(link) && styleRulesIn(link.css).declarations.length > 0) && {
      ownCss: sheets.filter((_, index) => chain.slice(index, index + 1).some(isOwn)).join('\n'),
    }),
  }
}

/** Lists the names of the built-in themes that can be used by themselves, in alphabetical order. */
export function themeNames(): readonly string[] {
  return readdirSync(BUNDLED_THEMES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== BASE_THEME)
    .map((entry) => entry.name)
    .sort()
}

/** Whether a theme is given by the path of its folder rather than by name. */
export function isThemePath(nameOrFolder: string): boolean {
  return /[\\/]|^\./.test(nameOrFolder) || isAbsolute(nameOrFolder)
}

function folderOf(nameOrFolder: string): string {
  const folder = isThemePath(nameOrFolder) ? resolve(nameOrFolder) : join(BUNDLED_THEMES, nameOrFolder)
  if (existsSync(join(folder, 'theme.yaml')) && nameOrFolder !== BASE_THEME) return folder
  if (isThemePath(nameOrFolder)) {
    throw new ThemeError(displayPath(folder), [
      {
        reason: existsSync(folder)
          ? 'There is no theme.yaml in this folder. Choose a folder that has one, or a built-in theme.'
          : 'There is no such folder. Check the path, or choose a built-in theme.',
      },
    ])
  }
  throw new ThemeError(nameOrFolder, [
    {
      reason: `No theme has this name. Choose ${themeNames().join(', ')}, or give the path of a folder: ./${nameOrFolder}.`,
    },
  ])
}

/** Reads the theme in `folder` and those that it extends, and lists them before `descendants`, the most basic first. */
function readChain(folder: string, descendants: readonly ThemeLink[], sources: Sources): readonly ThemeLink[] {
  const path = displayPath(join(folder, 'theme.yaml'))
  const file = parseThemeFile(readText(join(folder, 'theme.yaml'), sources), path)
  const css = STYLESHEETS.map((name) => readStyles(join(folder, name), sources)).join('')
  const link: ThemeLink = { folder, path, file, css, sources }
  const chain = [link, ...descendants]
  if (file.extends === undefined) return chain
  const parent = join(BUNDLED_THEMES, file.extends)
  if (!existsSync(join(parent, 'theme.yaml'))) {
    const reason = `No built-in theme is named ${file.extends}, and a theme of your own cannot be extended. Extend one of ${themeNames().join(', ')}.`
    throw themeErrorAt(link, ['extends'], reason)
  }
  // Bundled themes may be outside `sources.allowedFolder`.
  return readChain(parent, chain, UNRESTRICTED)
}

/** The maximum size of a text file of a theme, in bytes. */
const MAX_TEXT_BYTES = 1024 * 1024

function readText(path: string, { allowedFolder }: Sources): string {
  const bytes = readRegularFile(path, { maxBytes: MAX_TEXT_BYTES, allowedFolder })
  if (typeof bytes === 'string') throw new ThemeError(displayPath(path), [{ reason: REASONS[bytes] }])
  return withoutByteOrderMark(bytes.toString('utf8'))
}

const REASONS: Readonly<Record<FileFault, string>> = {
  missing: 'There is no such file. Choose a folder that has one, or a built-in theme.',
  outside: "It is outside the article's folder. Copy it there, or choose the theme with --theme.",
  'not a file': 'This is a folder, a pipe or a device. Replace it with a file.',
  'too large': `It is larger than ${formatSize(MAX_TEXT_BYTES)}. Keep pictures and fonts in separate files.`,
  forbidden: 'It cannot be read. Change its permissions, or make your own copy.',
}

/**
 * Returns a function that takes the index of a theme in the chain. It returns the type scale that this theme was
 * designed for, and the scale and density that the whole chain asks for.
 */
function proportionsOf(chain: readonly ThemeLink[]): (index: number) => Proportions {
  const target = chain.reduce<TypeScale | null>((scale, { file }) => file.type ?? scale, null)
  const density = chain.reduce((factor, { file }) => file.density ?? factor, 1)
  return (index) => ({
    original: chain.slice(0, index + 1).reduce<TypeScale | null>((scale, { file }) => file.type ?? scale, null),
    target,
    density,
  })
}

/** Whether the user's own theme changes the type sizes of the built-in theme that it extends. */
function hasOwnScale(chain: readonly ThemeLink[]): boolean {
  return chain.some(({ file, folder }) => file.type !== undefined && !isInside(folder, BUNDLED_THEMES))
}

/** Writes CSS for the tokens that a theme sets for individual layouts. */
function layoutCss({ file }: ThemeLink): string {
  return Object.entries(file.layouts)
    .filter(([, { tokens }]) => Object.keys(tokens).length > 0)
    .map(([name, { tokens }]) => {
      const declarations = Object.entries(definedTokens(tokens)).map(([token, value]) => `--${token}:${value}`)
      return `.slide[data-layout="${name}"]{${declarations.join(';')}}`
    })
    .join('\n')
}

function readStyles(path: string, sources: Sources): string {
  if (!existsSync(path)) return ''
  const css = readText(path, sources)
  // Bundled themes are checked by tests.
  const complaints = isInside(path, BUNDLED_THEMES) ? [] : checkStyles(css)
  if (complaints.length > 0) throw new ThemeError(displayPath(path), complaints)
  return css
}

/** Opens the faces of a chain. If two have the same family, weight and style, the one in the later theme is used. */
function uniqueFaces(chain: readonly ThemeLink[]): readonly Face[] {
  const faces = new Map<string, Face>()
  for (const link of chain) {
    for (const [index, entry] of link.file.fonts.entries()) {
      const face = faceOf(entry, link, index)
      faces.set(`${face.family} ${face.weight} ${face.style}`, face)
    }
  }
  return [...faces.values()]
}

/** Opens the emoji font, which is the same in every theme. */
function emojiFaces(sources: Sources): readonly Face[] {
  const entry = { family: 'Noto Emoji', package: '@fontsource/noto-emoji', weight: 400, style: 'normal' } as const
  const face = openFace(entry, BUNDLED_THEMES, sources)
  return face === null || 'fact' in face ? [] : [{ ...face, isEmoji: true }]
}

function faceOf(entry: FontEntry, link: ThemeLink, index: number): Face {
  const { family, size, ascent, descent } = entry
  const properties = { family, adjust: { size, ascent, descent } }
  if (entry.file !== undefined) {
    const face = openFontFile(
      { ...properties, file: entry.file, weight: entry.weight, style: entry.style },
      link.folder,
      link.sources,
    )
    if ('fact' in face) throw themeErrorAt(link, ['fonts', index, 'file'], `The font file "${entry.file}" ${face.fact}`)
    return face
  }
  const packageName = entry.package ?? ''
  const { weight = REGULAR, style = 'normal' } = entry
  const packaged = { ...properties, weight, style, package: packageName, subsets: entry.subsets }
  const face = openFace(packaged, link.folder, link.sources)
  const fact = face === null ? 'was not found' : 'fact' in face ? face.fact : null
  if (face === null || 'fact' in face) {
    const remedy = `Run npm install ${packageName}, or choose a weight and style that the package has.`
    throw themeErrorAt(link, ['fonts', index], `The font ${family} ${weight} ${style} ${fact}. ${remedy}`)
  }
  return face
}

/** Formats a path for messages, relative to the working folder. */
export function displayPath(path: string): string {
  return relative(process.cwd(), path).replaceAll('\\', '/') || '.'
}
