// Rules for messages about deck files and their updates.

import type { MessageRule } from './message-rule.ts'

export const DECK_FILE_RULES = {
  'agenda-order': {
    meaning: 'The agenda lists a part earlier or later than it comes in the talk.',
    remedy: 'Move its line in the agenda, or the slides of the part.',
  },
  'article-changed': {
    meaning: 'The article has changed since the deck file was written from it.',
    remedy: 'Run "lectern outline <article> --update <deck>".',
  },
  'article-missing': {
    meaning: 'The article that a deck file was written from is not in its folder.',
    remedy: 'Put it back to update the deck; without it, the deck is made from the deck file alone.',
  },
  'chosen-elsewhere': {
    meaning: "A theme or event outside the deck file's folder is not recorded in it.",
    remedy: 'Copy it into the folder, or give the flag each time.',
  },
  'deck-base': {
    meaning: 'The comment at the end of the deck file is missing or damaged.',
    remedy: 'Restore it from an earlier version of the file, or run "lectern outline <article> --update <deck>".',
  },
  'deck-elsewhere': {
    meaning:
      'A deck file was saved in a different folder from its article, so it finds neither the article nor its pictures.',
    remedy: 'Move it to the article\'s folder, or write it there with "lectern outline".',
  },
  'deck-kept': {
    meaning: 'A deck file that you have edited was not overwritten.',
    remedy: 'Use outline --update to update it, or --force to overwrite it.',
  },
  'deck-minutes': {
    meaning: 'The minutes in the deck file are not those that its slides were chosen for.',
    remedy: 'Update it with --minutes to choose slides for them; otherwise, do nothing.',
  },
  'deck-settings': {
    meaning: 'The front matter of the deck file, with its theme, event and author, is missing.',
    remedy: 'Restore it from an earlier version of the file.',
  },
  'deck-version': {
    meaning: 'Another version of Lectern wrote the deck file.',
    remedy: 'Install that version.',
  },
  'left-out-by-author': {
    meaning: 'You removed sentences of the article from the deck file.',
    remedy: 'Nothing, if you left them out on purpose.',
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
    remedy: 'Look at them; the previous version of the deck file is kept with the ending .bak.',
  },
  'merge-kept': {
    meaning: 'The article no longer contains text on a slide that you edited, or that you moved to a slide.',
    remedy: 'Remove it if it is no longer true.',
  },
  'merge-picture': {
    meaning: 'You changed a picture, and the article now has a different one there; yours is kept.',
    remedy: "Nothing, or write the address of the article's picture in the deck file.",
  },
  'merge-recognised': {
    meaning: 'The comments above some slides were missing; an update recognised the slides by their words.',
    remedy: 'Nothing.',
  },
  'open-listing': {
    meaning: 'A listing in a deck file has no fence at its end.',
    remedy: 'Write ``` on a line below it.',
  },
  'slide-block': {
    meaning: 'A ::: block on a slide has an unknown name, or content that does not suit it.',
    remedy: 'Write it as "lectern help decks" shows.',
  },
  'slide-options': {
    meaning: 'The comment above a slide cannot be read, or has an unknown option.',
    remedy: '"lectern help decks" lists the options.',
  },
} as const satisfies Readonly<Record<string, MessageRule>>
