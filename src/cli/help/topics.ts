// The texts of `lectern help <topic>`.

import { FETCH_LIMITS } from '../../fetch/limits.ts'
import { LIMITS as IMAGES } from '../../illustrate/limits.ts'
import { LIMITS as READING } from '../../read/limits.ts'
import { PANDOC_LIMITS } from '../../read/pandoc/run-pandoc.ts'
import { PDF_LIMITS } from '../../read/pdf/pdf-text.ts'
import { listRules } from './rule-help.ts'
import type { TopicName } from './topic-summaries.ts'

const formatCount = (value: number) => value.toLocaleString('en-US')
const formatMegabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`

/** The topics, in 80 columns. */
export const TOPICS: readonly { readonly name: TopicName; readonly text: string }[] = [
  {
    name: 'inputs',
    text: `
What can be an article

  Plain text       no marks needed: title, headings, lists, tables and code
                   are found by their layout
  Markdown         CommonMark and GitHub's tables, lists, footnotes; math;
                   front matter in YAML or TOML; the text of MkDocs, MyST, MDX
  Saved web page   .html, .mhtml: the article without what surrounds it
  Word             .docx: headings, lists, tables, footnotes and pictures
  PDF              its text: headings by size, paragraphs by gaps, tables by
                   their columns; a warning says that these are guesses
  With Pandoc      .odt, .epub, .rtf, .tex, .rst, .org, .textile, .wiki, .fb2,
                   if Pandoc 2.15 or later is installed
  Web address      https://…: the page and its images; addresses on your own
                   network only with --allow-private

If you name several, each becomes a deck. "-" is standard input. A folder stands
for the article.md, article.txt or the like in it. A deck file (talk.deck.md)
and the decks of Marp, reveal-md, Pandoc, Quarto and Slidev open as decks.

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

Put images in the article's folder or below it, each on a line of its own.
Nothing that an article file names is fetched, and nothing in it runs.

Examples:
  lectern talk.md notes.docx
  lectern - < talk.txt
  lectern https://example.org/talk
  lectern slides.md --as marp
`,
  },
  {
    name: 'keys',
    text: `
The keys for presenting ("?" lists them too)

  → Space PageDown, ← PageUp   next step or slide, previous step or slide
  S                            the speaker view: notes, next slide, clock, pace
  G                            go to a slide by its number or by words on it
  O                            all slides at once
  F or F5, B or .              full screen, black screen
  L, D, C                      laser pointer, pen, clear the drawing
  Shift and the arrows         move pointer or pen without a mouse
  + - 0                        enlarge the slide

In the speaker view: + and - size the notes, T stops the timer, R resets it.
A presenter's remote works.

Examples:
  lectern present talk.txt
  lectern present talk.txt --speaker --port 8080
`,
  },
  {
    name: 'handouts',
    text: `
PDFs to print or send

  --to pdf        the slides, one per page; --steps prints each step of a slide
  --to handout    a cover, and three slides per page beside their notes
  --handout 1     or 2, 4, 6: this many slides per page
  --handout lines ruled lines beside each slide, for notes
  --handout notes the speaker's script with times
  --paper letter  or a4
  --print-theme   another theme for paper, such as a light one

PDFs are tagged for screen readers and have an outline. Each is read back before
it is saved, to check pages, words and their order, fonts and tags.

Examples:
  lectern talk.txt --to handout
  lectern talk.txt --to handout --handout 4 --paper letter
  lectern talk.txt --to html,handout --theme stage --print-theme paper
`,
  },
  {
    name: 'themes',
    text: `
A theme of your own

A theme is a folder with a theme.yaml and, if you like, a theme.css. It is based
on one of the six bundled themes; its comments say what you can change.

  lectern theme list               the themes
  lectern theme new my-look        a folder to change (--from stage)
  lectern theme preview ./my-look  every layout on one sheet
  lectern theme check ./my-look    whether each word can be read (WCAG AA)

  name: my-look
  extends: lectern
  type: { base: 34, ratio: 1.25 }   # every size follows
  density: 0.9                      # less than 1: rows closer together
  background: "#fbf7f0"             # of all layouts but those named below
  layouts:
    title: { ground: deep, background: hall.jpg, veil: 0.6 }
  tokens:
    accent: "#b3261e"

Fonts: woff2, ttf or otf files in the folder (fonts: [{ family: My Sans, file:
my-sans.woff2 }]) or an @fontsource package installed beside the theme. With
theme.schema.json, your editor completes and checks theme.yaml.

Examples:
  lectern theme new my-look --from stage
  lectern talk.txt --theme ./my-look
  lectern theme new acme --from acme.potx
