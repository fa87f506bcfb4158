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

/** What else a page does. */
export interface Needs {
  /** Whether it asks its own server for what is new; others ask nobody. */
  readonly isServed: boolean
  /** Whether something in it plays. */
  readonly plays: boolean
}

/** The policy of a page that runs these scripts. */
export function policyFor(scripts: readonly string[], { isServed, plays }: Needs): string {
  const sources = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  return [
    ...COMMON,
    `script-src ${sources.join(' ')}`,
    ...(plays ? ['media-src data:'] : []),
    ...(isServed ? ["connect-src 'self'"] : []),
  ].join('; ')
}
