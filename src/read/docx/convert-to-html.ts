// Converts a Word file to HTML with mammoth.

import type { VFile } from 'vfile'
import { pack } from '../../util/zip.ts'
import { LIMITS } from '../limits.ts'
import { unreadableError } from '../unreadable-error.ts'
import { cutAt, measure } from './cut-xml.ts'
import { markFloatingPictures } from './floating-pictures.ts'
import { formulasToText } from './formulas.ts'
import { headingStyleRows } from './heading-styles.ts'
import { hiddenStyleRows, withoutHiddenRuns } from './hidden-text.ts'
import { markListNumbers } from './list-numbers.ts'
import { listStyleRows } from './list-styles.ts'
import { stripFormatting } from './strip-formatting.ts'
import { STYLE_MAP } from './style-map.ts'
import { damagedFileError, type WordPackage } from './word-package.ts'
import { wordStylesIn } from './word-styles.ts'

/** The scheme of picture addresses in the HTML. It is followed by the name of a part of the Word file. */
export const PICTURE_SCHEME = 'docx:'

/**
 * Converts a Word file to HTML. Nothing outside the file is read. A message says how many pictures the file refers to
 * but does not contain.
 * @throws {UnreadableError} if the XML of the file is damaged or hostile
 */
export async function convertToHtml({ parts, otherParts }: WordPackage, file: VFile): Promise<string> {
  const converted = [...parts].map(
    ([name, part]) =>
      [name, formulasToText(markFloatingPictures(withoutHiddenRuns(checkPart(part.toString('utf8'), file))))] as const,
  )
  const checkedParts = new Map(converted.map(([name, { xml }]) => [name, Buffer.from(xml)]))
  const failures = converted.reduce((sum, [, part]) => sum + part.failures + countFormulaObjects(part.xml), 0)
  if (failures > 0) reportFormulas(failures, file)
  // Each picture is replaced with the name of its part, which then becomes the picture's address.
  for (const name of otherParts) checkedParts.set(name, Buffer.from(name))
  const { default: mammoth } = await import('mammoth')
  const convertImage = mammoth.images.imgElement(async (image) => ({
    src: `${PICTURE_SCHEME}${(await image.readAsBuffer()).toString()}`,
  }))
  const textOf = (name: string) => checkedParts.get(name)?.toString('utf8') ?? ''
  const styles = wordStylesIn(textOf('word/styles.xml'))
  const numbering = textOf('word/numbering.xml')
  const styleMap = [
    ...hiddenStyleRows(styles),
    ...STYLE_MAP,
    ...headingStyleRows(styles),
    ...listStyleRows(styles, numbering),
  ]
  if (checkedParts.has(MAIN_PART))
    checkedParts.set(MAIN_PART, Buffer.from(markListNumbers(textOf(MAIN_PART), styles, numbering)))
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: pack(checkedParts) },
      { ...OPTIONS, styleMap, convertImage },
    )
    const missingCount =
      messages.filter(({ type }) => type === 'error').length + countEmptyPictures(checkedParts.get(MAIN_PART))
    if (missingCount > 0) reportMissing(missingCount, file)
    return value
  } catch {
    throw damagedFileError(file)
  }
}

const MAIN_PART = 'word/document.xml'

const OPTIONS = {
  includeEmbeddedStyleMap: false,
  externalFileAccess: false,
}

/**
 * Counts the pictures that do not refer to a part of the file, such as those that LibreOffice saves for some objects.
 */
function countEmptyPictures(part: Buffer | undefined): number {
  return part?.toString('utf8').match(/<a:blip(?=[\s/>])(?![^>]*\sr:(?:embed|link)=)[^>]*>/g)?.length ?? 0
}

/** Counts the formulas of older programs, which are stored as objects. */
function countFormulaObjects(xml: string): number {
  return xml.match(/ ProgID="(?:Equation\.|MathType|opendocument\.Math)/g)?.length ?? 0
}

function reportFormulas(count: number, file: VFile): void {
  const fact = count === 1 ? 'A formula was' : `${count} formulas were`
  const reason = `${fact} left out, because they cannot be read. Insert them as Word equations, or write TeX between dollar signs.`
  file.message(reason, { place: { line: 1, column: 1 }, source: 'lectern', ruleId: 'formula' })
}

function reportMissing(count: number, file: VFile): void {
  const fact =
    count === 1
      ? 'A picture is not stored in this Word file and was'
      : `${count} pictures are not stored in this Word file and were`
  const reason = `${fact} left out. Insert pictures instead of linking to them.`
  file.message(reason, { place: { line: 1, column: 1 }, source: 'lectern', ruleId: 'picture' })
}

const ENTITY_DEFINITION = /<!(?:DOCTYPE|ENTITY)/i

/** Checks that a part is safe to parse, and returns it without formatting, cut off if it is too long. */
function checkPart(xml: string, file: VFile): string {
  if (ENTITY_DEFINITION.test(xml)) {
    throw unreadableError(
      file,
      'format',
      'This Word file defines XML entities, which Word never does, so it was not read. Save it again in Word.',
    )
  }
  const plainXml = stripFormatting(xml)
  const { depth, cutPoint } = measure(plainXml, LIMITS.wordElements)
  if (depth > LIMITS.wordNesting) {
    throw unreadableError(
      file,
      'too-deep',
      `Something in this Word file is nested more than ${LIMITS.wordNesting} levels deep. Save it as plain text.`,
    )
  }
  if (!cutPoint) return plainXml
  const reason = `The Word file has more than ${LIMITS.wordElements} elements, so its end is not read. Split it.`
  file.message(reason, { place: { line: 1, column: 1 }, source: 'lectern', ruleId: 'too-long' })
  return cutAt(plainXml, cutPoint)
}
