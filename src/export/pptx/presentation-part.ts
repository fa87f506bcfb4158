// The main part of a PowerPoint file, which lists its slides, and the other parts that Office expects.

import type { Element } from 'xast'
import type { Deck } from '../../model/deck.ts'
import { levelProperties } from './master-part.ts'
import { NO_STYLE } from './measured-table.ts'
import { NOTES_PAGE } from './notes-part.ts'
import type { PackagePart } from './package.ts'
import type { Relationships } from './relationships.ts'
import { emu } from './units.ts'
import { el, NAMESPACES } from './xml.ts'

/** Everything that goes into a presentation's main part. */
export interface PresentationContent {
  readonly deck: Deck
  /** The size of the slides, in EMU. */
  readonly size: { readonly width: number; readonly height: number }
  readonly relationships: Relationships
  readonly masters: readonly { readonly id: number | string; readonly relationshipId: string }[]
  readonly notesMaster: string
  readonly slides: readonly ListedSlide[]
}

export interface ListedSlide {
  readonly id: number
  readonly relationshipId: string
  readonly part: number
}

export function presentationPart({
  deck,
  size,
  relationships,
  masters,
  notesMaster,
  slides,
}: PresentationContent): PackagePart {
  const isRtl = deck.direction === 'rtl'
  const content = el(
    'p:presentation',
    { ...NAMESPACES, saveSubsetFonts: true, rtl: isRtl ? true : null },
    el(
      'p:sldMasterIdLst',
      {},
      masters.map(({ id, relationshipId }) => el('p:sldMasterId', { id, 'r:id': relationshipId })),
    ),
    el('p:notesMasterIdLst', {}, el('p:notesMasterId', { 'r:id': notesMaster })),
    el(
      'p:sldIdLst',
      {},
      slides.map(({ id, relationshipId }) => el('p:sldId', { id, 'r:id': relationshipId })),
    ),
    el('p:sldSz', { cx: Math.round(size.width), cy: Math.round(size.height) }),
    el('p:notesSz', { cx: emu(NOTES_PAGE.width), cy: emu(NOTES_PAGE.height) }),
    el(
      'p:defaultTextStyle',
      {},
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => levelProperties(level, { font: '+mn', size: 18, isRtl, indent: 0 })),
    ),
    sections(deck, slides),
  )
  return {
    path: 'ppt/presentation.xml',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
    content,
    relationships: relationships.all,
  }
}

/** Writes the parts of the talk as sections, which group slides (MS-PPTX 2.6.3). */
function sections({ parts, title }: Deck, slides: readonly ListedSlide[]): Element | null {
  if (parts.length === 0) return null
  const runs: { readonly name: string; readonly slides: ListedSlide[] }[] = []
  let lastPart = -1
  for (const slide of slides) {
    const run = runs.at(-1)
    if (run !== undefined && slide.part === lastPart) run.slides.push(slide)
    else runs.push({ name: parts.find(({ number }) => number === slide.part)?.name ?? title, slides: [slide] })
    lastPart = slide.part
  }
  return el(
    'p:extLst',
    {},
    el(
      'p:ext',
      { uri: '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}' },
      el(
        'p14:sectionLst',
        { 'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main' },
        runs.map(({ name, slides: sectionSlides }, index) =>
          el(
            'p14:section',
            { name, id: `{00000000-0000-4000-8000-${(index + 1).toString(16).padStart(12, '0').toUpperCase()}}` },
            el(
              'p14:sldIdLst',
              {},
              sectionSlides.map(({ id }) => el('p14:sldId', { id })),
            ),
          ),
        ),
      ),
    ),
  )
}

/** Writes the parts that Office expects in addition to the slides. */
export function auxiliaryParts({ title, author, language }: Deck): readonly PackagePart[] {
  const dateElement = (name: string) => el(name, { 'xsi:type': 'dcterms:W3CDTF' }, FIXED_DATE)
  return [
    {
      path: 'ppt/presProps.xml',
      type: 'application/vnd.openxmlformats-officedocument.presentationml.presProps+xml',
      content: el('p:presentationPr', NAMESPACES),
      relationships: [],
    },
    {
      path: 'ppt/viewProps.xml',
      type: 'application/vnd.openxmlformats-officedocument.presentationml.viewProps+xml',
      content: el('p:viewPr', NAMESPACES),
      relationships: [],
    },
    {
      path: 'ppt/tableStyles.xml',
      type: 'application/vnd.openxmlformats-officedocument.presentationml.tableStyles+xml',
      content: el('a:tblStyleLst', { 'xmlns:a': NAMESPACES['xmlns:a'], def: NO_STYLE }),
      relationships: [],
    },
    {
      path: 'docProps/core.xml',
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
      content: el(
        'cp:coreProperties',
        {
          'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
          'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
          'xmlns:dcterms': 'http://purl.org/dc/terms/',
          'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        },
        el('dc:title', {}, title),
        author === null ? null : el('dc:creator', {}, author),
        language === 'und' ? null : el('dc:language', {}, language),
        dateElement('dcterms:created'),
        dateElement('dcterms:modified'),
      ),
      relationships: [],
    },
    {
      path: 'docProps/app.xml',
      type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      content: el(
        'Properties',
        { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
        el('Application', {}, 'Lectern'),
      ),
      relationships: [],
    },
  ]
}

/** The creation and modification time, which is fixed because the same input must give the same bytes. */
const FIXED_DATE = '2000-01-01T00:00:00Z'
