// Merges a user's choices, an article's front matter and the defaults into complete settings.

import type { VFile } from 'vfile'
import type { FrontMatter } from '../model/article.ts'
import type { Format, Settings } from '../model/settings.ts'
import { checkChoices } from './check-choices.ts'
import { checkFrontMatter, type FrontMatterValues } from './front-matter.ts'

/** The settings that a user chose on the command line or in a call. The article and our defaults supply the rest. */
export type Choices = { readonly [K in keyof Settings]?: Settings[K] | undefined }

/** Completes the user's choices with the settings in an article's front matter, if it has any, and with defaults. */
export function settingsFor(frontMatter: FrontMatter | undefined, choices: Choices, file: VFile): Settings {
  return completeSettings(choices, frontMatter === undefined ? {} : checkFrontMatter(frontMatter, file))
}

const DEFAULT_FORMATS: readonly Format[] = ['html', 'pdf']

/** Completes the settings: the user's choice wins over the article's front matter, which wins over the default. */
export function completeSettings(choices: Choices, frontMatter: FrontMatterValues): Settings {
  checkChoices(choices)
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
