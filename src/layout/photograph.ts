import type { Diagram, Picture, PictureContent } from '../model/draft.ts'

/**
 * Whether a picture is a photograph, judged by its format, its name and its words. A photograph may fill a slide with
 * its edges cropped. A screenshot may not, even if it has the format of a photograph, because it has text up to its
 * edges.
 */
export function isPhotograph(picture: Picture | Diagram): picture is Picture & { readonly content: PictureContent } {
  if ('drawing' in picture || picture.content?.isPhotograph !== true) return false
  const { url, alt, title } = picture.image
  return ![fileNameIn(url), alt, title].some((words) => SCREEN.test(words ?? ''))
}

function fileNameIn(url: string): string {
  return url.startsWith('data:') ? '' : ((url.split(/[?#]/, 1)[0] ?? '').split('/').at(-1) ?? '')
}

/** Words for screenshots, in the languages in which operating systems name them, and for charts and drawings. */
const SCREEN =
  /screen[ _-]?(?:cap|grab|shot)|(?:bildschirm|scherm)[ _-]?(?:foto|afbeelding)|capture[ _-]d.?[ée]cran|captura[ _-]de[ _-](?:pantalla|tela|ecr[ãa])|schermata|sk[äa]rm(?:avbild|bild)|\b(?:chart|dashboard|diagram|flow ?chart|infographic|plot|schematic|user interface)s?\b/iu
