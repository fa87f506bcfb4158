/** Whether the name of a file is a web address. */
export function isWebAddress(path: string): boolean {
  return /^https?:\/\//i.test(path)
}

/** Returns the base name for files made from a web page: the last segment of its address, or the name of its server. */
export function nameOfAddress(address: string): string {
  const [, host = '', path = ''] = /^https?:\/\/(?:[^/?#]*@)?([^/?#:]*|\[[^\]]*\])[^/?#]*([^?#]*)/i.exec(address) ?? []
  const last = decoded(path.split('/').findLast((name) => name !== '') ?? '').replace(/(?<=.)\.[a-z]{1,5}$/i, '')
  return plain(last) || plain(host) || 'deck'
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** Replaces characters that are not allowed in file names on every system. */
function plain(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .slice(0, LONGEST_FILE_NAME)
    .replace(/^[-._]+|[-._]+$/g, '')
}

const LONGEST_FILE_NAME = 80
