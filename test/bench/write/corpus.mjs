// The texts that the writer is measured on.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The records of a JSON Lines file. */
export function recordsOf(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

/** The sentences of news articles. */
export function newsSentences(folder, split) {
  return recordsOf(join(folder, 'cnndm.jsonl')).flatMap(({ article }) => split(article))
}
