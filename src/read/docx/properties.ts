import { xmlText } from '../xml-text.ts'

/** The metadata of a Word file. */
export interface WordProperties {
  readonly title: string | undefined
  /** The language as written in the file, which need not be a BCP 47 tag. */
  readonly language: string | undefined
}

/** Reads the properties of a Word file, except a title that a program generated. */
export function propertiesOf(parts: ReadonlyMap<string, Buffer>): WordProperties {
  const core = parts.get('docProps/core.xml')?.toString('utf8') ?? ''
  const styles = parts.get('word/styles.xml')?.toString('utf8') ?? ''
  const title = xmlText(TITLE.exec(core)?.[1] ?? '')
  return {
    title: title === '' || title.length > LONGEST_TITLE || GENERATED_TITLE.test(title) ? undefined : title,
    language: xmlText(LANGUAGE.exec(core)?.[1] ?? '') || DEFAULT_LANGUAGE.exec(styles)?.[1],
  }
}

const TITLE = /<dc:title\b[^<>]{0,200}>([^<]{0,1000})<\/dc:title>/
const LANGUAGE = /<dc:language\b[^<>]{0,200}>([^<]{0,40})<\/dc:language>/
const DEFAULT_LANGUAGE = /<w:lang\b[^<>]{0,200}\bw:val="([\w-]{2,20})"/

const LONGEST_TITLE = 300

/** Names of files and templates that programs fill in as titles. */
const GENERATED_TITLE =
  /\.(?:docx?|dotx?|rtf|odt|txt|html?)$|^(?:microsoft word|untitled|document ?\d*|dokument ?\d*|title|template)\b/i
