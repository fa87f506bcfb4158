// Removes what sites add to headings and titles.

import type { Words } from './piece.ts'

/** Removes text that a site adds after a heading ("[edit]", a link sign, `##`) and a final colon. */
export function headingWords(words: Words): Words {
  return cutTo(words, withoutSigns(words.text).replace(COLON, '').length)
}

/** Removes the same from a title, except a final colon. */
export function titleWords(words: Words): Words {
  return cutTo(words, withoutSigns(words.text).length)
}

function withoutSigns(text: string): string {
  return text.replace(EDIT, '').replace(SIGN, '')
}

/** Whether a line is only an "edit" link. */
export function isEditLink(text: string): boolean {
  return text.length <= LONGEST_EDIT_LINK && text !== '' && text.replace(EDIT, '').trim() === ''
}

const LONGEST_EDIT_LINK = 80

function cutTo(words: Words, length: number): Words {
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
const EDIT = new RegExp(
  `\\s*[\\[［]\\s*(?:${[
    'edit|bearbeiten|modifier|editar|modifica|bewerken|redigera|rediger|redigér|muokkaa|edytuj|editovat|upraviť|uredi|править|ред\\.',
    'редактиране|уреди|değiştir|編集|编辑|編輯|편집|عدل|تحرير|עריכה|ویرایش|संपादित करें|सम्पादन|sunting|sửa|szerkesztés|επεξεργασία',
    'modificare|aldatu|แก้ไข|redakti|redigeeri|keisti|labot',
  ].join('|')})(?:[ -][^\\[\\]|]{1,20})?(?:\\s*\\|[^\\[\\]]{1,40})?\\s*[\\]］]\\s*$`,
  'iu',
)

/** `#`, `¶` and similar signs after a space, or two to six hash signs. */
const SIGN = /(?:\s+[#¶§🔗]+|(?<!#)#{2,6})\s*$/u
const COLON = /\s*[:：]$/u
