import { referenceIn } from './pdf-reference.ts'

/**
 * Removes the differences between one run and the next from a PDF: dates, which are optional, are blanked, and the
 * nodes of the tag tree are renumbered from 1. No byte moves, so the offset table stays valid.
 */
export function makePdfReproducible(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf)
  blankDates(bytes)
  renumberNodes(bytes)
  return bytes
}

function blankDates(bytes: Buffer): void {
  const info = infoDictionary(bytes)
  for (const key of DATES) {
    const start = info.indexOf(key)
    if (start !== -1) info.fill(' ', start, info.indexOf(')', start) + 1)
  }
}

/** The beginnings of the entries for dates. Inside a string, the parenthesis would be escaped. */
const DATES = ['/CreationDate (D:', '/ModDate (D:'] as const

/** Returns the bytes of the Info dictionary, found through the trailer; empty if the file is structured differently. */
function infoDictionary(bytes: Buffer): Buffer {
  const trailer = bytes.subarray(bytes.lastIndexOf('trailer')).toString('latin1')
  const number = referenceIn(trailer, 'Info')
  const start = number === 0 ? -1 : bytes.indexOf(`\n${number} 0 obj`)
  return start === -1 ? bytes.subarray(0, 0) : bytes.subarray(start, bytes.indexOf('endobj', start))
}

/**
 * Renumbers the nodes of the tag tree. Table cells refer to their headers by numbers that Chromium counts from the
 * start of its process, so they depend on what it drew before. The nodes keep their order, because the PDF sorts them
 * by number.
 */
function renumberNodes(bytes: Buffer): void {
  const found = findNodeNumbers(bytes)
  const numbers = [...new Set(found.map(({ number }) => number))].toSorted()
  const renumbered = new Map(numbers.map((number, index) => [number, String(index + 1).padStart(number.length, '0')]))
  for (const { number, offset } of found) bytes.write(renumbered.get(number) ?? number, offset, 'latin1')
}

/** The number in the name of a node of the tag tree, and its position in the file. */
interface NodeNumber {
  /** Eight digits. */
  readonly number: string
  /** The offset of the first digit. */
  readonly offset: number
}

function findNodeNumbers(bytes: Buffer): readonly NodeNumber[] {
  const found: NodeNumber[] = []
  for (let offset = bytes.indexOf(NODE_START); offset !== -1; offset = bytes.indexOf(NODE_START, offset + 1)) {
    const before = bytes.toString('latin1', Math.max(0, offset - 4), offset)
    const number = NODE.exec(bytes.toString('latin1', offset, offset + NODE_START.length + 9))?.[1]
    if (number !== undefined && BEFORE_NODE.test(before)) found.push({ number, offset: offset + NODE_START.length })
  }
  return found
}

const NODE_START = '(node'
const NODE = /^\(node(\d{8})\)$/

/**
 * Matches the bytes before a node's name: its key or, in an array, the bracket or the entry before it. Titles have
 * other keys.
 */
const BEFORE_NODE = /(?:\/ID |\[|\) |R )$/
