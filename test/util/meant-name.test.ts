import { expect, test } from 'vitest'
import { meantName } from '../../src/util/meant-name.ts'

const NAMES = ['title', 'layout', 'hidden', 'part']

test.each([
  ['hiden', 'hidden'],
  ['Layout', 'layout'],
  ['titel', 'title'],
  ['prat', 'part'],
  ['colour', null],
  ['again', null],
])('"%s" means %s', (name, meant) => expect(meantName(name, NAMES)).toBe(meant))

test('nothing is meant where nothing is known', () => expect(meantName('title', [])).toBeNull())
