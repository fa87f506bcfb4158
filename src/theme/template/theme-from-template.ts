import { wcagContrast } from 'culori'
import { stringify } from 'yaml'
import { ANYWHERE } from '../../model/sources.ts'
import type { Canvas } from '../../model/theme.ts'
import { BadTheme } from '../bad-theme.ts'
import { openFamily, packageOf } from '../family.ts'
import { schemeOf, themeOf } from './colours.ts'
import { drawBehind } from './drawing.ts'
import { allIn, childOf, elementOf, openTemplate } from './open-template.ts'
import { layoutOf, layoutsOf, placeIn, shapesIn, type TemplateLayout } from './template-layouts.ts'
import { coloursFrom, wordColour } from './tokens.ts'
import { contrastInTitle, middleOf, zonesOf } from './zones.ts'

/** A theme that looks like a template: its files, and remarks about it. */
export interface TemplateTheme {
  readonly files: Readonly<Record<string, string>>
  /** What was adjusted, left out or must be installed, one sentence each. */
  readonly remarks: readonly string[]
}

/**
 * Makes a theme from a `.potx` or `.pptx`: its colours, fonts, backgrounds with everything drawn on them, and the positions of
 * title and body.
 */
export function themeFromTemplate(name: string, path: string): TemplateTheme {
  const template = openTemplate(path)
  const [master] = template.masters
  const masterRoot = template.parts.get(master?.path ?? '')?.root
  const themeRoot = themeOf(template)
  if (master === undefined || !masterRoot || themeRoot === null)
    throw new BadTheme(path, [{ reason: 'Its first master has no theme. Save the template again from PowerPoint.' }])
  const canvas: Canvas =
    template.size.width / template.size.height < WIDE ? { width: 960, height: 720 } : { width: 1280, height: 720 }
  const scheme = schemeOf(themeRoot, masterRoot)
  const layouts = layoutsOf(template)
  const named =
    layouts.find(({ kind }) => kind === 'obj') ??
    layouts.find(({ kind }) => kind === 'tx' || kind === 'titleOnly') ??
    layouts[0]
  if (named === undefined)
    throw new BadTheme(path, [{ reason: 'It has no layout. Save the template again from PowerPoint.' }])
  const scale = canvas.width / template.size.width
  const drawing = { template, scheme, theme: themeRoot, canvas, scale }
  const behind = (layout: TemplateLayout | undefined) => drawBehind((layout ?? named).path, master.path, drawing)
  const grounds = {
    '*': behind(named),
    title: behind(layouts.find(({ kind }) => kind === 'title')),
    part: behind(layouts.find(({ kind }) => kind === 'secHead')),
  }
  const words = (place: 'title' | 'body') => wordColour(place, named, master.path, template, scheme)
  const usual = placed(named, layoutOf(master.path, masterRoot, masterRoot), (layout) =>
    contrastInTitle(words('title') ?? grounds['*'].ground, layout, scale, grounds['*']),
  )
  const measures = { canvas, scale, floor: grounds['*'].floor }
  const fonts = fontsFrom(themeRoot, '.')
  const places = placesFrom(
    usual,
    layouts.find(({ kind }) => kind === 'title'),
    measures,
  )
  const zones = zonesOf(places, grounds, {
    canvas,
    bodyTop: bodyTopOf(usual, scale),
    inset: footInset(usual, measures),
  })
  const colours = coloursFrom(scheme, { title: words('title'), body: words('body') }, zones)
  const sample = shapesIn(masterRoot).find((shape) => placeIn(shape)?.attributes.type === 'title')
  const isCentred = [
    childOf(elementOf(masterRoot), 'p:txStyles', 'p:titleStyle', 'a:lvl1pPr'),
    childOf(sample, 'p:txBody', 'a:p', 'a:pPr'),
  ].some((paragraph) => paragraph?.attributes.algn === 'ctr')
  const drawings = Object.entries(grounds).flatMap(([key, { svg }]) =>
    svg === null ? [] : [[fileOf(key), svg] as const],
  )
  const backgrounds = Object.fromEntries(
    Object.entries(grounds).map(([key, { svg, ground }]) => [key, svg === null ? ground : fileOf(key)]),
  )
  const yaml = {
    name,
    summary: `Made from ${path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)}`,
    extends: 'base',
    canvas,
    fonts: fonts.entries,
    background: backgrounds['*'],
    veil: 0,
    layouts: {
      title: { ground: 'deep', background: backgrounds.title, veil: 0 },
      part: { ground: coloursOn(middleOf(zones.part), colours.tokens), background: backgrounds.part, veil: 0 },
      closing: { ground: 'deep', background: backgrounds.title, veil: 0 },
    },
    tokens: { ...colours.tokens, ...fonts.tokens, ...places },
  }
  const left = Object.values(grounds).reduce((most, each) => Math.max(most, each.left), 0)
  return {
    files: {
      'theme.yaml': `# yaml-language-server: $schema=theme.schema.json\n# Made from a PowerPoint template; change what you like.\n${stringify(yaml, { lineWidth: 140 })}`,
      'theme.css': `${isCentred ? CENTRED : ''}${STRUCTURE}${footFrom(footInset(usual, measures))}${colours.css}`,
      ...Object.fromEntries(drawings),
    },
    remarks: [
      ...colours.remarks,
      ...fonts.remarks,
      ...(left === 0
        ? []
        : [`${left} shapes or pictures of the template are of kinds that cannot be drawn here, so they are left out.`]),
    ],
  }
}

