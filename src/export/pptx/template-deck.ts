// Writes a deck on the masters and layouts of a company's PowerPoint template.

import type { Scene } from '../../client/scene/scene.ts'
import type { Deck } from '../../model/deck.ts'
import type { Theme } from '../../model/theme.ts'
import type { RenderedSlide } from '../../render/slide.ts'
import type { Template } from '../../theme/template/open-template.ts'
import { type Placeholder, readLayouts } from '../../theme/template/template-layouts.ts'
import { type TextColour, textColourReader } from '../../theme/template/text-colours.ts'
import { ThemeError } from '../../theme/theme-error.ts'
import { chartOn } from './chart-frame.ts'
import { chooseTemplateLayout } from './choose-template-layout.ts'
import { themeFontsOf } from './font-families.ts'
import { themePart } from './master-part.ts'
import type { PptxMedia } from './media.ts'
import { NOTES_MASTER_PATH, NOTES_PALETTE, notesMasterPart, notesPart } from './notes-part.ts'
import { type PackagePart, zipParts } from './package.ts'
import { auxiliaryParts, presentationPart } from './presentation-part.ts'
import { createRelationships } from './relationships.ts'
import { slidePath } from './slide-content.ts'
import { linker } from './slide-part.ts'
import { type TemplateSlideInput, templateSlide } from './template-slide.ts'

/** A deck to be written on a company's own layouts. */
export interface TemplateDeckInput {
  readonly deck: Deck
  readonly theme: Theme
  readonly rendered: readonly RenderedSlide[]
  readonly scenes: readonly Scene[]
  readonly media: PptxMedia
  readonly template: Template
  readonly language: string | null
}

export interface TemplateDeck {
  readonly bytes: Uint8Array
  /** Our layouts for which the template has no match, each with the layout used instead. */
  readonly substitutes: readonly { readonly name: string; readonly layout: string }[]
  /** The text whose colour differs from the template's, or that is hard to read. */
  readonly recoloured: readonly TextColour[]
}

/**
 * Writes the deck on the template's masters and layouts, which are copied byte for byte.
 * @throws {ThemeError} if no layout of the template has a title
 */
export function writeOnTemplate(input: TemplateDeckInput): TemplateDeck {
  const { deck, theme, rendered, media, template, language } = input
  const layouts = readLayouts(template)
  const coloursOn = textColourReader(template)
  const recoloured = new Map<string, TextColour>()
  const substitutes = new Map<string, string>()
  const parts = rendered.flatMap(({ slide }, index) => {
    const match = chooseTemplateLayout(slide.layout, layouts, coloursOn)
    if (match === null)
      throw new ThemeError(template.path, [
        { reason: 'None of its layouts has a title. Use a template that has a layout with a title.' },
      ])
    if (!match.isSuitable) substitutes.set(slide.layout, match.layout.name)
    return slideParts(input, index, {
      layout: match.layout,
      colourFor: colourLookup(coloursOn(match.layout), recoloured),
    })
  })
  const bytes = packDeck({
    deck,
    language,
    theme,
    template,
    parts,
    media,
    slides: rendered.map(({ slide }) => slide.part),
  })
  return {
    bytes,
    substitutes: [...substitutes].map(([name, layout]) => ({ name, layout })),
    recoloured: [...recoloured.values()],
  }
}

