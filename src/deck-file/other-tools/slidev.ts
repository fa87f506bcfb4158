// Rewrites Slidev decks as deck files.

import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Edit } from '../../read/edit-source.ts'
import { resolveImage } from '../../read/markdown/references.ts'
import type { ParsedSlide } from '../parse-slides.ts'
import { optionsComment, type SlideOptions } from '../slide-options.ts'
import { type DeckLine, linesOf, replaceLine } from './deck-lines.ts'
import type { DeckToRewrite } from './deck-to-rewrite.ts'
import { commentsIn } from './html-comments.ts'
import { codeEdits } from './slidev-code.ts'
import { type SlidevSlide, splitSlides } from './slidev-slides.ts'
import { slotEdits } from './slidev-slots.ts'

/** Rewrites the front matter, notes and layouts of a Slidev deck as Lectern writes them. */
export function rewriteSlidev({ text, values, start, report }: DeckToRewrite): readonly Edit[] {
  const lines = linesOf(text)
  const { slides, edits } = splitSlides(lines, values, start)
  const context: SlideContext = { text, values, lines, comments: commentsIn(text, lines), report }
  return [...edits, ...codeEdits(lines, report), ...slides.flatMap((slide) => slideEdits(slide, context))]
}

interface SlideContext {
  readonly text: string
  /** The front matter of the deck, which is also the front matter of the first slide. */
  readonly values: DeckToRewrite['values']
  readonly lines: readonly DeckLine[]
  readonly comments: ReturnType<typeof commentsIn>
  readonly report: DeckToRewrite['report']
}

function slideEdits(slide: SlidevSlide, { text, values, lines, comments, report }: SlideContext): readonly Edit[] {
  const { frontMatter } = slide
  const slideLines = lines.slice(slide.from, slide.to)
  const from = slideLines[0]?.start ?? text.length
  const to = lines[slide.to]?.start ?? text.length
  const body = text.slice(from, to)
  const slideComments = comments.filter(({ span }) => span[0] >= from && span[1] <= to)
  // A comment at the end of a slide is its note.
  const isNote = ({ span }: (typeof comments)[number]) => text.slice(span[1], to).trim() === ''
  const contentEnd = slideComments.find(isNote)?.span[0] ?? to
  if (frontMatter.src !== undefined) report('imports', from)
  const component = body.search(/<[A-Z]\w*[\s/>]/)
  if (component >= 0) report('components', from + component)
  if (frontMatter !== values && STYLES.some((key) => frontMatter[key] !== undefined)) report('styles', from)
  const layout = String(frontMatter.layout ?? '')
  if (layout.startsWith('iframe')) report('active', from)
  const comment = optionsComment(optionsOf(frontMatter, body))
  const picture = layout.startsWith('image') ? frontMatter.image : undefined
  return [
    ...slideComments.map((slideComment): Edit => {
      const { span, content } = slideComment
      const note = content.replace(CLICK_MARK, '').trim()
      return { span, replacement: isNote(slideComment) ? `\n\n:::notes\n\n${note}\n\n:::\n\n` : '' }
    }),
    ...(comment === null ? [] : [{ span: [from, from] as const, replacement: `\n\n${comment}\n\n` }]),
    ...layoutEdits(slideLines, layout),
    ...(layout === 'quote' && text.slice(from, contentEnd).trim() !== ''
      ? [
          { span: [from, from] as const, replacement: '\n\n:::quote\n\n' },
          { span: [contentEnd, contentEnd] as const, replacement: '\n\n:::\n\n' },
        ]
      : []),
    ...slotEdits(slideLines, contentEnd),
    ...(typeof picture === 'string'
      ? [{ span: [contentEnd, contentEnd] as const, replacement: `\n\n![](<${pathInPublicFolder(picture)}>)\n\n` }]
      : []),
  ]
}

/** Settings of a slide that only change how it looks. */
const STYLES: readonly string[] = ['class', 'layoutClass', 'transition', 'zoom']

/** The marker in a note before words that belong to a later click. */
const CLICK_MARK = /\[click(?::\d+)?\][ \t]*/g

function optionsOf(frontMatter: SlidevSlide['frontMatter'], body: string): SlideOptions {
  const { background, hide, disabled, layout, image } = frontMatter
  const slideBackground =
    typeof background === 'string' ? background : layout === 'cover' && typeof image === 'string' ? image : undefined
  const heading = layout === 'section' ? /^#+\s+(.*)$/m.exec(body)?.[1] : undefined
  return {
    ...(slideBackground !== undefined && slideBackground !== '' && { background: pathInPublicFolder(slideBackground) }),
    ...((String(hide) === 'true' || String(disabled) === 'true') && { hidden: true }),
    ...(layout === 'end' && { layout: 'closing' }),
    ...(/<v-clicks?\b|\sv-click\b/.test(body) && { steps: true }),
    ...(heading !== undefined && { part: heading.trim() }),
  }
}

/** Replaces picture addresses that begin at the root of Slidev's site with the paths of the files. */
export function resolvePublicPictures(parsedSlides: readonly ParsedSlide[]): void {
  for (const { nodes, definitions } of parsedSlides) {
    const root: Root = { type: 'root', children: [...nodes] }
    // Links may share definitions with pictures, and must keep their addresses.
    visit(root, 'imageReference', (reference, index, parent) => {
      if (index !== undefined) parent?.children.splice(index, 1, resolveImage(reference, definitions))
    })
    visit(root, 'image', (image) => {
      image.url = pathInPublicFolder(image.url)
    })
  }
}

/**
 * Returns the path of a file that Slidev finds at the root of its site, which is the folder `public` beside the deck.
 */
function pathInPublicFolder(path: string): string {
  return path.replace(/^\/(?!\/)/, 'public/')
}

/** Rewrites the first heading of a slide, to which some layouts give a special meaning. */
function layoutEdits(lines: readonly DeckLine[], layout: string): readonly Edit[] {
  const edits: Edit[] = []
  const words = lines.filter(({ isCode }) => !isCode)
  const heading = words.find(({ text }) => /^#{1,6}\s/.test(text))
  if (heading === undefined) return edits
  const title = heading.text.replace(/^#+\s+/, '')
  if (layout === 'section') edits.push(replaceLine(heading, `# ${title}`))
  else if (layout === 'quote') edits.push(replaceLine(heading, `${title}\n`))
  else if (layout === 'fact') {
    const rest = words.filter(
      (line) => line !== heading && line.text.trim() !== '' && !/^<!--|-->$/.test(line.text.trim()),
    )
    const [label] = rest
    if (label !== undefined)
      edits.push(replaceLine(heading, `:::number\n\n${title}\n`), replaceLine(label, `${label.text}\n\n:::`))
  } else if (layout !== '' && layout !== 'cover' && layout !== 'intro') edits.push(replaceLine(heading, `## ${title}`))
  return edits
}
