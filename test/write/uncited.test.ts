import { expect, test } from 'vitest'
import { draftsOf, slidesOf, textsOf } from '../support/written.ts'

const CITED = [
  'The lock was built of granite in 1912 by the town council.[3] Its two gates are opened by hand every day.[4][12]',
  'Some keepers say that the lower gate leaks.[citation needed] The new pump was bought in 1954.[note 1]',
].join(' ')

test('the marks of sources and notes stand on no slide, and stay in what is said', async () => {
  const text = `# The lock\n\n## History[edit]\n\n${CITED}\n\n- The lower gate, of oak[7]\n- The upper gate[8]\n`
  const shown = (await slidesOf(text)).flatMap(textsOf)
  expect(shown).toEqual(expect.arrayContaining(['The lower gate, of oak', 'The upper gate']))
  expect(shown.join('\n')).not.toMatch(/[[\]]/)
  expect((await draftsOf(text)).flatMap(({ said }) => said.map((sentence) => sentence.text))).toEqual(
    expect.arrayContaining(['Its two gates are opened by hand every day.[4][12]', 'The lower gate, of oak[7]']),
  )
})

test('an index in code is no such mark', async () => {
  const shown = (
    await slidesOf(
      '# The lock\n\n## Use\n\nThe first gate is gates[0] and it is open. Write `args[1]` for the second one.\n',
    )
  ).flatMap(textsOf)
  expect(shown.join('\n')).toContain('gates[0]')
  expect(shown.join('\n')).toContain('args[1]')
})

test('nor do the marks of bold that was never closed', async () => {
  const text =
    '# The lock\n\n## Use\n\n** The two gates are opened by hand every day, and the pump** runs at 2 ** 3 turns. **\n'
  const shown = (await slidesOf(text)).flatMap(textsOf).join('\n')
  expect(shown).toContain('The two gates are opened by hand')
  expect(shown).not.toMatch(/(?<!2 )\*\*/)
})
