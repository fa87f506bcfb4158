import type { Edit } from '../edit-source.ts'

/**
 * Underlines the headings that are marked with equals signs, as in RDoc, AsciiDoc and wikis: `== Gates` or
 * `== Gates ==`. Those with the fewest signs have the first level, all others the second; the title does not count.
 */
export function markedHeadingEdits(text: string): readonly Edit[] {
  const headings = [...text.matchAll(MARKED_HEADING)]
  if (headings.length < MIN_HEADINGS) return []
  const lengthOf = ([, marks = '']: RegExpExecArray) => marks.length
  const start = text.search(/\S/)
  const isTitle = ({ index }: RegExpExecArray) => index === start
  const first = Math.min(...headings.filter((heading) => !isTitle(heading)).map(lengthOf))
  return headings.flatMap((heading): readonly Edit[] => {
    const { index, 0: line, 1: marks = '', 2: words = '' } = heading
    const from = index + line.indexOf(words, marks.length)
    const underline = isTitle(heading) || lengthOf(heading) === first ? '====' : '----'
    return [
      { span: [index, from], replacement: '\n' },
      { span: [from + words.length, index + line.length], replacement: `\n${underline}` },
    ]
  })
}

/** A single line may begin with an equals sign by chance. */
const MIN_HEADINGS = 2

/**
 * Matches a marked line below a blank line, or at the start of the text. It begins with a letter, because a formula may
 * begin with an equals sign, and has no wide spaces, unlike the lines of logs.
 */
const MARKED_HEADING =
  /(?<=\n[ \t]{0,9}\n|(?<![\s\S])\s{0,9})^(={1,6})[ \t]{1,9}(\p{L}(?:\S|[ \t](?![ \t])){0,200}?)(?:[ \t]{1,9}\1)?[ \t]{0,9}$/gmu
