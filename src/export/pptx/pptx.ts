// Writes a deck as a PowerPoint file.

import type { BrowserPage } from '../../browser/browser-page.ts'
import { measureBoxes } from '../../client/scene/measure-boxes.ts'
import { measurePictures } from '../../client/scene/measure-pictures.ts'
import { measureTexts } from '../../client/scene/measure-texts.ts'
import type { Scene } from '../../client/scene/scene.ts'
import { hideBackgrounds, showBackgrounds } from '../../client/scene/slide-visibility.ts'
import { localeOf } from '../../grammar/locale.ts'
import type { Deck } from '../../model/deck.ts'
import type { Html } from '../../model/html.ts'
import type { Layouts } from '../../model/layout.ts'
import type { Theme } from '../../model/theme.ts'
import { renderPrintPages } from '../../render/print.ts'
import { renderSlides } from '../../render/slide.ts'
import type { Template } from '../../theme/template/open-template.ts'
import { captureBackgrounds } from './capture-backgrounds.ts'
import type { TextContext } from './drawingml-text.ts'
import { estimateScene } from './estimate-scene.ts'
import { fontsFor, themeFontsOf, withAdjustedSize } from './font-families.ts'
import { layoutPart } from './layout-part.ts'
import { MASTER_PATH, masterPart, themePart } from './master-part.ts'
import { collectMedia } from './media.ts'
import { NOTES_MASTER_PATH, NOTES_PALETTE, notesMasterPart, notesPart } from './notes-part.ts'
import { type PackagePart, zipParts } from './package.ts'
import { paletteOf } from './palette.ts'
import { type DeckPlan, planLayouts } from './plan-layouts.ts'
import { auxiliaryParts, presentationPart } from './presentation-part.ts'
import { createRelationships } from './relationships.ts'
import { slidePath } from './slide-content.ts'
import { slidePart } from './slide-part.ts'
import { ROOT_RELATIONSHIPS, type TemplateDeck, writeOnTemplate } from './template-deck.ts'
import { emu } from './units.ts'

/** A deck, the theme that it was fitted to, and how to write it. */
export interface PptxInput {
  readonly deck: Deck
  readonly theme: Theme
  readonly layouts: Layouts
  /** A company's template, with masters and layouts to use; null to use the theme's. */
  readonly template: Template | null
}

/**
 * Writes the deck as a PowerPoint file in which every word can be edited, with placeholders and notes. It has one
 * master and one layout for each of our layouts in use, or the masters and layouts of a template. Positions are
 * measured on our own page or, without a browser, estimated. This is our own code, because the libraries for this
 * format write one master per layout or none, and put notes in a single paragraph. The same deck in the same browser
 * gives the same bytes.
 */
export async function makePptx(
  { deck, theme, layouts, template }: PptxInput,
  page: BrowserPage | null,
): Promise<PptxFile> {
  const rendered = renderSlides(deck, layouts, theme)
  const scenes =
    page === null
      ? rendered.map((slide) => estimateScene(slide, theme, deck.direction === 'rtl'))
      : await measureScenes(page, renderPrintPages(rendered, deck, theme), theme)
  const backgrounds = template === null ? await captureBackgrounds(rendered, theme, page) : []
  await page?.evaluate(hideBackgrounds)
  const media = await collectMedia({ slides: rendered, scenes, backgrounds, theme, event: deck.event, page })
  await page?.evaluate(showBackgrounds)
  if (template !== null) {
    const templateDeck = writeOnTemplate({ deck, theme, rendered, scenes, media, template, language: languageOf(deck) })
    return { ...templateDeck, families: [] }
  }
  return {
    bytes: packDeck({ deck, theme, rendered, scenes, media }),
    families: familiesIn(scenes, deck, theme),
    substitutes: [],
    recoloured: [],
  }
}

/** A PowerPoint file, and the font families that it refers to; none with a template. */
export interface PptxFile {
  readonly bytes: Uint8Array
  readonly families: readonly string[]
  /** Our layouts for which the template has no match, each with the layout used instead. */
  readonly substitutes: TemplateDeck['substitutes']
  readonly recoloured: TemplateDeck['recoloured']
}

function familiesIn(scenes: readonly Scene[], deck: Deck, { faces }: Theme): readonly string[] {
  const runs = scenes.flatMap(({ texts }) => texts.flatMap((block) => block.runs))
  const fonts = runs.map((run) => fontsFor(run, { faces, language: languageOf(deck) }))
  const names = fonts.flatMap(({ latin, eastAsian, complex }) => [latin, eastAsian, complex])
  return [...new Set(names.filter((family) => family !== null))].sort()
}

async function measureScenes(page: BrowserPage, html: Html, { canvas, faces }: Theme): Promise<readonly Scene[]> {
  await page.show(html, canvas)
  const texts = await page.evaluate(measureTexts)
  const drawings = await page.evaluate(measureBoxes)
  const figures = await page.evaluate(measurePictures)
  return drawings.map((drawing, index) => ({
    ...drawing,
    pictures: figures[index] ?? [],
    texts: (texts[index] ?? []).map((block) => ({
      ...block,
      runs: block.runs.map((run) => withAdjustedSize(run, faces)),
    })),
  }))
}

