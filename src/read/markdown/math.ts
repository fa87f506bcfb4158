import { math } from 'micromark-extension-math'
import type { Construct, Extension, TokenizeContext } from 'micromark-util-types'

/**
 * Returns a syntax extension for math between dollar signs. So that prices are not read as math, white space must not
 * follow the opening dollar or precede the closing one, and no digit may follow the closing one (Pandoc's rule). A
 * display formula stands between lines that contain only dollars. If these lines contain other text, as in "$$a = b"
 * and "c$$", the formula is read as part of a paragraph.
 */
export function mathWithoutPrices(text: string): Extension {
  const { flow, text: phrasing } = math()
  const isOpening = ({ now }: TokenizeContext): boolean => opensMath(text, now().offset)
  const isDisplay = ({ now }: TokenizeContext): boolean => opensDisplay(text, now().offset)
  return {
    flow: { [DOLLAR]: constructsOf(flow?.[DOLLAR]).map((construct) => guardConstruct(construct, isDisplay)) },
    text: { [DOLLAR]: constructsOf(phrasing?.[DOLLAR]).map((construct) => guardConstruct(construct, isOpening)) },
  }
}

const DOLLAR = 36

function constructsOf(constructs: Construct | Construct[] | undefined): readonly Construct[] {
  return constructs ? [constructs].flat() : []
}

function guardConstruct(construct: Construct, isAllowed: (context: TokenizeContext) => boolean): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return isAllowed(this) ? construct.tokenize.call(this, effects, ok, nok) : nok
    },
  }
}

/** Whether the dollars at an offset end their line, and the next double dollars are alone on a line. */
function opensDisplay(text: string, offset: number): boolean {
  const open = new RegExp(DISPLAY_OPENING)
  open.lastIndex = offset
  if (!open.test(text)) return false
  const close = text.indexOf('$$', open.lastIndex)
  if (close < 0) return false
  const lineEnd = text.indexOf('\n', close)
  return DISPLAY_CLOSING.test(text.slice(text.lastIndexOf('\n', close) + 1, lineEnd < 0 ? text.length : lineEnd))
}

const DISPLAY_OPENING = /\${2,}[ \t]*\r?\n/y
const DISPLAY_CLOSING = /^[ \t>]*\${2,}[ \t]*\r?$/

/**
 * Whether the dollars at an offset may open math. A single dollar may not open it if white space follows, or if there
 * is no further dollar, or if the next one has white space before it or a digit after it.
 */
function opensMath(text: string, offset: number): boolean {
  const [dollars = ''] = /^\$+/.exec(text.slice(offset, offset + MAX_DOLLARS)) ?? []
  if (dollars.length !== 1) return true
  const close = text.indexOf('$', offset + 1)
  if (close < 0 || /\s/.test(text.charAt(offset + 1)) || /\s/.test(text.charAt(close - 1))) return false
  return !/\d/.test(text.charAt(close + 1))
}

/** The number of characters that are searched for dollars. */
const MAX_DOLLARS = 8
