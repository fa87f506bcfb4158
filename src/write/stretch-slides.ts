import type { Passage } from '../model/article.ts'
import type { Alternative, Alternatives, Draft, Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import type { Body, Means } from './body.ts'
import { type Context, wordsOf } from './context.ts'
import { displayBodies } from './displays.ts'
import type { Shown } from './forms/form.ts'
import { formOf, timelineOf } from './forms/forms.ts'
import { chanceOf } from './judge/scores.ts'
import { passageLine } from './line.ts'
import { listBodies } from './lists.ts'
import { type Candidate, candidateOf } from './plan/candidates.ts'
import { type Heading, plan } from './plan/plan.ts'
import type { Stretch } from './stretches.ts'
import { LONGEST_TITLE } from './titles.ts'
import { quotedIn, versionsOf } from './versions.ts'

/** The slides of a stretch. `headings` are those that no slide has shown yet; `used` are the titles of earlier slides. */
export function bodiesOf(
  means: Means,
  stretch: Stretch,
  { heading, used }: { readonly heading: Heading | null; readonly used: ReadonlySet<string> },
): readonly Body[] {
  if (stretch.form === 'prose') return proseBodies(means, stretch, { heading, used })
  if (stretch.form === 'list') return listBodies(means, stretch, heading)
  return displayBodies(means, stretch, heading)
}

function proseBodies(
  means: Means,
  { sentences }: Stretch,
  { heading, used }: { readonly heading: Heading | null; readonly used: ReadonlySet<string> },
): readonly Body[] {
  const { context, judged, objective, ranks } = means
  const units = sentences.flatMap((sentence) => judged.get(sentence.span[0]) ?? [])
  const quoted = quotedIn(sentences)
  const candidates = units.map(({ unit, scores }, index) =>
    candidateOf(context, {
      unit,
      scores,
      quoted: quoted.get(unit.sentence.span[0]),
      before: units[index - 1]?.unit ?? null,
    }),
  )
  // A section of dated events is a timeline under its heading.
  const events = heading?.isNew === true && quoted.size === 0 ? timelineOf(context, sentences) : null
  if (events !== null) return [{ title: heading?.line ?? null, content: events, said: sentences }]
  const standIn = heading?.line ?? headingLine(candidates[0]?.unit.heading ?? context.article.title)
  const slides = plan(candidates, {
    ...{ heading, objective, used, ranks },
    standIn: standIn === null ? 0 : wordsOf(context, standIn.text),
  })
  return slides.map(({ title: own, points, from }, index): Body => {
    const above = heading?.line ?? headingLine(candidates[from]?.unit.heading ?? context.article.title)
    const title = own ?? above
    const start = index === 0 ? 0 : (candidates[from]?.unit.sentence.span[0] ?? 0)
    const next = slides[index + 1]
    const end = next === undefined ? Number.POSITIVE_INFINITY : (candidates[next.from]?.unit.sentence.span[0] ?? 0)
    const said = sentences.filter(({ span }) => span[0] >= start && span[0] < end)
    const shownBy = (line: Line): Shown[] => {
      const at = line.spans.at(-1)?.[0] ?? -1
      const own = candidates.find(({ unit: { sentence } }) => sentence.span[0] <= at && at < sentence.span[1])
      if (own === undefined) return []
      const versions = versionsOf(context, own.unit.sentence).map((version) => version.line)
      return [{ sentence: own.unit.sentence, lines: [line, ...versions], weight: line.weight }]
    }
    const shown = points.flatMap(shownBy)
    const isWhole = shown.length === points.length && shown.every(({ sentence }) => !quoted.has(sentence.span[0]))
    const content = (isWhole ? formOf(context, shown) : null) ?? contentOf(points)
    return { title, content, said, alternatives: alternativesOf(means, candidates, { title, points, said }) }
  })
}

/** A heading as the title of a slide whose sentences offer none. */
function headingLine(passage: Passage | undefined): Line | null {
  return passage === undefined ? null : passageLine(passage, 'heading')
}

/** At most this many alternatives of each kind are kept. */
const MOST_ALTERNATIVES = 5

/** What else a slide could show: titles made of its sentences, and the sentences left out of it. */
function alternativesOf(
  { ranks }: Means,
  candidates: readonly Candidate[],
  {
    title,
    points,
    said,
  }: { readonly title: Line | null; readonly points: readonly Line[]; readonly said: readonly Sentence[] },
): Alternatives {
  const starts = new Set(said.map(({ span }) => span[0]))
  const own = candidates.filter(({ unit }) => starts.has(unit.sentence.span[0]))
  const shown = new Set(
    [...(title === null ? [] : [title]), ...points].flatMap(({ spans }) => spans.map(([start]) => start)),
  )
  const titles = own.flatMap((from, offset) =>
    from.titles.map(({ line, form }) => ({
      line,
      score: chanceOf(ranks.own({ text: line.text, form, from, offset, heading: from.unit.heading?.text ?? '' })),
    })),
  )
  const unshown = own.flatMap(({ unit: { sentence }, alone, behind, scores }) => {
    const isShown = [...shown].some((start) => start >= sentence.span[0] && start < sentence.span[1])
    const line = (alone ?? behind)?.line
    return isShown || line === undefined ? [] : [{ line, score: chanceOf(scores.show) }]
  })
  return { titles: best(titles.filter(({ line }) => line.text !== title?.text)), unshown: best(unshown) }
}

function best(all: readonly { readonly line: Line; readonly score: number }[]): readonly Alternative[] {
  return all
    .toSorted((one, other) => other.score - one.score)
    .slice(0, MOST_ALTERNATIVES)
    .map(({ line: { text, spans, added }, score }) => ({ text, spans, added, score }))
}

function contentOf(points: readonly Line[]): Draft['content'] {
  const [only, ...others] = points
  if (only !== undefined && others.length === 0) return { type: 'statement', statement: only, source: null }
  return { type: 'points', lead: null, points: points.map((line) => ({ line, depth: 0 })) }
}

/** A heading as a title, and whether no slide shows it yet. */
export function headingOver(context: Context, passage: Passage | null, isNew: boolean): Heading | null {
  // A heading as long as a paragraph goes to the notes.
  if (passage === null || passage.text.length > 2 * LONGEST_TITLE) return null
  const line = passageLine(passage, 'heading')
  return { line, words: wordsOf(context, line.text), isNew }
}

/** A heading that no slide shows goes to the notes. */
export function spoken(heading: Passage): Sentence {
  return { text: heading.text, span: heading.span, kind: 'heading', opens: true }
}
