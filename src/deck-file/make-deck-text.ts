// Makes the text of a deck file from a deck.

import { stringify } from 'yaml'
import type { Article, FrontMatterValue, Section } from '../model/article.ts'
import type { Deck, Slide } from '../model/deck.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import { picturesOn } from '../model/slide-pictures.ts'
import { directionOf } from '../read/language.ts'
import type { Words } from '../read/piece.ts'
import { isDataUrl } from '../util/data-url.ts'
import { isWebAddress } from '../util/web-address.ts'
import type { DeckText, SlideText } from './deck-text.ts'
import { DECK_VERSION } from './deck-version.ts'
import { joinContinuations, markdownOf } from './join-continuations.ts'
import type { BaseLine, BaseSlide, DeckBase } from './merge-base.ts'
import { isFrame } from './parts.ts'
import { noteMarkdown } from './print-note.ts'
import { slideMarkdown } from './print-slide.ts'
import { FORMS } from './slide-forms.ts'
import type { SlideOptions } from './slide-options.ts'
import { parseMarkdownSlides, wordingOf } from './slide-wording.ts'

/** The deck that a deck file is printed from, laid out but not measured, and the rest of the file's content. */
export interface DeckToPrint {
  readonly deck: Deck
  readonly article: Article
  readonly layouts: Layouts
  /** The settings for the deck file's front matter. */
  readonly settings: Readonly<Record<string, FrontMatterValue>>
  /** The tool in whose format the article was written; absent for an ordinary article. */
  readonly as?: string | undefined
  /** The backgrounds that slides ask for, by slide id; absent if there are none. */
  readonly backgrounds?: ReadonlyMap<string, { readonly text: string }> | undefined
  /** Maps a picture's web address to the address of its copy next to the deck file; absent if there are no copies. */
  readonly copies?: ReadonlyMap<string, string> | undefined
}

/** Prints a deck as the components of a deck file. */
export function deckText({
  deck,
  article,
  layouts,
  settings,
  as,
  backgrounds,
  copies = new Map(),
}: DeckToPrint): DeckText {
  const labels = labelsIn(deck.slides)
  const definitions = [...labels].map(([url, label]) => `[${label}]: <${url.trim().replace(/[\\<>]/g, '\\$&')}>`)
  const textOf = (slide: Slide, index: number) =>
    slideText(slide, { deck, index, labels, copies, background: backgrounds?.get(slide.id)?.text })
  const printed = joinContinuations(deck.slides, { textOf, definitions: definitions.join('\n') })
  const parsedSlides = parseMarkdownSlides(printed.map(markdownOf), '')
  const frontMatter = frontMatterOf(deck, article, { ...(as !== undefined && { as }), ...settings })
  return {
    frontMatter,
    slides: printed.map(({ text }) => text),
    definitions,
    base: {
      frontMatter,
      text: article.text,
      marks: article.marks,
      headings: headingsOf(article.root),
      parts: deck.parts.map(({ name }) => name),
      slides: printed.map(({ slides, text: { options, body } }, index): BaseSlide => {
        const parsed = parsedSlides[index]
        const words = parsed === undefined ? [] : wordingOf(parsed, index === 0).words
        return {
          id: slides[0].id,
          ...(options.layout !== undefined && { layout: options.layout }),
          ...(options.part !== undefined && { part: options.part }),
          body,
          lines: baseLines(slides, layouts, words),
          ...ordinalsOf(slides),
          noteSentences: slides.flatMap(({ note }) =>
            note.sentences.map(({ span, kind, startsBlock, item }) => ({
              ...{ span, kind, startsBlock },
              ...(item && { item }),
            })),
          ),
        }
      }),
    },
  }
}

/** Lists the numbers of points, if they have any, because a Markdown list can only count up from its first item. */
function ordinalsOf(slides: readonly Slide[]): { readonly ordinals?: BaseSlide['ordinals'] } {
  const [list, ...others] = slides.flatMap((slide) => (slide.layout === 'points' ? [slide.slots.points] : []))
  if (list === undefined || others.length > 0) return {}
  const ordinals = list.map(({ ordinal }) => ordinal ?? null)
  return ordinals.every((ordinal) => ordinal === null) ? {} : { ordinals }
}

