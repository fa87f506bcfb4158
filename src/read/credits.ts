/** Whether a short line names who wrote the text: "By Ada Lovelace". */
export function isByline(text: string): boolean {
  const [by] = BYLINE.exec(text) ?? []
  const isName = by !== undefined && NAME.test(text.slice(by.length))
  return isName && text.length <= LONGEST && !/[.!?:;]$/.test(text.replace(ABBREVIATION, ''))
}

/** Whether a short line is a date and no more: "3 May 2024", "Published on May 3, 2024", "2024-05-03". */
export function isDate(text: string): boolean {
  if (text.length > LONGEST) return false
  const rest = text.replace(PREFIX, '').replace(TIME, '').trim()
  // "Sept. 25, 2018" begins as "Sat. 25 March" does.
  const days = [rest, rest.replace(WEEKDAY, '')]
  return DATES.some((date) => days.some((day) => date.test(day)))
}

/** Credits are short. */
const LONGEST = 100

/** "By" in the languages that set it before a name. */
const BYLINE =
  /^(?:(?:(?:article|authored|compiled|contributed|guest post|originally|post|posted|published|story|submitted|text|words|written) )*by|von|par|por|di|door|av|af|autora?|auteur|authors?|text|writer)(?: ?: ?| )/iu

/** A name begins with a capital or a character without case. */
const NAME = /^(?:the \P{Lu}{0,20}(?=\p{Lu}))?(?:\p{Lu}|\p{Lo}|@)[^\n]*$/u
const ABBREVIATION = /(?:^| )(?:\p{Lu}|[JS]r|Ph\.?D|M\.?D|et al)\.$/u

const PREFIX = /^(?:published|posted|updated|last updated|date|written|first published)(?: on)?[: ]+/i
const WEEKDAY = /^\p{L}{2,12}[.,]+ (?=\p{L}|\d)/u
const TIME = /[,·| ]*(?:at |um )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?$/i

const MONTH = [
  'january|february|march|april|may|june|july|august|september|october|november|december',
  'jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec',
  'januar|februar|märz|mai|juni|juli|oktober|dezember',
  'janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  'gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre',
  'janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro',
  'januari|februari|maart|mei|augustus',
].join('|')

const DATES: readonly RegExp[] = [
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/,
  /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/,
  new RegExp(`^(?:${MONTH})\\.?(?: \\d{1,2}(?:st|nd|rd|th)?)?,? \\d{4}$`, 'i'),
  new RegExp(`^\\d{1,2}(?:st|nd|rd|th|\\.|er|º)?(?: of| de)? (?:${MONTH})\\.?,?(?: de)? \\d{4}$`, 'i'),
  /^\d{4} ?[年년] ?\d{1,2} ?[月월](?: ?\d{1,2} ?[日일])?$/,
]
