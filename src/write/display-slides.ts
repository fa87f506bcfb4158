// Makes slides for displays: tables, listings, formulas and images.

import type { Content, Line } from '../model/draft.ts'
import { isDrawnLanguage } from '../model/is-drawn-language.ts'
import type { Sentence } from '../model/outline.ts'
import { endsInColon } from '../util/ends-in-colon.ts'
import type { Body, BodyContext } from './body.ts'
import { type Context, countSlideWords } from './context.ts'
import { imageSlides } from './image-slides.ts'
import { lineOf } from './line.ts'
import { leadLine, MIN_LEAD_WORDS, pointsAhead } from './list-slides.ts'
import { titleFromComment } from './listing-title.ts'
import type { Heading } from './plan/slide-titles.ts'
import type { Segment } from './section-segments.ts'
import { INITIAL_WEIGHT, versionsOf } from './sentence-versions.ts'
import { MAX_TITLE_WIDTH } from './titles.ts'
import { isUnfinished } from './unfinished-sentence.ts'
import { verbatimSlide } from './verbatim-slides.ts'

/** A listing of at most this many lines means little without a title, so it goes only to the notes. */
const MAX_SNIPPET_LINES = 2

/** A listing of at most this many lines leaves room for the sentence that introduces it. */
const MAX_LINES_UNDER_LEAD = 8

/** The maximum number of words in a sentence above a listing. */
const MAX_LEAD_WORDS = 20

/** Shows each table, listing, formula or image of a segment on its own slide. */
export function bodiesOfDisplay({ context }: BodyContext, segment: Segment, heading: Heading | null): readonly Body[] {
  const shownSegment = { ...segment, headings: heading?.isNew === true ? segment.headings : [] }
  const lead = segment.lead === null || segment.lead.kind === 'caption' ? null : introducingTitle(context, segment)
  if (segment.form === 'image') {
    const above = heading?.line ?? null
    return imageSlides(shownSegment, { introducingTitle: lead, step: stepOf(context, segment.lead) }).map((body) => ({
      ...body,
      title: body.title ?? above,
    }))
  }
  const verbatim = verbatimSlide(shownSegment)
  if (verbatim === null) return []
  const { content } = verbatim
  const comment = content.type === 'code' ? titleFromComment(context.article.text, content.lines) : null
  const isBrief = content.type === 'code' && content.lines.length <= MAX_SNIPPET_LINES
  const ownTitle = verbatim.title ?? lead ?? comment
  const captionTitle = content.type === 'table' ? titleFromCaption(context, content.caption) : null
  if (ownTitle === null && captionTitle !== null && content.type === 'table')
    return [{ ...verbatim, title: captionTitle, content: { ...content, caption: null } }]
  const title = ownTitle ?? heading?.line ?? null
  if (title === null && isBrief) return []
  const shownLead = title === null || title === lead ? null : leadAbove(context, segment)
  return [{ ...verbatim, title, content: shownLead === null ? content : underLead(shownLead, content) }]
}

/**
 * Returns the sentence that introduces a listing, to be shown above it; null if there is none, if it would not be
 * understood there, or if it is too short or too long.
 */
function leadAbove(context: Context, { lead, headings, followsDisplay }: Segment): Line | null {
  if (lead === null || lead.kind === 'caption') return null
  // "Check that it answers:" is understood directly under what it refers to.
  const isUnderstood =
    headings.length > 0 || followsDisplay || pointsAhead(lead) || versionsOf(context, lead)[0]?.dependence === null
  const line = leadLine(context, lead)
  const words = countSlideWords(context, line.text)
  return isUnderstood && words >= MIN_LEAD_WORDS && words <= MAX_LEAD_WORDS ? { ...line, kind: 'prose' } : null
}

/** Puts a sentence above a short listing; returns other content unchanged. */
function underLead(line: Line, content: Content): Content {
  if (content.type !== 'code' || content.lines.length > MAX_LINES_UNDER_LEAD || isDrawnLanguage(content.language))
    return content
  const { language, lines } = content
  const blocks = [{ type: 'text', line } as const, { type: 'code', language, lines, pieces: null } as const]
  return { type: 'columns', columns: [{ name: null, blocks }] }
}

/**
 * Returns the caption of a table as a title, without a full stop at its end; null if there is none or it is too long.
 */
function titleFromCaption({ article }: Context, caption: Line | null): Line | null {
  const [span] = caption?.spans ?? []
  if (caption === null || span === undefined || caption.text.length > MAX_TITLE_WIDTH) return null
  const end = caption.text.endsWith('.') ? span[1] - 1 : span[1]
  return lineOf({ text: article.text, spans: [[span[0], end]], kind: 'caption', weight: INITIAL_WEIGHT })
}

/**
 * Returns the list item that a picture belongs to, or the sentence that introduces it with a colon, as a caption; null if
 * there is neither.
 */
function stepOf({ article }: Context, lead: Sentence | null): Line | null {
  if (lead === null || (lead.kind !== 'item' && !(lead.kind === 'prose' && endsInColon(lead.text)))) return null
  const line = lineOf({ text: article.text, spans: [lead.span], kind: 'caption', weight: INITIAL_WEIGHT })
  return { ...line, text: line.text.replace(/[:：]\s*$/u, '') }
}

/** A shorter sentence says too little above a picture. */
const MIN_TITLE_WORDS = 5

/** Returns the sentence with the highest score that can be the title of the picture after it; null if none can. */
export function titleSentenceFor({ context, judged }: BodyContext, sentences: readonly Sentence[]): Sentence | null {
  const scoreOf = ({ span }: Sentence) => judged.get(span[0])?.scores.show ?? Number.NEGATIVE_INFINITY
  const isClaim = ({ span, kind }: Sentence) => {
    const judgedUnit = judged.get(span[0])
    return (
      kind === 'prose' &&
      judgedUnit !== undefined &&
      judgedUnit.unit.words >= MIN_TITLE_WORDS &&
      judgedUnit.scores.filler <= 0
    )
  }
  return sentences
    .filter((sentence) => isClaim(sentence) && introducingTitle(context, { lead: sentence, step: null }) !== null)
    .reduce<Sentence | null>((best, each) => (best === null || scoreOf(each) > scoreOf(best) ? each : best), null)
}

/**
 * Returns the sentence that introduces a display, as a title: the longest version that fits and makes sense by itself;
 * null if there is none. The title of a numbered step includes its number.
 */
function introducingTitle(context: Context, { lead, step }: Pick<Segment, 'lead' | 'step'>): Line | null {
  if (lead === null) return null
  // Half a sentence, such as "If we solve the equation, we get", and a condition introduce nothing by themselves.
  if (isUnfinished(lead) && !endsInColon(lead.text)) return null
  if (/^(?:if|when|while|once|unless|where|whose|which|with) /i.test(lead.text)) return null
  const version = versionsOf(context, lead).find(
    ({ line, dependence }) => dependence === null && line.text.length <= MAX_TITLE_WIDTH,
  )
  if (version === undefined) return null
  const { spans, weight } = version.line
  const line = lineOf({ text: context.article.text, spans, kind: 'prose', weight })
  return step === null ? line : { ...line, text: `${step}. ${line.text}`, added: [`${step}.`] }
}
