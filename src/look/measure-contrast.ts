// Measures the contrast of all text in a theme, for `lectern theme check`.

import { formatHex, wcagContrast } from 'culori'
import type { Browser } from '../browser/browser.ts'
import type { BrowserPage } from '../browser/browser-page.ts'
import { type ContrastText, hideText, readBackgrounds, readTexts, showText } from '../client/measure/text-contrast.ts'
import { layouts } from '../layout/layout-table.ts'
import type { Deck } from '../model/deck.ts'
import type { Theme } from '../model/theme.ts'
import { renderPrint } from '../render/print.ts'
import { colourOf, MIN_CONTRAST } from '../theme/contrast.ts'

/** A text colour, and a background on which it is used, both as `#rrggbb`. */
export interface ContrastPair {
  readonly ink: string
  readonly background: string
  /** The contrast ratio of WCAG 2, from 1 to 21. */
  readonly ratio: number
  /** The ratio that WCAG 2 AA requires: 4.5, or 3 if all text with these colours is large. */
  readonly required: number
  /** The layouts in which the pair occurs; `handout` for handouts. */
  readonly layouts: readonly string[]
}

/** Whether a pair passes WCAG 2 AA. */
export function isReadable({ ratio, required }: ContrastPair): boolean {
  return ratio >= required
}

/** The minimum size of large text, in CSS px. */
const LARGE_SIZE = 24
/** The minimum size of bold text that counts as large, in CSS px. */
const LARGE_BOLD_SIZE = 18.66
const BOLD_WEIGHT = 700

/**
 * Lists every pair of text and background colours on a deck's slides and handouts, worst first. The background of each
 * text is measured in a screenshot of its slide, so that gradients, blocks and photographs are measured as they appear.
 */
export async function measureContrast(deck: Deck, theme: Theme, browser: Browser): Promise<readonly ContrastPair[]> {
  const found = new Map<string, ContrastPair>()
  const add = (pair: ContrastPair) => {
    const key = `${pair.ink} ${pair.background}`
    const existing = found.get(key)
    const allLayouts = new Set([...(existing?.layouts ?? []), ...pair.layouts])
    found.set(key, { ...pair, required: Math.max(pair.required, existing?.required ?? 0), layouts: [...allLayouts] })
  }
  await browser.withPage(async (page) => {
    for (const pair of await pairsOnSlides(page, deck, theme)) add(pair)
  })
  for (const pair of handoutPairs(theme)) add(pair)
  return [...found.values()].sort((one, other) => one.ratio / one.required - other.ratio / other.required)
}

async function pairsOnSlides(page: BrowserPage, deck: Deck, theme: Theme): Promise<readonly ContrastPair[]> {
  await page.show(renderPrint(deck, layouts, theme), theme.canvas)
  const texts = await page.evaluate(readTexts)
  const picturesWithText = await takeScreenshots(page, deck, theme)
  await page.evaluate(hideText)
  const picturesWithoutText = await takeScreenshots(page, deck, theme)
  await page.evaluate(showText)
  const pairs: ContrastPair[] = []
  for (const [index, { layout }] of deck.slides.entries()) {
    const textsOnSlide = texts.filter(({ slide }) => slide === index)
    const backgrounds = await page.evaluate(
      readBackgrounds,
      picturesWithText[index] ?? '',
      picturesWithoutText[index] ?? '',
      textsOnSlide,
    )
    for (const [textIndex, text] of textsOnSlide.entries()) {
      const background = backgrounds[textIndex]
      if (background) pairs.push({ ...background, required: requiredContrast(text), layouts: [layout] })
    }
  }
  return pairs
}

/** Takes a screenshot of each slide, as a base64-encoded PNG. */
async function takeScreenshots(page: BrowserPage, { slides }: Deck, { canvas }: Theme): Promise<readonly string[]> {
  const pictures: string[] = []
  for (const index of slides.keys()) {
    const png = await page.screenshot({ ...canvas, top: index * canvas.height, scale: 1 })
    pictures.push(Buffer.from(png).toString('base64'))
  }
  return pictures
}

function requiredContrast({ size, weight }: ContrastText): number {
  return size >= LARGE_SIZE || (size >= LARGE_BOLD_SIZE && weight >= BOLD_WEIGHT)
    ? MIN_CONTRAST.large
    : MIN_CONTRAST.text
}

/** Lists the pairs of text and background colours in handouts, whose text is on white paper. */
function handoutPairs({ tokens }: Theme): readonly ContrastPair[] {
  return ['paper-ink', 'paper-muted', 'paper-accent'].flatMap((name): ContrastPair[] => {
    const ink = formatHex(colourOf(name, tokens) ?? '')
    if (ink === undefined) return []
    return [
      { ink, background: PAPER, ratio: wcagContrast(ink, PAPER), required: MIN_CONTRAST.text, layouts: ['handout'] },
    ]
  })
}

const PAPER = '#ffffff'
