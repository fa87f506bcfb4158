import { expect, test } from 'vitest'
import { LOCK } from '../support/harbour.ts'
import { slidesOf, textsOf } from '../support/written.ts'

const article = (heading: string, text: string) => `# The lock\n\n## Work\n\n${LOCK}\n\n## ${heading}\n\n${text}\n`

async function shownAndSaid(heading: string, text: string) {
  const slides = await slidesOf(article(heading, text))
  return {
    shown: slides.flatMap(textsOf).join(' '),
    said: slides.flatMap(({ note }) => note.sentences.map((sentence) => sentence.text)).join(' '),
  }
}

test.each([
  ['Acknowledgements', 'The drawings of the gates are by Ann Bell. The pumps were paid for by the town.'],
  ['Thanks!', '- Ann Bell\n- Cy Marsh\n- Dee Fox'],
  [
    'Further reading',
    '- [The log of the gates](https://harbour.example/log)\n- [Pumps](https://harbour.example/pumps)',
  ],
  ['References', '- [The log of the gates](https://harbour.example/log)\n- [Pumps](https://harbour.example/pumps)'],
])('what is under "%s" goes to the notes only', async (heading, text) => {
  const { shown, said } = await shownAndSaid(heading, text)
  expect(shown).not.toMatch(/Ann Bell|log of the gates/)
  expect(said).toMatch(/Ann Bell|log of the gates/)
})

test('a list of content under "Learn more" is shown', async () => {
  const list = '- The gates of the lock are shut at noon\n- The pumps of the lock are tested in May'
  expect((await shownAndSaid('Learn more', list)).shown).toContain('shut at noon')
})
