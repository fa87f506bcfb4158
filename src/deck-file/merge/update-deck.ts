// Updates a deck file to match its article (`lectern outline --update`).

import type { VFile } from 'vfile'
import type { FrontMatter } from '../../model/article.ts'
import { checkFrontMatter } from '../../settings/front-matter.ts'
import type { Choices } from '../../settings/settings.ts'
import type { DeckText } from '../deck-text.ts'
import type { DeckKind } from '../other-tools/deck-kind.ts'
import { articleKind, languageOfDeck, splitDeckFile } from '../split-deck-file.ts'
import { mergeDecks } from './merge.ts'
import { minutesIn } from './minutes-in.ts'

/** Makes a deck file from the current article, with the author's settings that affect the content of slides. */
export type MakeOutline = (choices: Choices, as: DeckKind | undefined) => Promise<DeckText>

/**
 * Updates a deck file to match its article and returns its new text. Messages for the author refer to positions in the
 * new text. Reports an error and returns null if the file was not made from an article.
 *
 * A file that has lost its base is compared with a deck newly made from the article: differences count as the author's
 * edits, and the file gets a new base.
 */
export async function updateDeck(bytes: Uint8Array, outline: MakeOutline, file: VFile): Promise<string | null> {
  const mine = splitDeckFile(bytes, file)
  if (mine.base === null && !file.messages.some(({ ruleId }) => ruleId === 'deck-base')) {
    file.message(NO_BASE, { source: 'lectern', ruleId: 'deck-base' }).fatal = true
    return null
  }
  const { minutes: typed } = mine.frontMatter === undefined ? {} : checkFrontMatter(mine.frontMatter, file)
  // Minutes that the author typed since the deck was made set the times of the notes, and remove no slides. If the author
  // has removed minutes, the talk may have any length again.
  const areRemoved = mine.frontMatter !== undefined && mine.frontMatter.values.minutes === undefined
  const minutes = mine.base === null ? typed : areRemoved ? undefined : minutesIn(mine.base.frontMatter)
  const theirs = await outline(minutes === undefined ? {} : { minutes }, articleKind(mine.frontMatter))
  const base = mine.base ?? theirs.base
  if (base === null || theirs.base === null) return null
  if (mine.base === null) reportNewBase(file)
  if (typed !== undefined && typed !== minutesIn(theirs.frontMatter)) reportTypedMinutes(typed, mine.frontMatter, file)
  const text = mergeDecks({
    mine: { ...mine, base },
    theirs: { ...theirs, base: theirs.base },
    language: languageOfDeck(mine),
    file,
  })
  return hasWindowsLines(bytes) ? text.replaceAll('\n', '\r\n') : text
}

/** Whether the first line of a file has a Windows line ending. */
function hasWindowsLines(bytes: Uint8Array): boolean {
  const end = bytes.indexOf(LINE_FEED)
  return end > 0 && bytes[end - 1] === CARRIAGE_RETURN
}

const [LINE_FEED, CARRIAGE_RETURN] = [10, 13]

const NO_BASE =
  'This deck was not made from an article, so it cannot be updated from one. Write the deck of the article with "lectern outline" and copy your slides into it.'

/** Replaces the message that the base is missing. */
function reportNewBase(file: VFile): void {
  file.messages = file.messages.filter(({ ruleId }) => ruleId !== 'deck-base')
  file.message(
    'The comment at the end of this file, which records what Lectern wrote, was missing or damaged and has been written again. Differences from the article count as your edits.',
    { source: 'lectern', ruleId: 'deck-base' },
  )
}

/** Reports minutes that the author typed, if the slides were not chosen for them. */
function reportTypedMinutes(minutes: number, frontMatter: FrontMatter | undefined, file: VFile): void {
  const place = frontMatter?.places.find(({ path }) => path[0] === 'minutes')?.value
  file.info(
    `The slides were not chosen for a talk of ${minutes} minutes. To choose slides for ${minutes} minutes, update the deck with --minutes ${minutes}.`,
    { place, source: 'lectern', ruleId: 'deck-minutes' },
  )
}