/** Returns the language as a BCP 47 tag; null if unknown. */
function languageOf({ language }: Deck): string | null {
  const locale = localeOf(language)
  return locale === 'und' ? null : locale
}

interface MeasuredDeck {
  readonly deck: Deck
  readonly theme: Theme
  readonly rendered: ReturnType<typeof renderSlides>
  readonly scenes: readonly Scene[]
  readonly media: Awaited<ReturnType<typeof collectMedia>>
}

/** The first ids that Office uses for masters and layouts, which are numbered together, and for slides. */
const FIRST_MASTER_ID = 2_147_483_648
const FIRST_SLIDE_ID = 256

function packDeck(measuredDeck: MeasuredDeck): Uint8Array {
  const { deck, theme, rendered, scenes, media } = measuredDeck
  const plan = planLayouts(rendered, scenes)
  const palette = paletteOf(theme, scenes)
  const families = themeFontsOf(theme, languageOf(deck))
  const isRtl = deck.direction === 'rtl'
  const content: PptxContent = {
    ...measuredDeck,
    plan,
    context: { palette, families, language: languageOf(deck), isRtl },
  }
  const masterRelationships = createRelationships()
  const layoutIds = plan.layouts.map((_, index) => ({
    id: FIRST_MASTER_ID + 1 + index,
    relationshipId: masterRelationships.add('slideLayout', layoutPath(index)),
  }))
  masterRelationships.add('theme', THEME_PATH)
  const notesMasterRelationships = createRelationships()
  notesMasterRelationships.add('theme', NOTES_THEME_PATH)
  const parts = [
    presentationOf(content),
    masterPart({ plan, canvas: theme.canvas, palette, isRtl, layouts: layoutIds, relationships: masterRelationships }),
    ...layoutParts(content),
    ...plan.slides.flatMap((_, index) => slideParts(index, content)),
    notesMasterPart(notesMasterRelationships, theme.canvas.width / theme.canvas.height),
    themePart(THEME_PATH, theme.name, palette, families),
    themePart(NOTES_THEME_PATH, 'Notes', NOTES_PALETTE, families),
    ...auxiliaryParts(deck),
    ...media.parts,
  ]
  return zipParts(parts, ROOT_RELATIONSHIPS)
}

/** Everything that the parts of a PowerPoint file are made from. */
interface PptxContent extends MeasuredDeck {
  readonly plan: DeckPlan
  readonly context: Omit<TextContext, 'link'>
}

function layoutParts({ plan, media, context }: PptxContent): readonly PackagePart[] {
  return plan.layouts.map((layout, index) => {
    const relationships = createRelationships()
    relationships.add('slideMaster', MASTER_PATH)
    return layoutPart(layout, layoutPath(index), { relationships, media, context: { ...context, link: () => null } })
  })
}

/** Writes a slide, its chart and its notes. */
function slideParts(index: number, { plan, deck, media, context }: PptxContent): readonly PackagePart[] {
  const slide = plan.slides[index]
  if (slide === undefined) return []
  const notesPath = `ppt/notesSlides/notesSlide${index + 1}.xml`
  const relationships = createRelationships()
  relationships.add('slideLayout', layoutPath(plan.layouts.indexOf(slide.layout)))
  relationships.add('notesSlide', notesPath)
  const noteRelationships = createRelationships()
  noteRelationships.add('notesMaster', NOTES_MASTER_PATH)
  noteRelationships.add('slide', slidePath(index))
  return [
    ...slidePart(slide, slidePath(index), relationships, {
      context,
      media,
      isStepped: deck.isStepped ?? false,
      pathOf: (id) => {
        const target = plan.slides.findIndex((other) => other.slide.id === id)
        return target < 0 ? null : slidePath(target)
      },
    }),
    notesPart(notesPath, {
      note: slide.slide.note,
      language: context.language,
      isRtl: context.isRtl,
      relationships: noteRelationships,
    }),
  ]
}

function presentationOf({ plan, deck, theme }: PptxContent): PackagePart {
  const relationships = createRelationships()
  const masterId = relationships.add('slideMaster', MASTER_PATH)
  const notesMaster = relationships.add('notesMaster', NOTES_MASTER_PATH)
  const slides = plan.slides.map(({ slide: { part } }, index) => ({
    id: FIRST_SLIDE_ID + index,
    relationshipId: relationships.add('slide', slidePath(index)),
    part,
  }))
  for (const [type, path] of PROPERTY_PARTS) relationships.add(type, path)
  return presentationPart({
    deck,
    size: { width: emu(theme.canvas.width), height: emu(theme.canvas.height) },
    relationships,
    masters: [{ id: FIRST_MASTER_ID, relationshipId: masterId }],
    notesMaster,
    slides,
  })
}

function layoutPath(index: number): string {
  return `ppt/slideLayouts/slideLayout${index + 1}.xml`
}

const THEME_PATH = 'ppt/theme/theme1.xml'
const NOTES_THEME_PATH = 'ppt/theme/theme2.xml'

const PROPERTY_PARTS = [
  ['presProps', 'ppt/presProps.xml'],
  ['viewProps', 'ppt/viewProps.xml'],
  ['theme', THEME_PATH],
  ['tableStyles', 'ppt/tableStyles.xml'],
] as const
