// Writes a deck as a PowerPoint file.

import type { BrowserPage } from '../../browser/browser-page.ts'
import { hideBackgrounds, showBackgrounds } from '../../client/scene/hide-backgrounds.ts'
import { measureBoxes } from '../../client/scene/measure-boxes.ts'
import { measurePictures } from '../../client/scene/measure-pictures.ts'
import { measureTexts } from '../../client/scene/measure-texts.ts'
import type { Scene } from '../../client/scene/scene.ts'
import { localeOf } from '../../grammar/locale.ts'
import type { Deck } from '../../model/deck.ts'
import type { Html } from '../../model/html.ts'
import type { Layouts } from '../../model/layout.ts'
import type { Theme } from '../../model/theme.ts'
import { renderPrintPages } from '../../render/print.ts'
import { renderSlides } from '../../render/slide.ts'
import type { Template } from '../../theme/template/open-template.ts'
import { estimate } from './estimate-scene.ts'
import { adjusted, familiesOf, shownIn } from './font-families.ts'
import { layoutPart } from './layout-part.ts'
import { MASTER_PATH, masterPart, themePart } from './master-part.ts'
import { gather } from './media.ts'
import { NOTES_MASTER_PATH, notesMasterPart, notesPart, PAPER } from './notes-part.ts'
import { type PackagePart, zipParts } from './package.ts'
import { paletteOf } from './palette.ts'
import { type DeckPlan, planOf } from './plan-layouts.ts'
import { presentationPart, surroundingParts } from './presentation-part.ts'
import { newRelations } from './relationships.ts'
import { slidePart } from './slide-part.ts'
import { type MatchedDeck, ontoTemplate, ROOTS } from './template-deck.ts'
import type { Pen } from './text.ts'
import { emu } from './units.ts'

/** A deck, and the theme in which it was fitted. */
export interface Presented {
  readonly deck: Deck
  readonly theme: Theme
  readonly layouts: Layouts
  /** A company's template, with masters and layouts to use; null to use the theme's. */
  readonly template: Template | null
}

/**
 * Writes the deck as a PowerPoint file in which every word can be edited: one master, one layout for each of our
 * layouts in use, placeholders, and notes. Positions are measured on our own page. This is our own code, because the
 * libraries for this format write one master per layout or none, and put notes in a single paragraph. The same deck in
 * the same browser gives the same bytes.
 */
export async function makePptx(
  { deck, theme, layouts, template }: Presented,
  page: BrowserPage | null,
): Promise<PptxFile> {
  const rendered = renderSlides(deck, layouts, theme)
  const scenes =
    page === null
      ? rendered.map((slide) => estimate(slide, theme, deck.direction === 'rtl'))
      : await measured(page, renderPrintPages(rendered, deck, theme), theme)
  await page?.evaluate(hideBackgrounds)
  const media = await gather({ slides: rendered, scenes, theme, event: deck.event, page })
  await page?.evaluate(showBackgrounds)
  if (template !== null) {
    const matched = ontoTemplate({ deck, theme, rendered, scenes, media, template, language: languageOf(deck) })
    return { ...matched, families: [] }
  }
  return {
    bytes: packed({ deck, theme, rendered, scenes, media }),
    families: familiesIn(scenes, deck, theme),
    spare: [],
    recoloured: [],
  }
}

/** A PowerPoint file, and the font families that it refers to. */
export interface PptxFile {
  readonly bytes: Uint8Array
  readonly families: readonly string[]
  /** Our layouts for which the template has no match, each with the layout used instead. */
  readonly spare: MatchedDeck['spare']
  readonly recoloured: MatchedDeck['recoloured']
}

function familiesIn(scenes: readonly Scene[], deck: Deck, { faces }: Theme): readonly string[] {
  const runs = scenes.flatMap(({ texts }) => texts.flatMap((block) => block.runs))
  const shown = runs.map((run) => shownIn(run, { faces, language: languageOf(deck) }))
  const named = shown.flatMap(({ latin, eastAsian, complex }) => [latin, eastAsian, complex])
  return [...new Set(named.filter((family) => family !== null))].sort()
}

async function measured(page: BrowserPage, html: Html, { canvas, faces }: Theme): Promise<readonly Scene[]> {
  await page.show(html, canvas)
  const words = await page.evaluate(measureTexts)
  const drawings = await page.evaluate(measureBoxes)
  const figures = await page.evaluate(measurePictures)
  return drawings.map((drawing, index) => ({
    ...drawing,
    pictures: figures[index] ?? [],
    texts: (words[index] ?? []).map((block) => ({ ...block, runs: block.runs.map((run) => adjusted(run, faces)) })),
  }))
}

/** A BCP 47 tag, or null if the language is not known. */
function languageOf({ language }: Deck): string | null {
  const locale = localeOf(language)
  return locale === 'und' ? null : locale
}

