// Removes text that sites add to headings and titles.

import type { Words } from './piece.ts'

/** Removes text that a site adds after a heading ("[edit]", a link symbol, `##`) and a final colon. */
export function trimHeading(words: Words): Words {
  return truncate(words, withoutSiteText(words.text).replace(FINAL_COLON, '').length)
}

/** Removes text that a site adds after a title, as `trimHeading` does, but keeps a final colon. */
export function trimTitle(words: Words): Words {
  return truncate(words, withoutSiteText(words.text).length)
}

function withoutSiteText(text: string): string {
  // A no-break space at the end is not removed by Markdown.
  return text.replace(EDIT_LINK, '').replace(TRAILING_SYMBOLS, '').trimEnd()
}

/** Whether a line is only an "[edit]" link. */
export function isEditLink(text: string): boolean {
  return text.length <= LONGEST_EDIT_LINK && text !== '' && text.replace(EDIT_LINK, '').trim() === ''
}

const LONGEST_EDIT_LINK = 80

function truncate(words: Words, length: number): Words {
  if (length === 0 || length === words.text.length) return words
  const marks = words.marks?.map(({ style, span: [start, end] }) => ({
    style,
    span: [start, Math.min(end, length)] as const,
  }))
  return {
    ...words,
    text: words.text.slice(0, length),
    ...(marks && { marks: marks.filter(({ span: [start, end] }) => start < end) }),
  }
}

/** "[edit]" and "[edit | edit source]", as MediaWiki writes them in the languages of its largest wikis. */
const EDIT_LINK = new RegExp(
  `\\s*[\\[［]\\s*(?:${[
    'edit|bearbeiten|modifier|editar|modifica|bewerken|redigera|rediger|redigér|muokkaa|edytuj|editovat|upraviť|uredi|править|ред\\.',
    'редактиране|уреди|değiştir|編集|编辑|編輯|편집|عدل|تحرير|עריכה|ویرایش|संपादित करें|सम्पादन|sunting|sửa|szerkesztés|επεξεργασία',
    'modificare|aldatu|แก้ไข|redakti|redigeeri|keisti|labot',
  ].join('|')})(?:[ -][^\\[\\]|]{1,20})?(?:\\s*\\|[^\\[\\]]{1,40})?\\s*[\\]］]\\s*$`,
  'iu',
)

/** `#`, `¶` and similar symbols after a space, or two to six hash signs. */
const TRAILING_SYMBOLS = /(?:\s+[#¶§🔗]+|(?<!#)#{2,6})\s*$/u
const FINAL_COLON = /\s*[:：]$/u
