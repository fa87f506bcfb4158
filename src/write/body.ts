import type { Passage } from '../model/article.ts'
import type { Content, Draft, Line } from '../model/draft.ts'
import type { Sentence } from '../model/outline.ts'
import { candidatesOf, isDangling, linesFor, wholeLine } from './candidates.ts'
import { claimsOf } from './claims.ts'
import { openingComment } from './comment.ts'
import { partByForm } from './formed.ts'
import { timelineForm } from './forms/timeline.ts'
import type { Group } from './group.ts'
import { endsOpen, namedBy, namesAThing } from './lead.ts'
import { enter, type Ledger } from './ledger.ts'
import { passageLine } from './line.ts'
import { writeList } from './list.ts'
import { paged } from './pages.ts'
import { writeProse } from './prose.ts'
import { standsAlone, standsUnder } from './stands.ts'
import { isOfThePage } from './telling.ts'
import { isTied } from './tied.ts'
import { LONGEST_TITLE } from './title.ts'
import { writePictures, writeVerbatim } from './verbatim.ts'

/** The drafts that a group becomes; none where nothing in it can be shown, and then all of it is only said. */
export function writeBody(ledger: Ledger, group: Group, part: number): Draft[] {
  const drafts = WRITERS[group.form](ledger, group)
    .map((draft): Draft => ({ ...draft, type: 'draft', purpose: 'body', part }))
    .flatMap((draft) => paged(ledger, draft))
  const [first, ...rest] = drafts
  if (first === undefined) return []
  const unshown = first.title?.kind === 'heading' ? group.headings.slice(0, -1) : group.headings
  return [{ ...first, said: [...unshown.map(spoken), ...first.said] }, ...rest]
}

/** A heading that stands on no slide is said. */
export function spoken(heading: Passage): Sentence {
  return { text: heading.text, span: heading.span, kind: 'heading', opens: true }
}

type Body = Pick<Draft, 'title' | 'content' | 'said'>

const WRITERS: Readonly<Record<Group['form'], (ledger: Ledger, group: Group) => Body[]>> = {
  prose: proseBody,
  list: listBody,
  table: verbatimBody,
  code: verbatimBody,
  math: verbatimBody,
  image: pictureBody,
}

/** What takes a form of its own has a slide of its own, between the slides of what stands around it. */
function proseBody(ledger: Ledger, group: Group): Body[] {
  const parted = partByForm(ledger, group)
  if (parted === null) return plainBody(ledger, group)
  const { before, title, content, said, after } = parted
  const opening = before === null ? [] : plainBody(ledger, before)
  const ending = after === null ? [] : plainBody(ledger, after)
  const formed: Body = {
    title,
    content,
    said: [
      ...(opening.length === 0 ? (before?.sentences ?? []) : []),
      ...said,
      ...(ending.length === 0 ? (after?.sentences ?? []) : []),
    ],
  }
  return [...opening, formed, ...ending]
}

function plainBody(ledger: Ledger, group: Group): Body[] {
  return writeProse(ledger, group).map(({ title, lead, points, sentences }) => {
    const alone = aloneIn(title, lead, points)
    const [only, ...others] = points
    const isOne = lead === null && only !== undefined && others.length === 0
    // Under its heading one message is as much a statement as without.
    if (isOne && title?.kind === 'heading' && standsUnder(ledger, { heading: title, line: only, sentences }))
      return { title, content: statementOf(only), said: sentences }
    const content: Content =
      alone !== null && ledger.parse === null && standsAlone(ledger, { line: alone, sentences })
        ? statementOf(alone)
        : { type: 'points', lead, points: (alone === null ? points : [alone]).map((line) => ({ line, depth: 0 })) }
    return { title: alone === null ? title : null, content, said: sentences }
  })
}

function statementOf(statement: Line): Content {
  return { type: 'statement', statement, source: null }
}

function aloneIn(title: Line | null, lead: Line | null, points: readonly Line[]): Line | null {
  const [first, ...rest] = points
  if (lead !== null || rest.length > 0) return null
  return title === null ? (first ?? null) : first === undefined ? title : null
}

function listBody(ledger: Ledger, group: Group): Body[] {
  const events = eventsIn(ledger, group)
  if (events !== null) return [events]
  return writeList(ledger, group)
    .filter((page) => page.points.length > 0)
    .map(({ title, lead, points, said }) => ({ title, content: { type: 'points', lead, points }, said }))
}

