// Names Lectern, instead of the browser, and the author in the Info dictionary of a PDF (ISO 32000-1, 14.3.3).

/** Changes an Info dictionary written by Chromium so that it names Lectern as the creator, and the author if known. */
export function withCredits(info: Buffer, author: string | null): Buffer {
  const credits = `/Creator (Lectern)${author === null ? '' : `\n/Author ${textString(author)}`}`
  // Latin-1 keeps every byte of the other entries, whose text can contain any.
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