/**
 * A layout, with the places of its master if its title can be read only there: LibreOffice writes the places of the last master into
 * the layouts of all.
 */
function placed(
  layout: TemplateLayout,
  master: TemplateLayout,
  contrastIn: (layout: TemplateLayout) => number | null,
): TemplateLayout {
  const isLost = (contrastIn(layout) ?? LARGE) < LARGE && (contrastIn(master) ?? 0) >= LARGE
  return isLost ? { ...layout, places: master.places } : layout
}

/** The contrast that WCAG AA asks for in large words. */
const LARGE = 3

/** Slides with a larger aspect ratio than this are 16:9. */
const WIDE = 1.5

function fileOf(key: string): string {
  return `${key === '*' ? 'slide' : key}.svg`
}

const CENTRED = `.slide .title { text-align: center; max-width: none }
:is([data-layout="title"], [data-layout="part"], [data-layout="closing"]) :is(.subtitle, .lede) { text-align: center }
:is([data-layout="title"], [data-layout="closing"]) .byline { justify-content: center }
`

/** Settings of a look for which the template has no counterpart. */
const STRUCTURE = `.slide .title { color: var(--title) }
.slide[data-ground="deep"] { --title: var(--deep-ink) }
.points { gap: var(--space-3) }
.points-under { margin-block-start: 8px; gap: 8px }
.slide .lead { margin-block-end: var(--space-3) }
.slide .caption { margin-block-start: 14px }
.slide .side-name { color: var(--accent) }
.slide .side-text { margin-block-start: 10px }
.slide .number-context { margin-block-start: 12px }
.point, .takeaway { position: relative; padding-inline-start: 1.1em }
.point::before, .takeaway::before { content: ""; position: absolute; inset-inline-start: 0; inset-block-start: 0.55em; width: 0.32em; height: 0.32em; background: var(--accent) }
.slide ol.points > .point { padding-inline-start: 0 }
.slide ol.points > .point::before { display: none }
.takeaways { display: flex; flex-direction: column; gap: var(--space-3) }
.slide .source, .slide .subtitle, .slide .lede { color: var(--muted) }
.slide tr { border-block-end: 1px solid var(--line) }
.slide thead tr { border-block-end: 2px solid var(--accent) }
.slide .number { color: var(--accent) }
.agenda-item { grid-template-columns: 2.4ch minmax(0, 1fr) auto; padding-block: 8px; border-block-end: 1px solid var(--line) }
.agenda-number { color: var(--accent) }
.slide-kicker { display: none }
:is([data-layout="title"], [data-layout="part"], [data-layout="closing"]) .slide-head { align-self: end; padding-block-start: 0 }
.slide:is([data-layout="title"], [data-layout="part"], [data-layout="closing"]) { grid-template-rows: minmax(0, 1.1fr) minmax(0, 1fr) var(--foot-height) }
[data-layout="part"] .part-number { display: none }
:is([data-layout="statement"], [data-layout="quote"], [data-layout="number"]) .slide-body { display: flex; flex-direction: column; justify-content: safe center; gap: var(--space-3) }
`

