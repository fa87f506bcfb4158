// Rules for messages about images, charts, diagrams, formulas and backgrounds.

import type { MessageRule } from './message-rule.ts'

export const ILLUSTRATION_RULES = {
  background: {
    meaning: 'The background of a slide cannot be used.',
    remedy: "Give a colour, a gradient, or a picture in the article's folder.",
  },
  chart: {
    meaning: 'A chart cannot be drawn from its data, which is shown instead.',
    remedy: 'Give plain numbers in one unit; "lectern help charts" shows how.',
  },
  diagram: {
    meaning: 'A diagram cannot be drawn, so its source is shown.',
    remedy: 'Correct the line that the message names.',
  },
  'image-missing': {
    meaning: 'An image is not where the article says.',
    remedy: 'Check its name, or put the file there.',
  },
  'image-not-shown': {
    meaning: 'An image inside a heading or a line of text is not shown.',
    remedy: 'Put it on a separate line.',
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
    meaning: 'A file is not an image that browsers can show.',
    remedy: 'Save it as PNG, JPEG, WebP or SVG.',
  },
  'image-unsafe': {
    meaning: 'An SVG image contains something that would run or be loaded.',
    remedy: 'Save it as plain SVG or as PNG.',
  },
  math: {
    meaning: 'A formula is not valid TeX, so its source is shown.',
    remedy: 'Correct it.',
  },
  'media-linked': {
    meaning: 'A video or sound file is too large to be embedded, so the deck links to it.',
    remedy: 'Keep it next to the deck.',
  },
  'root-elsewhere': {
    meaning: 'The folder given with --root is not above the article.',
    remedy: 'Give one that contains it.',
  },
} as const satisfies Readonly<Record<string, MessageRule>>
