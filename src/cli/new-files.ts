// The files of a new talk (`lectern new`).

/** Writes the article of a new talk, which explains how an article becomes a talk. */
export function newArticle(): string {
  return `---
title: From an article to a talk
subtitle: Replace these words with your own
author: Your name
event: event.yaml
theme: ./look
---

An article is written to be read, and a talk to be heard. Lectern takes the first and makes the second: slides that carry the
few sentences worth seeing, and notes that hold everything else.

## What the slides show

Lectern reads the whole text and picks the sentences that carry it. It shortens them by leaving words out, and it never adds a
fact of its own. A hedge such as "probably" stays, and so does a "not".

Numbers, quotations, tables and lists get slides of their own kind. Everything that no slide shows goes into the notes of the
slide that it belongs to, so no sentence of the article is lost.

## How to make it yours

1. Write over this file, or save your own article beside it.
2. In event.yaml, say what the event is called, when it takes place and which colours it uses.
3. Change the theme in the folder "look", where comments explain each line.

A picture on a line of its own is shown large. It has to be in this folder, as nothing is fetched from the web.

## What you get

| File | For |
| --- | --- |
| talk.html | presenting in a browser, without a network |
| talk.pdf | sending the slides |
| talk-handout.pdf | reading slides and notes on paper |
| talk.pptx | editing in PowerPoint |

## What to do next

Present it, press S, and the speaker view opens with your notes and a clock. If you would rather have another order, write
the deck out as Markdown and change what you like. Your changes stay when the article is corrected later.
`
}

/** The name of the schema file that lets editors complete and check the event file. */
export const EVENT_SCHEMA = '.event.schema.json'

/** Writes the event file of a new talk, with comments on what else it could contain. */
export function newEvent(name: string): string {
  return `# yaml-language-server: $schema=./${EVENT_SCHEMA}
# The event of the talk. Only its name is required. Remove the # from a line to use it.
# "lectern help events" explains every line.

name: ${JSON.stringify(name)}
# dates: 3 and 4 October 2026
# place: The Rope Hall, Nordhavn
# address: https://event.example          # becomes a QR code on the last slide
# hashtag: "#MyEvent"
# speaker: { name: Your Name, role: What you do, contact: you@event.example }
# colours: "#d6006c"                      # one colour, or a list of two
# logo: { light: mark.svg, dark: mark-white.svg }   # beside this file, for light and for dark backgrounds
# sponsors: [A Sponsor, { name: Another, logo: another.svg }]
`
}
