// Faults that no deck may have, and faults that few may have.
import { countWords } from '../../../dist/grammar/count-words.js'
import { linesIn } from './text.mjs'

const FRAME = new Set(['title', 'agenda', 'part', 'takeaways', 'closing'])

/** Layouts with content that is shown whole. */
const WHOLE = new Set(['table', 'code', 'image'])

const MAX_WORDS = 80

/** Lists each kind of fault with its occurrences; `most` is how many there may be, if there is a target. */
export function faultsIn(decks) {
  const all = decks.flatMap(({ id, slides, language }) =>
    slides.map((slide, index) => ({ label: `${id} ${index + 1}`, slide, lines: linesIn(slide), language })),
  )
  const describe = ({ label, lines }) => `${label}: ${lines.map(({ text }) => text).join(' | ')}`
  const bodies = all.filter(({ slide }) => !FRAME.has(slide.layout))
  const words = ({ lines, language }) => lines.reduce((sum, { text }) => sum + countWords(text, language), 0)
  const isSingle = ({ slide }) =>
    slide.layout === 'points' && slide.slots.points.length === 1 && slide.slots.lead === null
  return [
    {
      what: 'over 80 words',
      most: 0,
      details: all
        .filter((each) => !WHOLE.has(each.slide.layout) && words(each) > MAX_WORDS)
        .map((each) => `${words(each)} words, ${describe(each)}`),
    },
    {
      what: 'empty slides',
      most: 0,
      details: all.filter(({ slide, lines }) => lines.length === 0 && slide.layout !== 'image').map(describe),
    },
    { what: 'titles that repeat another in their part', most: 0, details: decks.flatMap(likeTitles) },
    { what: 'slides that repeat another slide', most: 0, details: decks.flatMap(sameSlides) },
    {
      what: 'decks of three parts and more without takeaways',
      details: decks
        .filter(
          ({ slides }) =>
            new Set(slides.map(({ part }) => part)).size > 3 && !slides.some(({ layout }) => layout === 'takeaways'),
        )
        .map(({ id }) => id),
    },
    { what: `slides of one point, of ${bodies.length}`, details: bodies.filter(isSingle).map(describe) },
    {
      what: 'slides of points without a title',
      details: bodies.filter(({ slide }) => slide.layout === 'points' && slide.slots.title === null).map(describe),
    },
  ]
}

function likeTitles({ id, slides }) {
  return slides.flatMap((slide, index) => {
    const title = titleOf(slide)
    const before = slides.slice(0, index).findIndex((other) => other.part === slide.part && titleOf(other) === title)
    return title === '' || before < 0 ? [] : [`${id} ${before + 1} and ${index + 1}: ${slide.slots.title.text}`]
  })
}

function titleOf({ slots }) {
  const words = slots.title?.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.join(' ')
}

function sameSlides({ id, slides }) {
  const seen = new Map()
  return slides.flatMap((slide, index) => {
    if (FRAME.has(slide.layout)) return []
    const said = linesIn(slide)
      .map(({ text }) => text)
      .join(' ')
      .toLowerCase()
    const before = seen.get(said)
    seen.set(said, index)
    return said === '' || before === undefined ? [] : [`${id} ${before + 1} and ${index + 1}: ${said}`]
  })
}
