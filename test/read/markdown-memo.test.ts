import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { read } from '../../src/read/read.ts'

const PROSE = 'The archive of the harbour moves to the depot in May, because the cellar under the quay is damp.'

async function headAndText(markdown: string) {
  const file = new VFile({ path: 'talk.md' })
  const { title, byline, date, root } = await read(new TextEncoder().encode(markdown), file)
  return {
    head: [title, byline, date].map((passage) => passage?.text),
    blocks: root.blocks.flatMap(({ passages }) => passages.map(({ text }) => text)),
    messages: file.messages.map(({ reason }) => reason),
  }
}

test.each([
  [
    'of an e-mail',
    'From: Ada Marsh <ada@marl.example>\nTo: Board <board@marl.example>\nSubject: Re: The depot\nDate: Mon, 9 Mar 2026 18:42:11 +0100',
  ],
  ['in bold', '**From:** Ada Marsh\n**To:** Board\n**Subject:** The depot\n**Date:** Mon, 9 Mar 2026'],
  ['with line breaks', 'From: Ada Marsh\\\nTo: Board  \nSubject: The depot  \nDate: Mon, 9 Mar 2026'],
])('Markdown may have the header %s', async (_, header) => {
  const { head, blocks, messages } = await headAndText(`${header}\n\n${PROSE}\n`)
  expect(head).toEqual(['The depot', 'Ada Marsh', 'Mon, 9 Mar 2026'])
  expect(blocks).toEqual([PROSE])
  expect(messages).toEqual([expect.stringMatching(/left out of the deck: "To: Board/)])
})

test('a heading above the header is the title', async () => {
  const { head, blocks, messages } = await headAndText(
    `# The archive moves\n\nFrom: Ada Marsh\nSubject: The depot\n\n${PROSE}\n`,
  )
  expect(head).toEqual(['The archive moves', 'Ada Marsh', undefined])
  expect(blocks).toEqual([PROSE])
  expect(messages).toEqual([expect.stringContaining('"Subject: The depot"')])
})

test('values in the front matter win over those in the header', async () => {
  const { head } = await headAndText(`---\nauthor: Bo Vane\n---\n\nFrom: Ada Marsh\nSubject: The depot\n\n${PROSE}\n`)
  expect(head).toEqual(['The depot', 'Bo Vane', undefined])
})

test.each([
  ['prose', `From: the quay\nit moves to the depot.`],
  ['one line', 'From: the quay'],
  ['lines without a sender or a recipient', 'Date: 9 March 2026\nSubject: The depot'],
])('%s is not a header', async (_, text) => {
  const { blocks } = await headAndText(`# The archive moves\n\n${text}\n\n${PROSE}\n`)
  expect(blocks[0]).toBe(text.replaceAll('\n', ' '))
})