`,
  },
  {
    name: 'events',
    text: `
Logo, colours and sponsors of an event

An event is a YAML file, separate from the article and the theme. Only the name
is required:

  name: Harbour Days
  dates: 3 and 4 October 2026
  place: The Rope Hall, Nordhavn
  address: https://harbour-days.example/2026   # a QR code on the last slide
  hashtag: "#HarbourDays26"
  speaker: { name: Ida Quay, contact: ida@harbour-days.example }
  colours: "#d6006c"                           # one, or two in a list
  logo: { light: mark.svg, dark: mark-white.svg }
  sponsors: [Port of Nordhavn, { name: Kotwica, logo: kotwica.svg }]

The slides show these texts word for word. Colours with too little contrast
(WCAG AA) are made lighter or darker in the same hue, and a message says so.

Examples:
  lectern talk.txt --event harbour-days/event.yaml
  lectern talk.txt --event event.yaml --theme chalk --to html,handout
`,
  },
  {
    name: 'decks',
    text: `
Edit the deck as Markdown

  lectern outline talk.txt        writes talk.deck.md beside the article
  lectern present talk.deck.md    shows each change at once
  lectern talk.deck.md            makes the files

Rules (---) separate the slides. "# Text" opens a part, "## Text" is a title,
:::notes holds what you say. Change a line, remove a slide, move it, or write
one of your own. The comment above a slide takes these options, separated by
commas:

  slide: an-id                its id; keep it, so that updates find your edits
  hidden                      do not show the slide
  layout: takeaways           another layout
  part: Text, part: none      the part that begins here
  background: "#10352d"       a colour, a gradient or a picture
  steps: true                 points come one by one
  conflict                    written by an update; remove it once the slide and
                              its notes agree

When the article is corrected, --update brings the deck up to date and keeps
what you changed. Where both changed, your words stay and a warning shows the
new ones. A note names the other slides that changed with the article. The old
version of the file is kept as talk.deck.md.bak.

Examples:
  lectern outline talk.txt
  lectern outline talk.txt --update talk.deck.md
  lectern check talk.deck.md
`,
  },
  {
    name: 'powerpoint',
    text: `
PowerPoint files and company templates

--to pptx saves a deck in which all text can be edited in PowerPoint, Keynote,
Google Slides or LibreOffice: one master, a layout for each kind of slide,
notes, charts with their data. Fonts are named, not embedded.

--pptx-template acme.potx uses your company's own layouts.
"theme new --from acme.potx" makes a theme that looks like the template, for the
other files.

Examples:
  lectern talk.txt --to pptx
  lectern talk.txt --to pptx --pptx-template acme.potx
  lectern theme new acme --from acme.potx
`,
  },
  {
    name: 'charts',
    text: `
Charts, diagrams, formulas, media

