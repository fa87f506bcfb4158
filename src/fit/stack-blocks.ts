// Keeps the content of a deck file's slide on one slide if it mixes several forms and they fit.

import type { VFile } from 'vfile'
import { blocksOn } from '../model/column-blocks.ts'
import type { Deck, Slide, Slots } from '../model/deck.ts'
import type { Column, ColumnBlock, Diagram, Picture } from '../model/draft.ts'
import { canShareSlide } from '../model/shared-slides.ts'
import { endsInColon } from '../util/ends-in-colon.ts'
import { fitsCompletely, type Gauge } from './gauge.ts'
import { joinNotes } from './merge.ts'
import { createRenumberer, type TitleGroup } from './renumber-titles.ts'

/** The minimum size, in CSS px, of text that shares its slide with other content. */
const MIN_SIZE = 26

/** The ratio of width to height above which a picture is placed below the text rather than beside it. */
const WIDEST_BESIDE = 1.9

/**
 * If the author of a deck file, or of another tool's deck, has mixed several forms on a slide, puts them one below the
 * other or side by side, as long as measuring shows that they fit at readable sizes. Otherwise each form stays on its
 * own slide, and a message says so.
 */
export async function stackBlocks(deck: Deck, gauge: Gauge, file: VFile): Promise<Deck> {
  const groups = groupsIn(deck.slides).map((slides) => ({ slides, stacks: stacksOf(slides) }))
  const stacks = groups.flatMap((group) => group.stacks)
  if (stacks.length > 0) await gauge.measure(deck, stacks)
  const titleGroups = groups.map(({ slides, stacks }): TitleGroup => {
    const stack = bestOf(
      stacks.filter((slide) => isReadable(slide, gauge)),
      gauge,
    )
    if (stack === undefined && couldShare(slides)) report(slides, file)
    return { origins: slides, pieces: stack === undefined ? slides : [stack] }
  })
  const renumbered = createRenumberer(deck.slides)(titleGroups)
  return { ...deck, slides: renumbered.flatMap(({ pieces }) => pieces) }
}

function isReadable(slide: Slide, gauge: Gauge): boolean {
  const spill = gauge.spillOf(slide)
  return fitsCompletely(spill) && (spill.bodySize ?? MIN_SIZE) >= MIN_SIZE
}

/** Returns the first stack, or one whose text is much larger. With pictures, it is always the first. */
function bestOf(stacks: readonly Slide<'comparison'>[], gauge: Gauge): Slide | undefined {
  const [first, ...others] = stacks
  if (first === undefined || blocksOn(first.slots).some(isPicture)) return first
  const sizeOf = (slide: Slide) => gauge.spillOf(slide).bodySize ?? 0
  return others.find((other) => sizeOf(other) > MUCH_LARGER * sizeOf(first)) ?? first
}

const MUCH_LARGER = 1.15

type SlideGroup = readonly [Slide, ...Slide[]]

/** Groups the slides that are one slide in the author's file. */
function groupsIn(slides: readonly Slide[]): readonly SlideGroup[] {
  const groups: [Slide, ...Slide[]][] = []
  for (const slide of slides) {
    const last = groups.at(-1)
    if (slide.isContinuation && last !== undefined) last.push(slide)
    else groups.push([slide])
  }
  return groups
}

/**
 * Lists the ways to show a group on one slide, best first; none if the group is one slide already or must stay divided.
 */
function stacksOf(slides: SlideGroup): readonly Slide<'comparison'>[] {
  if (slides.length === 1 || isPictureGroup(slides)) return []
  const parts = slides.map(partOf)
  if (parts.some((part) => part === null)) return []
  const arrangements = arrangementsOf(parts.filter((part) => part !== null))
  const [first, ...others] = slides
  const note = others.reduce((joined, slide) => joinNotes(joined, slide.note), first.note)
  const { title } = first.slots
  return arrangements.map((arrangement) => ({
    ...first,
    layout: 'comparison',
    slots: { title, ...arrangement },
    note,
  }))
}

/** Whether the slides are only pictures, or points and then a picture, which are arranged elsewhere. */
function isPictureGroup(slides: SlideGroup): boolean {
  const texts = slides.filter(({ layout }) => layout !== 'image')
  const [text, ...others] = texts
  return (
    text === undefined ||
    (slides.length === 2 &&
      others.length === 0 &&
      slides[0] === text &&
      text.layout === 'points' &&
      text.slots.lead === null)
  )
}

/** What a slide shows: blocks, or columns side by side. */
type Part = { readonly blocks: readonly ColumnBlock[] } | { readonly columns: readonly Column[] }

