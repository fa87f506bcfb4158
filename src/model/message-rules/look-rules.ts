// Rules for messages about themes, events and PowerPoint templates.

import type { MessageRule } from './message-rule.ts'

export const LOOK_RULES = {
  'bad-event': {
    meaning: 'The event file contains mistakes.',
    remedy: 'Correct what the message names; "lectern help events" shows an example.',
  },
  'bad-theme': {
    meaning: 'The theme contains mistakes.',
    remedy: 'Correct what the message names; "lectern help themes" shows an example.',
  },
  'brand-colour': {
    meaning: 'The theme changes a colour of the event, or does not use it.',
    remedy: 'Choose another theme, or accept the change.',
  },
  'brand-contrast': {
    meaning: 'A colour of the event would be hard to read, so it was made lighter or darker in the same hue.',
    remedy: 'Nothing; to choose the colour yourself, give the event a colour with more contrast.',
  },
  'theme-contrast': {
    meaning: 'Some text colours of your theme are hard to read on their backgrounds.',
    remedy: 'Make one of the two colours lighter or darker; "lectern theme check" measures all text.',
  },
  'theme-font': {
    meaning: 'A font of your theme is not embedded, so it is shown only where it is installed.',
    remedy: 'List its file or its package under "fonts"; "lectern help themes" shows how.',
  },
  'theme-rule': {
    meaning: 'A rule in the stylesheet of your theme has no effect.',
    remedy: 'Correct the name or the value that the message quotes.',
  },
  'event-name': {
    meaning: "The event's name or edition is too long for its place on the slides.",
    remedy: 'Give the event a "short" name.',
  },
  'hidden-text': {
    meaning: 'A rule in the theme hides text on slides.',
    remedy: 'Change the rule in theme.css; "lectern theme preview" shows every layout.',
  },
  'pptx-contrast': {
    meaning:
      'In the colours of the template, some words would be hard to read; where possible, they get another colour.',
    remedy: 'Look at these slides. If you do not like the new colours, choose others in the template.',
  },
  'pptx-fonts': {
    meaning: 'PowerPoint files do not contain their fonts.',
    remedy: 'On the computer that opens the file, install the fonts that the note names.',
  },
  'pptx-template': {
    meaning: 'The template has no suitable layout for some slides.',
    remedy: 'Check these slides, or add a layout to the template.',
  },
  template: {
    meaning: 'Something in a PowerPoint template could not be carried over into the theme made from it.',
    remedy: 'Check the theme, and correct its files.',
  },
  'unknown-event': {
    meaning: "The event that an article names is not in the article's folder.",
    remedy: 'Check its name, or give it with --event.',
  },
  'unknown-theme': {
    meaning: 'The theme that an article names is unknown.',
    remedy: '"lectern theme list" lists the themes; --theme takes any folder.',
  },
} as const satisfies Readonly<Record<string, MessageRule>>
