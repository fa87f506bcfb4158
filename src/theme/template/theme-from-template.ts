// Makes a theme from a PowerPoint template.

import { wcagContrast } from 'culori'
import type { Root } from 'xast'
import { stringify } from 'yaml'
import type { Canvas } from '../../model/theme.ts'
import { ThemeError } from '../theme-error.ts'
import { type Scheme, schemeOf, themeOf } from './colour-scheme.ts'
import { coloursFrom, textColourFrom } from './colour-tokens.ts'
import { medianColour, titleContrast, zonesOf } from './colours-behind-text.ts'
import { drawLayout, type LayoutDrawing, type LayoutDrawings } from './draw-layout.ts'
import { childOf, elementOf, openTemplate } from './open-template.ts'
import { bodyTopOf, footInset, positionTokens, type TemplateGeometry } from './position-tokens.ts'
import { CENTRED_TITLE_CSS, footCss, LAYOUT_CSS } from './template-css.ts'
import { chooseFonts } from './template-fonts.ts'
import { placeholderElement, readLayout, readLayouts, shapesIn, type TemplateLayout } from './template-layouts.ts'
import { type ColourReader, masterOf, mostReadable, textColourReader } from './text-colours.ts'
import { withTextPanels } from './text-panels.ts'

/** The files of a theme that looks like a template, and remarks about them. */
export interface TemplateTheme {
  readonly files: Readonly<Record<string, string>>
  /** What was adjusted or left out, and which fonts to install; each is one or two sentences. */
  readonly remarks: readonly string[]
}

/**
 * Makes a theme from a `.potx` or `.pptx`: its colours, fonts, backgrounds with everything drawn on them, and the
 * positions of title and body.
 * @throws {ThemeError} if the file cannot be used
 */
export function themeFromTemplate(name: string, path: string): TemplateTheme {
  const look = readTemplateLook(path)
  const fonts = chooseFonts(look.theme, '.')
  const positions = positionTokens(look.contentLayout, look.titleLayout, look.geometry)
  const inset = footInset(look.contentLayout, look.geometry)
  const { canvas, scale } = look.geometry
  const zonesIn = (drawings: LayoutDrawings) =>
    zonesOf(positions, drawings, { canvas, bodyTop: bodyTopOf(look.contentLayout, scale), inset })
  const layoutDrawings = withTextPanels(look.layoutDrawings, zonesIn(look.layoutDrawings), {
    positions,
    canvas,
  })
  const zones = zonesIn(layoutDrawings)
  const colours = coloursFrom(look.scheme, look.textColours, zones)
  const yaml = {
    name,
    summary: `Made from ${path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)}`,
    extends: 'base',
    canvas,
    fonts: fonts.entries,
    ...backgroundsOf(layoutDrawings, colourSchemeOn(medianColour(zones.part), colours.tokens)),
    tokens: { ...colours.tokens, ...fonts.tokens, ...positions },
  }
  const drawingFiles = Object.entries(layoutDrawings).flatMap(([key, { svg }]) =>
    svg === null ? [] : [[fileNameOf(key), svg] as const],
  )
  return {
    files: {
      'theme.yaml': `# yaml-language-server: $schema=theme.schema.json\n# Made from a PowerPoint template; change anything you like.\n${stringify(yaml, { lineWidth: 140 })}`,
      'theme.css': `${look.hasCentredTitles ? CENTRED_TITLE_CSS : ''}${LAYOUT_CSS}${footCss(inset)}${colours.css}`,
      ...Object.fromEntries(drawingFiles),
    },
    remarks: [
      ...colours.remarks,
      ...fonts.remarks,
      ...omissionsIn(layoutDrawings),
      ...panelsIn(look.layoutDrawings, layoutDrawings),
    ],
  }
}

/** The parts of a template that a theme uses. */
interface TemplateLook {
  readonly theme: Root
  readonly scheme: Scheme
  readonly layoutDrawings: LayoutDrawings
  /** The layout of a slide with a title and a body. */
  readonly contentLayout: TemplateLayout
  /** The layout of a title slide. */
  readonly titleLayout: TemplateLayout | undefined
  readonly textColours: Record<'title' | 'body', string | null>
  readonly geometry: TemplateGeometry
  readonly hasCentredTitles: boolean
}

