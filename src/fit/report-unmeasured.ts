import type { VFile } from 'vfile'

/** Warns that no slide was measured; `reason` says why there is no browser and what to do. */
export function reportUnmeasured(reason: string, file: VFile): void {
  file.message(`No slide was measured, because measuring needs a browser. ${reason}`, {
    source: 'lectern',
    ruleId: 'unmeasured',
  })
}
