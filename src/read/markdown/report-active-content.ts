import type { Nodes, Root } from 'mdast'
import type { Point } from 'unist'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { pointAt } from '../../model/source-position.ts'
import type { Source } from '../source.ts'

/**
 * Reports styles, and content that would run, load or ask for something. Each kind is reported once. All of it is
 * ignored, because an article is data.
 */
export function reportActiveContent(root: Root, source: Source, file: VFile): void {
  const found: { readonly kind: ActiveKind; readonly place: Point }[] = []
  visit(root, (node) => {
    for (const { kind, offset } of activeContentIn(node)) {
      const start = node.position?.start
      if (start === undefined) continue
      const place = offset === 0 ? start : pointAt(source, (start.offset ?? 0) + offset)
      found.push({ kind, place })
    }
  })
  for (const kind of KINDS) {
    const occurrences = found.filter((each) => each.kind === kind)
    const [first] = occurrences
    const count = occurrences.length === 1 ? '' : ` (${occurrences.length} times in this article)`
    if (first) file.message(REASONS[kind](count), { place: first.place, source: 'lectern', ruleId: 'left-out' })
  }
}

const KINDS = ['script', 'frame', 'form', 'style', 'address'] as const

type ActiveKind = (typeof KINDS)[number]

const REASONS: Readonly<Record<ActiveKind, (count: string) => string>> = {
  script: (count) =>
    `A script was left out here${count}: Lectern does not run scripts. Remove it, or describe what it shows.`,
  frame: (count) =>
    `Embedded content was left out here${count}: a deck loads nothing from elsewhere. Describe what it shows, or insert a picture of it.`,
  form: (count) => `A form was left out here${count}: nobody can fill it in on a slide. Describe what it asks for.`,
  style: (count) => `Styles were left out here${count}: the theme decides how slides look. Choose one with --theme.`,
  address: (count) =>
    `The address of a link was left out here${count}: it runs code or contains a whole page. Give the link another address, or remove it.`,
}

interface ActiveContent {
  readonly kind: ActiveKind
  /** The offset of the content from the start of its node. */
  readonly offset: number
}

function activeContentIn(node: Nodes): readonly ActiveContent[] {
  if (node.type === 'html') {
    return MARKUP.flatMap(({ kind, pattern }) => {
      const offset = node.value.search(pattern)
      return offset < 0 ? [] : [{ kind, offset }]
    })
  }
  const isActive = (node.type === 'link' || node.type === 'definition') && isExecutable(node.url)
  return isActive ? [{ kind: 'address', offset: 0 }] : []
}

/**
 * Whether an address is a program or an inline document. White space and control characters in it are ignored, as they
 * are by browsers.
 */
function isExecutable(address: string): boolean {
  return /^(?:javascript|vbscript|data|blob):/i.test(address.replace(/[\p{Cc}\p{Z}]/gu, ''))
}

const MARKUP: readonly { readonly kind: ActiveKind; readonly pattern: RegExp }[] = [
  { kind: 'script', pattern: /<script\b|<[a-z][^<>]{0,2000}[\s"'/]on[a-z]{3,}\s*=/i },
  { kind: 'frame', pattern: /<(?:iframe|frame|object|embed|applet|portal)\b/i },
  { kind: 'form', pattern: /<(?:form|input|button|select|textarea)\b/i },
  { kind: 'style', pattern: /<(?:style|link|base|meta)\b/i },
  {
    kind: 'address',
    pattern:
      /<[a-z][^<>]{0,2000}[\s"'/](?:href|src|action|formaction|xlink:href)\s*=\s*["']?\s*(?:javascript|vbscript):/i,
  },
]
