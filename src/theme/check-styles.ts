import type { Complaint } from './complaint.ts'
import { type CssToken, cssTokens } from './css-tokens.ts'

/**
 * Finds what a theme's styles must not contain, with its position: addresses outside the deck, because a deck loads
 * nothing, and unclosed brackets or end tags, because other styles follow in the same `style` element. Styles are read
 * as browsers read them, token by token.
 */
export function checkStyles(css: string): readonly Complaint[] {
  const faults = [
    ...faultsIn(cssTokens(css)),
    ...[...css.matchAll(/<\//g)].map(({ index }) => ({ at: index, reason: END_TAG })),
  ]
  return faults
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, reason }) => ({ reason, place: placeOf(css, at) }))
}

/** Whether the value of a declaration loads nothing and does not end the declaration early. */
export function isHarmless(value: string): boolean {
  return faultsIn(cssTokens(value)).length === 0
}

const END_TAG = 'A stylesheet must not contain “</”. Write <\\/ instead.'
const IMPORTS = 'A theme imports nothing. Copy the rules into theme.css.'
const LOADS = 'A theme loads nothing. Embed the picture as url(data:…).'
const UNENDED = 'Something that opens here is never closed. Close it.'
const UNOPENED = 'This closes something that was not opened. Remove it.'

interface StyleFault {
  readonly at: number
  readonly reason: string
}

/** A bracket or function that is open at some token. */
interface OpenBracket {
  readonly token: CssToken
  /** Whether a bare string directly inside it is the address of an image. */
  readonly isImage: boolean
  /** Whether the bracket, or one around it, belongs to a function that loads an address. */
  readonly isLoader: boolean
}

function faultsIn(tokens: readonly CssToken[]): readonly StyleFault[] {
  const faults: StyleFault[] = []
  const open: OpenBracket[] = []
  for (const [index, token] of tokens.entries()) {
    const around = open.at(-1)
    const reason = faultOf(token, around, tokens.slice(index + 1, index + 3))
    if (reason !== null) faults.push({ at: token.start, reason })
    const closes = CLOSERS[token.type]
    if (OPENERS.has(token.type)) open.push(openBracket(token, around))
    else if (closes?.includes(around?.token.type ?? '')) open.pop()
    else if (closes !== undefined) faults.push({ at: token.start, reason: UNOPENED })
  }
  return [...faults, ...open.slice(0, 1).map(({ token }) => ({ at: token.start, reason: UNENDED }))]
}

function openBracket(token: CssToken, around: OpenBracket | undefined): OpenBracket {
  const isFunction = token.type === 'function-token'
  const isImage = isFunction ? IMAGE_FUNCTIONS.has(token.value) : (around?.isImage ?? false)
  const isLoader = (around?.isLoader ?? false) || (isFunction && (isImage || ADDRESS_FUNCTIONS.has(token.value)))
  return { token, isImage, isLoader }
}

function faultOf(token: CssToken, around: OpenBracket | undefined, next: readonly CssToken[]): string | null {
  const { type, value, isWhole } = token
  if (!isWhole || type === 'bad-string-token') return UNENDED
  if (type === 'bad-url-token') return LOADS
  if (type === 'at-keyword-token') return value === 'import' ? IMPORTS : null
  if (type === 'url-token') return isInDeck(value) ? null : LOADS
  if (type === 'string-token') return around?.isImage && !isInDeck(value) ? LOADS : null
  if (type !== 'function-token') return null
  if (ADDRESS_FUNCTIONS.has(value)) return isAddressInDeck(next) ? null : LOADS
  // The value that is substituted here is unknown; it may be an address.
  return SUBSTITUTIONS.test(value) && around?.isLoader ? LOADS : null
}

/** Functions that take an address, and those in which a bare string is an address. */
const ADDRESS_FUNCTIONS: ReadonlySet<string> = new Set(['url', 'src'])
const IMAGE_FUNCTIONS: ReadonlySet<string> = new Set([
  'image-set',
  '-webkit-image-set',
  'cross-fade',
  '-webkit-cross-fade',
  'image',
])
const SUBSTITUTIONS = /^(?:var|attr|env|if|inherit|--.*)$/

/** Whether an address points to something in the deck itself. */
function isInDeck(address: string): boolean {
  return /^\s*(?:data:|#)/i.test(address)
}

/** Matches `url("data:…")`, with or without white space. */
function isAddressInDeck([first, second]: readonly CssToken[]): boolean {
  const address = first?.type === 'whitespace-token' ? second : first
  return address?.type === 'string-token' && isInDeck(address.value)
}

const OPENERS: ReadonlySet<string> = new Set(['function-token', '(-token', '[-token', '{-token'])

const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  ')-token': ['function-token', '(-token'],
  ']-token': ['[-token'],
  '}-token': ['{-token'],
}

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
