// The HTML elements that are not read, and the attributes that are read.

/** Elements whose content is not read, because it is not part of an article, or would run or load something. */
export const IGNORED_TAGS: ReadonlySet<string> = new Set([
  'applet',
  'audio',
  'canvas',
  'datalist',
  'dialog',
  'frame',
  'map',
  'noembed',
  'noframes',
  'style',
  'svg',
  'template',
  'video',
])

/** The attributes that are read, with their names in hast. */
const ATTRIBUTE_NAMES: readonly (readonly [attribute: string, property: string])[] = [
  ['align', 'align'],
  ['alt', 'alt'],
  ['aria-hidden', 'ariaHidden'],
  ['aria-label', 'ariaLabel'],
  ['aria-modal', 'ariaModal'],
  ['class', 'className'],
  ['colspan', 'colSpan'],
  ['content', 'content'],
  ['data-lang', 'dataLang'],
  ['data-language', 'dataLanguage'],
  ['data-original', 'dataOriginal'],
  ['data-src', 'dataSrc'],
  ['data-srcset', 'dataSrcSet'],
  ['datetime', 'dateTime'],
  ['dir', 'dir'],
  ['encoding', 'encoding'],
  ['height', 'height'],
  ['hidden', 'hidden'],
  ['display', 'display'],
  ['href', 'href'],
  ['http-equiv', 'httpEquiv'],
  ['id', 'id'],
  ['itemprop', 'itemProp'],
  ['itemtype', 'itemType'],
  ['lang', 'lang'],
  ['language', 'language'],
  ['name', 'name'],
  ['property', 'property'],
  ['rel', 'rel'],
  ['role', 'role'],
  ['rowspan', 'rowSpan'],
  ['src', 'src'],
  ['srcset', 'srcSet'],
  ['start', 'start'],
  ['style', 'style'],
  ['title', 'title'],
  ['type', 'type'],
  ['width', 'width'],
]

/** The names of properties in hast, keyed by attribute. */
export const PROPERTIES: ReadonlyMap<string, string> = new Map(ATTRIBUTE_NAMES)

/** The names of attributes, keyed by property in hast. */
export const ATTRIBUTES: ReadonlyMap<string, string> = new Map(
  ATTRIBUTE_NAMES.map(([attribute, property]) => [property, attribute]),
)
