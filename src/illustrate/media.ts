import type { Media, PictureContent } from '../model/draft.ts'

/**
 * Identifies a video or a sound by its bytes, and gives it a drawn poster for where nothing can play; null if it is
 * neither. Nothing is decoded.
 */
export function identifyMedia(bytes: Uint8Array): PictureContent | null {
  const kind = KINDS.find(({ begins }) => begins(bytes))
  if (kind === undefined) return null
  const media: Media = { kind: kind.kind, data: `data:${kind.type};base64,${Buffer.from(bytes).toString('base64')}` }
  const { width, height } = SIZES[kind.kind]
  return { data: POSTERS[kind.kind], width, height, isDrawing: true, media }
}

/** Identifies a video or a sound that is too large to be embedded, by its name; null if it is neither. */
export function linkedMedia(address: string): PictureContent | null {
  const [, extension = ''] = /\.(\w+)$/.exec(address) ?? []
  const kind = EXTENSIONS[extension.toLowerCase()]
  return kind === undefined
    ? null
    : { data: POSTERS[kind], ...SIZES[kind], isDrawing: true, media: { kind, data: null } }
}

const EXTENSIONS: Readonly<Record<string, 'video' | 'audio' | undefined>> = {
  ...{ mp4: 'video', m4v: 'video', webm: 'video', ogv: 'video' },
  ...{ mp3: 'audio', m4a: 'audio', ogg: 'audio', oga: 'audio', wav: 'audio' },
}

/** The sizes of posters, with the aspect ratios of most videos and of the controls of a sound. */
const SIZES = { video: { width: 1280, height: 720 }, audio: { width: 960, height: 240 } } as const

interface MediaKind {
  readonly kind: Media['kind']
  readonly type: string
  begins(bytes: Uint8Array): boolean
}

const KINDS: readonly MediaKind[] = [
  { kind: 'audio', type: 'audio/mp4', begins: (bytes) => /^....ftypM4[AB] /s.test(head(bytes)) },
  {
    kind: 'video',
    type: 'video/mp4',
    begins: (bytes) => /^....ftyp(?:iso[m\d]|mp4[12]|avc1|M4V|dash|MSNV|f4v)/s.test(head(bytes)),
  },
  { kind: 'video', type: 'video/webm', begins: (bytes) => head(bytes).startsWith('\x1a\x45\xdf\xa3') },
  { kind: 'video', type: 'video/ogg', begins: (bytes) => /^OggS[\s\S]*theora/.test(head(bytes)) },
  { kind: 'audio', type: 'audio/ogg', begins: (bytes) => head(bytes).startsWith('OggS') },
  { kind: 'audio', type: 'audio/mpeg', begins: (bytes) => /^(?:ID3|\xff[\xfb\xf3\xf2])/.test(head(bytes)) },
  { kind: 'audio', type: 'audio/wav', begins: (bytes) => /^RIFF....WAVE/s.test(head(bytes)) },
]

function head(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 128)).toString('latin1')
}

/** Draws a dark frame with a symbol, as a `data:` URL. */
function poster(width: number, height: number, mark: string): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="#23262b"/>${mark}</svg>`
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

const POSTERS = {
  video: poster(
    1280,
    720,
    '<circle cx="640" cy="360" r="96" fill="#f2f2f0"/><path d="M608 308v104l88-52z" fill="#23262b"/>',
  ),
  audio: poster(
    960,
    240,
    '<path fill="#f2f2f0" d="M376 96h48l56-44v136l-56-44h-48z"/><path fill="none" stroke="#f2f2f0" stroke-width="12" stroke-linecap="round" d="M512 88q24 32 0 64M548 64q44 56 0 112"/>',
  ),
} as const
