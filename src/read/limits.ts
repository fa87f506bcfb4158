// Limits for reading, which protect against huge and hostile files.

import type { RuleId } from '../model/message-rules/message-rules.ts'

/**
 * How much of one article is read. Anything beyond a limit is left out, read in a simpler way or refused, and a message
 * says so.
 */
export const LIMITS = {
  /** Bytes of the file: a book with some embedded images. */
  bytes: 8 * 1024 * 1024,
  /** Lines in the file: a book of 400 pages, which the Markdown parser reads in a few seconds. */
  lines: 20_000,
  /**
   * Headings, paragraphs and other blocks of an article: four long books, and more slides than a browser lays out in a
   * minute.
   */
  blocks: 10_000,
  /** Characters of an article's text: also four long books. */
  characters: 2_000_000,
  /**
   * Nesting of lists, quotations, blocks of a deck and inline markup: far more than a slide shows, far less than
   * recursion can handle.
   */
  nesting: 24,
  /** Columns before a list marker: at two columns per level, more levels than anybody uses. */
  indentation: 96,
  /** Brackets, asterisks and similar marks in one Markdown paragraph. Matching them takes quadratic time. */
  marks: 1_000,
  /** Brackets, asterisks and similar marks in a whole Markdown document: ten times as many as in a manual. */
  allMarks: 150_000,
  /** Nesting of HTML elements, in a web page or in Markdown. Deeper elements are reduced to their text. */
  elementNesting: 200,
  /** Characters of front matter, so that hostile front matter cannot keep its parser busy. */
  frontMatter: 32 * 1024,
  /** Aliases that a YAML document may resolve. */
  aliases: 50,
  /** Bytes of a web page: some embed their pictures, styles and fonts. */
  pageBytes: 32 * 1024 * 1024,
  /** Elements of a web page: twice as many as in a very long article, and no more than the stack can handle. */
  pageElements: 50_000,
  /**
   * Elements of a page that is searched for its article. Each element takes 0.1 to 0.2 ms. A larger page is read in
   * full.
   */
  searchedElements: 20_000,
  /** Characters to escape in a page that is searched for its article. */
  searchedReferences: 50_000,
  /** Characters of a page that is searched for its article, each counted once for every element that contains it. */
  searchedText: 100_000_000,
  /** Characters of a web page's text: four long books. */
  pageCharacters: 2_000_000,
  /** Chunks of text that the HTML parser emits. An escaped character, such as `&amp;`, is a chunk. */
  pageTextChunks: 500_000,
  /** Elements of a web page that are open at once. They cost time even if they are discarded. */
  openElements: 1_000,
  /** Class names of one element. */
  classes: 20,
  /** Cells covered by cells that span rows or columns, in all tables of a page. */
  spannedCells: 20_000,
  /** Bytes of a Word file, nearly all of them pictures. */
  packageBytes: 128 * 1024 * 1024,
  /** Parts of a Word file: a book has a few hundred pictures. */
  packageEntries: 4_000,
  /** Bytes of one part of a zipped document, uncompressed: three times the text of a book with all of Word's markup. */
  partBytes: 24 * 1024 * 1024,
  /** Bytes of all XML parts of a Word file that are read, uncompressed. */
  packageXml: 32 * 1024 * 1024,
  /** Bytes of all pictures that are embedded from one document. */
  pictureBytes: 32 * 1024 * 1024,
  /** XML elements of a Word file that are read: as many as there are in a book. Each takes two kilobytes of memory. */
  wordElements: 150_000,
  /** Nesting of XML elements in a Word file: about forty tables inside one another. */
  wordNesting: 250,
} as const

/** A message about a limit that was reached. */
export interface LimitMessage {
  readonly ruleId: RuleId
  readonly reason: string
}
