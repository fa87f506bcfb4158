// Gives every slide a unique id.

/** The sources of a slide's id: the id that its author asks for, if any, and its first line. */
export interface IdSource {
  readonly requestedId: string | null
  readonly firstLine: string
}

/**
 * Returns a unique id for each slide: the one asked for, or one made from its first words, which stays the same when
 * other slides are added or removed. If an id is already taken, a number is appended to it.
 */
export function assignIds(sources: readonly IdSource[]): string[] {
  const uses = new Map<string, number>()
  for (const { requestedId } of sources) if (requestedId !== null) uses.set(requestedId, 1)
  const assigned = new Set<string>()
  return sources.map(({ requestedId, firstLine }) => {
    if (requestedId !== null && !assigned.has(requestedId)) {
      assigned.add(requestedId)
      return requestedId
    }
    const slug = requestedId ?? slugOf(firstLine)
    const count = (uses.get(slug) ?? 0) + 1
    uses.set(slug, count)
    return count === 1 ? slug : nextId(uses, slug, count)
  })
}

/** The maximum number of words in an id: more would not make it easier to recognise. */
const MAX_ID_WORDS = 6

/** The maximum length of an id in characters, in case a word is very long. */
const MAX_ID_LENGTH = 80

/**
 * Makes an id from the first words of a string: `harbour-of-the-north`; `slide` if it has no Latin letters or digits.
 */
function slugOf(text: string): string {
  const words =
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[a-z0-9]+/g) ?? []
  return words.length === 0 ? 'slide' : words.slice(0, MAX_ID_WORDS).join('-').slice(0, MAX_ID_LENGTH).replace(/-$/, '')
}

function nextId(uses: Map<string, number>, slug: string, count: number): string {
  const id = `${slug}-${count}`
  if (!uses.has(id)) {
    uses.set(id, 1)
    return id
  }
  return nextId(uses, slug, count + 1)
}
