// Rules for messages about reading the input.

import type { MessageRule } from './message-rule.ts'

export const INPUT_RULES = {
  active: {
    meaning: 'Scripts, frames or addresses in the article would run or load something, so they are left out.',
    remedy: 'Describe what they show, or save it as a picture.',
  },
  'cannot-fetch': {
    meaning: 'The address cannot be fetched.',
    remedy: 'Open it in a browser, save the page and use that file.',
  },
  'cannot-open': {
    meaning: 'The file cannot be read.',
    remedy: 'Check its name and its permissions.',
  },
  'control-characters': {
    meaning: 'Characters that cannot be printed are left out.',
    remedy: 'Nothing, unless words are missing there.',
  },
  empty: {
    meaning: 'There is nothing to read in the file.',
    remedy: 'Write the article into it. If it is a scan, run text recognition (OCR) on it.',
  },
  encoding: {
    meaning: 'The file is not UTF-8.',
    remedy: 'Save it as UTF-8 if letters look wrong.',
  },
  fetched: {
    meaning: 'The message says what was fetched from the address that you typed.',
    remedy: 'Nothing.',
  },
  format: {
    meaning: 'The file is of a kind that Lectern does not read, or it is damaged.',
    remedy: 'Convert it as the message says, or save it again.',
  },
  formula: {
    meaning: 'Unreadable formulas in a Word file are left out.',
    remedy: 'Insert them as Word equations, or write them as TeX between dollar signs.',
  },
  'front-matter': {
    meaning: 'A setting in the front matter has an invalid value.',
    remedy: 'Correct it as the message says.',
  },
  'front-matter-syntax': {
    meaning: 'The front matter is not valid YAML or TOML.',
    remedy: 'Correct the line that the message names.',
  },
  'front-matter-unknown-key': {
    meaning: 'A key of the front matter is unknown.',
    remedy: 'Check its spelling; "lectern help inputs" lists the keys.',
  },
  'left-out': {
    meaning: 'Parts of the file are not text, or cannot be read, and are not shown.',
    remedy: 'Describe in words what they show.',
  },
  'not-read': {
    meaning: "Something in another tool's deck is not read; the rest of the id says what.",
    remedy: 'Describe in words what it shows.',
  },
  pandoc: {
    meaning: 'Pandoc is missing, too old, or could not read the file.',
    remedy: 'Install Pandoc 2.15 or later, or convert the file as the message says.',
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
    meaning:
      'Pictures in a Word file are damaged, too large or of an unknown kind, or a web page draws a picture as SVG.',
    remedy: 'Make them smaller, or save them as PNG.',
  },
  'read-as': {
    meaning: 'A file was recognised as a deck from another tool.',
    remedy: 'If it is not, say what it is with --as.',
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
    meaning: 'A paragraph, or the whole article, has too many brackets, asterisks and similar marks.',
    remedy: 'Split it.',
  },
  'too-slow': {
    meaning: 'Reading took too long and was stopped.',
    remedy: 'Split the file.',
  },
  'whole-page': {
    meaning: 'The article on a page cannot be told apart from the rest, so everything is read.',
    remedy: 'Save only the article, or edit the deck file.',
  },
} as const satisfies Readonly<Record<string, MessageRule>>