function headingsOf({ depth, heading, sections }: Section): DeckBase['headings'] {
  return [...(heading === undefined ? [] : [{ depth, span: heading.span }]), ...sections.flatMap(headingsOf)]
}

interface SlideContext {
  readonly deck: Deck
  readonly index: number
  readonly labels: ReadonlyMap<string, string>
  readonly copies: ReadonlyMap<string, string>
  readonly background: string | undefined
}

function slideText(slide: Slide, context: SlideContext): SlideText {
  const { labels, copies } = context
  const { text, marks } = context.deck
  return {
    options: optionsOf(slide, context),
    body: slideMarkdown(slide, { text, marks, labels, copies }),
    note: noteMarkdown(slide.note.sentences, context.deck),
  }
}

/** Whether the content and position of a slide do not determine its layout, so that the slide has to name it. */
function namesLayout(slide: Slide, index: number): boolean {
  switch (slide.layout) {
    case 'title':
      return index > 0
    case 'part':
      return false
    case 'statement':
      return slide.slots.source !== null
    default:
      return FORMS[slide.layout] !== undefined
  }
}

function optionsOf(
  slide: Slide,
  { deck, index, background }: Pick<SlideContext, 'deck' | 'index' | 'background'>,
): SlideOptions {
  const isImpliedTitle = slide.layout === 'title' && index === 0
  const part = partOption(slide, { deck, index })
  return {
    ...(!isImpliedTitle && { slide: slide.id }),
    ...(namesLayout(slide, index) && { layout: slide.layout }),
    ...(slide.isHidden && { hidden: true }),
    ...(part !== undefined && { part }),
    ...(background !== undefined && { background }),
    ...(slide.isStepped !== undefined && { steps: slide.isStepped }),
  }
}

/**
 * Returns the option for a slide's part, which is null for a slide outside all parts; undefined if the slide continues
 * the part before it, or if its title names the part that it opens.
 */
function partOption(slide: Slide, { deck, index }: Pick<SlideContext, 'deck' | 'index'>): string | null | undefined {
  const name = deck.parts[slide.part - 1]?.name ?? null
  if (slide.layout === 'part' && slide.slots.title.text === name) return undefined
  const previous = deck.slides.slice(0, index).findLast(({ layout }) => !isFrame(layout))
  const expected = isFrame(slide.layout) ? 0 : (previous?.part ?? 0)
  return slide.part === expected && slide.layout !== 'part' ? undefined : name
}

/**
 * Lists the properties of the lines that the Markdown of a slide does not express. The line with the number of a part,
 * and the repeated title of a continuation, are left out.
 */
function baseLines(slides: readonly Slide[], layouts: Layouts, words: readonly Words[]): readonly BaseLine[] {
  const lines = slides.flatMap((slide, position) => {
    const hasRepeatedTitle = position > 0 && slide.slots.title !== null
    return linesOf(layouts, slide).filter(
      (_, index) => (slide.layout !== 'part' || index !== 1) && (!hasRepeatedTitle || index > 0),
    )
  })
  return lines.map(({ text, spans, added, kind, weight }, index): BaseLine => {
    return { ...(words[index]?.text !== text && { text }), spans, added, kind, weight }
  })
}

/** Assigns labels to embedded pictures, so that their very long addresses can be defined at the end of the file. */
function labelsIn(slides: readonly Slide[]): ReadonlyMap<string, string> {
  const urls = slides.flatMap(picturesOn).flatMap((picture) => ('image' in picture ? [picture.image.url] : []))
  const embedded = [...new Set(urls)].filter((url) => isDataUrl(url.trimStart()))
  return new Map(embedded.map((url, index) => [url, `image-${index + 1}`]))
}

function frontMatterOf(deck: Deck, article: Article, settings: DeckToPrint['settings']): string {
  const [first] = deck.slides
  const title = first?.slots.title?.text === deck.title ? undefined : deck.title
  const name = isWebAddress(article.path) ? '-' : article.path.split('/').at(-1)
  const values = {
    lectern: DECK_VERSION,
    ...(name !== undefined && name !== '-' && { article: name }),
    ...(title !== undefined && { title }),
    ...(deck.author !== null && { author: deck.author }),
    lang: deck.language,
    ...(deck.direction !== directionOf(deck.language) && { direction: deck.direction }),
    ...settings,
  }
  return stringify(values, { lineWidth: 0 })
}
