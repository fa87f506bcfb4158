// Counts the items of the lists in a Word file.

/** The place of an item: the id of its list, and its level from 0. */
export interface ListItem {
  readonly listId: string
  readonly level: number
}

/**
 * Returns a function that counts the items of lists as Word does. It must be called for the items in the order of the
 * text. A list continues its count after other paragraphs. So does any other list with the same definition, unless it
 * gives a number at which it starts.
 * @param numbering The part of a Word file that defines its lists.
 */
export function countItems(numbering: string): (item: ListItem) => number {
  const lists = listsIn(numbering)
  const definitions = definitionsIn(numbering)
  const counts = new Map<string, (number | undefined)[]>()
  const seen = new Set<string>()
  return ({ listId, level }) => {
    const list = lists.get(listId)
    const definition = list?.definition ?? listId
    const levels = counts.get(definition) ?? []
    counts.set(definition, levels)
    if (!seen.has(listId)) {
      seen.add(listId)
      for (const start of list?.starts.keys() ?? []) levels[start] = undefined
    }
    const start = list?.starts.get(level) ?? definitions.get(definition)?.get(level) ?? 1
    const last = levels[level]
    const number = last === undefined ? start : last + 1
    levels[level] = number
    // An item restarts the lists below it.
    levels.length = level + 1
    return number
  }
}

/**
 * A list: the definition that it shares with other lists, and the numbers at which its levels start, if they differ
 * from those of the definition.
 */
interface List {
  readonly definition: string
  readonly starts: ReadonlyMap<number, number>
}

function listsIn(numbering: string): ReadonlyMap<string, List> {
  return new Map(
    elementsIn(numbering, 'w:num').map((xml): [string, List] => [
      valueIn(xml, 'w:numId') ?? '',
      {
        definition: valueIn(xml, 'w:abstractNumId w:val') ?? '',
        starts: startsIn(xml, 'w:lvlOverride', 'w:startOverride w:val'),
      },
    ]),
  )
}

/** Returns the numbers at which the levels of each definition start. */
function definitionsIn(numbering: string): ReadonlyMap<string, ReadonlyMap<number, number>> {
  return new Map(
    elementsIn(numbering, 'w:abstractNum').map((xml) => [
      valueIn(xml, 'w:abstractNumId') ?? '',
      startsIn(xml, 'w:lvl', 'w:start w:val'),
    ]),
  )
}

function startsIn(xml: string, element: string, attribute: string): ReadonlyMap<number, number> {
  return new Map(
    elementsIn(xml, element).flatMap((level): [number, number][] => {
      const start = valueIn(level, attribute)
      return start === undefined ? [] : [[Number(valueIn(level, 'w:ilvl') ?? 0), Number(start)]]
    }),
  )
}

/** Lists the elements called `name`, each as XML from its first attribute on. */
function elementsIn(xml: string, name: string): readonly string[] {
  return xml
    .split(`<${name} `, MAX_ELEMENTS)
    .slice(1)
    .map((part) => part.split(`</${name}>`, 1)[0] ?? '')
}

const MAX_ELEMENTS = 20_000

function valueIn(xml: string, attribute: string): string | undefined {
  return new RegExp(`\\b${attribute}="(\\d{1,6})"`).exec(xml)?.[1]
}
