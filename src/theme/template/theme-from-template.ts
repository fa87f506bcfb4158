// Makes a theme from a PowerPoint template.

import { wcagContrast } from 'culori'
import type { Root } from 'xast'
import { stringify } from 'yaml'
import type { Canvas } from '../../model/theme.ts'
import { BadTheme } from '../bad-theme.ts'
import { coloursFrom, wordColour } from './colour-tokens.ts'
import { type Scheme, schemeOf, themeOf } from './colours.ts'
import { contrastInTitle, middleOf, zonesOf } from './colours-behind-text.ts'
import { drawBehind, type LayoutDrawing } from './draw-layout.ts'
import { childOf, elementOf, openTemplate } from './open-template.ts'
import { CENTRED, footFrom, STRUCTURE } from './template-css.ts'
import { fontsFrom } from './template-fonts.ts'
import { layoutOf, layoutsOf, placeIn, shapesIn, type TemplateLayout } from './template-layouts.ts'
import { bodyTopOf, footInset, placesFrom, type TemplateMeasures } from './template-places.ts'

/** A theme that looks like a template: its files, and remarks about it. */
export interface TemplateTheme {
  readonly files: Readonly<Record<string, string>>
  /** The adjustments, omissions and fonts to install, one sentence each. */
  readonly remarks: readonly string[]
}

/**
 * Makes a theme from a `.potx` or `.pptx`: its colours, fonts, backgrounds with everything drawn on them, and the
 * positions of title and body.
 * @throws {BadTheme} if the file cannot be used
 */
export function themeFromTemplate(name: string, path: string): TemplateTheme {
  const look = templateLook(path)
  const fonts = fontsFrom(look.theme, '.')
  const places = placesFrom(look.usual, look.opening, look.measures)
  const inset = footInset(look.usual, look.measures)
  const zones = zonesOf(places, look.grounds, {
    canvas: look.measures.canvas,
    bodyTop: bodyTopOf(look.usual, look.measures.scale),
    inset,
  })
  const colours = coloursFrom(look.scheme, look.words, zones)
  const yaml = {
    name,
    summary: `Made from ${path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)}`,
    extends: 'base',
    canvas: look.measures.canvas,
    fonts: fonts.entries,
    ...backgroundsOf(look.grounds, coloursOn(middleOf(zones.part), colours.tokens)),
    tokens: { ...colours.tokens, ...fonts.tokens, ...places },
  }
  const drawings = Object.entries(look.grounds).flatMap(([key, { svg }]) =>
    svg === null ? [] : [[fileOf(key), svg] as const],
  )
  return {
    files: {
      'theme.yaml': `# yaml-language-server: $schema=theme.schema.json\n# Made from a PowerPoint template; change what you like.\n${stringify(yaml, { lineWidth: 140 })}`,
      'theme.css': `${look.isCentred ? CENTRED : ''}${STRUCTURE}${footFrom(inset)}${colours.css}`,
      ...Object.fromEntries(drawings),
    },
    remarks: [...colours.remarks, ...fonts.remarks, ...omissionsIn(look.grounds)],
  }
}

interface Grounds {
  readonly '*': LayoutDrawing
  readonly title: LayoutDrawing
  readonly part: LayoutDrawing
}

/** The parts of a template that a theme uses. */
interface TemplateLook {
  readonly theme: Root
  readonly scheme: Scheme
  readonly grounds: Grounds
  /** The layout for a slide with a title and a body, and the one for a title slide. */
  readonly usual: TemplateLayout
  readonly opening: TemplateLayout | undefined
  readonly words: Record<'title' | 'body', string | null>
  readonly measures: TemplateMeasures
  readonly isCentred: boolean
}

