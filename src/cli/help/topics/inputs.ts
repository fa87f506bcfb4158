/** The text of `lectern help inputs`. */
export const INPUTS_TOPIC = `
What you can use as an article

  Plain text       no markup needed: title, headings, lists, tables and code
                   are found by their layout; subtitles (.vtt, .srt) and
                   transcripts are read without their times
  Markdown         CommonMark and GitHub's tables, lists, footnotes; math;
                   front matter in YAML, TOML, JSON or as "Title: ..." lines;
                   the text of MkDocs, MyST, MDX
  Saved web page   .html, .mhtml: the article without menus, ads and footers
  Word             .docx: headings, lists, tables, footnotes and pictures
  PDF              its text: headings by size, paragraphs by gaps, tables by
                   their columns; a warning says that these are guesses
  With Pandoc      .odt, .epub, .rtf, .tex, .rst, .org, .textile, .wiki, .fb2,
                   if Pandoc 2.15 or later is installed
  Web address      https://…: the page and its images; addresses on your own
                   network only with --allow-private

If you name several articles, each becomes a deck. "-" is standard input. A
folder stands for the article.md, article.txt or the like in it. A deck file
(talk.deck.md) and the decks of Marp, reveal-md, Pandoc, Quarto and Slidev open
as decks.

Front matter of an article, all of it optional:

  ---
  title: Reading a Tide Gauge
  subtitle: A beginner's guide
  author: The Harbour Workshop
  date: 2026-03-14
  lang: en
  theme: stage            # a theme, or a folder beside the article
  event: event.yaml       # a file beside the article
  minutes: 20
  paper: a4
  ---

Put image files in the article's folder or below it, and refer to each on a line
of its own. Nothing that an article file links to is fetched, and nothing in it
runs.

Examples:
  lectern talk.md notes.docx
  lectern - < talk.txt
  lectern https://example.org/talk
  lectern slides.md --as marp
`
