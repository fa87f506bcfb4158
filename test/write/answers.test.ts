import { expect, test } from 'vitest'
import { slidesOf, textsOf } from '../support/written.ts'

/** The lines of the slide under a question. */
async function answerTo(question: string, answer: string) {
  const text = `# The lock\n\n## Work\n\nThe lock lifts forty boats a day. Its gates are made of steel.\n\n## ${question}\n\n${answer}\n\n## Care\n\nThe gates are painted in May.\n`
  return (await slidesOf(text))
    .map(textsOf)
    .find(([title]) => title === question)
    ?.slice(1)
}

test('an answer is shown under its question though it names it by a pronoun', async () => {
  expect(await answerTo('What is a gauge?', 'It is a pipe with a float that shows the depth.')).toEqual([
    'It is a pipe with a float that shows the depth',
  ])
  expect(await answerTo('The gauge', 'It is a pipe with a float that shows the depth.')).toBeUndefined()
})

test('what is asked to be or not is answered by yes or no', async () => {
  expect(
    await answerTo('May I read the gauge?', 'Yes! The door of the tower is open from May until September.'),
  ).toEqual(['Yes! The door of the tower is open from May until September'])
  expect(
    await answerTo(
      'May I read it?',
      'Yes. It is dark in there. The door of the tower is open from May until September.',
    ),
  ).not.toContainEqual(expect.stringMatching(/^Yes\. The door/))
})
