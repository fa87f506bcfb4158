// Checks the choices that a program passes to the library.

import { FORMATS, HANDOUTS, MAX_MINUTES, MAX_SCALE, PAPERS, type Settings } from '../model/settings.ts'

/** The settings that give the name or the path of something to load. */
const PATHS = ['theme', 'event', 'printTheme', 'pptxTemplate'] as const

/**
 * Checks choices passed by a program, which may be plain JavaScript and pass anything. The command line checks its
 * own choices.
 * @throws {TypeError} if a value is not one of those allowed
 */
export function checkChoices(choices: Readonly<Partial<Record<keyof Settings, unknown>>>): void {
  for (const name of PATHS) {
    // A program may pass what `loadTheme` or `loadEvent` returned, for example.
    if (choices[name] != null && typeof choices[name] !== 'string')
      throw new TypeError(`"${name}" must be a string: the name or path of what to load.`)
  }
  const { formats, handout, paper, minutes, scale } = choices
  if (formats != null && !Array.isArray(formats)) throw new TypeError('"formats" must be a list, such as ["html"].')
  for (const format of formats ?? []) checkValue('formats', format, FORMATS)
  checkValue('handout', handout, HANDOUTS)
  checkValue('paper', paper, PAPERS)
  checkNumber('minutes', minutes, MAX_MINUTES)
  checkNumber('scale', scale, MAX_SCALE)
}

function checkValue(name: string, value: unknown, allowed: readonly string[]): void {
  if (value != null && !allowed.some((each) => each === value))
    throw new TypeError(
      `"${name}" cannot be ${JSON.stringify(value)}. Choose from ${allowed.map((each) => `"${each}"`).join(', ')}.`,
    )
}

function checkNumber(name: string, value: unknown, maximum: number): void {
  if (value != null && !(typeof value === 'number' && value > 0 && value <= maximum))
    throw new TypeError(`"${name}" cannot be ${JSON.stringify(value)}. Give a number above 0, up to ${maximum}.`)
}
