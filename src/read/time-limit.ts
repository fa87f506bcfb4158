import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { STAGE_LIMIT, TookTooLong, withinTime } from '../model/within-time.ts'
import { unreadable } from './unreadable.ts'

/** What a stage makes of an article, which is broken off where it takes too long. */
export async function withTimeLimit<T>(file: VFile, doing: string, work: () => T): Promise<T> {
  return tellingOfTime(file, { doing }, () => withinTime(work))
}

interface Stage {
  /** Begins a sentence: "Reading". */
  readonly doing: string
  /** Where in the file it is at work; left out where that is the whole of it. */
  readonly place?: Point | undefined
}

/**
 * What a stage makes that watches its time itself.
 * @throws {Unreadable} where it took too long
 */
export async function tellingOfTime<T>(file: VFile, { doing, place }: Stage, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof TookTooLong)) throw error
    const minutes = STAGE_LIMIT / 60_000
    throw unreadable(
      file,
      'too-slow',
      `${doing} this article was given up after ${minutes} minutes. Divide its longest sentences and lists, or split it.`,
      place,
    )
  }
}
