// Merges a user's choices, an article's front matter and the defaults into complete settings.

import type { Format, Settings } from '../model/settings.ts'
import type { FrontMatterValues } from './front-matter.ts'

/** The settings that a user chose on the command line or in a call. The article and our defaults decide the rest. */
export type Choices = { readonly [K in keyof Settings]?: Settings[K] | undefined }

const DEFAULT_FORMATS: readonly Format[] = ['html', 'pdf']

/** Completes the settings: the user's choice wins over the article's front matter, which wins over the default. */
export function completeSettings(choices: Choices, frontMatter: FrontMatterValues): Settings {
  return {
    out: choices.out ?? 'out',
    formats: choices.formats ?? DEFAULT_FORMATS,
    theme: choices.theme ?? frontMatter.theme ?? 'lectern',
    event: choices.event ?? frontMatter.event ?? null,
    backgrounds: choices.backgrounds ?? frontMatter.background ?? {},
    canvas: choices.canvas ?? frontMatter.canvas ?? null,
    minutes: choices.minutes ?? frontMatter.minutes ?? null,
    handout: choices.handout ?? frontMatter.handout ?? '3',
    paper: choices.paper ?? frontMatter.paper ?? 'a4',
    stepped: choices.stepped ?? frontMatter.stepped ?? false,
    steps: choices.steps ?? false,
    scale: choices.scale ?? 1,
    printTheme: choices.printTheme ?? null,
    pptxTemplate: choices.pptxTemplate ?? null,
    root: choices.root ?? null,
    browser: choices.browser ?? null,
    strict: choices.strict ?? false,
  }
}
