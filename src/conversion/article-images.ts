// Finds the images of an article.

import type { VFile } from 'vfile'
import { folderOf, type ImageFolder } from '../illustrate/image-folder.ts'
import { cachedImages, type ImageSource, imagesInFolder } from '../illustrate/image-source.ts'
import type { ConvertOptions } from './options.ts'

/** The sources of an article's images. */
export interface ArticleImages {
  /** Null if the article has no folder, or if its images come from the caller's own source. */
  readonly folder: ImageFolder | null
  /** Reads each image only once in a conversion. */
  readonly source: ImageSource
}

/** Finds the images of an article: in `images` if given, otherwise in the article's folder. */
export function imagesOf(
  file: VFile,
  root: string | null,
  { images, onRead }: Pick<ConvertOptions, 'images' | 'onRead'>,
): ArticleImages {
  const folder = images === undefined ? folderOf(file, root, onRead) : null
  return { folder, source: cachedImages(images ?? imagesInFolder(folder)) }
}
