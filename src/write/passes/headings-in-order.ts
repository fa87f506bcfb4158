import type { Draft } from '../../model/draft.ts'
import type { Sentence } from '../../model/outline.ts'

/** Puts each heading in the notes back into its original position, before the text under it. */
export function withHeadingsInOrder(drafts: readonly Draft[]): readonly Draft[] {
  const said = drafts.flatMap((draft) => draft.said)
  const late = said.filter(({ kind, span }, index) => {
    return kind === 'heading' && said.slice(0, index).some((before) => before.span[0] > span[0])
  })
  return late.reduce(moved, drafts)
}

function moved(drafts: readonly Draft[], heading: Sentence): readonly Draft[] {
  const rest = drafts.map((draft) => ({ ...draft, said: draft.said.filter((sentence) => sentence !== heading) }))
  const at = rest.findIndex(({ said }) => said.some(({ span }) => span[0] > heading.span[0]))
  return rest.map((draft, index) => {
    if (index !== at) return draft
    const place = draft.said.findIndex(({ span }) => span[0] > heading.span[0])
    return { ...draft, said: draft.said.toSpliced(place, 0, heading) }
  })
}
