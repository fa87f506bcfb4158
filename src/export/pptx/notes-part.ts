// The speaker notes of a PowerPoint file, and the master of the pages that they are printed on.

import type { Element } from 'xast'
import type { Rect } from '../../client/scene/scene.ts'
import type { Note } from '../../model/deck.ts'
import type { ItemPlace } from '../../model/outline.ts'
import type { PlacedText } from '../../render/note-lists.ts'
import { runsOf } from '../../render/note-runs.ts'
import { transform } from './geometry.ts'
import { levelProperties } from './master-part.ts'
import type { PackagePart } from './package.ts'
import type { PptxPalette } from './palette.ts'
import type { Relationships } from './relationships.ts'
import { createIdCounter, SLIDE_NUMBER, shapeTree, textShapeProperties } from './shapes.ts'
import { el, NAMESPACES } from './xml.ts'

/** A paragraph of a slide's notes, and its place in a list. */
export type NoteParagraph = Pick<PlacedText, 'text' | 'item'> & { readonly isItalic?: boolean }

/**
 * Lists the paragraphs of a slide's notes: its cue, if any, and then its sentences, grouped into blocks as in the
 * article.
 */
export function noteParagraphs({ cue, sentences }: Note): readonly NoteParagraph[] {
  const blocks = runsOf(sentences).flatMap(({ kind, blocks }) =>
    kind === 'footnote' || kind === 'caption' ? blocks.map((block) => ({ ...block, isItalic: true })) : blocks,
  )
  return [...(cue === null ? [] : [{ text: cue }]), ...blocks]
}

interface NotesData {
  readonly note: Note
  readonly language: string | null
  readonly isRtl: boolean
  readonly relationships: Relationships
}

export function notesPart(path: string, { note, language, isRtl, relationships }: NotesData): PackagePart {
  const next = createIdCounter()
  const noted = noteParagraphs(note)
  const paragraphs: readonly NoteParagraph[] = noted.length === 0 ? [{ text: '' }] : noted
  const schemes = numberingSchemes(paragraphs)
  const content = el(
    'p:notes',
    NAMESPACES,
    el(
      'p:cSld',
      {},
      shapeTree([
        slideImage(next(), null),
        el(
          'p:sp',
          {},
          textShapeProperties({ id: next(), name: 'Notes' }, el('p:ph', { type: 'body', idx: 1 })),
          el('p:spPr'),
          el(
            'p:txBody',
            {},
            el('a:bodyPr'),
            el('a:lstStyle'),
            paragraphs.map(({ text, item, isItalic = false }, index) =>
              el(
                'a:p',
                {},
                paragraphProperties(item, isRtl, schemes[index]),
                text === ''
                  ? null
                  : el(
                      'a:r',
                      {},
                      el('a:rPr', { lang: language, ...(isItalic && { i: true }), dirty: false }),
                      el('a:t', {}, text),
                    ),
              ),
            ),
          ),
        ),
      ]),
    ),
    el('p:clrMapOvr', {}, el('a:masterClrMapping')),
  )
  return { path, type: NOTES_CONTENT_TYPE, content, relationships: relationships.all }
}

/** Makes the properties of a paragraph: its direction and, in a list, its level and its number or bullet. */
function paragraphProperties(item: ItemPlace | undefined, isRtl: boolean, scheme = 'arabicPeriod'): Element | null {
  const direction = isRtl ? { algn: 'r', rtl: true } : {}
  if (item === undefined) return isRtl ? el('a:pPr', direction) : null
  const { depth, marker } = item
  const level = Math.min(depth, MAX_LEVEL) - 1
  const attributes = { marL: (level + 1) * ITEM_INDENT, indent: marker === null ? 0 : -ITEM_INDENT, lvl: level }
  if (marker === null) return el('a:pPr', { ...attributes, ...direction }, el('a:buNone'))
  const bullet =
    marker === 'bullet'
      ? el('a:buChar', { char: '•' })
      : el('a:buAutoNum', { type: scheme, startAt: Math.max(1, marker) })
  return el('a:pPr', { ...attributes, ...direction }, bullet)
}

/** Returns the form of each paragraph's number: numbers below numbered items are letters, then Roman numerals. */
function numberingSchemes(paragraphs: readonly NoteParagraph[]): readonly (string | undefined)[] {
  const markers: unknown[] = []
  return paragraphs.map(({ item }) => {
    markers.length = Math.max(0, (item?.depth ?? 1) - 1)
    const numberedAbove = markers.filter((marker) => typeof marker === 'number').length
    if (item !== undefined) markers[item.depth - 1] = item.marker
    return NUMBERING_SCHEMES[numberedAbove]
  })
}

const NUMBERING_SCHEMES = ['arabicPeriod', 'alphaLcPeriod', 'romanLcPeriod']

