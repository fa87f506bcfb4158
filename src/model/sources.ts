// Says where the files that a theme or an event names may be read from.

/** Called with the path of each file that is read or looked for, whether it exists or not. */
export type FileListener = (path: string) => void

export function ignore(): void {}

/** Where the files that a theme or an event names may be, and a listener that is called for each of them. */
export interface Sources {
  /**
   * The folder that every file must be inside after links are resolved; null if the user named the theme or event,
   * whose files may then be anywhere.
   */
  readonly allowedFolder: string | null
  readonly onRead: FileListener
}

export const UNRESTRICTED: Sources = { allowedFolder: null, onRead: ignore }
