import { expect, test } from 'vitest'
import { firstPlaceOf } from '../../src/model/source-position.ts'

const ARTICLE = { anchors: [{ offset: 0, point: { line: 3, column: 1, offset: 0 } }] }

test('the place of several lines is that of the first that is in a file', () => {
  const added = { spans: [] }
  const inArticle = { spans: [[4, 9] as const] }
  const inDeckFile = { spans: [[4, 9] as const], place: { line: 12, column: 3 } }
  expect(firstPlaceOf([added, inArticle, inDeckFile], ARTICLE)).toEqual({ line: 3, column: 5 })
  expect(firstPlaceOf([added, inDeckFile], ARTICLE)).toEqual({ line: 12, column: 3 })
  expect(firstPlaceOf([added], ARTICLE)).toBeNull()
})
