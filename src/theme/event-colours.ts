// Applies the colours and fonts of an event to a theme.

import type { VFile } from 'vfile'
import type { Event, EventFont } from '../model/event.ts'
import { type Face, nearestWeight } from '../model/face.ts'
import type { Theme } from '../model/theme.ts'
import { type ColourUse, paletteOf, type Repair } from './event-palette.ts'
import { REGULAR } from './font-schema.ts'

/** Applies the colours and fonts of an event to a theme, and reports each colour that cannot be used as it is. */
export function withEventColours(
  theme: Theme,
  { colours, fonts }: Pick<Event, 'colours' | 'fonts'>,
  file: VFile,
): Theme {
  const { tokens, repairs, uses, isSwapped } = paletteOf(theme, colours)
  const isAccent = uses.some(({ token, colour }) => token === 'deep-accent' && colour === colours[1])
  if (isSwapped) reportSwappedColours(colours, isAccent, file)
  for (const colour of isSwapped ? colours.slice(0, 1) : colours) {
    if (repairs.some((repair) => repair.colour === colour)) reportRepairs(colour, repairs, file)
    else reportChangedColour(colour, { uses, theme, count: colours.length }, file)
  }
  return (['display', 'text'] as const).reduce<Theme>((changed, use) => withFont(changed, `font-${use}`, fonts[use]), {
    ...theme,
    tokens,
  })
}

/**
 * Reports that dark backgrounds use the first colour instead of the second. `isAccent` is true if the theme shows the
 * second colour on them.
 */
function reportSwappedColours([first, second]: readonly string[], isAccent: boolean, file: VFile): void {
  const accentNote = isAccent ? ', and the second is the accent on them' : ', and this theme shows no accent on them'
  file.info(
    `The event's second colour, ${second}, is too light for dark backgrounds, so they use the first, ${first}${accentNote}. Choose a darker second colour to use it for backgrounds.`,
    { source: 'lectern', ruleId: 'brand-colour' },
  )
}

function reportRepairs(colour: string, repairs: readonly Repair[], file: VFile): void {
  const colourRepairs = repairs.filter((repair) => repair.colour === colour)
  const [first] = colourRepairs
  if (first === undefined) return
  const changes = colourRepairs.map(({ token, adjusted }) => `"${token}" is ${adjusted}`).join(', ')
  const fact = `The event's colour ${colour} has too little contrast in this theme (${roundDown(first.ratio)}:1, less than ${first.required}:1)`
  file.info(`${fact}, so it was made lighter or darker in the same hue: ${changes}.`, {
    source: 'lectern',
    ruleId: 'brand-contrast',
  })
}

interface ChangedColours {
  readonly uses: readonly ColourUse[]
  readonly theme: Theme
  /** The number of colours that the event has. */
  readonly count: number
}

/**
 * Reports an event colour that the theme changes or does not show at all, and the colour of the theme that it replaces.
 */
function reportChangedColour(colour: string, { uses, theme, count }: ChangedColours, file: VFile): void {
  const colourUses = uses.filter((use) => use.colour === colour)
  if (colourUses.some(({ value }) => value === colour)) return
  const [first] = colourUses
  const fact =
    first === undefined
      ? `This theme has no place for the event's colour ${colour}`
      : `This theme shows the event's colour ${colour} only in a lighter, darker or paler form: its "${first.token}" is ${first.value}${replacementNote(theme.tokens[first.token], first.value)}`
  const choice = count > 1 ? 'another theme, or another order of the colours' : 'another theme'
  file.info(`${fact}. Choose ${choice}, or remove "colours" from the event.`, {
    source: 'lectern',
    ruleId: 'brand-colour',
  })
}

function replacementNote(before: string | undefined, after: string): string {
  return before === undefined || before === after ? '' : ` in place of ${before}`
}

/** Rounds a ratio down, so that it never appears to reach the limit that it misses. */
function roundDown(ratio: number): number {
  return Math.floor(ratio * 100) / 100
}

/**
 * Puts the event's font family before the theme's, in the weights and slants that the theme uses; text is regular, even
 * if the theme's own font has only a heavier weight. The faces of a family that is no longer the first in any font token
 * are dropped.
 */
function withFont(theme: Theme, token: string, font: EventFont | null): Theme {
  if (font === null) return theme
  const tokens = { ...theme.tokens, [token]: `"${font.family}", ${theme.tokens[token] ?? 'sans-serif'}` }
  const replacedFamily = firstFamilyOf(theme.tokens[token])
  const replacedFaces = theme.faces.filter(({ family }) => family === replacedFamily)
  const regularFaces = token === 'font-text' ? replacedFaces.map((face) => ({ ...face, weight: REGULAR })) : []
  const eventFaces = [...replacedFaces, ...regularFaces].flatMap((face) => nearestFaces(face, font.faces))
  const firstFamilies = Object.entries(tokens)
    .filter(([name]) => name.startsWith('font-'))
    .map(([, stack]) => firstFamilyOf(stack))
  const otherFaces = theme.faces.filter(({ family }) => family !== replacedFamily || firstFamilies.includes(family))
  return { ...theme, tokens, faces: withoutRepeats([...otherFaces, ...eventFaces]) }
}

/** Keeps the last of the faces that are used for the same text. Titles and text of an event may have one family. */
function withoutRepeats(faces: readonly Face[]): readonly Face[] {
  return [...new Map(faces.map((face) => [`${face.family} ${face.weight} ${face.style}`, face])).values()]
}

function firstFamilyOf(stack: string | undefined): string {
  return /^\s*"?([^",]+)/.exec(stack ?? '')?.[1]?.trim() ?? ''
}

/**
 * Finds the face with the nearest weight among those with the same slant or, if there are none, among all faces.
 * Returns an empty list if there are no faces.
 */
function nearestFaces({ weight, style }: Face, faces: readonly Face[]): readonly Face[] {
  const sameStyle = faces.filter((face) => face.style === style)
  const distance = (face: Face) => Math.abs(nearestWeight(face, weight) - weight)
  return (sameStyle.length > 0 ? sameStyle : faces)
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, 1)
}
