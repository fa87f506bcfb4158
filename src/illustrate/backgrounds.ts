// Gives slides the backgrounds that an article or a deck file asks for.

import type { Point } from 'unist'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { FrontMatter } from '../model/article.ts'
import { type Background, DEFAULT_VEIL, parseBackground } from '../model/background.ts'
import { type Deck, isLayoutName, LAYOUT_NAMES, type Slide } from '../model/deck.ts'
import type { Draft } from '../model/draft.ts'
import { type Layouts, linesOf } from '../model/layout.ts'
import type { BackgroundChoices } from '../model/settings.ts'
import type { Theme } from '../model/theme.ts'
import { coloursOn } from '../render/readable-colours.ts'
import { MIN_CONTRAST } from '../theme/contrast.ts'
import { isOpaqueColour } from '../theme/is-opaque-colour.ts'
import { didYouMean } from '../util/closest-name.ts'
import { identifyImage } from './identify-image.ts'
import { NO_FOLDER } from './image-fault.ts'
import type { ImageFolder } from './image-folder.ts'
import { locateImage } from './image-location.ts'

/** The sources of backgrounds, and the theme whose text must be readable on them. */
export interface BackgroundSources {
  readonly folder: ImageFolder | null
  readonly theme: Theme
  readonly layouts: Layouts
  /** The front matter that asks for backgrounds, for the positions of messages. */
  readonly frontMatter: FrontMatter | undefined
  /** The backgrounds that slides of a deck file ask for, keyed by slide id. */
  readonly bySlide?: ReadonlyMap<string, RequestedBackground> | undefined
}

/** A background as written in the options of a slide in a deck file, and the position of the slide. */
export interface RequestedBackground {
  readonly text: string
  readonly place: Point | undefined
}

/** Collects the backgrounds that slides of a deck file ask for, keyed by slide id. */
export function requestedBackgrounds(
  drafts: readonly Draft[],
  { slides }: Deck,
): ReadonlyMap<string, RequestedBackground> {
  const requests = drafts.flatMap(({ authorOptions, position }, index) => {
    const id = slides[index]?.id
    const text = authorOptions?.background ?? null
    return id === undefined || text === null ? [] : [[id, { text, place: position?.start }] as const]
  })
  return new Map(requests)
}

/**
 * Gives slides the backgrounds that an article asks for: for all slides (`*`), for a layout, or for one slide by its
 * id. A more specific choice takes precedence over a more general one, and a background in a slide's own options over
 * both. A background that cannot be loaded is skipped, with a warning at its position. A background on which text is
 * hard to read, even in the theme's most readable colours, also gets a warning.
 */
export async function withBackgrounds(
  deck: Deck,
  choices: BackgroundChoices,
  sources: BackgroundSources,
  file: VFile,
): Promise<Deck> {
  const byName = new Map<string, Background>()
  for (const [name, text] of Object.entries(choices)) {
    const report = reporterFor(name, sources, file)
    if (!isKnownName(name, deck)) report(unknownReason(name, deck))
    const background = await loadReadable(text, sources, report)
    if (background !== null) byName.set(name, background)
  }
  const byId = new Map<string, Background>()
  for (const [id, { text, place }] of sources.bySlide ?? []) {
    const background = await loadReadable(text, sources, reporterAt(place, file))
    if (background !== null) byId.set(id, background)
  }
  const backgroundOf = ({ id, layout }: Slide) =>
    byId.get(id) ?? byName.get(id) ?? byName.get(layout) ?? byName.get('*')
  return {
    ...deck,
    slides: deck.slides.map((slide) => {
      const background = backgroundOf(slide)
      if (background === undefined) return slide
      // A picture without text over it needs no veil.
      const isVeiled = background.type !== 'picture' || linesOf(sources.layouts, slide).some(({ text }) => text !== '')
      return { ...slide, background: isVeiled ? background : { ...background, veil: 0 } }
    }),
  }
}

type Report = (reason: string) => VFileMessage

/**
 * Loads a background, with a warning if text is hard to read on it. If it cannot be loaded, returns null, also with a
 * warning.
 */
async function loadReadable(text: string, sources: BackgroundSources, report: Report): Promise<Background | null> {
  const background = await resolveBackground(text, sources)
  if ('reason' in background) {
    report(background.reason)
    return null
  }
  const colours = coloursOn(background, sources.theme)
  if (colours !== null && colours.ratio < MIN_CONTRAST.large)
    report(
      `The theme's colour "${colours.token}" has a contrast of ${colours.ratio.toFixed(1)} on ${text} and is hard to read. Choose a lighter or darker background.`,
    )
  return background
}

function isKnownName(name: string, { slides }: Deck): boolean {
  return name === '*' || isLayoutName(name) || slides.some(({ id }) => id === name)
}

function unknownReason(name: string, { slides }: Deck): string {
  const known = [...LAYOUT_NAMES, ...slides.map(({ id }) => id)]
  const remedy = didYouMean(name, known) ?? `The layouts are ${LAYOUT_NAMES.join(', ')}.`
  return `No layout is called "${name}", and no slide has this id. ${remedy}`
}

async function resolveBackground(
  text: string,
  { folder }: BackgroundSources,
): Promise<Background | { readonly reason: string }> {
  const parsed = parseBackground(text, isOpaqueColour)
  if (parsed === null)
    return {
      reason: `"${text}" is not a background. Give a colour ("#10352d"), a gradient (linear-gradient(…)) or a picture (hall.jpg); put a value with # in quotation marks.`,
    }
  if (parsed.type !== 'picture') return parsed
  const location = locateImage(parsed.path, folder ?? { articlePath: [], isSite: false })
  const pictureFault = (fact: string, remedy: string) => ({ reason: `The picture "${parsed.path}" ${fact}. ${remedy}` })
  if (location.type === 'unavailable') return pictureFault(location.fault.fact, location.fault.remedy)
  if (location.type === 'inline' || folder === null) return pictureFault(NO_FOLDER.fact, NO_FOLDER.remedy)
  const bytes = await folder.read(location.names)
  const content = 'fact' in bytes ? bytes : identifyImage(bytes)
  return 'fact' in content
    ? pictureFault(content.fact, content.remedy)
    : { type: 'picture', data: content.data, veil: DEFAULT_VEIL }
}

function reporterFor(name: string, { frontMatter }: BackgroundSources, file: VFile) {
  const places = frontMatter?.places ?? []
  const entry = places.find(({ path: [key, entryName] }) => key === 'background' && entryName === name)
  const place = (entry ?? places.find(({ path: [key] }) => key === 'background'))?.value.start
  return reporterAt(place ?? { line: frontMatter?.line ?? 1, column: 1 }, file)
}

function reporterAt(place: Point | undefined, file: VFile): Report {
  return (reason) => file.message(reason, { place, source: 'lectern', ruleId: 'background' })
}
