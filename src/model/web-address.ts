/** Whether what stands for a file is an address on the web. */
export function isWebAddress(path: string): boolean {
  return /^https?:\/\//i.test(path)
}

/** What the files made of a page are called: the last name in its address, or that of its server. */
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

/** Characters that every system takes in the name of a file. */
function plain(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .slice(0, LONGEST)
    .replace(/^[-._]+|[-._]+$/g, '')
}

const LONGEST = 80
