// Converts a Word file to HTML with mammoth.

import type { VFile } from 'vfile'
import { pack } from '../../model/zip.ts'
import { LIMITS } from '../limits.ts'
import { unreadable } from '../unreadable.ts'
import { headingStyles } from './heading-styles.ts'
import { STYLE_MAP } from './style-map.ts'
import { withoutFormatting } from './without-formatting.ts'
import type { WordPackage } from './word-package.ts'
import { cutAt, measure } from './xml.ts'

/** The scheme of picture addresses in the HTML; the name of the part in the Word file follows. */
export const SCHEME = 'docx:'

/**
 * Converts a Word file to HTML. Nothing outside the file is read; a message says how many pictures are missing from it.
 * @throws {Unreadable} if the XML of the file is damaged or hostile
 */
export async function convertToHtml({ parts, others }: WordPackage, file: VFile): Promise<string> {
  const checked = new Map(
    [...parts].map(([name, part]) => [name, Buffer.from(checkedPart(part.toString('utf8'), file))]),
  )
  // Each picture is replaced by its own name, which then becomes its address.
  for (const name of others) checked.set(name, Buffer.from(name))
  const { default: mammoth } = await import('mammoth')
  const convertImage = mammoth.images.imgElement(async (image) => ({
    src: `${SCHEME}${(await image.readAsBuffer()).toString()}`,
  }))
  const styleMap = [...STYLE_MAP, ...headingStyles(checked.get('word/styles.xml')?.toString('utf8') ?? '')]
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: pack(checked) },
      { ...OPTIONS, styleMap, convertImage },
    )
    const missing = messages.filter(({ type }) => type === 'error').length
    if (missing > 0) reportMissing(missing, file)
    return value
  } catch {
    throw unreadable(
      file,
      'format',
      'This Word file is damaged; open it in Word, let Word repair it and save it again.',
    )
  }
}

const OPTIONS = {
  includeEmbeddedStyleMap: false,
  externalFileAccess: false,
}

function reportMissing(count: number, file: VFile): void {
  const what = count === 1 ? 'A picture is' : `${count} pictures are`
  const reason = `${what} not in this Word file and left out; insert them instead of linking to them.`
  file.message(reason, { place: { line: 1, column: 1 }, source: 'lectern', ruleId: 'picture' })
}

const DEFINITION = /<!(?:DOCTYPE|ENTITY)/i

/** Checks that a part is safe to parse, removes its formatting, and cuts it off if it is too long. */
function checkedPart(xml: string, file: VFile): string {
  if (DEFINITION.test(xml)) {
    throw unreadable(
      file,
      'format',
      'This Word file defines entities, which no ordinary one does, so it is not read; save it again in Word.',
    )
  }
  const slender = withoutFormatting(xml)
  const { deepest, cut } = measure(slender, LIMITS.wordElements)
  if (deepest > LIMITS.wordNesting) {
    throw unreadable(
      file,
      'too-deep',
      `Something in this Word file is nested deeper than ${LIMITS.wordNesting} levels; save it as plain text.`,
    )
  }
  if (!cut) return slender
  const reason = `The Word file has more than ${LIMITS.wordElements} elements, so its end is not read; split it.`
  file.message(reason, { place: { line: 1, column: 1 }, source: 'lectern', ruleId: 'too-long' })
  return cutAt(slender, cut)
}
