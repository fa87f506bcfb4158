import { join } from 'node:path'
import type { VFile } from 'vfile'
import type { KeptBrowser, Notice } from '../browser/keep.ts'
import { type Conversion, convert, nameOf } from '../convert.ts'
import { BAD_PDF } from '../export/files.ts'
import { save } from '../export/save.ts'
import { layouts } from '../layout/layouts.ts'
import { remarkOn } from '../layout/remarks.ts'
import { Unreadable } from '../read/unreadable.ts'
import { articleAt } from './article-in.ts'
import type { Request } from './command-line.ts'
import { ARTICLE_FAILED, DONE } from './exit-code.ts'
import { open } from './open.ts'
import { printable } from './printable.ts'
import { type Progress, startProgress } from './progress.ts'
import { hasFailed, reportJson, reportText, warningText } from './report.ts'
import { WrongUsage } from './wrong-usage.ts'

/** What a command works with. */
export interface Tools {
  readonly signal: AbortSignal
  readonly browser: KeptBrowser
}

/** Makes the files of every article named, or only checks them, and gives the exit code. One bad article does not stop the rest. */
export async function build(request: Request, { signal, browser }: Tools): Promise<number> {
  const paths = await Promise.all(request.articles.map(articleAt))
  refuseSameNames(paths)
  const files: VFile[] = []
  for (const path of paths) files.push(await open(path, signal))
  const progress = startProgress(process.stderr)
  try {
    const opened = files.filter(isOpen)
    for (const file of opened) {
      // Once the last is printed, the browser ends while that is proved and saved.
      const released = () => void (file === opened.at(-1) && browser.close())
      await convertOne(file, request, { signal, browser, progress, released })
    }
  } finally {
    progress.clear()
    tell(files, request)
  }
  return hasFailed(files, request.choices.strict ?? false) ? ARTICLE_FAILED : DONE
}

function isOpen({ messages }: VFile): boolean {
  return messages.length === 0
}

interface Converting extends Tools {
  readonly progress: Progress
  /** Called when the browser is not needed any more. */
  readonly released: () => void
}

async function convertOne(
  file: VFile,
  { choices, saves }: Request,
  { signal, progress, browser, released }: Converting,
): Promise<void> {
  const notice: Notice = (reason, ruleId) => {
    progress.clear()
    process.stderr.write(warningText(reason, ruleId))
  }
  try {
    const asked = saves ? choices : { ...choices, formats: [] }
    const conversion = await convert(file, asked, {
      browser: browser.lend,
      signal,
      notice,
      progress: progress.step,
      released,
    })
    if (!saves) remarkOn(conversion, layouts, file)
    if (!saves || !isSound(file)) return
    for (const [name, bytes] of conversion.files) await save(join(conversion.settings.out, name), bytes, signal)
    progress.clear()
    process.stderr.write(printable(summary(conversion)))
  } catch (error) {
    // It has said so among the file's messages, where all of them are told.
    if (!(error instanceof Unreadable)) throw error
  }
}

/** Whether its article has no errors. What is wrong with one file leaves the others. */
function isSound({ messages }: VFile): boolean {
  return !messages.some(({ fatal, ruleId }) => fatal === true && ruleId !== BAD_PDF)
}

const SECONDS_A_MINUTE = 60

/** "out/talk.html out/talk.pdf: 24 slides, about 14 minutes" */
function summary({ deck, files, settings }: Conversion): string {
  const paths = shortened([...files.keys()].map((name) => join(settings.out, name))).join(' ')
  const minutes = Math.max(
    1,
    Math.round(deck.slides.reduce((sum, { note }) => sum + note.seconds, 0) / SECONDS_A_MINUTE),
  )
  return `${paths}: ${deck.slides.length} slides, about ${minutes} minute${minutes === 1 ? '' : 's'}\n`
}

/** Of many pictures the first and the last. */
function shortened(paths: readonly string[]): readonly string[] {
  const pictures = paths.filter((path) => path.endsWith('.png'))
  const between = new Set(pictures.slice(1, -1))
  return paths
    .filter((path) => !between.has(path))
    .map((path) => (between.size > 0 && path === pictures[0] ? `${path} …` : path))
}

function tell(files: readonly VFile[], { report }: Request): void {
  if (report === 'json') process.stdout.write(reportJson(files))
  else process.stderr.write(reportText(files))
}

/** Two articles of one name would save over each other. */
function refuseSameNames(paths: readonly string[]): void {
  const byName = new Map<string, string>()
  for (const path of paths) {
    const other = byName.get(nameOf(path))
    if (other !== undefined)
      throw new WrongUsage(
        `"${other}" and "${path}" would both be saved as "${nameOf(path)}". Rename one, or make them in two runs.`,
      )
    byName.set(nameOf(path), path)
  }
}
