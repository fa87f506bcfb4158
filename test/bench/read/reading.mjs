// Runs Lectern's own reader, as built, for the benches.
import { VFile } from 'vfile'
import { read } from '../../../dist/read/read.js'
import { UnreadableError } from '../../../dist/read/unreadable-error.js'

/**
 * Returns the article in some bytes, or the error; the file has the messages. `isRefused` is whether the reader itself
 * gave the reason.
 */
export async function reading(bytes, path) {
  const file = new VFile({ path })
  try {
    return { file, article: await read(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, file) }
  } catch (error) {
    return { file, error, isRefused: error instanceof UnreadableError }
  }
}

/** The headings below the title, in order. */
export function headingsIn(section) {
  return section.sections.flatMap((each) => [...(each.heading ? [each.heading] : []), ...headingsIn(each)])
}

/** The words of the body, without title and credits. */
export function bodyOf(section) {
  return [
    section.heading?.text ?? '',
    ...section.blocks.flatMap(({ passages }) => passages.map(({ text }) => text)),
    ...section.sections.map(bodyOf),
  ].join('\n')
}

export function fatalOf({ messages }) {
  return messages.find(({ fatal }) => fatal === true)
}

export function isLocated(message) {
  return message?.line !== undefined && message?.column !== undefined
}

export function told(message) {
  return message
    ? `${message.line ?? '?'}:${message.column ?? '?'} ${message.reason} (${message.ruleId})`
    : 'no message'
}