/** A list of nothing but dated events, in order. */
function eventsIn(ledger: Ledger, { headings, lead, sentences }: Group): Body | null {
  const items = sentences.filter((sentence) => sentence !== lead)
  const candidates = candidatesOf(ledger, items)
  const formed = candidates.length === items.length ? timelineForm(ledger, candidates) : null
  if (formed === null || formed.from > 0 || formed.to < items.length - 1) return null
  const heading = headings.at(-1)
  const title = heading === undefined ? announced(ledger, lead) : passageLine(heading, 'heading')
  enter(ledger, title, claimsOf(formed.content))
  return { title, content: formed.content, said: sentences }
}

/** What announces something, as the title of it. */
function announced(ledger: Ledger, lead: Group['lead'], longest = LONGEST_TITLE): Line | null {
  // "where p is the pressure" goes on from what stands before it.
  if (lead === null || /^(?:where|whose|with)\b|^[Ww]hich\b/.test(lead.text) || isOfThePage(lead.text)) return null
  const named = linesFor(ledger, lead).flatMap((line) => namedBy(ledger, line) ?? [])
  const step = lead.kind === 'item' ? wholeLine(ledger, lead) : null
  return (
    named.find((line) => line.text.length <= longest && namesAThing(ledger, line)) ??
    (step !== null && step.text.length <= longest && !isDangling(step, []) ? step : null)
  )
}

/** A listing of so few lines has room for a title of three lines, and says nothing without one. */
const SHORT_LISTING = 8
const LONGEST_OVER_SHORT = 115

function verbatimBody(ledger: Ledger, group: Group): Body[] {
  const verbatim = writeVerbatim(group)
  if (verbatim === null) return []
  const isCaptioned = 'caption' in verbatim.content && verbatim.content.caption !== null
  const isShort = verbatim.content.type === 'code' && verbatim.content.lines.length <= SHORT_LISTING
  const longest = isShort ? LONGEST_OVER_SHORT : LONGEST_TITLE
  const { content } = verbatim
  const comment = content.type === 'code' ? openingComment(ledger.article.text, content.lines) : null
  const lead = announced(ledger, group.lead, longest)
  // "Its mean is" runs on into a formula, and not into a listing.
  const named = group.form !== 'math' && lead !== null && endsOpen(lead.text) ? null : lead
  const free = named !== null && isTied(ledger, named, group.over) ? null : named
  const isBrief = isSnippet(content)
  // What leans on the text before is better than nothing, but not worth a slide of its own.
  const title =
    verbatim.title ??
    (isCaptioned ? null : (free ?? comment)) ??
    headingOver(isBrief ? group.continues : group.over) ??
    (isCaptioned || isBrief ? null : named)
  enter(ledger, title, [])
  return [{ ...verbatim, title }]
}

/** What a slide without a title of its own stands under. */
function headingOver(heading: Group['over']): Line | null {
  return heading === null ? null : passageLine(heading, 'heading')
}

/** A line or two of code without a word on it says nothing by itself. */
export function isSnippet(content: Content): boolean {
  return content.type === 'code' && content.lines.length <= LONGEST_SNIPPET
}

/** In lines. */
const LONGEST_SNIPPET = 2

/** What a lead promises of a picture, and nothing of what is on it: "You should see something like this". */
const PROMISE =
  /^let(?:['’]s| us)\b|\b(?:you|we) (?:(?:can|could|may|might|must|now|should|then|will|would) )*(?:end up|find|get|have|obtain|see)\b|\b(?:like|looks?|see) (?:so|this)\b/i

function pictureBody(ledger: Ledger, group: Group): Body[] {
  const lead = announced(ledger, group.lead)
  const isIdle = lead !== null && (PROMISE.test(lead.text) || (group.over !== null && isTied(ledger, lead, group.over)))
  const bodies = writePictures(group, isIdle ? null : lead).map((body) => underOwnName(ledger, body))
  for (const { title } of bodies) enter(ledger, title, [])
  return bodies
}

/** A picture whose words are the heading of another section: it stands right before that, and bears its name. */
function underOwnName({ headings }: Ledger, body: Body): Body {
  const { title, content } = body
  if (content.type !== 'image' || content.caption === null || title?.kind !== 'heading') return body
  const { text } = content.caption
  const isOther =
    !text.startsWith(title.text) &&
    [...headings].some((heading) => heading.length >= LEAST_NAME && text.startsWith(heading))
  return isOther ? { ...body, title: content.caption, content: { ...content, caption: null } } : body
}

/** In characters: a shorter heading may begin anything. */
const LEAST_NAME = 12
