import type { Complaint } from './complaint.ts'
import { type CssToken, tokenizeCss } from './tokenize-css.ts'

/**
 * Finds what a theme's styles must not contain: addresses outside the deck, because a deck loads nothing; and end tags
 * and unmatched brackets, because other styles follow in the same `style` element. Styles are read as browsers read
 * them, token by token.
 */
export function checkStyles(css: string): readonly Complaint[] {
  const faults = [
    ...faultsIn(tokenizeCss(css)),
    ...[...css.matchAll(/<\//g)].map(({ index }) => ({ offset: index, reason: END_TAG })),
  ]
  return faults
    .toSorted((one, other) => one.offset - other.offset)
    .map(({ offset, reason }) => ({ reason, place: placeOf(css, offset) }))
}

/** Whether the value of a declaration loads nothing, and closes every bracket, string and comment that it opens. */
export function isHarmless(value: string): boolean {
  return faultsIn(tokenizeCss(value)).length === 0
}

const END_TAG = 'A stylesheet must not contain "</". Write <\\/ instead.'
const IMPORTS = 'A theme cannot import stylesheets. Copy the rules into theme.css.'
const LOADS = 'A theme cannot load files. Embed the picture as url(data:…).'
const UNCLOSED = 'A bracket, string or comment that begins here is never closed. Close it.'
const UNOPENED = 'This bracket closes nothing. Remove it.'

interface StyleFault {
  readonly offset: number
  readonly reason: string
}

/** A bracket or function that is open at some token. */
interface OpenBracket {
  readonly token: CssToken
  /** Whether a string directly inside the bracket, without `url()`, is the address of an image. */
  readonly isImage: boolean
  /** Whether the bracket, or one enclosing it, belongs to a function that loads an address. */
  readonly isLoader: boolean
}

function faultsIn(tokens: readonly CssToken[]): readonly StyleFault[] {
  const faults: StyleFault[] = []
  const open: OpenBracket[] = []
  for (const [index, token] of tokens.entries()) {
    const enclosing = open.at(-1)
    const reason = faultOf(token, enclosing, tokens.slice(index + 1, index + 3))
    if (reason !== null) faults.push({ offset: token.start, reason })
    const openers = CLOSERS[token.type]
    if (OPENERS.has(token.type)) open.push(openBracket(token, enclosing))
    else if (openers?.includes(enclosing?.token.type ?? '')) open.pop()
    else if (openers !== undefined) faults.push({ offset: token.start, reason: UNOPENED })
  }
  return [...faults, ...open.slice(0, 1).map(({ token }) => ({ offset: token.start, reason: UNCLOSED }))]
}

function openBracket(token: CssToken, enclosing: OpenBracket | undefined): OpenBracket {
  const isFunction = token.type === 'function-token'
  const isImage = isFunction ? IMAGE_FUNCTIONS.has(token.value) : (enclosing?.isImage ?? false)
  const isLoader = (enclosing?.isLoader ?? false) || (isFunction && (isImage || ADDRESS_FUNCTIONS.has(token.value)))
  return { token, isImage, isLoader }
}

function faultOf(token: CssToken, enclosing: OpenBracket | undefined, following: readonly CssToken[]): string | null {
  const { type, value, isComplete } = token
  if (!isComplete || type === 'bad-string-token') return UNCLOSED
  if (type === 'bad-url-token') return LOADS
  if (type === 'at-keyword-token') return value === 'import' ? IMPORTS : null
  if (type === 'url-token') return isInDeck(value) ? null : LOADS
  if (type === 'string-token') return enclosing?.isImage && !isInDeck(value) ? LOADS : null
  if (type !== 'function-token') return null
  if (ADDRESS_FUNCTIONS.has(value)) return isAddressInDeck(following) ? null : LOADS
  // The value that is substituted here is unknown; it may be an address.
  return SUBSTITUTION_FUNCTIONS.test(value) && enclosing?.isLoader ? LOADS : null
}

/** Functions that take an address, and those in which a string without `url()` is the address of an image. */
const ADDRESS_FUNCTIONS: ReadonlySet<string> = new Set(['url', 'src'])
const IMAGE_FUNCTIONS: ReadonlySet<string> = new Set([
  'image-set',
  '-webkit-image-set',
  'cross-fade',
  '-webkit-cross-fade',
  'image',
])
const SUBSTITUTION_FUNCTIONS = /^(?:var|attr|env|if|inherit|--.*)$/

/** Whether an address points to something in the deck itself. */
function isInDeck(address: string): boolean {
  return /^\s*(?:data:|#)/i.test(address)
}

/** Whether the tokens after `url(` are an address in the deck, as in `url("data:…")`, with or without white space. */
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
