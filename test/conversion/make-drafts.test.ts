import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { makeDrafts } from '../../src/conversion/make-drafts.ts'
import { newMemory } from '../../src/conversion/memory.ts'
import { imagesInFolder } from '../../src/illustrate/image-source.ts'
import { read } from '../../src/read/read.ts'
import { UnreadableError } from '../../src/read/unreadable-error.ts'
import { completeSettings } from '../../src/settings/settings.ts'
import { type Memo, newMemo } from '../../src/util/memo.ts'
import { newWriterMemory, type Phrase } from '../../src/write/writer-memory.ts'
import { interrupted } from '../support/interrupt.ts'

const images = imagesInFolder(null)

/** A memory that never answers a request for some words. */
function endlessAt<Value>(words: string): Memo<Value> {
  const memo = newMemo<Value>()
  const recall: typeof memo.recall = (key, make) => {
    while (key.includes(words));
    return memo.recall(key, make)
  }
  return { ...memo, recall }
}

test('a section that takes the writer too long is reported at its heading', async () => {
  const file = new VFile({ path: 'talk.md' })
  const text = '# Tides\n\n## Gauges\n\nThe gauge floats in a pipe.\n\n## Gates\n\nThe gate never stops at noon.\n'
  const article = await read(new TextEncoder().encode(text), file)
  const memory = {
    ...newMemory(),
    writer: { ...newWriterMemory(), phrases: endlessAt<readonly Phrase[]>('never stops') },
  }
  const input = { article, deckFile: null, otherDeck: null }
  const writing = makeDrafts(input, { settings: completeSettings({}, {}), images, file, memory, limit: 2_000 })
  await expect(writing).rejects.toThrow(UnreadableError)
  expect(String(file.messages[0])).toMatch(
    /^talk\.md:7:4: Writing this article took more than 2 minutes and was stopped\. Shorten/,
  )
})

test('Ctrl-C stops the writer in the middle of a long article', async () => {
  const dist = (path: string) => JSON.stringify(new URL(`../../dist/${path}`, import.meta.url).href)
  const program = `
    import { writeSync } from 'node:fs'
    import { VFile } from 'vfile'
    import { makeDrafts } from ${dist('conversion/make-drafts.js')}
    import { imagesInFolder } from ${dist('illustrate/image-source.js')}
    import { newMemory } from ${dist('conversion/memory.js')}
    import { read } from ${dist('read/read.js')}
    import { completeSettings } from ${dist('settings/settings.js')}
    import { newWriterMemory } from ${dist('write/writer-memory.js')}
    const stop = new AbortController()
    process.once('SIGINT', () => stop.abort(new Error('heard')))
    const value = '# Tides\\n\\n' + 'The gauge floats in a pipe of the harbour and never stops at noon. '.repeat(1_000)
    const file = new VFile({ path: 'talk.md', value })
    const article = await read(new TextEncoder().encode(value), file)
    const images = imagesInFolder(null)
    const phrases = { recall: () => { writeSync(1, 'begun '); for (;;); } }
    const memory = { ...newMemory(), writer: { ...newWriterMemory(), phrases } }
    const input = { article, deckFile: null, otherDeck: null }
    const writing = makeDrafts(input, { settings: completeSettings({}, {}), images, file, memory, signal: stop.signal })
    await writing.catch(({ name }) => writeSync(1, stop.signal.reason.message + ' ' + name))`
  expect(await interrupted(program)).toBe('begun heard InterruptedError')
})
