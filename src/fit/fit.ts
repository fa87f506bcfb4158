import type { VFile } from 'vfile'
import type { LentPage } from '../browser/page.ts'
import type { Article } from '../model/article.ts'
import type { Deck, Slide } from '../model/deck.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import { pointAt } from '../model/place.ts'
import type { Theme } from '../model/theme.ts'
import { renderPrint } from '../render/print.ts'
import { divideSlides } from './divide.ts'
import { measure, type Spill } from './measure.ts'

/** What a deck is fitted with. */
export interface Fitting {
  readonly article: Article
  readonly layouts: Layouts
  readonly theme: Theme
  readonly page: LentPage
}

/** Content over the edge by less than this is a rounding of the browser's. */
const TOLERANCE = 0.5

/** Each round halves what spills: six are enough for sixty-four slides out of one. */
const MOST_ROUNDS = 6

/** Measures every slide in the page, divides what spills and measures again. What cannot be divided is reported, never cut. */
export async function fit(deck: Deck, fitting: Fitting, file: VFile): Promise<Deck> {
  let fitted = deck
  for (let round = 0; ; round++) {
    const spills = await spillsOf(fitted, fitting)
    const slides = round < MOST_ROUNDS ? divideSlides(fitted, spills, fitting.layouts) : fitted.slides
    if (slides.length === fitted.slides.length) {
      for (const slide of fitted.slides) report(slide, spills.get(slide.id), { fitting, file })
      return fitted
    }
    fitted = { ...fitted, slides }
  }
}

async function spillsOf(deck: Deck, { layouts, theme, page }: Fitting): Promise<ReadonlyMap<string, Spill>> {
  await page.show(renderPrint(deck, layouts, theme), theme.canvas)
  const measured = await measure(page)
  return new Map(
    measured.filter(({ below, beside }) => Math.max(below, beside) > TOLERANCE).map((spill) => [spill.id, spill]),
  )
}

interface Reporting {
  readonly fitting: Fitting
  readonly file: VFile
}

function report(slide: Slide, spill: Spill | undefined, { fitting: { article, layouts }, file }: Reporting): void {
  if (spill === undefined) return
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
