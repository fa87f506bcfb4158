import type { Edit } from '../../edit-source.ts'
import { linesOutsideListings } from '../scan.ts'
import type { Dialect } from './dialect.ts'

/**
 * Markdown in an HTML block with the attribute `markdown` (`<div markdown="1">`), as in kramdown, PHP Markdown Extra
 * and MkDocs. CommonMark reads it as Markdown only below a blank line, so one is added.
 */
export const markdownInHtml: Dialect = {
  name: 'Markdown in HTML',
  applies: (text) => TAG.test(text),
  edits: (text) =>
    linesOutsideListings(text).flatMap(({ text: line, start }): readonly Edit[] => {
      const [tag] = TAG.exec(line) ?? []
      if (tag === undefined) return []
      const isFollowedByWords = /^\s*[^\s<]/.test(line.slice(tag.length))
      const offset = start + (isFollowedByWords ? tag.length : line.length)
      return [{ span: [offset, offset], replacement: isFollowedByWords ? '\n\n' : '\n' }]
    }),
  examples: [
    [
      '<div class="note" markdown="1">\nSee [the rules](rules.html) of the *port*.\n</div>',
      'See the rules of the port.',
    ],
    [
      '<details markdown><summary>More</summary>\nThe **keeper** lives here.\n</details>',
      'More\nThe keeper lives here.',
    ],
    ['<div markdown="block">The *gate* is shut.</div>', 'The gate is shut.'],
  ],
}

/** The opening tag of a block with Markdown content, at the beginning of a line. */
const TAG =
  /^ {0,3}<(?:div|section|article|aside|details|main|figure|figcaption|p|center|header|footer|nav)\b[^<>\n]{0,400}?\smarkdown(?:\s{0,3}=\s{0,3}["']?(?:1|block|span|yes)["']?)?(?:\s[^<>\n]{0,400})?>/m
