// The stylesheet of the handout, for a layout and a paper size.

import type { Deck } from '../model/deck.ts'
import type { HandoutLayout, Paper } from '../model/settings.ts'
import type { Theme } from '../model/theme.ts'
import {
  CELL_GAP,
  COLUMN_GAP,
  contentSizeOf,
  MARGINS,
  noteWidths,
  PX_PER_MM,
  pageLayoutOf,
  REST_GAP,
  ROW_PADDING,
  RULE_DISTANCE,
  THUMB_GAP,
  thumbSizeOf,
} from './handout-layouts.ts'
import { isolatedEvent } from './isolated-event.ts'
import { runningTitle } from './running-title.ts'
import { cssString, declarations } from './styles.ts'

/** Writes the sizes of a handout layout as CSS custom properties, which the handout's stylesheet uses. */
export function sizeStyles(name: HandoutLayout, paper: Paper, { canvas }: Theme): string {
  const layout = pageLayoutOf(name, paper)
  const { width, height } = thumbSizeOf(layout, canvas)
  const { beside, rest } = noteWidths(layout, paper, canvas)
  const properties = {
    '--thumb-width': `${width}mm`,
    '--thumb-height': `${height}mm`,
    '--thumb-scale': `${(width * PX_PER_MM) / canvas.width}`,
    '--by-width': `${beside}mm`,
    '--rest-width': `${rest}mm`,
    '--column-gap': `${COLUMN_GAP}mm`,
    '--row-padding': `${ROW_PADDING}mm`,
    '--rest-gap': `${REST_GAP}mm`,
    '--cell-gap': `${CELL_GAP}mm`,
    '--under-thumb': `${THUMB_GAP}mm`,
    '--rule': `${RULE_DISTANCE}mm`,
    '--room-height': `${contentSizeOf(paper).height}mm`,
  }
  return `html,body{margin:0}\n.handout{${declarations(properties)}}`
}

/**
 * Writes the rules for the running head and foot, which the cover does not have. They are in the page margins, where
 * Chromium counts pages but does not support custom properties, so values are written out.
 */
export function pageStyles(deck: Deck, { tokens }: Theme, paper: Paper): string {
  const { direction } = deck
  const event = isolatedEvent(deck)
  const [start, end] = direction === 'rtl' ? ['right', 'left'] : ['left', 'right']
  const ink = tokens['paper-ink'] ?? '#17211e'
  const muted = tokens['paper-muted'] ?? '#56635e'
  const smallType = `font:9.6pt ${tokens['font-text']};color:${muted}`
  const head = `vertical-align:bottom;padding-bottom:3mm;margin-bottom:4mm;border-bottom:0.75pt solid ${ink}`
  const foot = `vertical-align:top;padding-top:6mm;${smallType}`
  const occasion = [event?.short ?? event?.name, event?.dates].filter((fact) => typeof fact === 'string')
  const title = runningTitle(deck.title, { language: deck.language, hasEvent: occasion.length > 0 })
  const place = [event?.place, event?.hashtag].filter((fact) => typeof fact === 'string')
  return `@page{size:${paper};margin:${MARGINS.top}mm ${MARGINS.side}mm ${MARGINS.bottom}mm;
@top-${start}{content:${cssString(title.text)};text-align:${start};${head};font:${title.size}pt ${tokens['font-display']};color:${ink};${occasion.length > 0 ? 'width:62%' : 'width:100%'}}
${occasion.length > 0 ? `@top-${end}{content:${cssString(occasion.join(' · '))};width:38%;text-align:${end};${head};${smallType}}` : ''}
@bottom-${start}{content:${cssString(place.join(' · '))};text-align:${start};${foot}}
@bottom-${end}{content:counter(page) " / " counter(pages);text-align:${end};${foot}}
}
@page :first{@top-left{content:none;border:0}@top-right{content:none;border:0}@bottom-left{content:none}@bottom-right{content:none}}`
}
