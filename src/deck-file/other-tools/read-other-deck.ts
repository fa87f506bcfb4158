// Reads decks made for other tools.

import type { Point } from 'unist'
import { VFile } from 'vfile'
import type { Article, FrontMatterValue, Passage } from '../../model/article.ts'
import { parseBackground } from '../../model/background.ts'
import type { Draft } from '../../model/draft.ts'
import type { Sentence } from '../../model/outline.ts'
import { decode } from '../../read/decode.ts'
import { extensionOf } from '../../read/format.ts'
import { languageIn } from '../../read/front-matter/front-matter-head.ts'
import { splitFrontMatter } from '../../read/front-matter/split-front-matter.ts'
import { directionOf, languageOf, tagOf } from '../../read/language.ts'
import type { Source } from '../../read/source.ts'
import { UnreadableError, unreadableError } from '../../read/unreadable-error.ts'
import { isOpaqueColour } from '../../theme/is-opaque-colour.ts'
import { namesServer } from '../../util/web-address.ts'
import { type DeckSources, findSources } from '../find-sources.ts'
import { draftsOf, type HiddenDraft } from '../make-drafts.ts'
import { type ParsedSlide, parseSlides } from '../parse-slides.ts'
import { partsOf } from '../parts.ts'
import { DECK_KINDS, type DeckKind, detectKind, KIND_NAMES } from './deck-kind.ts'
import { type ReadIncluded, withIncludes } from './includes.ts'
import { type ReportUnread, type RewritingOptions, rewriteSource } from './rewrite-source.ts'
import { resolvePublicPictures } from './slidev.ts'
import { UNREAD_MESSAGES, type UnreadFeature } from './unread-features.ts'
import { reportUnreadSettings } from './unread-settings.ts'

/** A deck from another tool. Its text counts as the article. */
export interface OtherDeck {
  readonly kind: DeckKind
  readonly article: Article
  readonly drafts: readonly Draft[]
  readonly hidden: readonly HiddenDraft[]
  readonly parts: readonly Passage[]
  readonly sentences: readonly Sentence[]
}

/** How a deck of another tool is read. */
export interface OtherDeckOptions {
  /** The tool that the deck was written for; undefined to detect the tool. */
  readonly as?: DeckKind | undefined
  /** Reads the files that the deck includes; if absent, none is read. */
  readonly readIncluded?: ReadIncluded | undefined
}

/**
 * Reads a Marp, Slidev, reveal-md, Pandoc or Quarto deck; returns null if the file is anything else. If `as` names the
 * tool, detection is skipped. A message says how the file is read.
 * @throws {UnreadableError} if there is no visible slide, or if `as` names a tool and the file is not text
 */
export async function readOtherDeck(
  bytes: Uint8Array,
  file: VFile,
  { as, readIncluded = async () => null }: OtherDeckOptions = {},
): Promise<OtherDeck | null> {
  if (as === 'article' || !(as !== undefined || isMarkdown(file))) return null
  const scratchFile = new VFile({ path: file.path })
  const source = as === undefined ? decodeIfText(bytes, scratchFile) : decode(bytes, file)
  if (source === null) return null
  const split = splitFrontMatter(source, scratchFile)
  const rest = split?.rest ?? source
  const kind = as ?? detectKind(rest.text, split?.frontMatter)
  if (kind === 'article') return null
  if (as === undefined) file.messages.push(...scratchFile.messages)
  file.info(
    `This file is read as ${KIND_NAMES[kind]}. To read it as something else, use --as ${DECK_KINDS.filter((other) => other !== kind).join('|')}.`,
    {
      source: 'lectern',
      ruleId: 'read-as',
    },
  )
  return readDeck(await withIncludes(rest, { kind, readIncluded, name: file.basename ?? '' }), {
    kind,
    frontMatter: split?.frontMatter,
    frontMatterText: frontMatterIn(source, rest),
    file,
  })
}

/** Returns the text of the front matter, which is blanked out in `rest`. */
function frontMatterIn({ text }: Source, rest: Source): string {
  return text.slice(0, rest.text.search(/\S|$/))
}

/** Decodes a file; null if it is not text. Such a file is not a deck, and the article reader will report it. */
function decodeIfText(bytes: Uint8Array, file: VFile): Source | null {
  try {
    return decode(bytes, file)
  } catch (error) {
    if (error instanceof UnreadableError) return null
    throw error
  }
}

function isMarkdown(file: VFile): boolean {
  return /^\.(?:md|markdown|mdown|mkd|mdx|qmd|rmd)$/.test(extensionOf(file))
}

interface DeckReadingOptions extends RewritingOptions {
  readonly file: VFile
}

