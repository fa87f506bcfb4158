import { expect, test } from 'vitest'
import { slidesOf, textsOf } from '../support/written.ts'

const LOCK = 'The lock lifts forty boats a day. Its gates are made of steel. Two keepers work the pumps by night.'
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
  ['Authors', '- Ann Bell, keeper of the lock\n- Cy Marsh, keeper of the weir'],
  ['Thanks!', '- Ann Bell\n- Cy Marsh\n- Dee Fox'],
  [
    'Further reading',
    '- [The log of the gates](https://harbour.example/log)\n- [Pumps](https://harbour.example/pumps)',
  ],
  ['References', '- [The log of the gates](https://harbour.example/log)\n- [Pumps](https://harbour.example/pumps)'],
  ['How to get involved', 'The keepers meet on Mondays in the tower. Every rower of the harbour is welcome there.'],
])('what stands under "%s" is only said', async (heading, text) => {
  const { shown, said } = await shownAndSaid(heading, text)
  expect(shown).not.toMatch(/Ann Bell|log of the gates|rower/)
  expect(said).toMatch(/Ann Bell|log of the gates|rower/)
})

test.each([
  [
    'References',
    'A reference is a line to a gate that another line may share. Every reference is checked by the keeper.',
  ],
  ['Learn more', '- The gates of the lock are shut at noon\n- The pumps of the lock are tested in May'],
])('what may be the matter itself under "%s" is shown', async (heading, text) => {
  expect((await shownAndSaid(heading, text)).shown).toMatch(/checked by the keeper|shut at noon/)
})
