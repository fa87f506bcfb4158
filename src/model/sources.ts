/** Hears the path of each file that is read or looked for, whether it is there or not. */
export type Noted = (path: string) => void

export function ignore(): void {}

/** From where files may be read that a theme or an event names. */
export interface Sources {
  /** The folder that none may stand outside of, links followed; null where the user named the theme or event. */
  readonly home: string | null
  readonly noted: Noted
}

export const ANYWHERE: Sources = { home: null, noted: ignore }
