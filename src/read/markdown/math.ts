import { math } from 'micromark-extension-math'
import type { Construct, Extension, TokenizeContext } from 'micromark-util-types'

/**
 * Math between dollars, where they are no prices: as in pandoc, white space stands neither after the opening nor before the
 * closing dollar, and no digit follows the closing one. A display that is never closed is no display.
 */
export function guardedMath(text: string): Extension {
  const { flow, text: phrasing } = math()
  const lastFence = [...text.matchAll(FENCE)].at(-1)?.index ?? 0
  const isOpening = ({ now }: TokenizeContext): boolean => opensMath(text, now().offset)
  const isClosed = ({ now }: TokenizeContext): boolean => now().offset < lastFence
  return {
    flow: { [DOLLAR]: constructsOf(flow?.[DOLLAR]).map((construct) => guarded(construct, isClosed)) },
    text: { [DOLLAR]: constructsOf(phrasing?.[DOLLAR]).map((construct) => guarded(construct, isOpening)) },
  }
}

const DOLLAR = 36

/** A line that can close a display. */
const FENCE = /^[ \t>]*\${2,}[ \t]*$/gm

function constructsOf(constructs: Construct | Construct[] | undefined): readonly Construct[] {
  return constructs ? [constructs].flat() : []
}

function guarded(construct: Construct, holds: (context: TokenizeContext) => boolean): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return holds(this) ? construct.tokenize.call(this, effects, ok, nok) : nok
    },
  }
}

/** Whether the dollars at an offset and the next ones, as many, stand close around something. */
function opensMath(text: string, offset: number): boolean {
  const [dollars = ''] = /^\$+/.exec(text.slice(offset, offset + LONGEST)) ?? []
  if (dollars.length !== 1) return true
  const close = text.indexOf('$', offset + 1)
  if (close < 0 || /\s/.test(text.charAt(offset + 1)) || /\s/.test(text.charAt(close - 1))) return false
  return !/\d/.test(text.charAt(close + 1))
}

/** Nobody opens math with more dollars. */
const LONGEST = 8
