import { join, resolve } from 'node:path'
import { save } from '../export/save.ts'
import { displayPath } from '../theme/load-theme.ts'
import { scaffoldTheme } from '../theme/scaffold-theme.ts'

/** The files of a new theme that were saved. */
export interface SavedTheme {
  readonly paths: readonly string[]
  /** Facts for the user, one or two sentences each. */
  readonly remarks: readonly string[]
}

/**
 * Saves the files of a new theme in a folder that does not exist yet, and returns what was saved.
 * @throws {ThemeError} or {SaveError}
 */
export async function saveNewTheme(path: string, from: string): Promise<SavedTheme> {
  const { files, remarks } = scaffoldTheme(path, from)
  const paths: string[] = []
  for (const [name, text] of files) {
    const file = displayPath(join(resolve(path), name))
    await save(file, text)
    paths.push(file)
  }
  return { paths, remarks }
}
