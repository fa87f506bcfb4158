// The Content Security Policies of the pages that Lectern makes.

import { createHash } from 'node:crypto'

/** What every page may load; anything else is blocked. */
const COMMON_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
]

/** The policy of a page that runs nothing. */
export const STATIC_POLICY = COMMON_POLICY.join('; ')

/** What a page may do besides showing its content. */
export interface PagePermissions {
  /** Whether the page receives updates from its own server; other pages connect to nothing. */
  readonly isServed: boolean
  /** Whether the page contains video or sound. */
  readonly playsMedia: boolean
}

/** Returns the policy of a page that runs these scripts and no others. */
export function policyFor(scripts: readonly string[], { isServed, playsMedia }: PagePermissions): string {
  const sources = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  return [
    ...COMMON_POLICY,
    `script-src ${sources.join(' ')}`,
    ...(playsMedia ? ['media-src data:'] : []),
    ...(isServed ? ["connect-src 'self'"] : []),
  ].join('; ')
}