/** The space under the foot, in px: it is on the line that the template has for it, under anything drawn over it. */
function footInset({ places }: TemplateLayout, { canvas, scale }: Measures): number {
  const box = places.find(({ type }) => type === 'sldNum' || type === 'ftr')?.box
  const under = box ? canvas.height - (box.y + box.height) * scale : 0
  return Math.round(Math.min(60, Math.max(14, under + 8)))
}

function footFrom(inset: number): string {
  return `.slide-foot { align-items: flex-end; padding-block-end: ${inset}px }\n`
}

function bodyTopOf({ places }: TemplateLayout, scale: number): number | null {
  const box = places.find(({ type }) => type === 'body' || type === 'obj')?.box
  return box ? Math.round(box.y * scale) : null
}

/** The colours of which the words are read better: a template may open its parts on a light ground under a dark title, or the other way. */
function coloursOn(
  ground: string,
  { ink = '', 'deep-ink': deepInk = '' }: Readonly<Record<string, string>>,
): 'deep' | 'usual' {
  return wcagContrast(deepInk, ground) >= wcagContrast(ink, ground) ? 'deep' : 'usual'
}

/** Fontsource families with the same metrics as, or similar to, those of Office. */
const ALIKE: Readonly<Record<string, string>> = {
  Calibri: 'Carlito',
  'Calibri Light': 'Carlito',
  Cambria: 'Caladea',
  Arial: 'Arimo',
  Helvetica: 'Arimo',
  'Times New Roman': 'Tinos',
  'Courier New': 'Cousine',
  Georgia: 'Gelasio',
  Garamond: 'EB Garamond',
  'Century Gothic': 'Questrial',
  'Franklin Gothic Book': 'Libre Franklin',
  'Gill Sans MT': 'Lato',
  'Segoe UI': 'Open Sans',
}

function weightsOf(family: string, folder: string): readonly number[] {
  const faces = openFamily(family, folder, ANYWHERE)
  return 'fact' in faces ? [] : faces.map(({ weight }) => weight)
}

interface FontsMade {
  readonly entries: readonly { readonly family: string; readonly package: string; readonly weight: number }[]
  readonly tokens: Readonly<Record<string, string>>
  readonly remarks: readonly string[]
}

