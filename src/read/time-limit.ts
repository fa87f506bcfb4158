import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { STAGE_LIMIT, TookTooLong, withinTime } from '../model/within-time.ts'
import { unreadable } from './unreadable.ts'

/** Runs a stage of work on a file, and stops it if it takes too long. */
export async function withTimeLimit<T>(file: VFile, stage: string, work: () => T): Promise<T> {
  return reportingTimeouts(file, { stage }, () => withinTime(work, { characters: file.value?.length }))
}

interface TimedStage {
  /** The name of the stage, which begins a sentence: "Reading". */
  readonly stage: string
  /** The place in the file that it is working on when it is stopped; absent for the whole file. */
  readonly place?: () => Point | undefined
}

/**
 * Runs a stage that checks its time limit itself, and reports if it took too long.
 * @throws {Unreadable} in that case
 */
export async function reportingTimeouts<T>(
  file: VFile,
  { stage, place }: TimedStage,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof TookTooLong)) throw error
    const minutes = STAGE_LIMIT / 60_000
    throw unreadable(
      file,
      'too-slow',
      `${stage} this article took more than ${minutes} minutes and was stopped. Divide its longest sentences and lists, or split it.`,
      place?.(),
    )
  }
}
