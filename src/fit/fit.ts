import type { VFile } from 'vfile'
import type { LentPage } from '../browser/page.ts'
import type { Article } from '../model/article.ts'
import type { Deck, Slide } from '../model/deck.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import { pointAt } from '../model/place.ts'
import type { Theme } from '../model/theme.ts'
import { renderSheets } from '../render/print.ts'
import { renderSlides } from '../render/slide.ts'
import { divideSlides } from './divide.ts'
import { measure, type Spill, TOLERANCE } from './measure.ts'

/** What a deck is fitted with. */
export interface Fitting {
  readonly article: Article
  readonly layouts: Layouts
  readonly theme: Theme
  readonly page: LentPage
}

/** A round divides what spills by what it needs; what is left after six has no joint that helps. */
const MOST_ROUNDS = 6

/** Measures every slide in the page, divides what spills and measures again. What cannot be divided is reported, never cut. */
export async function fit(deck: Deck, fitting: Fitting, file: VFile): Promise<Deck> {
  const known = new Map<Slide, Spill>()
  let fitted = deck
  for (let round = 0; ; round++) {
    await measureNew(fitted, known, fitting)
    const slides = round < MOST_ROUNDS ? divideSlides(fitted, known, fitting.layouts) : fitted.slides
    if (slides.length === fitted.slides.length) {
      for (const slide of fitted.slides) report(slide, known.get(slide), { fitting, file })
      return fitted
    }
    fitted = { ...fitted, slides }
  }
}

/** Measures the slides that no round before has measured. */
async function measureNew(deck: Deck, known: Map<Slide, Spill>, { layouts, theme, page }: Fitting): Promise<void> {
  const fresh = renderSlides(deck, layouts, theme.canvas).filter(({ slide }) => !known.has(slide))
  await page.show(renderSheets(fresh, deck, theme), theme.canvas)
  const spills = new Map((await measure(page)).map((spill) => [spill.id, spill]))
  for (const { slide } of fresh) {
    const spill = spills.get(slide.id)
    if (spill !== undefined) known.set(slide, spill)
  }
}

interface Reporting {
  readonly fitting: Fitting
  readonly file: VFile
}

function report(slide: Slide, spill: Spill | undefined, { fitting: { article, layouts }, file }: Reporting): void {
  if (spill === undefined || Math.max(spill.below, spill.beside) <= TOLERANCE) return
  const [first] = linesOf(layouts, slide).flatMap(({ spans }) => spans)
  const [size, side] = spill.below > spill.beside ? [spill.below, 'below'] : [spill.beside, 'beside']
  const place = first === undefined ? undefined : pointAt(article, first[0])
  file.message(
    `The slide "${slide.id}" needs ${Math.ceil(size)} px more than it has ${side}. Shorten or divide what it shows.`,
    {
      ...(place === undefined ? {} : { place }),
      source: 'lectern',
      ruleId: 'overflow',
    },
  )
}
