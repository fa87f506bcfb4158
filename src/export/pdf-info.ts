// Names the author and the program in the Info dictionary of a PDF (ISO 32000-1, 14.3.3), instead of the browser.

/** Changes an Info dictionary written by Chromium so that it names Lectern as the creator, and the author if known. */
export function withCredits(info: Buffer, author: string | null): Buffer {
  const credits = `/Creator (Lectern)${author === null ? '' : `\n/Author ${textString(author)}`}`
  // Text in other entries can contain any byte, which is kept.
  return Buffer.from(
    info.toString('latin1').replace(CREATOR, () => credits),
    'latin1',
  )
}

/** The entry for the creator, whose text may have escaped parentheses. */
const CREATOR = /\/Creator \((?:\\[\s\S]|[^\\)])*\)/

/** Writes a string as UTF-16 with a byte order mark. */
function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}
