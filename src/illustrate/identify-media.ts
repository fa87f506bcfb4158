import type { Media, PictureContent } from '../model/draft.ts'

/**
 * Identifies a video or audio file by its bytes, without decoding them; null if it is neither. The picture that is
 * returned is a drawn poster, which is shown where nothing can be played.
 */
export function identifyMedia(bytes: Uint8Array): PictureContent | null {
  const format = FORMATS.find(({ matches }) => matches(bytes))
  if (format === undefined) return null
  const { kind, mediaType } = format
  const media: Media = { kind, data: `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}` }
  return { data: POSTERS[kind], ...SIZES[kind], isDrawing: true, isPhotograph: false, media }
}

/** Identifies a video or audio file that is too large to embed, by its extension; null if it is neither. */
export function linkedMedia(address: string): PictureContent | null {
  const [, extension = ''] = /\.(\w+)$/.exec(address) ?? []
  const kind = EXTENSIONS[extension.toLowerCase()]
  return kind === undefined
    ? null
    : { data: POSTERS[kind], ...SIZES[kind], isDrawing: true, isPhotograph: false, media: { kind, data: null } }
}

const EXTENSIONS: Readonly<Record<string, 'video' | 'audio' | undefined>> = {
  ...{ mp4: 'video', m4v: 'video', webm: 'video', ogv: 'video' },
  ...{ mp3: 'audio', m4a: 'audio', ogg: 'audio', oga: 'audio', wav: 'audio' },
}

/** The sizes of posters, in the aspect ratios of most videos and of the controls of an audio player. */
const SIZES = { video: { width: 1280, height: 720 }, audio: { width: 960, height: 240 } } as const

interface MediaFormat {
  readonly kind: Media['kind']
  readonly mediaType: string
  matches(bytes: Uint8Array): boolean
}

const FORMATS: readonly MediaFormat[] = [
  { kind: 'audio', mediaType: 'audio/mp4', matches: (bytes) => /^....ftypM4[AB] /s.test(headOf(bytes)) },
  {
    kind: 'video',
    mediaType: 'video/mp4',
    matches: (bytes) => /^....ftyp(?:iso[m\d]|mp4[12]|avc1|M4V|dash|MSNV|f4v)/s.test(headOf(bytes)),
  },
  { kind: 'video', mediaType: 'video/webm', matches: (bytes) => headOf(bytes).startsWith('\x1a\x45\xdf\xa3') },
  { kind: 'video', mediaType: 'video/ogg', matches: (bytes) => /^OggS[\s\S]*theora/.test(headOf(bytes)) },
  { kind: 'audio', mediaType: 'audio/ogg', matches: (bytes) => headOf(bytes).startsWith('OggS') },
  { kind: 'audio', mediaType: 'audio/mpeg', matches: (bytes) => /^(?:ID3|\xff[\xfb\xf3\xf2])/.test(headOf(bytes)) },
  { kind: 'audio', mediaType: 'audio/wav', matches: (bytes) => /^RIFF....WAVE/s.test(headOf(bytes)) },
]

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 128)).toString('latin1')
}

/** Draws a dark frame with a symbol, as a `data:` URL. */
function drawPoster(width: number, height: number, symbol: string): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="#23262b"/>${symbol}</svg>`
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}

const POSTERS = {
  video: drawPoster(
    1280,
    720,
    '<circle cx="640" cy="360" r="96" fill="#f2f2f0"/><path d="M608 308v104l88-52z" fill="#23262b"/>',
  ),
  audio: drawPoster(
    960,
    240,
    '<path fill="#f2f2f0" d="M376 96h48l56-44v136l-56-44h-48z"/><path fill="none" stroke="#f2f2f0" stroke-width="12" stroke-linecap="round" d="M512 88q24 32 0 64M548 64q44 56 0 112"/>',
  ),
} as const
