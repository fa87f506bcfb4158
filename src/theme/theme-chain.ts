import type { Sources } from '../model/sources.ts'
import { ThemeError } from './theme-error.ts'
import type { LocatedThemeFile } from './theme-file.ts'

/** A `theme.yaml` with its stylesheets. A theme is a chain of these, each of which overrides those before it. */
export interface ThemeLink {
  readonly folder: string
  /** The path of its `theme.yaml`, for messages. */
  readonly path: string
  readonly file: LocatedThemeFile
  readonly css: string
  readonly sources: Sources
}

/** Makes an error at the position of a key in a theme's file. */
export function themeErrorAt({ path, file }: ThemeLink, keys: readonly PropertyKey[], reason: string): ThemeError {
  return new ThemeError(path, [{ reason, place: file.placeOf(keys) }])
}
