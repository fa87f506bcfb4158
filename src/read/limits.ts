import type { RuleId } from '../model/message-rules.ts'
/**
 * How much of one article is read. Anything beyond these limits is left out, or read in a simpler way, with a message
 * that says where.
 */
export const LIMITS = {
  /** Bytes of the file: a book with some embedded images. */
  bytes: 8 * 1024 * 1024,
  /** Lines: a book of 400 pages, which the Markdown parser reads in a few seconds. */
  lines: 20_000,
  /**
   * Headings, paragraphs and other blocks of an article: four long books, and more slides than a browser lays out in a minute.
   */
  blocks: 10_000,
  /** Characters of an article's text: also four long books. */
  characters: 2_000_000,
  /** Nesting of lists, quotations and phrases: far more than a slide shows, far less than recursion can handle. */
  nesting: 24,
  /** Columns before a list marker: at two columns per level, more levels than anybody uses. */
  indentation: 96,
  /** Brackets, asterisks and the like in one Markdown paragraph; matching them takes quadratic time. */
  marks: 1_000,
  /** Such marks in the whole document: ten times as many as in a manual. */
  allMarks: 150_000,
  /** Open elements of raw HTML at any point. */
  elements: 200,
  /** Characters of front matter, so that a hostile one cannot keep its parser busy. */
  frontMatter: 32 * 1024,
  /** Aliases that a YAML document may resolve. */
  aliases: 50,
  /** Bytes of a web page: some embed their pictures, styles and fonts. */
  pageBytes: 32 * 1024 * 1024,
  /** Elements of a web page: twice those of a very long article. Parsers and the stack can handle no more. */
  pageElements: 50_000,
  /** Elements among which the article is searched for; each takes 0.1 to 0.2 ms. */
  soughtElements: 20_000,
  /** Characters of the searched text that must be escaped. */
  soughtReferences: 50_000,
  /** Characters of the searched text, each counted once per element that contains it. */
  soughtText: 100_000_000,
  /** Characters of a web page's text: four long books. */
  pageCharacters: 2_000_000,
  /** Text nodes of a web page; every escaped character, such as `&amp;`, makes two. */
  pageTexts: 500_000,
  /** Elements of a web page that are open at once; they cost time even if they are then discarded. */
  openElements: 1_000,
  /** Class names of one element. */
  classes: 20,
  /** Spanned cells in the tables of a page. */
  spannedCells: 20_000,
  /** Bytes of a Word file, nearly all of them pictures. */
  packageBytes: 128 * 1024 * 1024,
  /** Parts of a Word file: a book has a few hundred pictures. */
  packageEntries: 4_000,
  /** Bytes of one part, unpacked: three times the text of a book with all of Word's markup. */
  partBytes: 24 * 1024 * 1024,
  /** Bytes of all parts that are read. */
  packageXml: 32 * 1024 * 1024,
  /** Bytes of the pictures that are read. */
  pictureBytes: 32 * 1024 * 1024,
  /** XML elements of a Word file that are read: as many as in a book. Each takes two kilobytes of memory. */
  wordElements: 150_000,
  /** Nesting depth of these elements: forty tables inside each other. */
  wordNesting: 250,
} as const

/** The messages about reached limits. */
export interface LimitMessage {
  readonly ruleId: RuleId
  readonly reason: string
}
