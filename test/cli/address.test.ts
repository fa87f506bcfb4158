import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ARTICLE, servers } from '../fetch/server.ts'
import { png } from '../illustrate/images.ts'
import { present } from '../support/presenting.ts'
import { inFolder } from './in-folder.ts'

const { at, lectern } = inFolder()
const serve = servers()

function site() {
  return serve((request, response) => {
    if (request.url === '/2026/bird.png')
      return response.writeHead(200, { 'content-type': 'image/png' }).end(png(640, 480))
    if (request.url === '/2026/tides.html') return response.writeHead(200, { 'content-type': 'text/html' }).end(ARTICLE)
    if (request.url === '/metadata')
      return response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end()
    return response.writeHead(404).end()
  })
}

test('an address on the command line is fetched with its images, and reported', async () => {
  const { port, asked } = await site()
  const address = `http://127.0.0.1:${port}/2026/tides.html`
  const { code, error } = await lectern([address, '--allow-private', '--to', 'html,json'])
  expect({ code, error }).toMatchObject({ code: 0 })
  expect(error).toContain(`${address}: note: Fetched 1 KB.`)
  expect(error).toContain(`Fetched an image, 1 KB, from 127.0.0.1:${port}.`)
  expect(asked).toEqual(['/2026/tides.html', '/2026/bird.png'])
  const deck = JSON.parse(readFileSync(at('out', 'tides.json'), 'utf8'))
  expect(deck.title).toBe('Tides of the sea')
  expect(deck.article.path).toBe(address)
  expect(deck.coverage.nowhere).toBe(0)
  expect(readFileSync(at('out', 'tides.html'), 'utf8')).toContain(png(640, 480).toString('base64'))
})

test('a presented address is fetched once, and its deck file has the images beside it', async () => {
  const { port, asked } = await site()
  const address = `http://127.0.0.1:${port}/2026/tides.html`
  const { code, error } = await lectern(['outline', address, '--allow-private'])
  expect({ code, error }).toMatchObject({
    code: 0,
    error: expect.stringContaining('tides-images: saved the images of the page'),
  })
  const deckFile = readFileSync(at('tides.deck.md'), 'utf8')
  expect(deckFile).toContain('](tides-images/bird.png)')
  expect(deckFile).not.toMatch(/^article:/m)
  expect(readFileSync(at('tides-images/bird.png'))).toEqual(png(640, 480))
  expect(await lectern(['outline', address, '--allow-private', '--update', 'tides.deck.md'])).toMatchObject({
    code: 0,
    error: expect.stringContaining('nothing has changed'),
  })
  const before = asked.length
  const built = await lectern(['tides.deck.md', '--to', 'html'])
  expect(built).toMatchObject({ code: 0, error: expect.not.stringContaining('image') })
  expect(readFileSync(at('out', 'tides.html'), 'utf8')).toContain(png(640, 480).toString('base64'))
  expect(asked.length).toBe(before)
  writeFileSync(at('event.yaml'), 'name: Harbour Days\n')
  const presented = await present(at(), [address, '--allow-private', '--event', 'event.yaml'])
  writeFileSync(at('event.yaml'), 'name: Orchard Summit\n')
  await expect
    .poll(async () => (await fetch(presented.address)).text(), { timeout: 600_000 })
    .toContain('Orchard Summit')
  await presented.end()
  expect(asked.slice(before)).toEqual(['/2026/tides.html', '/2026/bird.png'])
})

test('an address that may not or cannot be fetched ends with exit code 1 and saves nothing', async () => {
  const { port, asked } = await site()
  const runs = [
    {
      words: [`http://127.0.0.1:${port}/2026/tides.html`],
      reason: /127\.0\.0\.1 is a private address.*--allow-private/,
    },
    { words: [`http://2130706433:${port}/2026/tides.html`], reason: /private address/ },
    {
      words: [`http://127.0.0.1:${port}/metadata`, '--allow-private'],
      reason: /169\.254\.169\.254 is a private address/,
    },
    { words: [`http://127.0.0.1:${port}/none`, '--allow-private'], reason: /answered 404 Not Found/ },
    {
      words: [`http://me:secret@127.0.0.1:${port}/`, '--allow-private'],
      reason: /a user name or password, which is not sent/,
    },
    { words: ['http://'], reason: /not a valid web address/ },
    { words: ['ftp://example.org/talk.txt'], reason: /Only web addresses/ },
    { words: ['file:///etc/passwd'], reason: /Give its path/ },
  ]
  const ended = await Promise.all(runs.map(({ words }) => lectern([...words, '--to', 'html'])))
  for (const [index, { code, error }] of ended.entries()) {
    expect(error).toMatch(runs[index]?.reason ?? '')
    expect(error).not.toContain('secret')
    expect(code).toBe(1)
  }
  expect(asked.toSorted()).toEqual(['/metadata', '/none'])
  expect(existsSync(at('out'))).toBe(false)
})

test('no address in an article, an event, a theme or a deck file is fetched', async () => {
  const { port, asked } = await site()
  const address = `http://127.0.0.1:${port}/2026`
  const article = `---\ntheme: ${address}/theme\nevent: ${address}/event.yaml\nbackground: ${address}/bird.png\n---\n\n# Tides\n\nThe river rose by two metres.\n\n![A bird](${address}/bird.png)\n\n<img src="${address}/bird.png">\n`
  writeFileSync(at('talk.md'), article)
  writeFileSync(
    at('page.html'),
    ARTICLE.replace('<head>', '')
      .replace('bird.png', `${address}/bird.png`)
      .replace('<article>', `<base href="${address}/"><article>`),
  )
  writeFileSync(at('event.yaml'), `name: Tides\nlogo: ${address}/bird.png\n`)
  const { error } = await lectern(['talk.md', 'page.html', '--allow-private', '--to', 'html'])
  expect(error).toMatch(/bird\.png" is not a file beside the article, and nothing is fetched/)
  expect((await lectern(['outline', 'talk.md', '--allow-private'])).code).toBe(0)
  await lectern(['talk.deck.md', '--allow-private', '--to', 'html'])
  await lectern(['talk.md', '--event', 'event.yaml', '--allow-private', '--to', 'html'])
  expect(asked).toEqual([])
})
