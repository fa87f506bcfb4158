// Finds the size of a listing whose lines are too wide for its usual sizes.

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { pageFunction } from '../page-function.ts'

/** A listing that is tried at several sizes. */
export interface ListingTrial {
  readonly slide: HTMLElement
  readonly trySize: (size: number) => void
  /** Whether the slide fits at the size set. */
  readonly fits: () => boolean
  /** Counts the lines that are too wide at the size set. */
  readonly countWideLines: () => number
}

/**
 * Returns the size for a listing with lines that wrap even at `least`, its smallest usual size: the largest size down to
 * `unwrapped` at which no line wraps. Type that is too small for the last row is worse than a few lines that wrap; then
 * these wrap at a size between. Null if no size keeps the lines from wrapping, so that the usual size stays. Lines that
 * may wrap for a larger size, which the layout has marked (`linesToWrap`), never count as too wide. Runs in the page,
 * while no other line wraps.
 */
export const unwrappedSize = pageFunction(findUnwrappedSize, [fitsWrapped])

function findUnwrappedSize(trial: ListingTrial, least: number, unwrapped: number): number | null {
  // In px: if lines wrap even at the first size, up to one line in six may wrap at the second.
  const [MIN_COMFORTABLE_SIZE, WRAPPED_SIZE] = [22, 24]
  const { slide, trySize, countWideLines } = trial
  const wideLinesAt = (size: number) => {
    trySize(size)
    return countWideLines()
  }
  const largestUnwrapped = (from: number, to: number) => {
    for (let size = from; size >= to; size--) if (wideLinesAt(size) === 0) return size
    return null
  }
  const mayWrap = () =>
    wideLinesAt(WRAPPED_SIZE) <= Math.ceil(slide.querySelectorAll('.code-line').length / 6) && fitsWrapped(trial)
  return (
    largestUnwrapped(least, Math.max(unwrapped, MIN_COMFORTABLE_SIZE)) ??
    (mayWrap() ? WRAPPED_SIZE : largestUnwrapped(Math.min(least, MIN_COMFORTABLE_SIZE - 1), unwrapped))
  )
}

/** Whether a listing whose lines may wrap fits at its present size. */
function fitsWrapped({ slide, fits }: ListingTrial): boolean {
  const listings = [...slide.querySelectorAll<HTMLElement>('.code')]
  for (const listing of listings) listing.style.whiteSpace = ''
  const isFit = fits()
  for (const listing of listings) listing.style.whiteSpace = 'pre'
  return isFit
}