/** Levels are counted from 0 to 8. */
const MAX_LEVEL = 9

/** A quarter of an inch, in EMU. */
const ITEM_INDENT = 228_600

const NOTES_CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml'

export const NOTES_MASTER_PATH = 'ppt/notesMasters/notesMaster1.xml'

/** The size of a notes page in px: as wide as Office's (7.5 inches), in the proportions of A4 in portrait format. */
export const NOTES_PAGE = { width: 720, height: 1018 } as const

/**
 * Writes the master of notes pages, black on white in any theme. `ratio` is the slide's width divided by its height.
 */
export function notesMasterPart(relationships: Relationships, ratio: number): PackagePart {
  const content = el(
    'p:notesMaster',
    NAMESPACES,
    el(
      'p:cSld',
      {},
      el('p:bg', {}, el('p:bgPr', {}, el('a:solidFill', {}, el('a:schemeClr', { val: 'bg1' })), el('a:effectLst'))),
      shapeTree(notesShapes(ratio)),
    ),
    el('p:clrMap', {
      bg1: 'lt1',
      tx1: 'dk1',
      bg2: 'lt2',
      tx2: 'dk2',
      ...Object.fromEntries(
        ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'].map((name) => [
          name,
          name,
        ]),
      ),
    }),
    el(
      'p:notesStyle',
      {},
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) =>
        levelProperties(level, { font: '+mn', size: 12, isRtl: false, indent: 0 }),
      ),
    ),
  )
  return {
    path: NOTES_MASTER_PATH,
    type: 'application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml',
    content,
    relationships: relationships.all,
  }
}

/** Makes the shapes of a notes page: the slide, its notes below, and the slide number. */
function notesShapes(ratio: number): readonly Element[] {
  const next = createIdCounter()
  const slideRect: Rect = { x: 60, y: 60, width: 600, height: 600 / ratio }
  const notesRect: Rect = {
    x: 60,
    y: slideRect.y + slideRect.height + 40,
    width: 600,
    height: 1018 - slideRect.height - 180,
  }
  const numberRect: Rect = { x: 560, y: 960, width: 100, height: 30 }
  return [
    slideImage(next(), slideRect),
    notesPlaceholder(
      { id: next(), name: 'Notes', rect: notesRect },
      el('p:ph', { type: 'body', sz: 'quarter', idx: 3 }),
      el('a:r', {}, el('a:rPr'), el('a:t', {}, 'Notes')),
    ),
    notesPlaceholder(
      { id: next(), name: 'Slide number', rect: numberRect },
      el('p:ph', { type: 'sldNum', sz: 'quarter', idx: 5 }),
      el('a:fld', SLIDE_NUMBER, el('a:rPr'), el('a:t', {}, '‹#›')),
    ),
  ]
}

function notesPlaceholder(
  { id, name, rect }: { readonly id: number; readonly name: string; readonly rect: Rect },
  placeholder: Element,
  text: Element,
): Element {
  return el(
    'p:sp',
    {},
    textShapeProperties({ id, name }, placeholder),
    el('p:spPr', {}, transform('a:xfrm', rect), el('a:prstGeom', { prst: 'rect' }, el('a:avLst'))),
    el('p:txBody', {}, el('a:bodyPr'), el('a:lstStyle'), el('a:p', {}, text)),
  )
}

/** The colours of printed notes: black on white. */
export const NOTES_PALETTE: PptxPalette = {
  scheme: (
    [
      ['dk1', '000000'],
      ['lt1', 'ffffff'],
      ['dk2', '333333'],
      ['lt2', 'eeeeee'],
      ['accent1', '333333'],
      ['accent2', '555555'],
      ['accent3', '777777'],
      ['accent4', '999999'],
      ['accent5', 'bbbbbb'],
      ['accent6', 'dddddd'],
      ['hlink', '000000'],
      ['folHlink', '333333'],
    ] as const
  ).map(([slot, hex]) => ({ slot, hex, name: slot })),
  map: { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' },
}

function slideImage(id: number, rect: Rect | null): Element {
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      el('p:cNvPr', { id, name: 'Slide' }),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: true, noRot: true, noChangeAspect: true })),
      el('p:nvPr', {}, el('p:ph', { type: 'sldImg', idx: rect === null ? null : 2 })),
    ),
    el(
      'p:spPr',
      {},
      rect === null
        ? null
        : [
            transform('a:xfrm', rect),
            el('a:prstGeom', { prst: 'rect' }, el('a:avLst')),
            el('a:noFill'),
            el('a:ln', { w: 9525 }, el('a:solidFill', {}, el('a:schemeClr', { val: 'tx1' }))),
          ],
    ),
  )
}
