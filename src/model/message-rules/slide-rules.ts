// Rules for messages about what slides show.

import type { MessageRule } from './message-rule.ts'

export const SLIDE_RULES = {
  alternatives: {
    meaning: 'The message lists what a slide could show instead (check --alternatives).',
    remedy: 'To use one, write it into the deck file.',
  },
  'code-wraps': {
    meaning: 'A line of code is too long for its slide, even in the smallest type, and continues on the next line.',
    remedy: 'Break it at a suitable place.',
  },
  columns: {
    meaning: 'Columns do not fit side by side, so they are shown one after the other.',
    remedy: 'Shorten them.',
  },
  'crowded-slide': {
    meaning: 'A slide shows more words than anybody can read while listening.',
    remedy: 'Divide it.',
  },
  'dangling-reference': {
    meaning: 'A slide opens with a word such as "this" but does not show what the word refers to.',
    remedy: 'Say what it is in that sentence.',
  },
  'differs-from-notes': {
    meaning: 'A line on a slide has a figure or a name that its notes do not have.',
    remedy: 'Make them agree.',
  },
  'empty-part': {
    meaning: 'A part of the article has nothing that a slide could show.',
    remedy: 'Write a sentence or two under its heading.',
  },
  length: {
    meaning: 'The article is too short for the minutes that you asked for.',
    remedy: 'Write more, or ask for fewer minutes.',
  },
  'list-in-notes': {
    meaning: 'A long list is in the notes, but not on a slide.',
    remedy: 'Keep the few items that you would read out.',
  },
  'long-line': {
    meaning: 'A line on a slide is too long to be read while you speak.',
    remedy: 'Write a shorter sentence.',
  },
  'mixed-slide': {
    meaning:
      'A slide of the deck file has several kinds of content that do not fit on one slide, or that each need their own.',
    remedy: 'Shorten it, or divide it with --- on a separate line.',
  },
  'not-in-article': {
    meaning: 'A line that you typed has a figure or a name that the article does not have.',
    remedy: 'Check it.',
  },
  overflow: {
    meaning: 'A slide is too full, even at the smallest type size.',
    remedy: 'Shorten or divide what it shows.',
  },
  'part-length': {
    meaning: 'A part takes longer to say than the time planned for it.',
    remedy: 'Say only what its slides show, or give the talk more minutes.',
  },
  'repeated-point': {
    meaning: 'A slide repeats a line of an earlier one.',
    remedy: 'Say it once, or say what is new.',
  },
  unmeasured: {
    meaning: 'The slides were not measured, so they may be too full.',
    remedy: 'Install a browser; "lectern doctor" says how.',
  },
  why: {
    meaning: 'The message says why a sentence is or is not on a slide (check --why); the rest of the id is the reason.',
    remedy: 'To show it, write it into the deck file.',
  },
} as const satisfies Readonly<Record<string, MessageRule>>
