// Reads YAML files, checks them against a schema, and reports faults with their positions.

import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { z } from 'zod'
import { didYouMean } from '../util/closest-name.ts'
import { JSON_SCHEMA } from '../util/json-schema.ts'
import type { Complaint, LineAndColumn } from './complaint.ts'
import { defaultMessageFor } from './default-messages.ts'

/** A YAML file that matches its schema, with the positions of its keys. */
export interface YamlFile<T> {
  readonly value: T
  /** Returns the position of a key or an item, or of its nearest parent. */
  placeOf(path: readonly PropertyKey[]): LineAndColumn
}

/**
 * Checks a YAML file against a schema. Returns its data, or its faults with their positions: every fault that the
 * schema finds or, if it is not valid YAML, only the first.
 */
export function parseYamlFile<T>(source: string, schema: z.ZodType<T>): YamlFile<T> | readonly Complaint[] {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines })
  const placeAt = (offset: number): LineAndColumn => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  // Later errors follow from the first.
  const [error] = document.errors
  if (error !== undefined) {
    const colour = unquotedColourBefore(source, error.pos[0])
    if (colour !== null) return [{ reason: UNQUOTED_COLOUR, place: placeAt(colour) }]
    const reason = error.code === 'DUPLICATE_KEY' ? REPEATED_KEY : reasonOf(error.message)
    return [{ reason, place: placeAt(error.pos[0]) }]
  }
  const placeOf = (keys: readonly PropertyKey[]) => placeAt(offsetOf(document.contents, keys))
  const values = valuesIn(document)
  if (values === null) return [{ reason: BAD_ALIASES, place: placeOf([]) }]
  const result = schema.safeParse(values.data ?? {}, { error: defaultMessageFor })
  if (result.success) return { value: result.data, placeOf }
  return result.error.issues
    .flatMap((issue) => flattenIssues(issue, []))
    .flatMap(({ issue, path }) => complaintsOf(issue, path, schema))
    .map(({ reason, path }) => ({ reason, place: placeOf(path) }))
}

const REPEATED_KEY = 'This key appears twice. Put everything that belongs to it in one place, and remove the other.'

/** Returns the message of a YAML error, without the excerpt that follows it, and adds a remedy. */
function reasonOf(message: string): string {
  if (/call stack/i.test(message)) return 'It is nested too deeply to be read. Use fewer levels.'
  const fact = (message.split(/ at line |\n/)[0] ?? message).replace(/[.:]$/, '')
  return `This is not valid YAML: ${fact}. Put quotation marks around values that contain colons or other punctuation.`
}

const UNQUOTED_COLOUR =
  'This is not valid YAML: everything after # is a comment. Put quotation marks around colours: "#10352d".'

/**
 * Returns the offset of the last colour without quotation marks before a fault; null if there is none. Inside brackets,
 * the comment that it begins hides the closing bracket, so the fault is found only further down.
 */
function unquotedColourBefore(source: string, fault: number): number | null {
  const matches = [...source.matchAll(/^[^#"'\n]*[:,[][ \t]+(?=#(?:[\da-f]{3}){1,2}\s*(?:[,}\]]|$))/gim)]
  const ends = matches.map(({ 0: text, index }) => index + text.length)
  return ends.findLast((end) => end <= fault) ?? null
}

/** The maximum number of aliases that are resolved, counting nested ones each time. */
const MAX_ALIASES = 100

const BAD_ALIASES = 'An alias (*name) refers to nothing, to itself or to too much. Write the values out in full.'

/** Resolves the aliases of a document; null if that is impossible, or if they multiply without end. */
function valuesIn(document: Document): { readonly data: unknown } | null {
  try {
    const data: unknown = document.toJS({ maxAliasCount: MAX_ALIASES })
    // Throws if a value contains itself.
    JSON.stringify(data)
    return { data }
  } catch {
    return null
  }
}

/** Returns the offset of the key or list item at `path`, or of its nearest parent if it is missing. */
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

interface LocatedIssue {
  readonly issue: z.core.$ZodIssue
  readonly path: readonly PropertyKey[]
}

/** Lists the faults of a value. If several kinds of value are allowed, lists only the faults of the kind that it has. */
function flattenIssues(issue: z.core.$ZodIssue, parentPath: readonly PropertyKey[]): readonly LocatedIssue[] {
  const path = [...parentPath, ...issue.path]
  if (issue.code !== 'invalid_union') return [{ issue, path }]
  const branch = issue.errors.find((issues) => !issues.some(isOfOtherKind))
  return branch?.flatMap((nestedIssue) => flattenIssues(nestedIssue, path)) ?? [{ issue, path }]
}

/** Whether an issue is about the kind of the value itself, not about something in it. */
function isOfOtherKind(issue: z.core.$ZodIssue): boolean {
  if (issue.path.length > 0) return false
  return issue.code === 'invalid_union'
    ? issue.errors.every((issues) => issues.some(isOfOtherKind))
    : issue.code === 'invalid_type'
}

interface YamlFault {
  readonly reason: string
  readonly path: readonly PropertyKey[]
}

function complaintsOf(issue: z.core.$ZodIssue, path: readonly PropertyKey[], schema: z.ZodType): readonly YamlFault[] {
  if (issue.code !== 'unrecognized_keys') return [{ reason: `${subject(path)}${issue.message}`, path }]
  const json = z.toJSONSchema(schema, JSON_SCHEMA)
  const knownKeys = keysAt(json, path)
  return issue.keys.map((key) => {
    const group = knownKeys.find((knownKey) => keysAt(json, [...path, knownKey]).includes(key))
    const reason = group === undefined ? unknownKeyReason(key, knownKeys) : misplacedKeyReason(key, group)
    return { reason: `${subject([...path, key])}${reason}`, path: [...path, key] }
  })
}

function subject(path: readonly PropertyKey[]): string {
  return path.length > 0 ? `"${path.join('.')}": ` : ''
}

function unknownKeyReason(key: string, knownKeys: readonly string[]): string {
  if (knownKeys.length === 0) return 'This key is unknown. Remove it.'
  return `This key is unknown. ${didYouMean(key, knownKeys) ?? `Choose from ${knownKeys.join(', ')}.`}`
}

function misplacedKeyReason(key: string, group: string): string {
  return `This key belongs inside "${group}". Write ${group}: { ${key}: … }, with the other keys of ${group}.`
}

type Json = z.core.JSONSchema.BaseSchema | boolean | undefined

/** Lists the keys that a schema allows at a path. */
function keysAt(schema: Json, path: readonly PropertyKey[]): readonly string[] {
  if (typeof schema !== 'object') return []
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap((branch) => keysAt(branch, path))
  const [first, ...rest] = path
  if (first === undefined) return [...Object.keys(schema.properties ?? {}), ...keyNamesIn(schema.propertyNames)]
  if (typeof first === 'number') return Array.isArray(schema.items) ? [] : keysAt(schema.items, rest)
  return keysAt(schema.properties?.[String(first)] ?? schema.additionalProperties, rest)
}

/** Lists the keys that a record may have, if no others are allowed. */
function keyNamesIn(schema: Json): readonly string[] {
  return typeof schema === 'object' ? (schema.enum ?? []).map(String) : []
}
