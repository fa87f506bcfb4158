import type { Edit } from './edit-source.ts'

/**
 * Returns the edits that reduce links to their words, for text in which no parser interprets links. The syntaxes are
 * those of Markdown, wikis, reStructuredText and Org: `[words](page.html)`, `[words][undefined]`, `[[Page|words]]`,
 * `[https://… words]`, `` `words <https://…>`_ ``. Images without words and footnote references (`[^1]`) are removed.
 */
export function linkMarkupEdits(text: string): readonly Edit[] {
  if (!LINK_HINT.test(text)) return []
  const edits: Edit[] = []
  for (const { 0: match, index, groups = {} } of text.matchAll(LINK)) {
    const words = Object.values(groups).find((group) => group !== undefined) ?? ''
    const start = index + match.indexOf(words)
    if (words === '' && !/^(?:!|\[\^)/.test(match)) continue
    edits.push(
      { span: [index, start], replacement: '' },
      { span: [start + words.length, index + match.length], replacement: '' },
    )
  }
  return edits
}

const LINK_HINT = /\] ?\(|\]\]|\[https?:|>`_|\]\[|\[\^/

/** The target of a link: an address, a path, an anchor or a file name. */
const TARGET =
  '(?:[a-z][a-z+.-]*:|/|\\.{1,2}/|#|www\\.)[^()\\n]{0,400}?(?:\\([^()\\n]{0,80}\\)[^()\\n]{0,80})?|[\\w./ %-]{1,120}\\.(?:html?|md|pdf|png|jpe?g|gif|svg|webp)(?:#[\\w-]*)?'

const LINK = new RegExp(
  [
    `!?\\[(?<inline>[^\\[\\]\\n]{0,300})\\] ?\\((?:${TARGET})\\)`,
    '\\[\\[(?:https?:[^\\[\\]\\n|]{1,400}\\]\\[|[^\\[\\]\\n|]{1,200}\\|)(?<wiki>[^\\[\\]\\n|]{1,200})\\]\\]',
    '\\[\\[(?=[^\\[\\]\\n|]*[\\p{Lu} /#])(?<page>[\\p{L}\\p{N}][^\\[\\]\\n|]{0,200})\\]\\]',
    '\\[https?://[^\\s\\[\\]]{1,400} (?<external>[^\\[\\]\\n]{1,200})\\]',
    '(?<![\\w\\]])\\[(?=[^\\[\\]\\n]{0,80}\\p{L}{2})(?<reference>[^\\[\\]\\n]{2,200})\\]\\[[\\w. -]{0,40}\\]',
    '\\[\\^\\d{1,3}\\]',
    '(?<!`)`(?<rst>[^`<>\\n]{1,200}) <[^<>\\s]{1,400}>`__?',
  ].join('|'),
  'gu',
)
