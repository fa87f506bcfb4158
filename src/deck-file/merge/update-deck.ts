import type { VFile } from 'vfile'
import type { FrontMatter } from '../../model/article.ts'
import { checkFrontMatter } from '../../settings/front-matter.ts'
import type { Choices } from '../../settings/settings.ts'
import type { DeckKind } from '../other-tools/deck-kind.ts'
import type { DeckText } from '../print.ts'
import { articleKind, languageOfDeck, splitDeckFile } from '../split-deck-file.ts'
import { mergeDecks } from './merge.ts'

/**
 * Makes a deck file from the current article, with those of the author's settings that affect the content of slides.
 */
export type MakeOutline = (choices: Choices, as: DeckKind | undefined) => Promise<DeckText>

/**
 * Updates a deck file to match its article and returns its new text. Reports an error and returns null if the file has
 * no usable base. Messages for the author refer to positions in the new text.
 */
export async function updateDeck(bytes: Uint8Array, outline: MakeOutline, file: VFile): Promise<string | null> {
  const mine = splitDeckFile(bytes, file)
  const { base } = mine
  if (base === null) {
    if (!file.messages.some(({ ruleId }) => ruleId === 'deck-base'))
      file.message(NO_BASE, { source: 'lectern', ruleId: 'deck-base' })
    for (const message of file.messages) if (message.ruleId === 'deck-base') message.fatal = true
    return null
  }
  const theirs = await outline(settingsIn(mine.frontMatter, file), articleKind(mine.frontMatter))
  if (theirs.base === null) return null
  return mergeDecks({
    mine: { ...mine, base },
    theirs: { ...theirs, base: theirs.base },
    language: languageOfDeck(mine),
    file,
  })
}

const NO_BASE =
  'The comment at the end of this file, which says what it was written from, is gone. Restore it from an earlier version of the file.'

function settingsIn(frontMatter: FrontMatter | undefined, file: VFile): Choices {
  const { minutes } = frontMatter === undefined ? {} : checkFrontMatter(frontMatter, file)
  return minutes === undefined ? {} : { minutes }
}
