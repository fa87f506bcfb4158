import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { renderPrint } from '../../src/render/print.ts'
import { renderDeck } from '../../src/render/render.ts'
import { loadTheme, themeNames } from '../../src/theme/load-theme.ts'
import { oneBrowser } from '../browser/one-browser.ts'
import { svg } from './images.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-backgrounds-'))
writeFileSync(join(folder, 'hall.svg'), svg('viewBox="0 0 4 3"', '<path fill="#c04020" d="M0 0h4v3H0z"/>'))

const BODY = '\n# Tides at Night\n\n## The pull\n\n- The moon pulls\n- The sun pulls\n- The earth turns\n'

async function convertWith(background: string, theme = 'lectern') {
  const file = new VFile({
    path: join(folder, 'talk.md'),
    value: `---\ntheme: ${theme}\nbackground:${background}\nurl: https://tides.example\n---\n${BODY}`,
  })
  const { deck } = await convert(file, { formats: [] }, { browser: null })
  const messages = file.messages.filter(({ ruleId }) => ruleId !== 'unmeasured')
  return { deck, messages: messages.map((message) => `${message.line}:${message.column} ${message.reason}`) }
}

describe('backgrounds that an article asks for', () => {
  test('apply to all slides, a layout or one slide, and the most specific one wins', async () => {
    const { deck, messages } = await convertWith(
      '\n  "*": "#202020"\n  points: hall.svg\n  title: "linear-gradient(#600, #300)"',
    )
    expect(messages).toEqual([])
    const types = deck.slides.map(({ layout, background }) => `${layout} ${background?.type}`)
    expect(types).toEqual(['title gradient', 'points picture', 'closing colour'])
    const id = deck.slides.find(({ layout }) => layout === 'points')?.id
    const one = await convertWith(`\n  points: "#202020"\n  ${id}: "#404040"`)
    expect(one.deck.slides[1]?.background).toEqual({ type: 'colour', value: '#404040' })
  })

  test('a picture is under a veil only where text is over it', async () => {
    const value = [
      '---\nlectern: deck/1\n---\n\n# Tides',
      '<!-- background: hall.svg -->\n\n## The pull\n\n- The moon',
      '<!-- background: hall.svg -->\n',
    ].join('\n\n---\n\n')
    const file = new VFile({ path: join(folder, 'talk.deck.md'), value })
    const { deck } = await convert(file, { formats: [] }, { browser: null })
    const veils = deck.slides.flatMap(({ background }) => (background?.type === 'picture' ? [background.veil > 0] : []))
    expect(veils).toEqual([true, false])
  })

  test.each([
    [' "#20202"', '3:13 "#20202" is not a background. Give a colour'],
    ['\n  title: url(x.png)', '4:10 "url(x.png)" is not a background.'],
    ['\n  title: ../hall.svg', '4:10 The picture "../hall.svg" '],
    ['\n  title: gone.png', '4:10 The picture "gone.png" '],
    ['\n  poinst: "#202020"', '4:11 No layout is called "poinst", and no slide has this id. Did you mean "points"'],
    ['\n  title: "#7f7f7f"', '4:10 The theme\'s colour "deep-accent" has a contrast of 2.'],
  ])('invalid or unreadable values are reported at their place: %j', async (background, message) => {
    expect((await convertWith(background)).messages.join('\n')).toContain(message)
  })
})

const browser = oneBrowser()

describe('a slide on a background', () => {
  test('is the same on screen and on paper, with text in the most readable colours', async () => {
    const { deck } = await convertWith(
      '\n  "*": "#202020"\n  points: hall.svg\n  title: "linear-gradient(90deg, #101010, #303060)"',
    )
    const theme = loadTheme('lectern')
    const coloursOfSlides = async (html: string, isDeck: boolean) =>
      browser().withPage(async (page) => {
        await page.show(html, theme.canvas)
        const found: string[] = []
        for (const index of deck.slides.keys()) {
          if (isDeck) await page.evaluate(showSlide, index)
          const png = await page.screenshot({
            ...theme.canvas,
            top: isDeck ? 0 : index * theme.canvas.height,
            scale: 1,
          })
          found.push(await page.evaluate(coloursAt, Buffer.from(png).toString('base64')))
        }
        return found
      })
    const paper = await coloursOfSlides(renderPrint(deck, layouts, theme), false)
    expect(await coloursOfSlides(renderDeck(deck, layouts, theme), true)).toEqual(paper)
    expect(new Set(paper).size).toBe(3)
    const grounds = renderPrint(deck, layouts, theme).matchAll(/<div[^>]* data-ground="(\w+)"/g)
    expect([...grounds].map(([, colours]) => colours)).toEqual(['deep', 'usual', 'deep'])
  })
})

describe('a background for the title and closing slides', () => {
  test.each(themeNames())('covers them in the theme %s', async (name) => {
    const { deck } = await convertWith('\n  title: "#204060"\n  closing: "#204060"', name)
    const theme = loadTheme(name)
    const found = await browser().withPage(async (page) => {
      await page.show(renderPrint(deck, layouts, theme), theme.canvas)
      const tops = [0, deck.slides.length - 1].map((index) => index * theme.canvas.height)
      const colours: string[] = []
      for (const top of tops) {
        const png = await page.screenshot({ ...theme.canvas, top, scale: 1 })
        colours.push(await page.evaluate(coloursAt, Buffer.from(png).toString('base64')))
      }
      return { colours, heads: await page.evaluate(headBackgrounds) }
    })
    const colour = '32 64 96 255'
    expect(found.colours).toEqual([0, 1].map(() => `${colour}, ${colour}, ${colour}`))
    expect(found.heads.length).toBeGreaterThan(1)
    expect(new Set(found.heads)).toEqual(new Set(['rgba(0, 0, 0, 0)']))
  })
})

/**
 * Returns the background colours of the heads of title and closing slides, which must not hide the slide's background.
 * Runs in the page.
 */
function headBackgrounds(): string[] {
  return [...document.querySelectorAll(':is([data-layout="title"], [data-layout="closing"]) .slide-head')].map(
    (head) => getComputedStyle(head).backgroundColor,
  )
}

/** Shows a slide of the deck without the transition, which the test would have to wait for. Runs in the page. */
function showSlide(index: number): void {
  const reveal = (window as unknown as { Reveal: { configure(_: object): void; slide(h: number): void } }).Reveal
  reveal.configure({ transition: 'none', backgroundTransition: 'none' })
  reveal.slide(index)
}

/** Returns the colours of three points of a picture at which no slide has text. Runs in the page. */
async function coloursAt(png: string): Promise<string> {
  const image = new Image()
  image.src = `data:image/png;base64,${png}`
  await image.decode()
  const canvas = new OffscreenCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context?.drawImage(image, 0, 0)
  return [10, 640, 1270].map((x) => [...(context?.getImageData(x, 8, 1, 1).data ?? [])].join(' ')).join(', ')
}
