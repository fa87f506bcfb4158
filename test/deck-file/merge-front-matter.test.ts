import { expect, test } from 'vitest'
import { mergeFrontMatter } from '../../src/deck-file/merge/merge-front-matter.ts'

test('an update keeps settings that only the deck file has, and takes those that the article has changed', () => {
  const written = 'lectern: deck/1\narticle: talk.md\ntitle: The lock\nauthor: Ida\ntheme: stage\nevent: ./event.yaml\n'
  const now = 'lectern: deck/1\narticle: talk.md\ntitle: The new lock\n'
  expect(mergeFrontMatter(written, written, now)).toBe(
    'lectern: deck/1\narticle: talk.md\ntitle: The new lock\ntheme: stage\nevent: ./event.yaml\n',
  )
  expect(mergeFrontMatter(written, written, `${now}theme: paper\n`)).toContain('theme: paper\n')
})
