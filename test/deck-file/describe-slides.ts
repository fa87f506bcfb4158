import { VFile } from 'vfile'
import { readOtherDeck } from '../../src/deck-file/other-tools/read-other-deck.ts'
import { layOut } from '../../src/layout/choose-layout.ts'
import { layouts } from '../../src/layout/layout-table.ts'
import { linesOf } from '../../src/model/layout.ts'

/** Describes the layout, text, background and notes of each slide of another tool's deck, one slide per line. */
export async function describeSlides(
  path: string,
  content: string | Uint8Array,
): Promise<{ readonly slides: readonly string[]; readonly rules: readonly string[] }> {
  const file = new VFile({ path })
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const found = await readOtherDeck(bytes, file)
  if (found === null) return { slides: [], rules: [] }
  const { slides } = layOut(found.drafts, { article: found.article, parts: found.parts, layouts })
  return {
    slides: slides.map((slide, index) => {
      const { background, isStepped } = found.drafts[index]?.authorOptions ?? {}
      const lines = linesOf(layouts, slide).map(({ text }) => text)
      const note = slide.note.sentences.map(({ text }) => text).join(' ')
      return [
        `${slide.layout}: ${lines.join(' | ')}`,
        ...(background ? [`on ${background}`] : []),
        ...(isStepped ? ['stepped'] : []),
        ...(note === '' ? [] : [`“${note}”`]),
      ].join(' · ')
    }),
    rules: file.messages.map(({ ruleId }) => ruleId ?? ''),
  }
}
