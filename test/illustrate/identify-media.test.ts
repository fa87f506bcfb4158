import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { VFile } from 'vfile'
import { afterAll, expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { joinHtml } from '../../src/model/html.ts'
import { renderPrintPages } from '../../src/render/print.ts'
import { renderSlides } from '../../src/render/slide.ts'
import { oneChrome } from '../safety/watched.ts'

const VIDEO = readFileSync('slides/showcase/lock.webm')
/** A second of silence would be longer. */
const SOUND = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'), Buffer.alloc(64)])

const folder = mkdtempSync(join(tmpdir(), 'lectern-media-'))
writeFileSync(join(folder, 'lock.webm'), VIDEO)
writeFileSync(join(folder, 'bell.mp3'), SOUND)
/** One byte too many. */
writeFileSync(
  join(folder, 'long day.mp4'),
  Buffer.concat([Buffer.from('\0\0\0 ftypisom', 'latin1'), Buffer.alloc(16 * 1024 * 1024)]),
)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const chrome = oneChrome()

async function build(markdown: string) {
  const file = new VFile({ path: 'talk.md', cwd: folder, value: `# Locks\n\nThe water is high.\n\n${markdown}\n` })
  const conversion = await convert(file, { formats: ['html'] }, { browser: null })
  const messages = file.messages.filter(({ ruleId }) => ruleId !== 'unmeasured').map(String)
  return { ...conversion, messages, html: new TextDecoder().decode(conversion.files.get('talk.html')) }
}

const policyIn = (html: string) => /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]

test('a video in the article’s folder plays in the deck without any request', async () => {
  const { html, messages } = await build('![The water settles](lock.webm)')
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
  const { html, deck, theme, messages } = await build(markdown)
  expect(messages).toEqual([])
  expect(html).toMatch(
    new RegExp(
      `<${kind} class="player" src="data:${kind}/[^"]*" controls preload="metadata" aria-label="The water settles">`,
    ),
  )
  expect(policyIn(html)).toMatch(/; media-src data:$/)
  const paper = joinHtml(renderPrintPages(renderSlides(deck, layouts, theme), deck, theme))
  expect(paper).toMatch(/<img class="poster" src="data:image\/svg\+xml;[^"]*" alt="The water settles">/)
  expect(paper).not.toMatch(/<(?:video|audio)|media-src/)
})

test('a video that is too large is linked, and a message says to keep it beside the deck', async () => {
  const { html, deck, theme, messages } = await build('![The whole day](long%20day.mp4)')
  expect(messages).toEqual([
    expect.stringMatching(
      /^talk\.md:5:1.* "long%20day\.mp4" is larger than 16 MB.* Keep a copy of it beside the deck\.$/,
    ),
  ])
  expect(html).toMatch(
    /<a class="linked" href="long%20day\.mp4" target="_blank" rel="noopener"><img[^>]*alt="The whole day"[^>]*><\/a>/,
  )
  expect(html).not.toContain('<video')
  expect(policyIn(html)).not.toContain('media-src')
  const paper = joinHtml(renderPrintPages(renderSlides(deck, layouts, theme), deck, theme))
  expect(paper).toContain('alt="The whole day"')
  expect(paper).not.toContain('day.mp4"')
})

test('a saved page keeps videos in its own folder, and no others', async () => {
  const prose =
    'The lock was built in 1912 by nine men. Its two gates are opened by hand at dawn, and forty barges pass it in a week.'
  const value = `<!doctype html><html lang="en"><title>The lock</title><article><h1>The lock</h1><p>${prose}</p>
    <video controls title="The water settles"><source src="lock.webm"><source src="lock.mp4"></video>
    <p>A second pump helps since 1950, and it lifts ninety litres a minute.</p><video src="https://example.com/x.mp4"></video></article>`
  const file = new VFile({ path: 'page.html', cwd: folder, value })
  const { files } = await convert(file, { formats: ['html'] }, { browser: null })
  const html = new TextDecoder().decode(files.get('page.html'))
  expect(html.match(/<video[^>]*aria-label="[^"]*"/g)?.map((tag) => tag.slice(-31))).toEqual([
    ' aria-label="The water settles"',
  ])
  expect(html).not.toContain('example.com/x')
  expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['unmeasured'])
})

test('a deck without media keeps the stricter policy', async () => {
  const { html } = await build('![Gone](gone.webm)')
  expect(policyIn(html)).not.toContain('media-src')
  expect(html).not.toMatch(/<(?:video|audio)\b/)
})

test('media from elsewhere leave a frame and a message', async () => {
  const { messages, html } = await build('<video src="https://example.com/clip.mp4" autoplay onplay="run()"></video>')
  expect(messages.join()).toMatch(/clip\.mp4" is not a file beside the article, and nothing is fetched/)
  expect(html).not.toMatch(/example\.com\/clip|run\(\)/)
})
