import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { VFile } from 'vfile'
import { afterAll, expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { layouts } from '../../src/layout/layouts.ts'
import { wholeOf } from '../../src/model/html.ts'
import { renderSheets } from '../../src/render/print.ts'
import { renderSlides } from '../../src/render/slide.ts'
import { oneChrome } from '../safety/watched.ts'

const VIDEO = readFileSync('slides/showcase/lock.webm')
/** A second of silence would be longer. */
const SOUND = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'), Buffer.alloc(64)])

const folder = mkdtempSync(join(tmpdir(), 'lectern-media-'))
writeFileSync(join(folder, 'lock.webm'), VIDEO)
writeFileSync(join(folder, 'bell.mp3'), SOUND)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const chrome = oneChrome()

async function made(markdown: string) {
  const file = new VFile({ path: 'talk.md', cwd: folder, value: `# Locks\n\nThe water is high.\n\n${markdown}\n` })
  const made = await convert(file, { formats: ['html'] }, { browser: null })
  const messages = file.messages.filter(({ ruleId }) => ruleId !== 'unmeasured').map(String)
  return { ...made, messages, html: new TextDecoder().decode(made.files.get('talk.html')) }
}

const policyIn = (html: string) => /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]

test('a video of the folder plays in the deck, which asks nobody for anything', { timeout: 60_000 }, async () => {
  const { html, messages } = await made('![The water settles](lock.webm)')
  expect(messages).toEqual([])
  const path = join(folder, 'talk.html')
  writeFileSync(path, html)
  const page = await chrome().newPage()
  const requests: string[] = []
  page.on('request', (request) => void requests.push(request.url().slice(0, 40)))
  await page.goto(pathToFileURL(path).href)
  const isPlayed = await page.evaluate(async () => {
    const video = document.querySelector('video')
    if (video === null) return 'no video'
    video.muted = true
    await video.play()
    await new Promise((played) => video.addEventListener('timeupdate', played, { once: true }))
    return video.getAttribute('aria-label')
  })
  expect(isPlayed).toBe('The water settles')
  expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(path).href.slice(0, 40)])
})

test.each([
  ['an image', '![The water settles](lock.webm)', 'video'],
  ['raw HTML on one line', '<video controls title="The water settles"><source src="lock.webm"></video>', 'video'],
  ['raw HTML', '<video\n  src="lock.webm"\n  title="The water settles">\n</video>', 'video'],
  ['a sound', '![The water settles](bell.mp3)', 'audio'],
])('%s becomes a player, and on paper a poster', async (_, markdown, kind) => {
  const { html, deck, theme, messages } = await made(markdown)
  expect(messages).toEqual([])
  expect(html).toMatch(
    new RegExp(
      `<${kind} class="player" src="data:${kind}/[^"]*" controls preload="metadata" aria-label="The water settles">`,
    ),
  )
  expect(policyIn(html)).toMatch(/; media-src data:$/)
  const paper = wholeOf(renderSheets(renderSlides(deck, layouts, theme), deck, theme))
  expect(paper).toMatch(/<img class="poster" src="data:image\/svg\+xml;[^"]*" alt="The water settles">/)
  expect(paper).not.toMatch(/<(?:video|audio)|media-src/)
})

test('a deck without media has the policy that it had', async () => {
  const { html } = await made('![Gone](gone.webm)')
  expect(policyIn(html)).not.toContain('media-src')
  expect(html).not.toMatch(/<(?:video|audio)\b/)
})

test('what is elsewhere leaves a frame, and a message', async () => {
  const { messages, html } = await made('<video src="https://example.com/clip.mp4" autoplay onplay="run()"></video>')
  expect(messages.join()).toMatch(/clip\.mp4" is not a file beside the article, and nothing is fetched/)
  expect(html).not.toMatch(/example\.com\/clip|run\(\)/)
})