async function readDeck(rest: Source, options: DeckReadingOptions): Promise<OtherDeck> {
  const { kind, frontMatter, file } = options
  const { text, parsedSlides } = await parseDeck(rest, options)
  const namedLanguage = frontMatter === undefined ? undefined : tagOf(languageIn(frontMatter) ?? '')
  const language = namedLanguage ?? languageOf(text.replace(/[#*_`>:{}[\]()-]/g, ' '))
  const sources = findSources(parsedSlides, { base: null, definitions: '', language, origin: undefined })
  const { partNames, partNumbers } = partsOf(
    sources.slides.map(({ parsed, reading }) => ({
      option: parsed.options.part,
      openedPart: reading.opensPart ? (reading.title?.text ?? null) : null,
      layout: parsed.options.layout ?? reading.contents[0]?.type ?? null,
      isByLectern: false,
    })),
    new Map(),
  )
  const { drafts, hidden } = draftsOf(sources.slides, {
    partNames,
    partNumbers,
    originals: [],
    areAllByAuthor: true,
    file,
  })
  if (drafts.length === 0)
    throw unreadableError(
      file,
      'empty',
      'This deck contains no slides. Add one, or read the file as an article with --as article.',
    )
  return {
    kind,
    article: articleOf(sources, language, options),
    drafts,
    hidden,
    parts: partNames.map((text) => ({ text, span: [0, 0] })),
    sentences: drafts.flatMap(({ noteSentences }) => noteSentences),
  }
}

/** Returns the text of the rewritten deck, and its slides. Messages report what is not read. */
async function parseDeck(
  rest: Source,
  options: DeckReadingOptions,
): Promise<{ readonly text: string; readonly parsedSlides: readonly ParsedSlide[] }> {
  const { kind, frontMatter, file } = options
  const unreadFeatures = new Map<UnreadFeature, Point>()
  const report = (feature: UnreadFeature, place: Point) => {
    if (!unreadFeatures.has(feature)) unreadFeatures.set(feature, place)
  }
  const rewritten = await rewriteSource(rest, options, report)
  const slides = parseSlides(rewritten, file).map((parsed) => withoutUnusableBackground(parsed, report))
  if (kind === 'slidev') resolvePublicPictures(slides)
  removeRepeatedMessages(file)
  reportUnreadSettings(frontMatter, file)
  for (const [feature, place] of unreadFeatures)
    file.info(UNREAD_MESSAGES[feature], { place, source: 'lectern', ruleId: `not-read-${feature}` })
  return { text: rewritten.text, parsedSlides: kind === 'pandoc' ? slides : demoteHeadings(slides, kind) }
}

/** Makes an article of the text on all slides. */
function articleOf(
  { authorText, anchors }: DeckSources,
  language: string,
  { frontMatter, file }: DeckReadingOptions,
): Article {
  const values = frontMatter?.values ?? {}
  return {
    type: 'article',
    path: file.path,
    text: authorText.text,
    marks: authorText.marks,
    anchors: [...anchors, ...authorText.anchors].sort((one, other) => one.offset - other.offset),
    ...titleOf(values),
    language,
    direction: directionOf(language),
    root: { type: 'section', depth: 0, blocks: [], sections: [] },
    ...(frontMatter && { frontMatter: { ...frontMatter, values: settingsIn(values) } }),
  }
}

/**
 * Decides which first-level headings open a part; in these tools, any slide may have one. A heading opens a part if its
 * slide has the option `part`, or if it is alone on its slide while other slides have second-level headings. All others
 * become second-level headings, except on the first slide.
 */
function demoteHeadings(parsedSlides: readonly ParsedSlide[], kind: DeckKind): readonly ParsedSlide[] {
  // In Slidev, the layout determines whether a slide opens a part.
  const hasSecondLevel =
    kind !== 'slidev' && parsedSlides.some(({ nodes: [first] }) => first?.type === 'heading' && first.depth === 2)
  return parsedSlides.map((parsed, index) => {
    const [first, ...others] = parsed.nodes
    const isPart = parsed.options.part !== undefined || (hasSecondLevel && others.length === 0)
    if (index === 0 || first?.type !== 'heading' || first.depth > 1 || isPart) return parsed
    return { ...parsed, nodes: [{ ...first, depth: 2 }, ...others] }
  })
}

/**
 * Removes and reports a background that only the other tool understands, or that is on the web and would not be loaded.
 */
function withoutUnusableBackground(parsed: ParsedSlide, report: ReportUnread): ParsedSlide {
  const { background, ...options } = parsed.options
  if (background === undefined) return parsed
  const isRemote = namesServer(background)
  if (!isRemote && parseBackground(background, isOpaqueColour) !== null) return parsed
  report(isRemote ? 'remote' : 'styles', parsed.place)
  return { ...parsed, options }
}

/** Keeps only the first of several messages with the same text. */
function removeRepeatedMessages(file: VFile): void {
  const seen = new Set<string>()
  const uniqueMessages = file.messages.filter(({ reason }) => {
    const isNew = !seen.has(reason)
    seen.add(reason)
    return isNew
  })
  file.messages.splice(0, file.messages.length, ...uniqueMessages)
}

function titleOf({ title }: Readonly<Record<string, FrontMatterValue>>): Partial<Article> {
  return typeof title === 'string' ? { title: { text: title, span: [0, 0] } } : {}
}

/** Returns the settings that mean the same in Lectern: the language and the aspect ratio 4:3. */
function settingsIn({
  lang,
  size,
  aspectRatio,
  aspectratio,
}: Readonly<Record<string, FrontMatterValue>>): Readonly<Record<string, FrontMatterValue>> {
  const canvas = [size, aspectRatio, aspectratio].find((ratio) => ['4:3', '4/3', '43'].includes(String(ratio)))
  return { ...(typeof lang === 'string' && { lang }), ...(canvas !== undefined && { canvas: '4:3' }) }
}
