// The slide master of a PowerPoint file, and its theme of colours and fonts.

import type { Element } from 'xast'
import type { Rect } from '../../client/scene/scene.ts'
import type { Canvas } from '../../model/theme.ts'
import type { ScriptFonts, ThemeFonts } from './font-families.ts'
import { transform } from './geometry.ts'
import type { PackagePart } from './package.ts'
import { fill, type PptxPalette } from './palette.ts'
import type { DeckPlan } from './plan-layouts.ts'
import type { Relationships } from './relationships.ts'
import {
  bodyProperties,
  createIdCounter,
  type Placeholder,
  placeholderElement,
  SLIDE_NUMBER,
  shapeTree,
} from './shapes.ts'
import { emu } from './units.ts'
import { el, NAMESPACES } from './xml.ts'

/** Everything that goes into the slide master of a deck. */
export interface MasterContent {
  readonly plan: DeckPlan
  readonly canvas: Canvas
  readonly palette: PptxPalette
  readonly isRtl: boolean
  /** The ids of the master's layouts, in order. */
  readonly layouts: readonly { readonly id: number; readonly relationshipId: string }[]
  readonly relationships: Relationships
}

/** Writes the master: the theme's background, text styles, and the placeholders that every layout may have. */
export function masterPart({ plan, canvas, palette, isRtl, layouts, relationships }: MasterContent): PackagePart {
  const next = createIdCounter()
  const { width, height } = canvas
  const margin = Math.round(width * 0.056)
  const foot = { y: height - 58, height: 28 }
  const placeholders: readonly (readonly [string, Placeholder, Rect])[] = [
    ['Title', { type: 'title', index: null }, { x: margin, y: 64, width: width - 2 * margin, height: 120 }],
    ['Body', { type: 'body', index: 1 }, { x: margin, y: 208, width: width - 2 * margin, height: height - 300 }],
    ['Date', { type: 'dt', index: 2 }, { x: margin, ...foot, width: 240 }],
    ['Footer', { type: 'ftr', index: 3 }, { x: margin + 264, ...foot, width: width - 2 * margin - 400 }],
    ['Slide number', { type: 'sldNum', index: 4 }, { x: width - margin - 112, ...foot, width: 112 }],
  ]
  const content = el(
    'p:sldMaster',
    NAMESPACES,
    el(
      'p:cSld',
      {},
      el('p:bg', {}, el('p:bgPr', {}, fill(plan.background, palette), el('a:effectLst'))),
      shapeTree(placeholders.map(([name, placeholder, rect]) => masterShape(name, placeholder, rect, next()))),
    ),
    el('p:clrMap', {
      ...palette.map,
      ...Object.fromEntries(ACCENT_AND_LINK_SLOTS.map((name) => [name, name])),
    }),
    el(
      'p:sldLayoutIdLst',
      {},
      layouts.map(({ id, relationshipId }) => el('p:sldLayoutId', { id, 'r:id': relationshipId })),
    ),
    el(
      'p:txStyles',
      {},
      el('p:titleStyle', {}, levelProperties(1, { font: '+mj', size: 40, isRtl, indent: 0 })),
      el(
        'p:bodyStyle',
        {},
        LEVELS.map((level) =>
          levelProperties(level, {
            font: '+mn',
            size: Math.max(18, 28 - 2 * (level - 1)),
            isRtl,
            indent: 24 * (level - 1),
          }),
        ),
      ),
      el(
        'p:otherStyle',
        {},
        LEVELS.map((level) => levelProperties(level, { font: '+mn', size: 18, isRtl, indent: 24 * (level - 1) })),
      ),
    ),
  )
  return { path: MASTER_PATH, type: MASTER_CONTENT_TYPE, content, relationships: relationships.all }
}

export const MASTER_PATH = 'ppt/slideMasters/slideMaster1.xml'
const MASTER_CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml'
const ACCENT_AND_LINK_SLOTS = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink']
const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9]

