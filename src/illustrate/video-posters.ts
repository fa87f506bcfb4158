import type { BrowserPage } from '../browser/browser-page.ts'
import { captureFirstFrame } from '../client/video/capture-first-frame.ts'
import { changeBlocks } from '../model/column-blocks.ts'
import type { Deck, Slide } from '../model/deck.ts'
import type { Diagram, Picture } from '../model/draft.ts'
import { picturesOn } from '../model/slide-pictures.ts'

/**
 * Makes the first frame of each embedded video its poster, in the video's proportions. Without a browser, or if the
 * browser cannot decode the video, the drawn poster stays. Without videos, the page is not used.
 */
export async function replacePosters(deck: Deck, page: BrowserPage | null): Promise<Deck> {
  if (page === null || !deck.slides.some((slide) => picturesOn(slide).some(isVideo))) return deck
  await page.show(EMPTY_PAGE)
  const slides: Slide[] = []
  for (const slide of deck.slides) slides.push(await replacePostersOn(slide, page))
  return { ...deck, slides }
}

const EMPTY_PAGE = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; media-src data:">`

/** The time limit for one video, in milliseconds. */
const FRAME_LIMIT = 10_000

function isVideo(picture: Picture | Diagram): boolean {
  return videoIn(picture) !== null
}

function videoIn(picture: Picture | Diagram): string | null {
  if ('drawing' in picture || picture.content?.media?.kind !== 'video') return null
  return picture.content.media.data
}

async function replacePostersOn(slide: Slide, page: BrowserPage): Promise<Slide> {
  if (slide.layout === 'image') {
    const { picture, others } = slide.slots
    const mainPicture = await replacePoster(picture, page)
    if (others === undefined) return { ...slide, slots: { ...slide.slots, picture: mainPicture } }
    const otherPictures: (typeof others)[number][] = []
    for (const other of others) otherPictures.push({ ...other, picture: await replacePoster(other.picture, page) })
    return { ...slide, slots: { ...slide.slots, picture: mainPicture, others: otherPictures } }
  }
  if (slide.layout !== 'comparison') return slide
  const slots = await changeBlocks(slide.slots, async (block) =>
    block.type === 'image' ? { ...block, picture: await replacePoster(block.picture, page) } : block,
  )
  return { ...slide, slots }
}

async function replacePoster<Kind extends Picture | Diagram>(picture: Kind, page: BrowserPage): Promise<Kind> {
  const source = videoIn(picture)
  if (source === null || 'drawing' in picture) return picture
  const frame = await page.evaluateWithin(FRAME_LIMIT, captureFirstFrame, source)
  if (frame === null) {
    // If the function was stopped at the time limit, another document must be shown before the page is used again.
    await page.show(EMPTY_PAGE)
    return picture
  }
  return { ...picture, content: { ...picture.content, ...frame } }
}