/** Writes a slide on a layout of the template, its chart and its notes. */
function slideParts(
  { deck, theme, rendered, scenes, media, template, language }: TemplateDeckInput,
  index: number,
  { layout, colourFor }: Pick<TemplateSlideInput, 'layout' | 'colourFor'>,
): readonly PackagePart[] {
  const [renderedSlide, scene] = [rendered[index], scenes[index]]
  if (renderedSlide === undefined || scene === undefined) return []
  const { slide, name } = renderedSlide
  const isRtl = deck.direction === 'rtl'
  const pathOf = (id: string) => {
    const target = rendered.findIndex((other) => other.slide.id === id)
    return target < 0 ? null : slidePath(target)
  }
  const relationships = createRelationships()
  const notesPath = `ppt/notesSlides/notesSlide${index + 1}.xml`
  relationships.add('slideLayout', layout.path)
  relationships.add('notesSlide', notesPath)
  const notes = createRelationships()
  notes.add('notesMaster', NOTES_MASTER_PATH)
  notes.add('slide', slidePath(index))
  const slideInput = {
    slide,
    name,
    scene,
    chart: chartOn({ slide, scene }),
    layout,
    colourFor,
    relationships,
    media,
    context: { language, isRtl, link: linker(relationships, pathOf) },
    isStepped: deck.isStepped ?? false,
    size: template.size,
    scale: template.size.width / theme.canvas.width,
  }
  return [
    ...templateSlide(slideInput, slidePath(index)),
    notesPart(notesPath, { note: slide.note, language, isRtl, relationships: notes }),
  ]
}

/**
 * Returns a function that looks up colours, and adds to `changed` those that differ from the template's or are hard to
 * read.
 */
function colourLookup(colours: readonly TextColour[], changed: Map<string, TextColour>) {
  return (placeholder: Placeholder): string | null => {
    const found = colours.find((candidate) => candidate.placeholder === placeholder)
    if (found === undefined) return null
    const { originalColour, colour, ground, isReadable } = found
    const isChanged = originalColour !== colour
    if (isChanged || !isReadable) changed.set([placeholder.type, originalColour, colour, ground].join(), found)
    return isChanged || placeholder.isUnstyled ? colour : null
  }
}

interface PackageContent {
  readonly deck: Deck
  readonly language: string | null
  readonly theme: Theme
  readonly template: Template
  readonly parts: readonly PackagePart[]
  readonly media: PptxMedia
  /** The number of the part of the talk that each slide belongs to. */
  readonly slides: readonly number[]
}

const NOTES_THEME_PATH = 'ppt/theme/themeNotes.xml'
const FIRST_SLIDE_ID = 256

function packDeck({ deck, language, theme, template, parts, media, slides }: PackageContent): Uint8Array {
  const relationships = createRelationships()
  const masters = template.masters.map(({ path, id }) => ({
    id,
    relationshipId: relationships.add('slideMaster', path),
  }))
  const notesMaster = relationships.add('notesMaster', NOTES_MASTER_PATH)
  const slideIds = slides.map((part, index) => ({
    id: FIRST_SLIDE_ID + index,
    relationshipId: relationships.add('slide', slidePath(index)),
    part,
  }))
  for (const name of ['presProps', 'viewProps', 'tableStyles']) relationships.add(name, `ppt/${name}.xml`)
  const themePath = template.parts
    .get(template.masters[0]?.path ?? '')
    ?.relationships.find(({ type }) => type === 'theme')?.target
  if (themePath !== undefined) relationships.add('theme', themePath)
  const notes = createRelationships()
  notes.add('theme', NOTES_THEME_PATH)
  const { width, height } = template.size
  const presentation = presentationPart({
    deck,
    size: template.size,
    relationships,
    masters,
    notesMaster,
    slides: slideIds,
  })
  const templateParts = [...template.parts.values()].map(
    ({ path, type, bytes, relationships: partRelationships }): PackagePart => ({
      path,
      type,
      content: bytes,
      relationships: partRelationships.map(({ id, typeUri, target, isExternal }) => ({
        id,
        type: typeUri,
        target,
        isExternal,
      })),
    }),
  )
  return zipParts(
    [
      presentation,
      ...templateParts,
      ...parts,
      notesMasterPart(notes, width / height),
      themePart(NOTES_THEME_PATH, 'Notes', NOTES_PALETTE, themeFontsOf(theme, language)),
      ...auxiliaryParts(deck),
      ...media.parts,
    ],
    ROOT_RELATIONSHIPS,
  )
}

/** The relationships of the package itself. */
export const ROOT_RELATIONSHIPS = [
  { id: 'rId1', type: 'officeDocument', target: 'ppt/presentation.xml' },
  {
    id: 'rId2',
    type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    target: 'docProps/core.xml',
  },
  { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
]