interface PptxPieces {
  readonly deck: Deck
  readonly theme: Theme
  readonly rendered: ReturnType<typeof renderSlides>
  readonly scenes: readonly Scene[]
  readonly media: Awaited<ReturnType<typeof gather>>
}

/** The first ids that Office uses for masters and layouts, which are numbered together, and for slides. */
const FIRST_MASTER = 2_147_483_648
const FIRST_SLIDE = 256

function packed(pieces: PptxPieces): Uint8Array {
  const { deck, theme, rendered, scenes, media } = pieces
  const plan = planOf(rendered, scenes)
  const palette = paletteOf(theme, scenes)
  const families = familiesOf(theme, languageOf(deck))
  const isRtl = deck.direction === 'rtl'
  const book: Book = { ...pieces, plan, pen: { palette, families, language: languageOf(deck), isRtl } }
  const masterRelations = newRelations()
  const listed = plan.layouts.map((_, index) => ({
    id: FIRST_MASTER + 1 + index,
    relation: masterRelations.add('slideLayout', layoutPath(index)),
  }))
  masterRelations.add('theme', THEME_PATH)
  const notesRelations = newRelations()
  notesRelations.add('theme', NOTES_THEME_PATH)
  const parts = [
    presentationOf(book),
    masterPart({ plan, canvas: theme.canvas, palette, isRtl, layouts: listed, relations: masterRelations }),
    ...layoutParts(book),
    ...plan.slides.flatMap((_, index) => slideParts(index, book)),
    notesMasterPart(notesRelations, theme.canvas.width / theme.canvas.height),
    themePart(THEME_PATH, theme.name, palette, families),
    themePart(NOTES_THEME_PATH, 'Notes', PAPER, families),
    ...surroundingParts(deck),
    ...media.parts,
  ]
  return zipParts(parts, ROOTS)
}

/** Everything that the parts of a PowerPoint file are made from. */
interface Book extends PptxPieces {
  readonly plan: DeckPlan
  readonly pen: Omit<Pen, 'link'>
}

function layoutParts({ plan, media, pen }: Book): readonly PackagePart[] {
  return plan.layouts.map((layout, index) => {
    const relations = newRelations()
    relations.add('slideMaster', MASTER_PATH)
    return layoutPart(layout, layoutPath(index), { relations, media, pen: { ...pen, link: () => null } })
  })
}

/** Writes a slide, its chart and its notes. */
function slideParts(index: number, { plan, deck, media, pen }: Book): readonly PackagePart[] {
  const slide = plan.slides[index]
  if (slide === undefined) return []
  const notesPath = `ppt/notesSlides/notesSlide${index + 1}.xml`
  const relations = newRelations()
  relations.add('slideLayout', layoutPath(plan.layouts.indexOf(slide.layout)))
  relations.add('notesSlide', notesPath)
  const noteRelations = newRelations()
  noteRelations.add('notesMaster', NOTES_MASTER_PATH)
  noteRelations.add('slide', slidePath(index))
  return [
    ...slidePart(slide, slidePath(index), relations, {
      pen,
      media,
      isStepped: deck.isStepped ?? false,
      pathOf: (id) => {
        const at = plan.slides.findIndex((each) => each.slide.id === id)
        return at < 0 ? null : slidePath(at)
      },
    }),
    notesPart(notesPath, {
      note: slide.slide.note,
      language: pen.language,
      isRtl: pen.isRtl,
      relations: noteRelations,
    }),
  ]
}

function presentationOf({ plan, deck, theme }: Book): PackagePart {
  const relations = newRelations()
  const masterId = relations.add('slideMaster', MASTER_PATH)
  const notesMaster = relations.add('notesMaster', NOTES_MASTER_PATH)
  const slides = plan.slides.map(({ slide: { part } }, index) => ({
    id: FIRST_SLIDE + index,
    relation: relations.add('slide', slidePath(index)),
    part,
  }))
  for (const [type, path] of PROPERTIES) relations.add(type, path)
  return presentationPart({
    deck,
    size: { width: emu(theme.canvas.width), height: emu(theme.canvas.height) },
    relations,
    masters: [{ id: FIRST_MASTER, relation: masterId }],
    notesMaster,
    slides,
  })
}

function slidePath(index: number): string {
  return `ppt/slides/slide${index + 1}.xml`
}

function layoutPath(index: number): string {
  return `ppt/slideLayouts/slideLayout${index + 1}.xml`
}

const THEME_PATH = 'ppt/theme/theme1.xml'
const NOTES_THEME_PATH = 'ppt/theme/theme2.xml'

const PROPERTIES = [
  ['presProps', 'ppt/presProps.xml'],
  ['viewProps', 'ppt/viewProps.xml'],
  ['theme', THEME_PATH],
  ['tableStyles', 'ppt/tableStyles.xml'],
] as const