function readTemplateLook(path: string): TemplateLook {
  const template = openTemplate(path)
  const layouts = readLayouts(template)
  const coloursOn = textColourReader(template)
  const declaredLayout = findContentLayout(layouts, coloursOn)
  if (declaredLayout === undefined)
    throw new ThemeError(path, [{ reason: 'It has no layout. Save the template again from PowerPoint.' }])
  const master = masterOf(declaredLayout, template)
  const theme = themeOf(template, master?.path)
  if (master === null || theme === null)
    throw new ThemeError(path, [{ reason: 'Its master has no theme. Save the template again from PowerPoint.' }])
  const canvas: Canvas =
    template.size.width / template.size.height < MIN_WIDE_RATIO
      ? { width: 960, height: 720 }
      : { width: 1280, height: 720 }
  const scale = canvas.width / template.size.width
  const scheme = schemeOf(theme, master.root)
  const best = (kind: string) => {
    const candidates = layouts.filter((layout) => layout.kind === kind)
    return mostReadable(candidates, coloursOn)
  }
  const titleLayout = best('title')
  const draw = (layout = declaredLayout) =>
    drawLayout(layout.path, masterOf(layout, template)?.path ?? master.path, { template, scheme, theme, canvas, scale })
  const layoutDrawings = {
    '*': draw(declaredLayout),
    title: draw(titleLayout),
    part: draw(best('secHead')),
  }
  const sources = { masterPath: master.path, template, scheme }
  const textColours = {
    title: textColourFrom('title', declaredLayout, sources),
    body: textColourFrom('body', declaredLayout, sources),
  }
  const contentLayout = withReadableTitle(declaredLayout, readLayout(master.path, master.root, master.root), (layout) =>
    titleContrast(textColours.title ?? layoutDrawings['*'].background, layout, scale, layoutDrawings['*']),
  )
  const geometry = { canvas, scale, floor: layoutDrawings['*'].floor }
  return {
    theme,
    scheme,
    layoutDrawings,
    contentLayout,
    titleLayout,
    textColours,
    geometry,
    hasCentredTitles: hasCentredTitles(master.root),
  }
}

/**
 * Finds the layout of slides with a title and a body, or else another layout. Undefined if the template has no layouts.
 */
function findContentLayout(layouts: readonly TemplateLayout[], coloursOn: ColourReader): TemplateLayout | undefined {
  const best = (...kinds: readonly string[]) => {
    const candidates = layouts.filter(({ kind }) => kinds.includes(kind))
    return mostReadable(candidates, coloursOn)
  }
  return best('obj') ?? best('tx', 'titleOnly') ?? layouts[0]
}

function hasCentredTitles(master: Root): boolean {
  const sample = shapesIn(master).find((shape) => placeholderElement(shape)?.attributes.type === 'title')
  return [
    childOf(elementOf(master), 'p:txStyles', 'p:titleStyle', 'a:lvl1pPr'),
    childOf(sample, 'p:txBody', 'a:p', 'a:pPr'),
  ].some((paragraph) => paragraph?.attributes.algn === 'ctr')
}

/** Returns the theme's settings for backgrounds: the files of the drawings, or plain colours where nothing is drawn. */
function backgroundsOf(layoutDrawings: LayoutDrawings, part: 'deep' | 'usual') {
  const [contentLayout, title, parts] = (['*', 'title', 'part'] as const).map((key) =>
    layoutDrawings[key].svg === null ? layoutDrawings[key].background : fileNameOf(key),
  )
  return {
    background: contentLayout,
    veil: 0,
    layouts: {
      title: { ground: 'deep', background: title, veil: 0 },
      part: { ground: part, background: parts, veil: 0 },
      closing: { ground: 'deep', background: title, veil: 0 },
    },
  }
}

function omissionsIn(layoutDrawings: LayoutDrawings): readonly string[] {
  const omittedCount = Math.max(...Object.values(layoutDrawings).map((drawing: LayoutDrawing) => drawing.omittedCount))
  if (omittedCount === 0) return []
  return [
    omittedCount === 1
      ? 'A shape or picture of the template cannot be drawn here, so it was left out. Add it in theme.css if your slides need it.'
      : `${omittedCount} shapes or pictures of the template cannot be drawn here, so they were left out. Add them in theme.css if your slides need them.`,
  ]
}

function panelsIn(before: LayoutDrawings, after: LayoutDrawings): readonly string[] {
  const hasPanels = (['*', 'title', 'part'] as const).some((key) => after[key] !== before[key])
  return hasPanels
    ? ['Some text would be on shapes of several colours, so a panel in the background colour is drawn behind it.']
    : []
}

/**
 * Replaces the placeholders of a layout with the placeholders of its master if the title is readable only on the
 * master: LibreOffice writes the positions of the last master into the layouts of all masters.
 */
function withReadableTitle(
  layout: TemplateLayout,
  master: TemplateLayout,
  contrastIn: (layout: TemplateLayout) => number | null,
): TemplateLayout {
  const isUnreadable =
    (contrastIn(layout) ?? MIN_TITLE_CONTRAST) < MIN_TITLE_CONTRAST && (contrastIn(master) ?? 0) >= MIN_TITLE_CONTRAST
  return isUnreadable ? { ...layout, placeholders: master.placeholders } : layout
}

/** The contrast that WCAG AA requires for large text. */
const MIN_TITLE_CONTRAST = 3

/** Slides with at least this aspect ratio become 16:9, all others 4:3. */
const MIN_WIDE_RATIO = 1.5

function fileNameOf(key: string): string {
  return `${key === '*' ? 'slide' : key}.svg`
}

/**
 * Chooses the colours in which text is easier to read on a background: the slides that open parts may be light although
 * the title slide is dark, or the other way round.
 */
function colourSchemeOn(
  background: string,
  { ink = '', 'deep-ink': deepInk = '' }: Readonly<Record<string, string>>,
): 'deep' | 'usual' {
  return wcagContrast(deepInk, background) >= wcagContrast(ink, background) ? 'deep' : 'usual'
}
