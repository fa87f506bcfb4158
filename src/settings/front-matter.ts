import type { VFile } from 'vfile'
import type { FrontMatter } from '../model/article.ts'
import type { Settings } from '../model/settings.ts'
import type { Canvas } from '../model/theme.ts'

export interface FrontMatterValues {
  readonly theme?: string
  readonly paper?: Settings['paper']
  readonly handout?: Settings['handout']
  readonly canvas?: Canvas
}

export function checkFrontMatter(_: FrontMatter, __: VFile): FrontMatterValues {
  return {}
}
