// The texts that people chose from, each with what they chose: `title`, `heading`, `paragraphs` of sentences, and `chosen`.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The records of a file of one JSON value a line. */
export function recordsOf(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

/** Sections of papers and the authors' own slides; `deck` names the paper. */
export function sciduet(folder) {
  return recordsOf(join(folder, 'sciduet_sections.jsonl')).map((record) => ({
    id: record.id,
    deck: record.id.replace(/-sec\d+$/, ''),
    title: record.title,
    heading: record.section_title,
    paragraphs: [record.sentences],
    chosen: record.bullets.join('\n'),
  }))
}

/** News and the highlights that journalists wrote over it. The articles have no paragraphs. */
export function cnndm(folder, split) {
  return recordsOf(join(folder, 'cnndm.jsonl')).map((record) => ({
    id: record.id,
    title: '',
    heading: '',
    paragraphs: [split(record.article)],
    chosen: record.bullets.join('\n'),
  }))
}

/** Paragraphs of papers and the slide that a person laid beside them. */
export function slideseer(folder, split) {
  return recordsOf(join(folder, 'slideseer.jsonl')).map((record) => ({
    id: record.id,
    title: '',
    heading: record.section,
    // The marks of italics that its texts still have are no words of theirs.
    paragraphs: record.paragraphs.map((text) => split(text.replace(/<\/?[a-z]{1,3}>/gi, ''))),
    chosen: record.slide_text,
  }))
}

/** Abstracts of papers and one-line summaries of them. */
export function scitldr(folder) {
  return recordsOf(join(folder, 'scitldr.jsonl')).map((record) => ({
    id: record.id,
    deck: record.id,
    title: record.title,
    heading: '',
    paragraphs: [record.sentences],
    chosen: record.tldrs.join('\n'),
  }))
}

/** Which half of the corpus a document belongs to: 0 or 1, told by its name alone. */
export function halfOf(deck) {
  return Number.parseInt(createHash('md5').update(deck).digest('hex').at(-1), 16) % 2
}