A table of numbers becomes a chart if that is clearly better. Or ask for one:

  \`\`\`chart
  type: line                # or bar, or share; if absent, the best is chosen
  unit: boats a day
  data: |
    Year, Upper lock, Lower lock
    2019, 120, 84
    2020, 61, 70
  \`\`\`

\`\`\`mermaid listings become diagrams, drawn offline in the colours of the theme.
$…$ and $$…$$ are formulas. ![Words](picture.jpg) on a line of its own is an
image; for video (.mp4, .webm) and sound (.mp3, .wav), write the same. All must
be in the article's folder, and are embedded.
`,
  },
  {
    name: 'json',
    text: `
The deck as data

--to json saves talk.json: each slide with its lines; for each line the spans of
the article that it comes from and the words that were added; each note; and how
many sentences are on slides, in notes and nowhere (which is 0).

  { "lectern": "deck/1", "title", "language", "direction",
    "article": { "path", "text", "headings" },
    "slides": [ { "id", "layout", "part", "title",
                  "lines": [ { "text", "spans", "added", "kind", "weight" } ],
                  "note": { "text", "spans", "seconds", "cue" } } ],
    "coverage": { "sentences", "onSlides", "inNotes", "nowhere" },
    "messages": [ { "rule", "severity", "reason", "file", "line", "column" } ] }

Spans are [start, end) in UTF-16 units of article.text. Fields may be added and
are never renamed. "-o -" prints the file to standard output; "--report json"
prints only the messages there.

Examples:
  lectern talk.txt --to json
  lectern check talk.txt --report json
`,
  },
  {
    name: 'limits',
    text: `
Size and time limits. What exceeds them is left out or simplified, and a message
says where.

${[
  ['an article', `${formatCount(READING.blocks)} paragraphs, ${formatCount(READING.characters)} characters`],
  ['a text file', `${formatMegabytes(READING.bytes)}, ${formatCount(READING.lines)} lines`],
  ['a web page', `${formatMegabytes(READING.pageBytes)}, ${formatCount(READING.pageElements)} elements`],
  ['a Word file', `${formatMegabytes(READING.packageBytes)}, ${formatMegabytes(READING.packageXml)} of XML`],
  [
    'a PDF',
    `${formatMegabytes(PDF_LIMITS.bytes)}, ${PDF_LIMITS.pages} pages, ${PDF_LIMITS.time / 1000} seconds, 1 GB of memory`,
  ],
  [
    'a file read with Pandoc',
    `${formatMegabytes(PANDOC_LIMITS.bytes)}, ${PANDOC_LIMITS.time / 1000} seconds, 1 GB of memory`,
  ],
  ['a page that is fetched', `${formatMegabytes(FETCH_LIMITS.pageBytes)}, ${FETCH_LIMITS.pageTime / 1000} seconds`],
  ['an image that is fetched', `${formatMegabytes(FETCH_LIMITS.imageBytes)}, ${FETCH_LIMITS.imageTime / 1000} seconds`],
  ['all images that are fetched', `${FETCH_LIMITS.images}, ${FETCH_LIMITS.allImagesTime / 1000} seconds`],
  ['nested lists', `${READING.nesting} levels`],
  ['front matter', `${READING.frontMatter / 1024} KB`],
  ['an image', `${formatMegabytes(IMAGES.bytes)}, ${formatCount(IMAGES.pixels)} pixels`],
  ['all images of a deck', `${formatMegabytes(IMAGES.allBytes)}, ${formatCount(IMAGES.allPixels)} pixels`],
  ['a drawing (SVG)', `${formatMegabytes(IMAGES.drawingBytes)}, ${formatCount(IMAGES.elements)} elements`],
  ['a video or sound file', `${formatMegabytes(IMAGES.bytes)}`],
  ['a diagram', '500 lines, 20,000 characters, 10 seconds'],
  ['reading, writing, laying out', '2 minutes each'],
  ['one call to the browser', '5 minutes'],
]
  .map(([subject = '', limit]) => `  ${subject.padEnd(30)}${limit}`)
  .join('\n')}
`,
  },
  {
    name: 'messages',
    text: `
Warnings, errors and exit codes

  talk.md:12:3: warning: a fact. What to do. (the-rule)

Messages go to standard error. A repeated message is printed once, with its
other places. "lectern check" prints all messages and saves nothing; --strict
counts warnings as errors; --report json lists the messages as data, on standard
output.

  0    done, warnings allowed
  1    an article, deck, theme or event has errors, or cannot be read
  2    wrong usage
  3    the machine lacks something: a browser, disk space, a permission, a port
  70   a bug in Lectern: please report it
  130  interrupted (143 if terminated by the system)

The rules that messages name. "lectern help <rule>" says what to do about one.

${listRules()}

Examples:
  lectern help overflow
  lectern check talk.md --strict
  lectern check talk.md --alternatives
  lectern check talk.md --why
`,
  },
  {
    name: 'machine',
    text: `
Browser, fonts, proxy, WSL, root. "lectern doctor" checks them all.

Browser   A Chrome, Chromium or Edge of version 131 or later measures the slides
          and prints PDFs. --browser, or else PUPPETEER_EXECUTABLE_PATH, names
          one. On Linux x64, one comes with Lectern and is unpacked once into
          ~/.cache/lectern (or $XDG_CACHE_HOME/lectern): 190 MB, which may be
          deleted. To install one elsewhere:
            npx puppeteer browsers install chrome-headless-shell
          Without a browser, HTML and JSON are saved, unmeasured.
Root      Chrome has no sandbox for root, nor where user namespaces are denied.
          Nothing in a deck runs or loads even so; another user has the sandbox.
Fonts     Latin, Greek, Cyrillic, Arabic, Hebrew and emoji come with Lectern.
          Chinese, Japanese and Korean come from the machine (Debian, Ubuntu:
          apt-get install fonts-noto-cjk), or from a package that a theme names,
          such as @fontsource/noto-sans-sc.
WSL       Works like Linux. "present" opens the browser of Windows.
Proxy     Only addresses that you type are fetched, without a proxy. npm needs
          its own settings:
            npm config set proxy http://proxy.example:8080

Examples:
  lectern doctor
  lectern talk.txt --browser /usr/bin/chromium
`,
  },
]
