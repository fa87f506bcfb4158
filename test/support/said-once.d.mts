import type { Sentence } from '../../src/model/outline.ts'

export function areSaidOnceInOrder(sentences: readonly Pick<Sentence, 'kind' | 'span'>[]): boolean
