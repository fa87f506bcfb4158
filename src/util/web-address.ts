import { decodePercent } from './decode-percent.ts'

/** Whether a path is a web address. */
export function isWebAddress(path: string): boolean {
  return /^https?:\/\//i.test(path)
}

/** Whether an address names a server, with any scheme or none: `https://…`, `//…`. */
export function namesServer(address: string): boolean {
  return /^\s*(?:[a-z][a-z0-9+.-]+:)?\/\//i.test(address)
}

/** Returns the base name for files made from a web page: the last segment of its address, or the name of its server. */
export function fileNameFromAddress(address: string): string {
  const [, host = '', path = ''] = /^https?:\/\/(?:[^/?#]*@)?([^/?#:]*|\[[^\]]*\])[^/?#]*([^?#]*)/i.exec(address) ?? []
  const last = decodePercent(path.split('/').findLast((name) => name !== '') ?? '').replace(/(?<=.)\.[a-z]{1,5}$/i, '')
  return toFileName(last) || toFileName(host) || 'deck'
}

/** Keeps only characters that every operating system allows in file names, and shortens long names. */
function toFileName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .slice(0, MAX_FILE_NAME_LENGTH)
    .replace(/^[-._]+|[-._]+$/g, '')
}

const MAX_FILE_NAME_LENGTH = 80
