import type { Edit } from '../../edit-source.ts'
import { linesOutsideListings } from '../scan.ts'
import type { Dialect } from './dialect.ts'

/**
 * Markdown in an HTML block with the attribute `markdown` (`<div markdown="1">`), as in kramdown, PHP Markdown Extra
 * and MkDocs. CommonMark reads the content as Markdown only below a blank line, so one is added.
 */
export const markdownInHtml: Dialect = {
  name: 'Markdown in HTML',
  applies: (text) => TAG.test(text),
  edits: (text) =>
    linesOutsideListings(text).flatMap(({ text: line, start }, index, lines): readonly Edit[] => {
      const [tag] = TAG.exec(line) ?? []
      if (tag === undefined) {
        const isPictureAbove = TAG.test(lines[index - 1]?.text ?? '') && PICTURE.test(line)
        return isPictureAbove ? [{ span: [start + line.length, start + line.length], replacement: '\n' }] : []
      }
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
      '<details markdown><summary>The house</summary>\nThe **keeper** lives here.\n</details>',
      'The house\nThe keeper lives here.',
    ],
    ['<aside markdown="1">\n<img src="a.png">\n\\[We\\] shut the *gate*.\n</aside>', '[We] shut the gate.'],
    ['<div markdown="block">The *gate* is shut.</div>', 'The gate is shut.'],
    ['If a < b, then b > a.', 'If a < b, then b > a.'],
  ],
}

/**
 * A picture alone on its line, such as a portrait of the speaker. CommonMark reads no Markdown up to the next blank
 * line.
 */
const PICTURE = /^ {0,3}<img\b[^<>\n]{0,400}>[ \t]*$/

/** The opening tag of a block with Markdown content, at the beginning of a line. */
const TAG =
  /^ {0,3}<(?:div|section|article|aside|details|main|figure|figcaption|p|center|header|footer|nav)\b[^<>\n]{0,400}?\smarkdown(?:\s{0,3}=\s{0,3}["']?(?:1|block|span|yes)["']?)?(?:\s[^<>\n]{0,400})?>/m
