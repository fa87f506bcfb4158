import type { Line } from './lines.ts'

/** The words of lines joined: a word hyphenated at the end of a line is whole again. */
export function joined(lines: readonly Line[], hyphenated: ReadonlySet<string>): string {
  return lines.reduce((text, line) => {
    if (text === '') return line.text
    if (text.endsWith('\u00AD')) return text.slice(0, -1) + line.text
    const [, start = ''] = /(?:^|[^\p{L}\p{N}-])([\p{L}\p{N}-]*\p{L})[-\u2010]$/u.exec(text) ?? []
    const [rest = ''] = /^\p{L}+/u.exec(line.text) ?? []
    if (start === '' || rest === '') return `${text} ${line.text}`
    const isCompound = /^\p{Lu}/u.test(rest) || start.includes('-') || hyphenated.has(`${start}-${rest}`.toLowerCase())
    return isCompound ? text + line.text : text.slice(0, -1) + line.text
  }, '')
}

/** The words that have a hyphen within a line, in lower case: when broken there they keep it. */
export function hyphenatedIn(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+)+/gu) ?? []))
}
