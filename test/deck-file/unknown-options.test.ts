import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { readOptions } from '../../src/deck-file/slide-options.ts'

function complaintAbout(options: string): string | undefined {
  const file = new VFile({ path: 'talk.deck.md' })
  readOptions(`<!-- slide: tides, ${options} -->`, { line: 1, column: 1 }, file)
  return file.messages[0]?.reason
}

test.each([
  ['hiden', 'Did you mean "hidden"?'],
  ['colour: red', 'Choose from slide, hidden, layout,'],
  ['part: Rain, wind', 'put the value in quotation marks'],
  ['layout: pionts', 'Did you mean "points"?'],
  ['layout: poster', 'Choose from title, agenda,'],
])('%s', (options, remedy) => expect(complaintAbout(options)).toContain(remedy))

test('a value in quotation marks may contain a comma', () => {
  expect(complaintAbout('part: "Rain, wind"')).toBeUndefined()
})
