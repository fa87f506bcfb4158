// Rules for messages about a run: its command line, its browser and the files that it saves.

import type { MessageRule } from './message-rule.ts'

export const RUN_RULES = {
  'bad-pdf': {
    meaning: 'A PDF lacks pages, words or fonts of the deck, so it is not saved.',
    remedy: 'Try again, or update the browser. If it still happens, please report it.',
  },
  'browser-died': {
    meaning: 'The browser crashed while slides were measured or printed.',
    remedy: 'Try again; close other programs if memory is low.',
  },
  'cannot-save': {
    meaning: 'A file cannot be saved.',
    remedy: 'Check the folder, its permissions and the space on the disk.',
  },
  'idle-flag': {
    meaning: 'A flag has no effect in this run.',
    remedy: 'Leave it out, or ask for the format that it affects.',
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
    meaning: 'No font on this machine has some of the letters that the article uses.',
    remedy: 'Install the font that the message names.',
  },
  'no-sandbox': {
    meaning: 'The browser runs without its sandbox.',
    remedy: 'Run Lectern as a user other than root; the decks are the same.',
  },
  'old-browser': {
    meaning: 'The browser is older than those that Lectern was tested with.',
    remedy: 'Update it.',
  },
  'wrong-usage': {
    meaning: 'There is a mistake in the command line.',
    remedy: '"lectern help" shows the commands.',
  },
} as const satisfies Readonly<Record<string, MessageRule>>
