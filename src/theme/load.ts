import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Canvas, Face, Theme } from '../model/theme.ts'
import { BadTheme } from './bad-theme.ts'
import { checkStyles } from './check-styles.ts'
import { openFace } from './faces.ts'
import { type FontEntry, type LocatedThemeFile, parseThemeFile } from './theme-file.ts'

const BUNDLED = fileURLToPath(new URL('../../themes/', import.meta.url))

/** The theme that holds the structure of every layout; the others extend it, and it is no look of its own. */
const STRUCTURE = 'base'

/** The look where none is chosen. */
export const STANDARD_THEME = 'lectern'

const STANDARD_CANVAS: Canvas = { width: 1280, height: 720 }

/** What a theme may bring beside its `theme.yaml`: rules for slides, and rules for the handout around them. */
const STYLESHEETS = ['theme.css', 'handout.css']

/** All that is read in a theme's folder. */
export const THEME_FILES: readonly string[] = ['theme.yaml', ...STYLESHEETS]

/**
 * Reads a theme and those that it extends: a bundled one by its name, any other by the path of its folder.
 * @throws {BadTheme} where it is unknown, its file or its styles are wrong, or a font is not installed.
 */
export function loadTheme(nameOrFolder: string): Theme {
  const chain = readChain(folderOf(nameOrFolder), [])
  return {
    name: chain.at(-1)?.file.name ?? nameOrFolder,
    summary: chain.at(-1)?.file.summary ?? '',
    canvas: chain.reduce((canvas, { file }) => file.canvas ?? canvas, STANDARD_CANVAS),
    tokens: Object.assign({}, ...chain.map(({ file }) => file.tokens)),
    faces: uniqueFaces(chain),
    brand: Object.assign({}, ...chain.map(({ file }) => file.brand)),
    pairs: chain.flatMap(({ file }) => file.pairs),
    css: chain.map(({ css }) => css).join('\n'),
  }
}

/** The bundled looks, by name. */
export function themeNames(): readonly string[] {
  return readdirSync(BUNDLED, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== STRUCTURE)
    .map((entry) => entry.name)
    .sort()
}

/** One `theme.yaml` with the `theme.css` beside it. */
interface Link {
  readonly folder: string
  readonly path: string
  readonly file: LocatedThemeFile
  readonly css: string
}

/** Whether a theme is named by its folder. */
export function isPath(nameOrFolder: string): boolean {
  return /[\\/]|^\./.test(nameOrFolder) || isAbsolute(nameOrFolder)
}

function folderOf(nameOrFolder: string): string {
  const folder = isPath(nameOrFolder) ? resolve(nameOrFolder) : join(BUNDLED, nameOrFolder)
  if (existsSync(join(folder, 'theme.yaml')) && nameOrFolder !== STRUCTURE) return folder
  if (isPath(nameOrFolder)) {
    throw new BadTheme(shown(folder), [
      { reason: 'There is no theme.yaml in this folder. Name a folder that has one, or a bundled theme.' },
    ])
  }
  throw new BadTheme(nameOrFolder, [
    {
      reason: `No theme has this name. Choose ${themeNames().join(', ')}, or give the path of a folder: ./${nameOrFolder}.`,
    },
  ])
}

/** The theme in `folder` after those that it extends, outermost first. */
function readChain(folder: string, heirs: readonly Link[]): readonly Link[] {
  const path = shown(join(folder, 'theme.yaml'))
  const file = parseThemeFile(readFileSync(join(folder, 'theme.yaml'), 'utf8'), path)
  const link: Link = { folder, path, file, css: STYLESHEETS.map((name) => readStyles(join(folder, name))).join('') }
  const chain = [link, ...heirs]
  if (file.extends === undefined) return chain
  const parent = join(BUNDLED, file.extends)
  if (!existsSync(join(parent, 'theme.yaml'))) {
    const known = [STRUCTURE, ...themeNames()].join(', ')
    throw complainOf(link, ['extends'], `No bundled theme is named ${file.extends}. Extend one of ${known}.`)
  }
  return readChain(parent, chain)
}

function readStyles(path: string): string {
  if (!existsSync(path)) return ''
  const css = readFileSync(path, 'utf8')
  const wrong = checkStyles(css)
  if (wrong.length > 0) throw new BadTheme(shown(path), wrong)
  return css
}

/** Of two entries for one family, weight and style the later theme's counts. */
function uniqueFaces(chain: readonly Link[]): readonly Face[] {
  const faces = new Map<string, Face>()
  for (const link of chain) {
    for (const [index, entry] of link.file.fonts.entries()) {
      const face = openFace(entry, link.folder)
      if (!face) throw complainOf(link, ['fonts', index], missing(entry))
      faces.set(`${entry.family} ${entry.weight} ${entry.style}`, face)
    }
  }
  return [...faces.values()]
}

function missing({ family, weight, style, package: from }: FontEntry): string {
  return `The font ${family} ${weight} ${style} is not there. Run npm install ${from}, or choose a weight and style that the package has.`
}

function complainOf({ path, file }: Link, keys: readonly PropertyKey[], reason: string): BadTheme {
  return new BadTheme(path, [{ reason, place: file.placeOf(keys) }])
}

/** A path as messages show it: from the working folder. */
function shown(path: string): string {
  return relative(process.cwd(), path).replaceAll('\\', '/') || '.'
}
