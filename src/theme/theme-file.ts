import { isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { z } from 'zod'
import { BadTheme, type Complaint } from './bad-theme.ts'

/** A value is pasted into a stylesheet, so nothing may end a declaration, open a tag or name an address. */
const cssValue = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine(
    (value) => !/[;{}<>\\]|url\(|\/\*/i.test(value),
    'A token must be one CSS value, without ; { } < > \\ or url().',
  )

const font = z.strictObject({
  family: z.string().regex(/^[\w -]+$/, 'A family is letters, digits, spaces and hyphens.'),
  package: z.string().regex(/^@fontsource\/[a-z0-9-]+$/, 'A font comes from a package named @fontsource/….'),
  weight: z.int().min(100).max(900).default(400),
  style: z.enum(['normal', 'italic']).default('normal'),
})

const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'A name is small letters, digits and hyphens.')

const themeFile = z.strictObject({
  name,
  extends: name.optional(),
  canvas: z.strictObject({ width: z.int().min(320).max(4096), height: z.int().min(240).max(4096) }).optional(),
  fonts: z.array(font).default([]),
  tokens: z
    .record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'A token is small letters, digits and hyphens.'), cssValue)
    .default({}),
})

export type ThemeFile = z.infer<typeof themeFile>
export type FontEntry = z.infer<typeof font>

/** A checked `theme.yaml` that still knows its lines. */
export interface LocatedThemeFile extends ThemeFile {
  /** Where a key or an item stands, or its nearest parent; lines and columns from 1. */
  placeOf(path: readonly PropertyKey[]): Place
}

export interface Place {
  readonly line: number
  readonly column: number
}

/** Checks a `theme.yaml`. @throws {BadTheme} with every complaint at its own line and column. */
export function parseThemeFile(source: string, path: string): LocatedThemeFile {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  if (document.errors.length > 0) {
    throw new BadTheme(
      path,
      document.errors.map((error) => ({ reason: firstLine(error.message), place: placeAt(error.pos[0]) })),
    )
  }
  const placeOf = (keys: readonly PropertyKey[]) => placeAt(offsetOf(document.contents, keys))
  const result = themeFile.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {})
  if (result.success) return { ...result.data, placeOf }
  throw new BadTheme(
    path,
    result.error.issues.map((issue) => complaintOf(issue, placeOf)),
  )
}

function complaintOf(issue: z.core.$ZodIssue, placeOf: LocatedThemeFile['placeOf']): Complaint {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path
  const subject = path.length > 0 ? `“${path.join('.')}”: ` : ''
  return { reason: `${subject}${issue.message}`, place: placeOf(path) }
}

/** The message of a YAML error without the excerpt that follows it. */
function firstLine(message: string): string {
  return message.split(/ at line |\n/)[0] ?? message
}

/** Where the value at `path` begins in the source, or its nearest parent where it is missing; a key rather than its value. */
function offsetOf(root: Node | null, path: readonly PropertyKey[]): number {
  let node = root
  let offset = root?.range?.[0] ?? 0
  for (const segment of path) {
    if (isSeq(node)) {
      const item: unknown = node.items[Number(segment)]
      if (!isNode(item)) break
      node = item
      offset = item.range?.[0] ?? offset
    } else if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === segment)
      if (!pair) break
      offset = isNode(pair.key) ? (pair.key.range?.[0] ?? offset) : offset
      node = isNode(pair.value) ? pair.value : null
    }
  }
  return offset
}
