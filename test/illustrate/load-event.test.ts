import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { convert } from '../../src/convert.ts'
import { loadEvent } from '../../src/illustrate/load-event.ts'
import { EventError } from '../../src/theme/event-error.ts'
import { png, svg } from './images.ts'

const root = mkdtempSync(join(tmpdir(), 'lectern-event-'))
const folder = join(root, 'talk')

beforeAll(() => {
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'mark.svg'),
    svg('viewBox="0 0 80 20"', '<path fill="#d6006c" style="stroke: navy" d="M0 0"/>'),
  )
  writeFileSync(join(folder, 'mark.png'), png(40, 20))
  writeFileSync(join(folder, 'runs.svg'), svg('viewBox="0 0 8 8"', '<script>alert(1)</script>'))
  writeFileSync(join(folder, 'mark.txt'), 'a logo')
  writeFileSync(join(root, 'secret.svg'), svg('viewBox="0 0 8 8"'))
  symlinkSync(join(root, 'secret.svg'), join(folder, 'link.svg'))
  writeFileSync(join(folder, 'broken.yaml'), 'name: Locks\nlogo: gone.svg\n')
  writeFileSync(join(folder, 'event.yaml'), 'name: Locks\n')
  writeFileSync(join(root, 'event.yaml'), 'name: Locks\n')
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

function loadEventFrom(text: string) {
  const path = join(folder, 'test.yaml')
  writeFileSync(path, text)
  return loadEvent(path)
}

async function complaintsAbout(text: string): Promise<readonly string[]> {
  const error = await loadEventFrom(text).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof EventError)) throw new Error(`No complaint: ${error}`)
  return error.message.split('\n').map((line) => line.replace(/^.*test\.yaml:/, ''))
}

test('an event has the values of its file, with its logos and QR code', async () => {
  const event = await loadEventFrom(`
name: Lock Keepers' Days
edition: 12
hashtag: LKD26
address: locks.example/2026
colours: teal
logo: { light: mark.svg, dark: mark.png }
fonts: { display: Archivo }
sponsors: [Ropeworks, { name: Sluice & Sons, logo: mark.png }]
speaker: Jo
`)
  expect(event).toMatchObject({
    edition: '12',
    hashtag: '#LKD26',
    colours: ['#008080'],
    speaker: { name: 'Jo', role: null },
    address: { url: 'https://locks.example/2026', text: 'locks.example/2026' },
    sponsors: [{ name: 'Ropeworks', logo: null }, { name: 'Sluice & Sons' }],
  })
  expect(event.logo?.light).toMatchObject({ picture: { width: 80, height: 20 }, colours: ['#d6006c', '#000080'] })
  expect(event.logo?.dark).toMatchObject({ picture: { width: 40, height: 20 }, colours: [] })
  expect(event.address?.code.size).toBeGreaterThanOrEqual(21)
  const weights = event.fonts.display?.faces.filter(({ style }) => style === 'normal').map(({ weight }) => weight)
  expect(weights).toEqual(expect.arrayContaining([400, 500, 800]))
})

describe('mistakes are reported at their place, with a remedy', () => {
  test.each([
    ['an unknown key', 'name: Locks\nsponsers: []', /^2:1: "sponsers": This key is unknown. Did you mean "sponsors"/],
    ['an unknown nested key', 'name: Locks\nspeaker: { name: Jo, rol: Pilot }', /^2:22: "speaker.rol": .*"role"/],
    ['an invalid colour', 'name: Locks\ncolours: ["#12"]', /^2:11: "colours.0": Give a colour/],
    ['a transparent colour', 'name: Locks\ncolours: "#12345678"', /^2:1: .*Give a colour/],
    ['a missing name', 'place: Locks', /^1:1: "name": Write/],
    ['an impossible date', 'name: Locks\ndates: 2026-13-45', /^2:1: "dates": 2026-13-45 is not a real date\./],
    ['a repeated key', 'name: Locks\nname: Quays', /^2:1: This key appears twice\./],
    ['broken YAML', 'name: "Locks', /^1:\d+: This is not valid YAML: Missing closing .+\. Put quotation marks/],
    ['a missing logo', 'name: Locks\nlogo: gone.svg', /^2:1: The logo "gone.svg" is not in the event file's folder/],
    [
      'a logo outside the folder',
      'name: Locks\nlogo: { light: mark.svg, dark: ../secret.svg }',
      /^2:26: The logo .* outside the event file/,
    ],
    ['a link out of the folder', 'name: Locks\nlogo: link.svg', /^2:1: The logo .* outside the event file/],
    ['a logo on the web', 'name: Locks\nlogo: https://locks.example/mark.svg', /^2:1: The logo .* is a web address/],
    [
      'a drawing with a script',
      'name: Locks\nsponsors: [Jo, { name: Sluice, logo: runs.svg }]',
      /^2:32: The logo .* contains a script/,
    ],
    [
      'a logo that is a text file',
      'name: Locks\nlogo: mark.txt',
      /^2:1: The logo .* contains nothing that a browser shows/,
    ],
    [
      'a missing font',
      'name: Locks\nfonts: { text: Nowhere Sans }',
      /^2:10: The font Nowhere Sans was not found. Run npm install @fontsource\/nowhere-sans/,
    ],
    [
      'a missing font file',
      'name: Locks\nfonts: { text: { family: Lock, files: [mark.woff2] } }',
      /^2:\d+: The font file "mark.woff2" is not in the event file/,
    ],
    [
      'an address that is not on the web',
      'name: Locks\naddress: javascript:alert(1)',
      /^2:1: "address": Give an address on the web/,
    ],
  ])('%s', async (_, text, expected) => {
    expect(await complaintsAbout(text)).toEqual([expect.stringMatching(expected)])
  })

  test('every mistake of several', async () => {
    expect(await complaintsAbout('name: Locks\nlogo: gone.svg\nsponsors: [{ name: Jo, logo: runs.svg }]')).toHaveLength(
      2,
    )
  })

  test('a missing event file', async () => {
    await expect(loadEvent(join(folder, 'no.yaml'))).rejects.toThrow(/no\.yaml: There is no such file/)
  })
})

describe('the event that an article names', () => {
  const conversionOf = async (event: string) => {
    const value = `---\ntitle: Locks\nevent: ${event}\n---\n\n# Locks\n\nA lock lifts a boat.\n`
    const file = new VFile({ path: 'talk/talk.md', cwd: root, value: Buffer.from(value) })
    const { deck } = await convert(file, { formats: [] }, { browser: null })
    const messages = file.messages.filter(({ ruleId }) => ruleId !== 'unmeasured')
    return { deck, messages: messages.map(({ ruleId, line, column, fatal }) => ({ ruleId, line, column, fatal })) }
  }

  test('is loaded from its folder', async () => {
    const { deck, messages } = await conversionOf('event.yaml')
    expect(deck.event?.name).toBe('Locks')
    expect(messages).toEqual([])
  })

  test.each(['../event.yaml', '/etc/passwd', 'Locks 2026', '../talk/../event.yaml'])(
    'is ignored if it is %s',
    async (event) => {
      const { deck, messages } = await conversionOf(event)
      expect(deck.event).toBeNull()
      expect(messages).toEqual([{ ruleId: 'unknown-event', line: 3, column: 8, fatal: false }])
    },
  )

  test('is an error of the article if it is broken', async () => {
    const { messages } = await conversionOf('broken.yaml')
    expect(messages).toEqual([{ ruleId: 'bad-event', line: 3, column: 8, fatal: true }])
  })
})
