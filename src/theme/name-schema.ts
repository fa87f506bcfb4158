// The schemas of names in `theme.yaml` and `event.yaml`.

import { z } from 'zod'

/** A name in lower-case letters, digits and hyphens, such as that of a theme or a token. */
export function nameSchema(message: string): z.ZodString {
  return z.string(message).regex(/^[a-z][a-z0-9-]*$/, message)
}

/** The name of a font family. */
export function familySchema(message?: string): z.ZodString {
  return z.string(message).regex(/^[\w -]+$/, 'Use letters, digits, spaces and hyphens for a family.')
}
