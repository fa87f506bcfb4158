/** Why an image cannot be shown, worded as the rest of a message that begins by naming the image. */
export interface ImageFault {
  readonly ruleId:
    | 'image-missing'
    | 'image-outside'
    | 'image-remote'
    | 'image-unreadable'
    | 'image-unsafe'
    | 'image-too-large'
  /** Begins with a verb, such as `is broken`. */
  readonly fact: string
  readonly remedy: string
}

export const MISSING: ImageFault = {
  ruleId: 'image-missing',
  fact: "is not in the article's folder",
  remedy: 'Check its name, or put the file there.',
}

export const NO_ADDRESS: ImageFault = {
  ruleId: 'image-missing',
  fact: 'has no address',
  remedy: 'Write the name of its file.',
}

export const NO_FOLDER: ImageFault = {
  ruleId: 'image-missing',
  fact: 'cannot be found, because an article from standard input has no folder',
  remedy: 'Save the article beside its images and give its path, or name their folder with --root.',
}

export const OUTSIDE: ImageFault = {
  ruleId: 'image-outside',
  fact: "is outside the article's folder",
  remedy: 'Copy it into that folder, or use --root to give a folder that contains both.',
}

export const REMOTE: ImageFault = {
  ruleId: 'image-remote',
  fact: 'is not a file beside the article, and nothing is fetched',
  remedy: "Save it in the article's folder and use the name of that file.",
}

export const NOT_A_FILE: ImageFault = {
  ruleId: 'image-unreadable',
  fact: 'is a folder or a device, not a file',
  remedy: 'Give the path of a file.',
}

export const FORBIDDEN: ImageFault = {
  ruleId: 'image-unreadable',
  fact: 'cannot be read',
  remedy: 'Change its permissions, or make your own copy.',
}

/** Makes the fault for bytes that are not an image in an accepted format. */
export function unknownFormat(fact: string): ImageFault {
  return { ruleId: 'image-unreadable', fact, remedy: 'Save it as PNG, JPEG, WebP or SVG.' }
}

export const BROKEN: ImageFault = {
  ruleId: 'image-unreadable',
  fact: 'is broken',
  remedy: 'Open it in the program that made it and save it again.',
}

export function tooLarge(fact: string): ImageFault {
  return { ruleId: 'image-too-large', fact, remedy: 'Save a smaller version: a slide shows about 2000 pixels across.' }
}

export const TOO_COMPLEX: ImageFault = {
  ruleId: 'image-too-large',
  fact: 'is a drawing that takes too long to draw',
  remedy: 'Save it as PNG.',
}

export const CONTAINS_SCRIPT: ImageFault = {
  ruleId: 'image-unsafe',
  fact: 'is a drawing that contains a script',
  remedy: 'Remove the script, or save it as PNG.',
}

export const DECLARES_ENTITIES: ImageFault = {
  ruleId: 'image-unsafe',
  fact: 'is a drawing that declares its own entities',
  remedy: 'Save it as plain SVG, or as PNG.',
}

/** The maximum length of an address in a message, in characters. */
const MAX_QUOTED_LENGTH = 80

/** Quotes the address of an image for a message, after a space; empty if there is none, or if it is a `data:` URL. */
export function quoteAddress(address: string): string {
  if (/^\s*(?:data:|$)/i.test(address)) return ''
  const plain = address.replace(/\p{C}/gu, '').trim()
  return ` "${plain.length > MAX_QUOTED_LENGTH ? `${plain.slice(0, MAX_QUOTED_LENGTH)}…` : plain}"`
}
