import { expect, test } from 'vitest'
import { slidesOf, textsOf } from '../support/written.ts'

test('the first of several events is not a title: it is listed with the others under their heading', async () => {
  const slides = await slidesOf(
    '# The lock\n\n## Storms to remember\n\nIn 1976, the autumn gale took the old pier. In 1987, the lamp went out for the first time. In 2003, a freighter ran aground on the bar. In 2019, the last keeper closed his notebook.\n',
  )
  const timeline = slides.find(({ layout }) => layout === 'timeline')
  expect(timeline === undefined ? [] : textsOf(timeline)).toEqual([
    'Storms to remember',
    '1976',
    'The autumn gale took the old pier',
    '1987',
    'The lamp went out for the first time',
    '2003',
    'A freighter ran aground on the bar',
    '2019',
    'The last keeper closed his notebook',
  ])
})
