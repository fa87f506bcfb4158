import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { runWithTimeLimit, STAGE_LIMIT, TimeLimitError } from '../util/run-with-time-limit.ts'
import { unreadableError } from './unreadable-error.ts'

/**
 * Runs a stage of synchronous work on a file, with a time limit.
 * @throws {UnreadableError} if the limit is exceeded
 */
export async function withTimeLimit<T>(file: VFile, stage: string, work: () => T): Promise<T> {
  return reportTimeouts(file, { stage }, () => runWithTimeLimit(work, { characters: file.value?.length }))
}

interface TimedStage {
  /** The name of the stage, such as "Reading", with which the message begins. */
  readonly stage: string
  /** Returns the position in the file that the stage had reached when its time was up. */
  readonly place?: () => Point | undefined
}

/**
 * Runs a stage that checks its time limit itself, and reports a timeout.
 * @throws {UnreadableError} if the limit is exceeded
 */
export async function reportTimeouts<T>(file: VFile, { stage, place }: TimedStage, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error
    const minutes = STAGE_LIMIT / 60_000
    throw unreadableError(
      file,
      'too-slow',
      `${stage} this article took more than ${minutes} minutes and was stopped. Shorten its longest sentences and lists, or split the article.`,
      place?.(),
    )
  }
}
