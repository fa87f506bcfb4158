// The rules that messages name: what each means, and the usual remedy. `lectern help <rule>` prints them.

/** What a message with a rule id means, and what to do about it. */
export interface MessageRule {
  readonly meaning: string
  readonly remedy: string
}

/** The rules by id. In a message, `not-read` is followed by what was not read, and `why` by the reason. */
export const MESSAGE_RULES = {
  active: {
    meaning: 'Scripts, frames or addresses in the article would run or load something, and are left out.',
    remedy: 'Write what they show, or save it as a picture.',
  },
  'agenda-order': {
    meaning: 'The agenda lists a part earlier or later than it comes in the talk.',
    remedy: 'Move its line in the agenda, or the slides of the part.',
  },
  alternatives: {
    meaning: 'What a slide could show instead (check --alternatives).',
    remedy: 'To use one, write it into the deck file.',
  },
  'article-changed': {
    meaning: 'The article has changed since the deck file was written from it.',
    remedy: 'Run "lectern outline <article> --update <deck>".',
  },
  'article-missing': {
    meaning: 'The article that a deck file was written from is not in its folder.',
    remedy: 'Put it back to update the deck; without it, the deck is made from its file alone.',
  },
  background: {
    meaning: 'The background of a slide cannot be used.',
    remedy: "Give a colour, a gradient, or a picture in the article's folder.",
  },
  'bad-event': {
    meaning: 'The event file has mistakes.',
    remedy: 'Correct what the message names; "lectern help events" shows an event.',
  },
  'bad-pdf': {
    meaning: 'A PDF lacks pages, words or fonts of the deck, and is not saved.',
    remedy: 'Try again, or update the browser. If it still happens, please report it.',
  },
  'bad-theme': {
    meaning: 'The theme has mistakes.',
    remedy: 'Correct what the message names; "lectern help themes" shows a theme.',
  },
  'brand-colour': {
    meaning: 'The theme changes a colour of the event, or does not use it.',
    remedy: 'Choose another theme, or accept it.',
  },
  'brand-contrast': {
    meaning: 'A colour of the event would be hard to read, so it was made lighter or darker in the same hue.',
    remedy: 'Nothing; to choose the colour yourself, give the event a colour with more contrast.',
  },
  'browser-died': {
    meaning: 'The browser crashed while slides were measured or printed.',
    remedy: 'Try again; close other programs if memory is short.',
  },
  'cannot-fetch': {
    meaning: 'The address cannot be fetched.',
    remedy: 'Open it in a browser, save the page and use that file.',
  },
  'cannot-open': {
    meaning: 'The file cannot be read.',
    remedy: 'Check its name and its permissions.',
  },
  'cannot-save': {
    meaning: 'A file cannot be saved.',
    remedy: 'Check the folder, its permissions and the space on the disk.',
  },
  chart: {
    meaning: 'A chart cannot be drawn from its data, which is shown instead.',
    remedy: 'Give plain numbers in one unit; "lectern help charts" shows how.',
  },
  'chosen-elsewhere': {
    meaning: "A theme or event outside the deck file's folder is not remembered in it.",
    remedy: 'Copy it into the folder, or give the flag each time.',
  },
  columns: {
    meaning: 'Columns do not fit side by side, so they are shown one after the other.',
    remedy: 'Shorten them.',
  },
  'control-characters': {
    meaning: 'Characters that cannot be printed are left out.',
    remedy: 'Nothing, unless words are missing there.',
  },
  'crowded-slide': {
    meaning: 'A slide shows more words than anybody can read while listening.',
    remedy: 'Divide it.',
  },
  'dangling-reference': {
    meaning: 'A slide opens with a word such as "this", and does not show what it means.',
    remedy: 'Say in that sentence what is meant.',
  },
  'deck-base': {
    meaning: 'The comment at the end of the deck file is gone or damaged.',
    remedy: 'Restore it from an earlier version of the file.',
  },
  'deck-kept': {
    meaning: 'A deck file that you have edited was not overwritten.',
    remedy: 'Use outline --update to update it, or --force to overwrite it.',
  },
  'deck-version': {
    meaning: 'Another version of Lectern wrote the deck file.',
    remedy: 'Install that version.',
  },
  diagram: {
    meaning: 'A diagram cannot be drawn, so its source is shown.',
    remedy: 'Correct the line that the message names.',
  },
  'differs-from-notes': {
    meaning: 'A line on a slide has a figure or a name that its notes do not have.',
    remedy: 'Make them agree.',
  },
  empty: {
    meaning: 'There is nothing to read in the file.',
    remedy: 'Write the article into it. If it is a scan, run text recognition (OCR) on it.',
  },
  'empty-part': {
    meaning: 'A part of the article has nothing that a slide could show.',
    remedy: 'Write a sentence or two under its heading.',
  },
  encoding: {
    meaning: 'The file is not UTF-8.',
    remedy: 'Save it as UTF-8 if letters look wrong.',
  },
  'event-name': {
    meaning: "The event's name may be cut off at the foot of the slides.",
    remedy: 'Give the event a "short" name.',
  },
  fetched: {
    meaning: 'What was fetched from the address that you typed.',
    remedy: 'Nothing.',
  },
  format: {
    meaning: 'The file is of a kind that Lectern does not read, or it is damaged.',
    remedy: 'Convert it as the message says, or save it again.',
  },
  formula: {
    meaning: 'Formulas of a Word file are left out.',
    remedy: 'Write them as TeX between dollar signs.',
  },
  'front-matter': {
    meaning: 'A setting in the front matter has an invalid value.',
    remedy: 'Give one that the message names.',
  },
  'front-matter-syntax': {
    meaning: 'The front matter is not valid YAML or TOML.',
    remedy: 'Correct the line that the message names.',
  },
  'front-matter-unknown-key': {
    meaning: 'A key of the front matter is unknown.',
    remedy: 'Check its spelling; "lectern help inputs" lists the keys.',
  },
  'idle-flag': {
    meaning: 'A flag has no effect in this run.',
    remedy: 'Leave it out, or ask for the format that it affects.',
  },
  'image-missing': {
    meaning: 'An image is not where the article says.',
    remedy: 'Check its name, or put the file there.',
  },
  'image-not-shown': {
    meaning: 'An image inside a heading or a line of text is not shown.',
    remedy: 'Put it on a line of its own.',
  },
  'image-outside': {
    meaning: "An image is outside the article's folder.",
    remedy: 'Copy it there, or allow a folder above it with --root.',
  },
  'image-remote': {
    meaning: 'An image is on the web, and a deck fetches nothing.',
    remedy: "Save it in the article's folder and use that file.",
  },
  'image-too-large': {
    meaning: 'An image is too large to be embedded.',
    remedy: 'Make it smaller.',
  },
  'image-unreadable': {
    meaning: 'A file is not an image that browsers show.',
    remedy: 'Save it as PNG, JPEG, WebP or SVG.',
  },
  'image-unsafe': {
    meaning: 'An SVG image contains something that would run or load.',
    remedy: 'Save it as plain SVG or as PNG.',
  },
  'left-out': {
    meaning: 'Parts of the file that are not text are not shown.',
    remedy: 'Write what they show.',
  },
  'left-out-by-author': {
    meaning: 'You removed sentences of the article from the deck file.',
    remedy: 'Nothing, if you do not mean to say them.',
  },
  length: {
    meaning: 'The article is too short for the minutes that you asked for.',
    remedy: 'Write more, or ask for fewer minutes.',
  },
  'list-in-notes': {
    meaning: 'A long list is in the notes, but on no slide.',
    remedy: 'Keep the few items that you would read out.',
  },
  'long-line': {
    meaning: 'A line on a slide is too long to be read while you speak.',
    remedy: 'Write a shorter sentence.',
  },
  math: {
    meaning: 'A formula is not valid TeX, so its source is shown.',
    remedy: 'Correct it.',
  },
  'media-linked': {
    meaning: 'A video or sound is too large to be embedded, so the deck links to it.',
    remedy: 'Keep it next to the deck.',
  },
  'merge-added': {
    meaning: 'An update found something new that no slide shows; it is in a note.',
    remedy: 'Nothing, or write a line about it.',
  },
  'merge-conflict': {
    meaning: 'You edited a slide, and the article changed there too: slide and notes may disagree.',
    remedy: 'Make them agree, then remove "conflict" from the comment above the slide.',
  },
  'merge-followed': {
    meaning: 'An update changed, added or removed slides to follow the article.',
    remedy: 'Look at them; the old deck file ends in .bak.',
  },
  'merge-kept': {
    meaning: 'The text that a slide you edited was written from is no longer in the article.',
    remedy: 'Remove the slide if it is no longer true.',
  },
  'mixed-slide': {
    meaning: 'A slide of the deck file has several forms that need slides of their own.',
    remedy: 'Divide it with --- on a line of its own.',
  },
  'no-browser': {
    meaning: 'No browser was found to measure slides and print PDFs.',
    remedy: '"lectern doctor" says how to get one.',
  },
  'no-cache': {
    meaning: 'The browser is unpacked on every run, because its folder is not private.',
    remedy: 'Make the folder private with chmod 700, or set XDG_CACHE_HOME.',
  },
  'no-font': {
    meaning: 'No font on this machine has letters that the article uses.',
    remedy: 'Install the font that the message names.',
  },
  'no-sandbox': {
    meaning: 'The browser runs without its sandbox.',
    remedy: 'Run Lectern as a user other than root; decks are the same.',
  },
  'not-in-article': {
    meaning: 'A line that you typed has a figure or a name that the article does not have.',
    remedy: 'Check it.',
  },
  'not-read': {
    meaning: 'Something in a deck of another tool is not read; the rest of the id says what.',
    remedy: 'Write what it shows.',
  },
  'old-browser': {
    meaning: 'The browser is older than those that Lectern was tested with.',
    remedy: 'Update it.',
  },
  overflow: {
    meaning: 'A slide is too full, even at the smallest type size.',
    remedy: 'Shorten or divide what it shows.',
  },
  pandoc: {
    meaning: 'Pandoc is missing, too old, or could not read the file.',
    remedy: 'Install Pandoc 2.15 or later, or convert the file as the message says.',
  },
  'part-length': {
    meaning: 'A part takes longer to say than its share of the talk.',
    remedy: 'Say only what its slides show, or give the talk more minutes.',
  },
  pdf: {
    meaning: 'The structure of a PDF was inferred from its layout.',
    remedy: 'Check the deck, or use the file that the PDF was made from.',
  },
  'pdf-page-without-text': {
    meaning: 'A page of the PDF has no text; it may be a scan.',
    remedy: 'Run text recognition (OCR) on it, for example with ocrmypdf.',
  },
  picture: {
    meaning: 'Pictures of a Word file are damaged, too large or of an unknown kind.',
    remedy: 'Make them smaller, or save them as PNG.',
  },
  'pptx-contrast': {
    meaning: 'The template has words in a colour that is hard to read on its background.',
    remedy: 'Look at these slides. Choose other colours in the template if you do not like the new ones.',
  },
  'pptx-fonts': {
    meaning: 'PowerPoint files do not contain their fonts.',
    remedy: 'Install the fonts that the note names on the computer that opens the file.',
  },
  'pptx-template': {
    meaning: 'The template has no layout of its own for some slides.',
    remedy: 'Check these slides, or add a layout to the template.',
  },
  'read-as': {
    meaning: 'A file was recognised as a deck of another tool.',
    remedy: 'If it is not, name its kind with --as.',
  },
  'repeated-point': {
    meaning: 'A slide repeats a line of an earlier one.',
    remedy: 'Say it once, or say what is new.',
  },
  'root-elsewhere': {
    meaning: 'The folder given with --root is not above the article.',
    remedy: 'Give one that contains it.',
  },
  'slide-options': {
    meaning: 'The comment above a slide cannot be read, or has an unknown option.',
    remedy: '"lectern help decks" lists the options.',
  },
  template: {
    meaning: 'A PowerPoint template has something that the theme made from it could not keep.',
    remedy: 'Look at the theme, and correct its files.',
  },
  'too-deep': {
    meaning: 'Something is nested too deeply to be read in full.',
    remedy: 'Use fewer levels.',
  },
  'too-long': {
    meaning: 'The file, or a part of it, is too long to be read in full.',
    remedy: 'Split it; "lectern help limits" lists the limits.',
  },
  'too-many-marks': {
    meaning: 'A paragraph has too many marks, or lists are nested too deeply.',
    remedy: 'Divide it.',
  },
  'too-slow': {
    meaning: 'Reading took too long and was stopped.',
    remedy: 'Split the file.',
  },
  'unknown-event': {
    meaning: 'The event that an article names is not in its folder.',
    remedy: 'Check its name, or give it with --event.',
  },
  'unknown-theme': {
    meaning: 'The theme that an article names is unknown.',
    remedy: '"lectern theme list" names the themes; --theme takes any folder.',
  },
  unmeasured: {
    meaning: 'The slides were not measured, so they may be too full.',
    remedy: 'Install a browser; "lectern doctor" says how.',
  },
  'whole-page': {
    meaning: 'The article on a page cannot be told apart from the rest, so everything is read.',
    remedy: 'Save only the article, or edit the deck file.',
  },
  why: {
    meaning: 'Why a sentence is on a slide or not (check --why); the rest of the id is the reason.',
    remedy: 'To show it, write it into the deck file.',
  },
  'wrong-usage': {
    meaning: 'The command line has a mistake.',
    remedy: '"lectern help" shows the commands.',
  },
} as const satisfies Readonly<Record<string, MessageRule>>

type Family = 'not-read' | 'why'

export type RuleId = Exclude<keyof typeof MESSAGE_RULES, 'not-read'> | `${Family}-${string}`
