// Typesets formulas with KaTeX.

import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { singleSpaced } from '../util/single-spaced.ts'

/** Whether the formula is on its own line or inline. */
export type FormulaStyle = 'display' | 'inline'

/** A typeset formula, or why it could not be typeset; for a mistake in the TeX, with its position. */
type Typeset = Element | { readonly fault: string }

/**
 * Typesets a formula with KaTeX. Articles written for a site whose Markdown knows no formulas escape characters in them
 * ("x\_{12}"): such a formula is typeset without its escapes. Nothing in a formula runs or loads anything, and the sizes
 * that it may request are limited.
 */
export async function typesetFormula(tex: string, style: FormulaStyle): Promise<Typeset> {
  const asWritten = await typesetTex(tex, style)
  if (!('fault' in asWritten) && !ESCAPED_SUBSCRIPT.test(tex)) return asWritten
  const unescaped = tex.replace(ESCAPE, (pair, mark: string | undefined) => mark ?? pair)
  const undoubled = tex.replace(ESCAPE, (_, mark: string | undefined) => mark ?? '\\')
  for (const candidate of 'fault' in asWritten ? [unescaped, undoubled] : [unescaped]) {
    const typeset = candidate === tex ? asWritten : await typesetTex(candidate, style)
    if (!('fault' in typeset)) return typeset
  }
  return asWritten
}

/** A doubled backslash, or one before a mark that means the same without it. In "\{" and "\%", it has a meaning. */
const ESCAPE = /\\\\|\\([_*()[\]])/g
/** TeX that is valid, but prints an underscore and then a group. */
const ESCAPED_SUBSCRIPT = /\\_\{/

async function typesetTex(tex: string, style: FormulaStyle): Promise<Typeset> {
  const { default: katex } = await import('katex')
  if (tex.length > MAX_TEX_LENGTH) return { fault: `It has more than ${MAX_TEX_LENGTH} characters` }
  try {
    const html = withoutWarnings(() => katex.renderToString(tex, { ...OPTIONS, displayMode: style === 'display' }))
    const [formula] = fromHtml(html, { fragment: true }).children
    return formula?.type === 'element' ? formula : { fault: 'It is empty' }
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error
    return { fault: singleSpaced(error.message.replace(/^KaTeX parse error: /, '')) }
  }
}

/**
 * Suppresses the warnings that KaTeX prints on the console about characters that its fonts lack: either a system font has
 * them, or the user can do nothing about it.
 */
function withoutWarnings<T>(work: () => T): T {
  const { warn } = console
  console.warn = () => undefined
  try {
    return work()
  } finally {
    console.warn = warn
  }
}

/** In characters. */
const MAX_TEX_LENGTH = 4_000

const OPTIONS = {
  output: 'html',
  strict: 'ignore',
  trust: false,
  throwOnError: true,
  /** In em. */
  maxSize: 10,
  maxExpand: 500,
} as const