/** Returns what a slide shows; null if it cannot share a slide with other content. */
function partOf(slide: Slide): Part | null {
  switch (slide.layout) {
    case 'statement': {
      const { statement, source, formula } = slide.slots
      const block: ColumnBlock =
        statement.kind === 'math' ? { type: 'formula', line: statement, formula } : { type: 'text', line: statement }
      return { blocks: [block, ...(source === null ? [] : [{ type: 'text', line: source } as const])] }
    }
    case 'points': {
      const { lead, points } = slide.slots
      return { blocks: [...(lead === null ? [] : [{ type: 'text', line: lead } as const]), { type: 'points', points }] }
    }
    case 'code': {
      const { language, lines, pieces } = slide.slots
      return { blocks: [{ type: 'code', language, lines, pieces }] }
    }
    case 'table': {
      const { header, rows, align, caption } = slide.slots
      return { blocks: [{ type: 'table', header, rows, align, caption }] }
    }
    case 'quote':
      return { blocks: [{ type: 'quote', quote: slide.slots.quote, speaker: slide.slots.speaker }] }
    case 'image': {
      const { picture, caption, others = [], points } = slide.slots
      return points === undefined && others.length === 0 ? { blocks: [{ type: 'image', picture, caption }] } : null
    }
    case 'comparison': {
      const { columns, above, below } = slide.slots
      const [only, ...others] = columns
      if (above !== undefined || below !== undefined) return null
      return only !== undefined && only.name === null && others.length === 0
        ? { blocks: blocksOn(slide.slots) }
        : { columns }
    }
    default:
      return null
  }
}

type Arrangement = Pick<Slots['comparison'], 'columns' | 'above' | 'below'>

function arrangementsOf(parts: readonly Part[]): readonly Arrangement[] {
  const withColumns = parts.filter((part) => 'columns' in part)
  const [columnsPart, ...others] = withColumns
  if (others.length > 0) return []
  if (columnsPart !== undefined) {
    const index = parts.indexOf(columnsPart)
    const [above, below] = [blocksIn(parts.slice(0, index)), blocksIn(parts.slice(index + 1))]
    const { columns } = columnsPart
    return [{ columns, ...(above.length > 0 && { above }), ...(below.length > 0 && { below }) }]
  }
  const blocks = blocksIn(parts)
  const below: Arrangement = { columns: [columnOf(blocks)] }
  const beside = besideEachOther(blocks)
  if (beside === null) return [below]
  return blocks.some(isTallPicture) ? [beside, below] : [below, beside]
}

function blocksIn(parts: readonly Part[]): readonly ColumnBlock[] {
  return parts.flatMap((part) => ('blocks' in part ? part.blocks : []))
}

/**
 * Puts the pictures beside everything else or, without pictures, the text beside what it is about, in the order of the
 * slide; null if the two alternate. A line that introduces what follows stays above it.
 */
function besideEachOther(blocks: readonly ColumnBlock[]): Arrangement | null {
  const isOnOneSide = blocks.some(isPicture) ? isPicture : isText
  const sides = blocks.map(isOnOneSide)
  const change = sides.findIndex((side) => side !== sides[0])
  if (change < 0 || sides.slice(change).some((side) => side === sides[0])) return null
  if (isOnOneSide === isText && introduces(blocks[change - 1])) return null
  return { columns: [columnOf(blocks.slice(0, change)), columnOf(blocks.slice(change))] }
}

function isText({ type }: ColumnBlock): boolean {
  return type === 'text' || type === 'points' || type === 'quote'
}

function introduces(block: ColumnBlock | undefined): boolean {
  return block?.type === 'text' && endsInColon(block.line.text)
}

function isPicture({ type }: ColumnBlock): boolean {
  return type === 'image'
}

function isTallPicture(block: ColumnBlock): boolean {
  return block.type === 'image' && ratioOf(block.picture) <= WIDEST_BESIDE
}

function ratioOf(picture: Picture | Diagram): number {
  if ('drawing' in picture) return picture.width / picture.height
  return picture.content === null ? 1 : picture.content.width / picture.content.height
}

function columnOf(blocks: readonly ColumnBlock[]): Column {
  return { name: null, blocks }
}

/** Whether the slides have forms that can share a slide if they fit. Other forms are reported elsewhere. */
function couldShare(slides: SlideGroup): boolean {
  return slides.length > 1 && !isPictureGroup(slides) && slides.every(({ layout }) => canShareSlide(layout))
}

function report([slide]: SlideGroup, file: VFile): void {
  const reason = `The content of the slide "${slide.id}" does not fit on one slide, so it is on several. Shorten it, or divide the slide with ---.`
  file.info(reason, {
    place: slide.position?.start,
    source: 'lectern',
    ruleId: 'mixed-slide',
  })
}
