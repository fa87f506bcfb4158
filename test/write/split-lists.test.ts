import { describe, expect, test } from 'vitest'
import { slidesOf, textsOf } from '../support/written.ts'

/** The layout and lines of each slide between the opening and the closing one, and its note. */
async function saidBy(steps: string) {
  const value = `# The gauge\n\n## Steps\n\n${steps}\n## Care\n\nThe harbour authority will close the old lock in May after engineers found cracks in both of its gates. The repair costs four million pounds and takes six months.\n`
  const slides = (await slidesOf(value)).filter(({ layout }) => !/^(?:title|agenda|part|closing)$/.test(layout))
  return slides.slice(0, -1).map((slide) => ({
    layout: slide.layout,
    lines: textsOf(slide),
    note: slide.note.sentences.map(({ text }) => text).join(' '),
  }))
}

describe('what is inside the items of a list is shown in its place', () => {
  test('a listing, under the words of its step', async () => {
    const slides = await saidBy(
      '1. Open the box of the gauge.\n2. Wait until the float is still.\n3. Run the tool from the quay:\n\n   ```sh\n   gauge --set\n   gauge --read\n   ```\n\n4. Shut the box.\n5. Tell the keeper.\n',
    )
    expect(slides.map(({ layout, lines }) => [layout, ...lines])).toEqual([
      ['points', 'Steps (1/2)', 'Open the box of the gauge', 'Wait until the float is still'],
      ['code', '3. Run the tool from the quay', 'gauge --set', 'gauge --read'],
      ['points', 'Steps (2/2)', 'Shut the box', 'Tell the keeper'],
    ])
  })

  test('a table, under the words of its step', async () => {
    const slides = await saidBy(
      '1. Open the box of the gauge.\n2. Wait until the float is still.\n3. Compare the marks:\n\n   | mark | metres |\n   | ---- | ------ |\n   | low  | 1.5    |\n   | high | 4.5    |\n\n4. Shut the box.\n5. Tell the keeper.\n',
    )
    expect(slides.map(({ layout, lines }) => [layout, lines[0]])).toEqual([
      ['points', 'Steps (1/2)'],
      ['table', '3. Compare the marks'],
      ['points', 'Steps (2/2)'],
    ])
  })

  test('a picture, and after it what else the step says', async () => {
    const slides = await saidBy(
      '- Read the gauge.\n- Open the box of the gauge.\n\n  ![The box](box.png)\n\n  The box has two keys of brass.\n- Shut the box.\n- Tell the keeper.\n',
    )
    expect(slides.map(({ layout }) => layout)).toContain('image')
    expect(slides.find(({ layout }) => layout === 'image')?.lines[0]).toBe('Open the box of the gauge')
    expect(slides.map(({ note }) => note).join(' ')).toContain('The box has two keys of brass.')
  })

  test('the words that announce a list are kept if its first step is the title of a picture', async () => {
    const slides = await slidesOf(
      '# The gauge\n\n## Steps\n\nThe gauge is read in two steps:\n\n1. Open the box of the gauge.\n\n   ![The box](box.png)\n\n2. Read the gauge.\n',
    )
    const said = slides.flatMap(({ note }) => note.sentences.map(({ text }) => text))
    expect(said).toContain('The gauge is read in two steps:')
    const picture = slides.find(({ layout }) => layout === 'image')
    expect(picture === undefined ? [] : textsOf(picture)).toContain('1. Open the box of the gauge')
  })

  test('also in a list under an item', async () => {
    const slides = await saidBy(
      '1. Read the gauge at noon.\n2. Set the clock of the tower.\n   - Take the brass key:\n\n     ```\n     clock --wind\n     clock --set\n     ```\n   - Turn it.\n3. Tell the keeper.\n',
    )
    expect(slides.flatMap(({ lines }) => lines).filter((line) => !line.startsWith('Steps'))).toEqual([
      'Read the gauge at noon',
      'Set the clock of the tower',
      'Take the brass key',
      'clock --wind',
      'clock --set',
      'Turn it',
      'Tell the keeper',
    ])
  })

  test('and the steps are numbered on', async () => {
    const value =
      '# The gauge\n\n## Steps\n\n1. Open it.\n2. Run the tool:\n\n   ```\n   gauge --set\n   gauge --read\n   ```\n\n3. Shut the box.\n4. Tell the keeper.\n'
    const points = (await slidesOf(value)).flatMap((slide) => (slide.layout === 'points' ? slide.slots.points : []))
    expect(points.map(({ ordinal }) => ordinal)).toEqual([1, 3, 4])
  })
})

test('a list of nothing but words stays a list', async () => {
  const [slide] = await saidBy('1. Open the box.\n2. Read the gauge.\n\n   It is in metres.\n3. Shut it.\n')
  expect(slide?.lines).toEqual(['Steps', 'Open the box', 'Read the gauge', 'It is in metres', 'Shut it'])
})
