/** How much of one article is read. What goes beyond is left out or read more plainly, with a message that says where. */
export const LIMITS = {
  /** Bytes of the file: a book with some images written into it. */
  bytes: 8 * 1024 * 1024,
  /** Lines: a book of 400 pages, and what the parser of Markdown reads in some seconds. */
  lines: 20_000,
  /** Headings, paragraphs and other blocks of an article: four long books, and more slides than a browser lays out in a minute. */
  blocks: 10_000,
  /** Characters of an article's text, the same. */
  characters: 2_000_000,
  /** Lists, quotations and phrases inside each other: far beyond what a slide shows, far below what recursion stands. */
  nesting: 24,
  /** Columns before the mark of a list: at two columns a level, all the levels that anybody indents. */
  indentation: 96,
  /** Brackets, stars and the like in one paragraph of Markdown; looking for their partners takes the square of their number. */
  marks: 1_000,
  /** The same in the whole document: ten times what a manual has. */
  allMarks: 150_000,
  /** Elements of raw HTML that stand open at once. */
  elements: 200,
  /** Characters of front matter, so that a hostile one cannot keep its parser busy. */
  frontMatter: 32 * 1024,
  /** Aliases that a YAML document may resolve. */
  aliases: 50,
  /** Bytes of a web page: some carry their pictures, styles and fonts inside. */
  pageBytes: 32 * 1024 * 1024,
  /** Elements of a web page: twice those of a very long article. Parsers and the stack bear no more. */
  pageElements: 50_000,
  /** Elements among which an article is looked for; each takes a tenth of a millisecond or two. */
  soughtElements: 20_000,
  /** Characters among which an article is looked for that have to be written as references. */
  soughtReferences: 50_000,
  /** Characters among which an article is looked for, each counted once for every element that it is in. */
  soughtText: 100_000_000,
  /** Characters of the text of a web page: that of four long books. */
  pageCharacters: 2_000_000,
  /** Stretches of text of a web page; every character that is written as a reference, as in `&amp;`, makes two. */
  pageTexts: 500_000,
  /** Elements of a web page that stand open at once; they cost time even where they are not kept. */
  openElements: 1_000,
  /** Names in the class of one element. */
  classes: 20,
  /** Cells of the tables of a page that are stretched over others. */
  spannedCells: 20_000,
  /** Bytes of a Word file, nearly all of them pictures. */
  packageBytes: 128 * 1024 * 1024,
  /** Parts of a Word file: a book has some hundred pictures. */
  packageEntries: 4_000,
  /** Bytes of one part of it, unpacked: three times the text of a book with all that Word writes around it. */
  partBytes: 24 * 1024 * 1024,
  /** Bytes of all parts that are read. */
  packageXml: 32 * 1024 * 1024,
  /** Bytes of its pictures that are read with it. */
  pictureBytes: 32 * 1024 * 1024,
  /** Elements of the XML of a Word file that are read: those of a book. Each takes two kilobytes while it is. */
  wordElements: 150_000,
  /** How deep they nest: forty tables inside each other. */
  wordNesting: 250,
} as const
