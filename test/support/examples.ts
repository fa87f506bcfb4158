import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The articles under `slides/`, one in each folder. */
export const EXAMPLES: readonly string[] = readdirSync('slides', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(join('slides', name))
      .filter((file) => file.startsWith(`${name}.`))
      .map((file) => join('slides', name, file)),
  )
