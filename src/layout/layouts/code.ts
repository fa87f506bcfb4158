import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { CodePiece, Line } from '../../model/draft.ts'
import type { Layout } from '../../model/layout.ts'
import { partedAt } from '../divide.ts'
import { headingHook, widthOf } from '../hooks.ts'
import { present, slideBody, slideHead } from '../markup.ts'

/** The widest code line that stands beside a rail, then the widest that fits the slide; what is wider wraps. */
const WIDTHS = [
  ['narrow', 57],
  ['wide', 78],
  ['widest', Number.POSITIVE_INFINITY],
] as const

/** More lines than this do not stand at full size under a title. */
const FEW_LINES = 12

/** A half of fewer lines than this says nothing. */
const FEWEST_LINES = 3

/** A listing, left to right in every language. */
export const code: Layout<'code'> = {
  name: 'code',
  accepts: ({ title, content }) =>
    content.type === 'code' ? { title, language: content.language, lines: content.lines, pieces: null } : null,
  lines: ({ title, lines }) => present(title, ...lines),
  render: ({ title, language, lines, pieces }, surroundings) => [
    slideHead(title, surroundings),
    slideBody([
      h('pre.code', { dir: 'ltr' }, [
        h(
          'code',
          { dataLanguage: language !== null && /^[\w.+#-]+$/.test(language) ? language : null },
          // Each line ends its own break, so that a copied listing is one.
          lines.map(({ text }, index) =>
            h('span.code-line', [...renderPieces(pieces?.[index] ?? [{ text, role: null }]), '\n']),
          ),
        ),
      ]),
    ]),
  ],
  hooks: ({ title, lines }) => {
    const widest = lines.reduce((most, { text }) => Math.max(most, widthOf(text)), 0)
    return {
      ...headingHook(title),
      'data-count': String(lines.length),
      'data-rows': lines.length <= FEW_LINES ? 'few' : 'many',
      'data-width': WIDTHS.find(([, most]) => widest <= most)?.[0] ?? '',
    }
  },
  divide: (slots) => {
    const joint = jointOf(slots.lines)
    if (joint === null) return null
    const [first, second] = partedAt(slots.lines, joint)
    return [
      { ...slots, lines: first, pieces: slots.pieces?.slice(0, joint) ?? null },
      { ...slots, lines: second, pieces: slots.pieces?.slice(joint) ?? null },
    ]
  },
}

function renderPieces(pieces: readonly CodePiece[]): ElementContent[] {
  return pieces.map(({ text, role }) => (role === null ? { type: 'text', value: text } : h(`span.code-${role}`, text)))
}

/** The blank line nearest to the middle, else the line nearest to it that is indented least. */
function jointOf(lines: readonly Line[]): number | null {
  if (lines.length < 2) return null
  const fewest = Math.min(FEWEST_LINES, Math.floor(lines.length / 2))
  const joints = lines.map((_, index) => index).filter((index) => index >= fewest && index <= lines.length - fewest)
  const costOf = (joint: number) => {
    const isAfterBlank = lines[joint - 1]?.text.trim() === ''
    const indent = lines[joint]?.text.search(/\S|$/) ?? 0
    const imbalance = Math.abs(lines.length - 2 * joint) / lines.length
    return { rank: isAfterBlank && imbalance <= WORST_IMBALANCE ? 0 : 1, indent: isAfterBlank ? 0 : indent, imbalance }
  }
  return joints.reduce<number | null>((best, joint) => {
    if (best === null) return joint
    const [one, other] = [costOf(joint), costOf(best)]
    const order =
      one.rank - other.rank || (one.rank === 1 ? one.indent - other.indent : 0) || one.imbalance - other.imbalance
    return order < 0 ? joint : best
  }, null)
}

/** Of the whole: a blank line farther from the middle than this leaves a stub. */
const WORST_IMBALANCE = 0.7
