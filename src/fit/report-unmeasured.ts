import type { VFile } from 'vfile'

/** Warns that no slide was measured; `lack` says why and what to do. */
export function reportUnmeasured(lack: string, file: VFile): void {
  file.message(`No slide was measured, because measuring needs a browser. ${lack}`, {
    source: 'lectern',
    ruleId: 'unmeasured',
  })
}
