import { createHash } from 'node:crypto'

/** What no page of ours may do, and all that it may: what is not named here does not load. */
const COMMON = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
]

/** The policy of a page that runs nothing. */
export const STATIC_POLICY = COMMON.join('; ')

/** The policy of a page that runs these scripts. It may ask its own server, where it has one, for what is new; else nobody. */
export function policyFor(scripts: readonly string[], isServed: boolean): string {
  const sources = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  return [...COMMON, `script-src ${sources.join(' ')}`, ...(isServed ? ["connect-src 'self'"] : [])].join('; ')
}
