import type { Draft } from '../../model/draft.ts'
import type { Sentence } from '../../model/outline.ts'

/** Puts each heading in the notes back into its original position, before the text under it. */
export function withHeadingsInOrder(drafts: readonly Draft[]): readonly Draft[] {
  const noteSentences = drafts.flatMap((draft) => draft.noteSentences)
  const misplaced = noteSentences.filter(({ kind, span }, index) => {
    return kind === 'heading' && noteSentences.slice(0, index).some((before) => before.span[0] > span[0])
  })
  return misplaced.reduce(moveHeading, drafts)
}

/** Moves a heading in the notes before the first sentence that follows it in the article. */
function moveHeading(drafts: readonly Draft[], heading: Sentence): readonly Draft[] {
  const rest = drafts.map((draft) => ({
    ...draft,
    noteSentences: draft.noteSentences.filter((sentence) => sentence !== heading),
  }))
  const target = rest.findIndex(({ noteSentences }) => noteSentences.some(({ span }) => span[0] > heading.span[0]))
  return rest.map((draft, index) => {
    if (index !== target) return draft
    const position = draft.noteSentences.findIndex(({ span }) => span[0] > heading.span[0])
    return { ...draft, noteSentences: draft.noteSentences.toSpliced(position, 0, heading) }
  })
}
