// Finds the lines and sentences that the author of a deck file has moved from slide to slide.

import { lettersIn } from './line-letters.ts'
import type { SlideVersion } from './slide-version.ts'

/** The author's slides and the slides as Lectern wrote them. */
export interface SlidesToSearch {
  readonly myVersions: readonly SlideVersion[]
  readonly baseVersions: readonly SlideVersion[]
  /** For each slide of the author's deck, the index of its original; null for a slide that the author has added. */
  readonly originalIndexes: readonly (number | null)[]
}

/** The text on a slide, as keys: the letters of its lines, and the keys of the sentences in its note. */
export interface SlideKeys {
  readonly lines: ReadonlySet<string>
  readonly sentences: ReadonlySet<string>
}

/** Text that the author has moved. */
export interface MovedText {
  /** For each slide of the author's deck, the text that Lectern wrote on it. */
  readonly kept: readonly SlideKeys[]
  /** For each slide of the author's deck, the text that Lectern wrote on other slides. */
  readonly gained: readonly SlideKeys[]
  /** For each slide as Lectern wrote it, the text that the author now has on other slides instead. */
  readonly lost: readonly SlideKeys[]
}

/** Finds the text that the author has moved or copied to another slide, and the text that has stayed in place. */
export function findMovedText({ myVersions, baseVersions, originalIndexes }: SlidesToSearch): MovedText {
  const mine = myVersions.map(keysOf)
  const base = baseVersions.map(keysOf)
  const written = union(base)
  const originalOf = (index: number) => base[originalIndexes[index] ?? -1] ?? NO_TEXT
  const kept = mine.map((keys, index) => intersection(keys, originalOf(index)))
  const gained = mine.map((keys, index) => intersection(difference(keys, originalOf(index)), written))
  const allGained = union(gained)
  const lost = base.map((keys, index): SlideKeys => {
    const mineIndex = originalIndexes.indexOf(index)
    return intersection(difference(keys, mine[mineIndex] ?? NO_TEXT), allGained)
  })
  return { kept, gained, lost }
}

export const NO_TEXT: SlideKeys = { lines: new Set(), sentences: new Set() }

function keysOf({ body, tokens }: SlideVersion): SlideKeys {
  return {
    lines: new Set(
      body
        .split('\n')
        .map(lettersIn)
        .filter((letters) => letters !== ''),
    ),
    sentences: new Set(tokens.map(({ key }) => key)),
  }
}

/** Removes text from a slide. */
export function withoutText(version: SlideVersion, { lines, sentences }: SlideKeys): SlideVersion {
  if (lines.size === 0 && sentences.size === 0) return version
  return {
    ...version,
    body: version.body
      .split('\n')
      .filter((line) => !lines.has(lettersIn(line)))
      .join('\n'),
    tokens: version.tokens.filter(({ key }) => !sentences.has(key)),
  }
}

export function union(all: readonly SlideKeys[]): SlideKeys {
  return {
    lines: new Set(all.flatMap(({ lines }) => [...lines])),
    sentences: new Set(all.flatMap(({ sentences }) => [...sentences])),
  }
}

function intersection(one: SlideKeys, other: SlideKeys): SlideKeys {
  return filterKeys(one, (key, kind) => other[kind].has(key))
}

function difference(one: SlideKeys, other: SlideKeys): SlideKeys {
  return filterKeys(one, (key, kind) => !other[kind].has(key))
}

function filterKeys(keys: SlideKeys, isKept: (key: string, kind: keyof SlideKeys) => boolean): SlideKeys {
  return {
    lines: new Set([...keys.lines].filter((key) => isKept(key, 'lines'))),
    sentences: new Set([...keys.sentences].filter((key) => isKept(key, 'sentences'))),
  }
}