function templateLook(path: string): TemplateLook {
  const template = openTemplate(path)
  const [master] = template.masters
  const masterRoot = template.parts.get(master?.path ?? '')?.root
  const theme = themeOf(template)
  if (master === undefined || !masterRoot || theme === null)
    throw new BadTheme(path, [{ reason: 'Its first master has no theme. Save the template again from PowerPoint.' }])
  const canvas: Canvas =
    template.size.width / template.size.height < MIN_WIDE_RATIO
      ? { width: 960, height: 720 }
      : { width: 1280, height: 720 }
  const scale = canvas.width / template.size.width
  const scheme = schemeOf(theme, masterRoot)
  const layouts = layoutsOf(template)
  const named = usualLayout(layouts)
  if (named === undefined)
    throw new BadTheme(path, [{ reason: 'It has no layout. Save the template again from PowerPoint.' }])
  const opening = layouts.find(({ kind }) => kind === 'title')
  const behind = (layout: TemplateLayout | undefined) =>
    drawBehind((layout ?? named).path, master.path, { template, scheme, theme, canvas, scale })
  const grounds = {
    '*': behind(named),
    title: behind(opening),
    part: behind(layouts.find(({ kind }) => kind === 'secHead')),
  }
  const words = {
    title: wordColour('title', named, master.path, template, scheme),
    body: wordColour('body', named, master.path, template, scheme),
  }
  const usual = withReadableTitle(named, layoutOf(master.path, masterRoot, masterRoot), (layout) =>
    contrastInTitle(words.title ?? grounds['*'].ground, layout, scale, grounds['*']),
  )
  const measures = { canvas, scale, floor: grounds['*'].floor }
  return { theme, scheme, grounds, usual, opening, words, measures, isCentred: isCentred(masterRoot) }
}

/** Finds the layout that most slides have. */
function usualLayout(layouts: readonly TemplateLayout[]): TemplateLayout | undefined {
  return (
    layouts.find(({ kind }) => kind === 'obj') ??
    layouts.find(({ kind }) => kind === 'tx' || kind === 'titleOnly') ??
    layouts[0]
  )
}

function isCentred(master: Root): boolean {
  const sample = shapesIn(master).find((shape) => placeIn(shape)?.attributes.type === 'title')
  return [
    childOf(elementOf(master), 'p:txStyles', 'p:titleStyle', 'a:lvl1pPr'),
    childOf(sample, 'p:txBody', 'a:p', 'a:pPr'),
  ].some((paragraph) => paragraph?.attributes.algn === 'ctr')
}

/** Draws the backgrounds of slides, or uses plain colours where nothing is drawn. */
function backgroundsOf(grounds: Grounds, part: 'deep' | 'usual') {
  const [usual, title, parts] = (['*', 'title', 'part'] as const).map((key) =>
    grounds[key].svg === null ? grounds[key].ground : fileOf(key),
  )
  return {
    background: usual,
    veil: 0,
    layouts: {
      title: { ground: 'deep', background: title, veil: 0 },
      part: { ground: part, background: parts, veil: 0 },
      closing: { ground: 'deep', background: title, veil: 0 },
    },
  }
}

function omissionsIn(grounds: Grounds): readonly string[] {
  const left = Math.max(...Object.values(grounds).map((each: LayoutDrawing) => each.left))
  if (left === 0) return []
  return [`${left} shapes or pictures of the template cannot be drawn here, so they are left out.`]
}

/**
 * Replaces the placeholders of a layout with those of its master if the title is readable only there: LibreOffice
 * writes the positions of the last master into the layouts of all.
 */
function withReadableTitle(
  layout: TemplateLayout,
  master: TemplateLayout,
  contrastIn: (layout: TemplateLayout) => number | null,
): TemplateLayout {
  const isLost = (contrastIn(layout) ?? LARGE_CONTRAST) < LARGE_CONTRAST && (contrastIn(master) ?? 0) >= LARGE_CONTRAST
  return isLost ? { ...layout, places: master.places } : layout
}

/** The contrast that WCAG AA requires for large text. */
const LARGE_CONTRAST = 3

/** Slides with at least this aspect ratio become 16:9, all others 4:3. */
const MIN_WIDE_RATIO = 1.5

function fileOf(key: string): string {
  return `${key === '*' ? 'slide' : key}.svg`
}

/**
 * Chooses the colours in which text is easier to read: a template's parts may open on light slides although its title
 * slide is dark, or the other way round.
 */
function coloursOn(
  ground: string,
  { ink = '', 'deep-ink': deepInk = '' }: Readonly<Record<string, string>>,
): 'deep' | 'usual' {
  return wcagContrast(deepInk, ground) >= wcagContrast(ink, ground) ? 'deep' : 'usual'
}
