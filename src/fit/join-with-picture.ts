import type { Slide } from '../model/deck.ts'
import type { CaptionedPicture, Diagram, Picture } from '../model/draft.ts'
import { areUnderOneTitle } from './compare-titles.ts'

/** More pictures than this are too small on one slide. */
const MAX_PICTURES = 6

/**
 * The largest aspect ratios of pictures beside points. Such a picture gets half of the slide, where the text of a wider
 * drawing would be unreadable, and a panorama would be a mere strip.
 */
const WIDEST_BESIDE = { photograph: 1.9, drawing: 1.25 }

/**
 * The least scale at which a diagram shares a slide: its words, drawn in 22 px, are then as large as small points.
 * One that is no larger by itself may be smaller.
 */
const LEAST_SCALE = 1.15

/** The usual space for pictures below a title of one line, and between two pictures, in px. */
const [BODY, GAP] = [{ width: 1080, height: 430 }, 32]

/** The maximum number of points beside a picture. */
const MAX_POINTS = 4

/**
 * Joins a slide that shows a picture with the slide next to it: related pictures side by side, or points beside a
 * picture. Null if they must stay separate.
 */
export function joinWithPicture(one: Slide, other: Slide): Pick<Slide<'image'>, 'layout' | 'slots'> | null {
  if (!areUnderOneTitle(one, other)) return null
  const title = one.slots.title ?? other.slots.title
  if (one.layout === 'image' && other.layout === 'image') {
    const pictures = [...(picturesOf(one) ?? []), ...(picturesOf(other) ?? [])]
    const [first, ...others] = pictures
    const canCombine = picturesOf(one) !== null && picturesOf(other) !== null && pictures.every(hasContent)
    if (first === undefined || !canCombine || pictures.length > MAX_PICTURES) return null
    if (!pictures.every(({ picture }) => isReadableAmong(pictures.length, picture))) return null
    return { layout: 'image', slots: { title, ...first, others } }
  }
  const [image, points] = one.layout === 'image' ? [one, other] : [other, one]
  if (image.layout !== 'image' || points.layout !== 'points' || points.slots.lead !== null) return null
  const [picture, ...more] = picturesOf(image) ?? []
  const pointCount = points.slots.points.filter(({ depth }) => depth === 0).length
  if (picture === undefined || more.length > 0 || pointCount > MAX_POINTS || !fitsBeside(picture)) return null
  return { layout: 'image', slots: { title, ...picture, points: points.slots.points } }
}

/** Returns the pictures of a slide; null if it has points beside a picture. */
function picturesOf({
  slots: { picture, caption, others = [], points },
}: Slide<'image'>): readonly CaptionedPicture[] | null {
  return points === undefined ? [{ picture, caption }, ...others] : null
}

function hasContent({ picture }: CaptionedPicture): boolean {
  return 'drawing' in picture || picture.content !== null
}

/** Whether the words of a diagram can still be read if this many pictures share the slide. */
function isReadableAmong(count: number, picture: Picture | Diagram): boolean {
  if (!('drawing' in picture)) return true
  const rows = count > MAX_IN_ROW ? 2 : 1
  const columns = Math.ceil(count / rows)
  const scaleIn = (width: number, height: number) => Math.min(width / picture.width, height / picture.height)
  const shared = scaleIn((BODY.width - (columns - 1) * GAP) / columns, (BODY.height - (rows - 1) * GAP) / rows)
  return shared >= Math.min(LEAST_SCALE, scaleIn(BODY.width, BODY.height))
}

/** More pictures than this are in two rows. */
const MAX_IN_ROW = 3

function fitsBeside({ picture }: CaptionedPicture): boolean {
  const { ratio, kind } = proportionsOf(picture)
  return ratio > 0 && ratio <= WIDEST_BESIDE[kind]
}

function proportionsOf(picture: Picture | Diagram): {
  readonly ratio: number
  readonly kind: 'photograph' | 'drawing'
} {
  if ('drawing' in picture) return { ratio: picture.width / picture.height, kind: 'drawing' }
  const { content } = picture
  if (content === null) return { ratio: 0, kind: 'photograph' }
  return { ratio: content.width / content.height, kind: content.isDrawing ? 'drawing' : 'photograph' }
}
