// Writes a deck on the masters and layouts of a company's PowerPoint template.

import type { Scene } from '../../client/scene/scene.ts'
import type { Deck } from '../../model/deck.ts'
import type { Theme } from '../../model/theme.ts'
import type { RenderedSlide } from '../../render/slide.ts'
import { BadTheme } from '../../theme/bad-theme.ts'
import type { Template } from '../../theme/template/open-template.ts'
import { type Placeholder, readLayouts } from '../../theme/template/template-layouts.ts'
import { type WordColour, wordColourReader } from '../../theme/template/word-colours.ts'
import { chartIn } from './chart-frame.ts'
import { familiesOf } from './font-families.ts'
import { themePart } from './master-part.ts'
import type { PptxMedia } from './media.ts'
import { NOTES_MASTER_PATH, notesMasterPart, notesPart, PAPER } from './notes-part.ts'
import { type PackagePart, zipParts } from './package.ts'
import { presentationPart, surroundingParts } from './presentation-part.ts'
import { newRelations, type Relations } from './relationships.ts'
import { matchFor } from './template-match.ts'
import { templateSlide } from './template-slide.ts'
import type { Pen } from './text.ts'

/** A deck to be written on a company's own layouts. */
export interface Templated {
  readonly deck: Deck
  readonly theme: Theme
  readonly rendered: readonly RenderedSlide[]
  readonly scenes: readonly Scene[]
  readonly media: PptxMedia
  readonly template: Template
  readonly language: string | null
}

export interface MatchedDeck {
  readonly bytes: Uint8Array
  /** Our layouts for which the template has no match, each with the layout used instead. */
  readonly spare: readonly { readonly name: string; readonly layout: string }[]
  /** The words that have another colour than in the template, or are hard to read. */
  readonly recoloured: readonly WordColour[]
}

/** Writes the deck on the template's masters and layouts, which keep their bytes. */
export function ontoTemplate({ deck, theme, rendered, scenes, media, template, language }: Templated): MatchedDeck {
  const layouts = readLayouts(template)
  const coloursOn = wordColourReader(template)
  const recoloured = new Map<string, WordColour>()
  const isRtl = deck.direction === 'rtl'
  const paths = new Map(rendered.map(({ slide }, index) => [slide.id, slidePath(index)]))
  const spare = new Map<string, string>()
  const parts = rendered.flatMap(({ slide, name }, index): PackagePart[] => {
    const scene = scenes[index]
    const match = matchFor(slide.layout, layouts, coloursOn)
    if (scene === undefined) return []
    if (match === null)
      throw new BadTheme(template.path, [
        { reason: 'None of its layouts has a title. Use a template with one that has.' },
      ])
    if (!match.isFitting) spare.set(slide.layout, match.layout.name)
    const relations = newRelations()
    const notesPath = `ppt/notesSlides/notesSlide${index + 1}.xml`
    relations.add('slideLayout', match.layout.path)
    relations.add('notesSlide', notesPath)
    const notes = newRelations()
    notes.add('notesMaster', NOTES_MASTER_PATH)
    notes.add('slide', slidePath(index))
    const pen = { language, isRtl, link: linkIn(relations, paths) }
    const placing = {
      slide,
      name,
      scene,
      chart: chartIn({ slide, scene }),
      layout: match.layout,
      colourFor: colourIn(coloursOn(match.layout), recoloured),
      relations,
      media,
      pen,
      isStepped: deck.isStepped ?? false,
      size: template.size,
      scale: template.size.width / theme.canvas.width,
    }
    return [
      ...templateSlide(placing, slidePath(index)),
      notesPart(notesPath, { note: slide.note, language, isRtl, relations: notes }),
    ]
  })
  const bytes = packed({
    deck,
    language,
    theme,
    template,
    parts,
    media,
    slides: rendered.map(({ slide }) => slide.part),
  })
  return { bytes, spare: [...spare].map(([name, layout]) => ({ name, layout })), recoloured: [...recoloured.values()] }
}

/** Returns the function that looks up colours, and notes those that differ from the template's or are hard to read. */
function colourIn(colours: readonly WordColour[], changed: Map<string, WordColour>) {
  return (place: Placeholder): string | null => {
    const found = colours.find((each) => each.place === place)
    if (found === undefined) return null
    const { own, colour, ground, isReadable } = found
    if (own !== colour || !isReadable) changed.set([place.type, own, colour, ground].join(), found)
    return own !== colour || place.isUnstyled ? colour : null
  }
}

function slidePath(index: number): string {
  return `ppt/slides/slide${index + 1}.xml`
}

function linkIn(relations: Relations, paths: ReadonlyMap<string, string>): Pen['link'] {
  return (address) => {
    if (!address.startsWith('#')) return { id: relations.add('hyperlink', address, true), action: null }
    const path = paths.get(decodeURIComponent(address.slice(1)))
    return path === undefined ? null : { id: relations.add('slide', path), action: 'ppaction://hlinksldjump' }
  }
}

interface Packing {
  readonly deck: Deck
  readonly language: string | null
  readonly theme: Theme
  readonly template: Template
  readonly parts: readonly PackagePart[]
  readonly media: PptxMedia
  /** The part of the talk that each slide belongs to. */
  readonly slides: readonly number[]
}

const NOTES_THEME = 'ppt/theme/themeNotes.xml'
const FIRST_SLIDE = 256

function packed({ deck, language, theme, template, parts, media, slides }: Packing): Uint8Array {
  const relations = newRelations()
  const masters = template.masters.map(({ path, id }) => ({ id, relation: relations.add('slideMaster', path) }))
  const notesMaster = relations.add('notesMaster', NOTES_MASTER_PATH)
  const listed = slides.map((part, index) => ({
    id: FIRST_SLIDE + index,
    relation: relations.add('slide', slidePath(index)),
    part,
  }))
  for (const name of ['presProps', 'viewProps', 'tableStyles']) relations.add(name, `ppt/${name}.xml`)
  const themePath = template.parts
    .get(template.masters[0]?.path ?? '')
    ?.relationships.find(({ type }) => type === 'theme')?.target
  if (themePath !== undefined) relations.add('theme', themePath)
  const notes = newRelations()
  notes.add('theme', NOTES_THEME)
  const { width, height } = template.size
  const presentation = presentationPart({ deck, size: template.size, relations, masters, notesMaster, slides: listed })
  const kept = [...template.parts.values()].map(
    ({ path, type, bytes, relationships: own }): PackagePart => ({
      path,
      type,
      content: bytes,
      relations: own.map(({ id, typeUri, target, isExternal }) => ({ id, type: typeUri, target, isExternal })),
    }),
  )
  return zipParts(
    [
      presentation,
      ...kept,
      ...parts,
      notesMasterPart(notes, width / height),
      themePart(NOTES_THEME, 'Notes', PAPER, familiesOf(theme, language)),
      ...surroundingParts(deck),
      ...media.parts,
    ],
    ROOTS,
  )
}

/** The parts that the package itself refers to. */
export const ROOTS = [
  { id: 'rId1', type: 'officeDocument', target: 'ppt/presentation.xml' },
  {
    id: 'rId2',
    type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    target: 'docProps/core.xml',
  },
  { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
]