/** Its two families if Fontsource has them, else similar ones, else only their names before one that comes with Lectern. */
function fontsFrom(theme: Parameters<typeof elementOf>[0], folder: string): FontsMade {
  const [scheme] = allIn(theme, 'a:fontScheme')
  const familyIn = (name: string) =>
    (childOf(scheme, name, 'a:latin')?.attributes.typeface ?? 'Arial').replace(/[^\w -]/g, '') || 'Arial'
  const made = [
    ['font-display', familyIn('a:majorFont')],
    ['font-text', familyIn('a:minorFont')],
  ] as const
  const parts = made.map(([token, family]) => {
    const isSerif =
      /serif|times|georgia|garamond|cambria|roman|antiqua|book(?!man old)/i.test(family) && !/sans/i.test(family)
    const own = isSerif ? 'Source Serif 4' : 'Source Sans 3'
    const stack = [...new Set([family, ALIKE[family], own].filter((each) => each !== undefined))]
    const embedded = stack.find((each) => weightsOf(each, folder).length > 0) ?? own
    const weights = [...new Set([400, weightsOf(embedded, folder).includes(700) ? 700 : 600])]
    const remark =
      embedded === family
        ? []
        : [
            `The font ${family} is named but not embedded; where it is missing, ${embedded} is shown. If there is a package, run npm install ${packageOf(ALIKE[family] ?? family)} and list it under "fonts".`,
          ]
    return {
      token: [token, `${stack.map((each) => `"${each}"`).join(', ')}, ${isSerif ? 'serif' : 'sans-serif'}`] as const,
      entries: weights.map((weight) => ({ family: embedded, package: packageOf(embedded), weight })),
      remark,
    }
  })
  const mono = [{ family: 'IBM Plex Mono', package: '@fontsource/ibm-plex-mono', weight: 400 }]
  const entries = [...parts.flatMap((part) => part.entries), ...mono]
  return {
    entries: entries.filter(
      (entry, index) =>
        entries.findIndex((each) => each.family === entry.family && each.weight === entry.weight) === index,
    ),
    tokens: {
      ...Object.fromEntries(parts.map(({ token }) => token)),
      'font-mono': '"IBM Plex Mono", monospace',
      'weight-display': '400',
      'weight-strong': String(parts[1]?.entries.at(-1)?.weight ?? 600),
    },
    remarks: [...new Set(parts.flatMap(({ remark }) => remark))],
  }
}

interface Measures {
  readonly canvas: Canvas
  /** Px per EMU. */
  readonly scale: number
  /** The top of something drawn below the text, in px. */
  readonly floor: number | null
}

/** The positions and sizes of title, body and foot, within what Lectern's layouts can handle. */
function placesFrom(
  usual: TemplateLayout,
  opening: TemplateLayout | undefined,
  { canvas, scale, floor }: Measures,
): Readonly<Record<string, string>> {
  const find = (layout: TemplateLayout | undefined, ...types: readonly string[]) =>
    layout?.places.find(({ type }) => types.includes(type))
  const [title, body, foot] = [find(usual, 'title'), find(usual, 'body', 'obj'), find(usual, 'ftr', 'sldNum', 'dt')]
  const within = (value: number | undefined, least: number, most: number, other: number) =>
    `${Math.round(Math.min(most, Math.max(least, value ?? other)))}px`
  const px = (emu: number | undefined) => (emu === undefined ? undefined : emu * scale)
  // Hundredths of a point.
  const size = (value: number | undefined) => (value === undefined ? undefined : value * 127 * scale)
  const box = body?.box ?? title?.box
  const under = (edge: number | undefined) => (edge === undefined ? 0 : canvas.height - edge * scale)
  return {
    'margin-top': within(px(title?.box?.y), 36, 140, 56),
    'margin-start': within(px(box?.x), 36, 300, 72),
    'margin-end': within(box ? canvas.width - (box.x + box.width) * scale : undefined, 36, 300, 72),
    // Nothing goes below the body, where the template may have a logo.
    'foot-height': within(
      Math.max(
        floor === null ? 0 : canvas.height - floor + 8,
        under(foot?.box?.y),
        under(body?.box ? body.box.y + body.box.height : undefined),
      ),
      48,
      190,
      72,
    ),
    'measure-title': within(px(title?.box?.width), 400, canvas.width - 72, canvas.width - 144),
    'measure-text': within(px(box?.width), 400, canvas.width - 72, canvas.width - 144),
    'size-title': within(size(title?.size), 34, 60, 48),
    'size-body': within(size(body?.size), 26, 36, 32),
    'size-display': within(size(find(opening, 'ctrTitle', 'title')?.size), 64, 96, 76),
    'size-part': within(size(find(opening, 'ctrTitle', 'title')?.size), 56, 80, 64),
  }
}
