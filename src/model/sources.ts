// The folders from which the files named by a theme or an event may be read.

/** Called with the path of each file that is read or looked for, whether it exists or not. */
export type FileListener = (path: string) => void

/** A listener that does nothing. */
export function ignore(): void {}

/** The folder that may contain the files named by a theme or an event, and a listener called for each of them. */
export interface Sources {
  /**
   * The folder that must contain every file after links are resolved; null if the user named the theme or event,
   * whose files may then be anywhere.
   */
  readonly allowedFolder: string | null
  readonly onRead: FileListener
}

export const UNRESTRICTED: Sources = { allowedFolder: null, onRead: ignore }