function masterShape(name: string, placeholder: Placeholder, rect: Rect, id: number): Element {
  const text =
    placeholder.type === 'sldNum'
      ? el('a:fld', SLIDE_NUMBER, el('a:rPr'), el('a:t', {}, '‹#›'))
      : el('a:r', {}, el('a:rPr'), el('a:t', {}, name))
  const isSmall = placeholder.type !== 'title' && placeholder.type !== 'body'
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      el('p:cNvPr', { id, name }),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: true })),
      el('p:nvPr', {}, placeholderElement(placeholder)),
    ),
    el('p:spPr', {}, transform('a:xfrm', rect), el('a:prstGeom', { prst: 'rect' }, el('a:avLst'))),
    el(
      'p:txBody',
      {},
      bodyProperties(true),
      el('a:lstStyle', {}, isSmall ? el('a:lvl1pPr', {}, el('a:defRPr', { sz: 1350 })) : null),
      el('a:p', {}, text),
    ),
  )
}

interface ListLevel {
  readonly font: '+mj' | '+mn'
  /** In pt. */
  readonly size: number
  readonly isRtl: boolean
  /** In px. */
  readonly indent: number
}

/** Writes the default properties of a text level, which apply to text that people add. */
export function levelProperties(level: number, { font, size, isRtl, indent }: ListLevel): Element {
  return el(
    `a:lvl${level}pPr`,
    {
      marL: emu(indent),
      indent: 0,
      algn: isRtl ? 'r' : 'l',
      defTabSz: 914_400,
      rtl: isRtl,
      eaLnBrk: true,
      latinLnBrk: false,
      hangingPunct: false,
    },
    el('a:lnSpc', {}, el('a:spcPct', { val: 100_000 })),
    el('a:spcBef', {}, el('a:spcPts', { val: font === '+mn' && level === 1 ? 600 : 0 })),
    el('a:buNone'),
    el(
      'a:defRPr',
      { sz: size * 100, kern: 1200 },
      el('a:solidFill', {}, el('a:schemeClr', { val: 'tx1' })),
      el('a:latin', { typeface: `${font}-lt` }),
      el('a:ea', { typeface: `${font}-ea` }),
      el('a:cs', { typeface: `${font}-cs` }),
    ),
  )
}

/** Writes colours and fonts as an Office theme. */
export function themePart(path: string, name: string, palette: PptxPalette, families: ThemeFonts): PackagePart {
  const font = (tag: string, { latin, eastAsian, complex }: ScriptFonts) =>
    el(
      tag,
      {},
      el('a:latin', { typeface: latin }),
      el('a:ea', { typeface: eastAsian ?? '' }),
      el('a:cs', { typeface: complex ?? '' }),
    )
  const placeholderFill = el('a:solidFill', {}, el('a:schemeClr', { val: 'phClr' }))
  const content = el(
    'a:theme',
    { 'xmlns:a': NAMESPACES['xmlns:a'], name },
    el(
      'a:themeElements',
      {},
      el(
        'a:clrScheme',
        { name },
        palette.scheme.map(({ slot, hex }) => el(`a:${slot}`, {}, el('a:srgbClr', { val: hex.toUpperCase() }))),
      ),
      el('a:fontScheme', { name }, font('a:majorFont', families.display), font('a:minorFont', families.text)),
      el(
        'a:fmtScheme',
        { name },
        el('a:fillStyleLst', {}, placeholderFill, placeholderFill, placeholderFill),
        el(
          'a:lnStyleLst',
          {},
          [9525, 19_050, 28_575].map((w) => el('a:ln', { w }, placeholderFill)),
        ),
        el(
          'a:effectStyleLst',
          {},
          [1, 2, 3].map(() => el('a:effectStyle', {}, el('a:effectLst'))),
        ),
        el('a:bgFillStyleLst', {}, placeholderFill, placeholderFill, placeholderFill),
      ),
    ),
  )
  return { path, type: 'application/vnd.openxmlformats-officedocument.theme+xml', content, relationships: [] }
}
