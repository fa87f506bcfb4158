// Reads event files, with their logos and fonts.

import { dirname, relative, resolve } from 'node:path'
import type { Address, Event, EventFont, Logo, LogoImage } from '../model/event.ts'
import { isFont } from '../model/font-format.ts'
import { type Sources, UNRESTRICTED } from '../model/sources.ts'
import type { Complaint } from '../theme/complaint.ts'
import { EventError } from '../theme/event-error.ts'
import { type EventFile, type LocatedEventFile, parseEventFile } from '../theme/event-file.ts'
import { EVERY_CHARACTER } from '../theme/font-file.ts'
import { MAX_FONT_BYTES } from '../theme/font-packages.ts'
import { traitsOf } from '../theme/font-traits.ts'
import { bundledFamilies, openFamily, packageNameOf } from '../theme/fontsource-families.ts'
import { installedFontIn } from '../theme/installed-font.ts'
import { type FileFault, readRegularFile } from '../theme/read-regular-file.ts'
import { withoutByteOrderMark } from '../util/byte-order-mark.ts'
import { formatSize } from '../util/format-size.ts'
import type { ImageFault } from './image-fault.ts'
import { type ImageFolder, imageFolderAt } from './image-folder.ts'
import { locateImage } from './image-location.ts'
import { qrCodeOf } from './qr-code.ts'
import { readLogoFile } from './read-logo.ts'

/**
 * Reads an event file with the logos and fonts that it refers to: files in its own folder, and families from font
 * packages.
 * @throws {EventError} with all faults, each at its own line and column
 */
export async function loadEvent(path: string, sources: Sources = UNRESTRICTED): Promise<Event> {
  const { onRead } = sources
  onRead(resolve(path))
  const displayPath = relative(process.cwd(), resolve(path)).replaceAll('\\', '/') || '.'
  const file = parseEventFile(readText(path, displayPath, sources), displayPath)
  const folder = dirname(resolve(path))
  const images = imageFolderAt(folder, { articlePath: [], isSite: false, onRead })
  const context: EventContext = { file, folder, images, sources, complaints: [] }
  const event: Event = {
    name: file.name,
    short: file.short ?? null,
    edition: file.edition ?? null,
    dates: file.dates ?? null,
    place: file.place ?? null,
    address: file.address === undefined ? null : addressOf(file.address),
    hashtag: file.hashtag ?? null,
    speaker: speakerOf(file.speaker),
    logo: await readLogo(file.logo, ['logo'], context),
    colours: file.colours,
    fonts: {
      display: await readFont(file.fonts.display, ['fonts', 'display'], context),
      text: await readFont(file.fonts.text, ['fonts', 'text'], context),
    },
    footer: file.footer ?? null,
    sponsors: await Promise.all(
      file.sponsors.map(async (sponsor, index) =>
        typeof sponsor === 'string'
          ? { name: sponsor, logo: null }
          : { name: sponsor.name, logo: await readLogo(sponsor.logo, ['sponsors', index, 'logo'], context) },
      ),
    ),
    conduct: file['code-of-conduct'] ?? null,
  }
  if (context.complaints.length > 0) throw new EventError(displayPath, sortByPosition(context.complaints))
  return event
}

/** The maximum size of an event file, in bytes: far more than an event needs. */
const MAX_FILE_BYTES = 64 * 1024

function readText(path: string, displayPath: string, { allowedFolder }: Sources): string {
  const bytes = readRegularFile(path, { maxBytes: MAX_FILE_BYTES, allowedFolder })
  if (typeof bytes === 'string') throw new EventError(displayPath, [{ reason: REASONS[bytes] }])
  return withoutByteOrderMark(bytes.toString('utf8'))
}

const REASONS: Readonly<Record<FileFault, string>> = {
  missing: 'There is no such file. Check the name of the event file.',
  outside: "It is outside the article's folder. Copy it there, or choose it with --event.",
  'not a file': "This is a folder, a pipe or a device. Give the path of an event's YAML file.",
  'too large': `It is larger than ${formatSize(MAX_FILE_BYTES)}. Give the path of an event's YAML file.`,
  forbidden: 'It cannot be read. Change its permissions, or make your own copy.',
}

interface EventContext {
  readonly file: LocatedEventFile
  readonly folder: string
  readonly images: ImageFolder
  readonly sources: Sources
  /** The faults found so far. More are added as files are read. */
  readonly complaints: Complaint[]
}

function addressOf(url: string): Address {
  return { url, text: url.replace(/^https?:\/\/(?:www\.)?|\/$/gi, ''), code: qrCodeOf(url) }
}

function speakerOf(speaker: EventFile['speaker']): Event['speaker'] {
  if (speaker === undefined) return null
  if (typeof speaker === 'string') return { name: speaker, role: null, contact: null }
  return { name: speaker.name, role: speaker.role ?? null, contact: speaker.contact ?? null }
}

type Keys = readonly PropertyKey[]

/**
 * Reads the versions of a logo for light and for dark backgrounds; returns null if the event has no logo. A single file
 * counts as the version for light backgrounds.
 */
async function readLogo(logo: EventFile['logo'], keys: Keys, context: EventContext): Promise<Logo | null> {
  if (logo === undefined) return null
  if (typeof logo === 'string') return { light: await readLogoAt(logo, keys, context), dark: null, isWordmark: false }
  return {
    light: logo.light === undefined ? null : await readLogoAt(logo.light, [...keys, 'light'], context),
    dark: logo.dark === undefined ? null : await readLogoAt(logo.dark, [...keys, 'dark'], context),
    isWordmark: logo.wordmark ?? false,
  }
}

async function readLogoAt(address: string, keys: Keys, context: EventContext): Promise<LogoImage | null> {
  const logo = await readLogoFile(address, context.images)
  if (!('fact' in logo)) return logo
  addComplaint(`The logo "${address}"`, logo, { keys, context })
  return null
}

interface ComplaintContext {
  readonly keys: Keys
  readonly context: EventContext
}

function addComplaint(subject: string, fault: ImageFault, { keys, context }: ComplaintContext): void {
  const { fact, remedy } = EVENT_FOLDER_FAULTS[fault.ruleId] ?? fault
  context.complaints.push({ reason: `${subject} ${fact}. ${remedy}`, place: context.file.placeOf(keys) })
}

/** Wording for faults that otherwise mention the article's folder, since an event has its own folder. */
const EVENT_FOLDER_FAULTS: Readonly<Partial<Record<ImageFault['ruleId'], Pick<ImageFault, 'fact' | 'remedy'>>>> = {
  'image-missing': { fact: "is not in the event file's folder", remedy: 'Check its name, or put the file there.' },
  'image-outside': { fact: "is outside the event file's folder", remedy: 'Copy it into that folder.' },
  'image-remote': {
    fact: 'is a web address, and event files can only use local files',
    remedy: "Save it in the event file's folder.",
  },
}

type Font = EventFile['fonts']['display']

async function readFont(font: Font, keys: Keys, context: EventContext): Promise<EventFont | null> {
  if (font === undefined) return null
  if (typeof font === 'string') return openEventFamily(font, keys, context)
  const faces = await Promise.all(
    font.files.map(async (entry, index) => {
      const { file, ...given } = typeof entry === 'string' ? { file: entry } : entry
      const bytes = await readFontFile(file, [...keys, 'files', index], context)
      const subsets = [{ ...EVERY_CHARACTER, bytes: () => bytes }]
      return { family: font.family, ...traitsOf(bytes, given), subsets, installed: installedFontIn(bytes) }
    }),
  )
  return { family: font.family, faces }
}

function openEventFamily(family: string, keys: Keys, { file, folder, sources, complaints }: EventContext): EventFont {
  const faces = openFamily(family, folder, sources)
  const remedy = `Run npm install ${packageNameOf(family)}, name its files, or choose from ${bundledFamilies().join(', ')}.`
  const fact = 'fact' in faces ? faces.fact : faces.length === 0 ? 'was not found' : null
  if (fact !== null) complaints.push({ reason: `The font ${family} ${fact}. ${remedy}`, place: file.placeOf(keys) })
  return { family, faces: 'fact' in faces ? [] : faces }
}

async function readFontFile(name: string, keys: Keys, context: EventContext): Promise<Uint8Array> {
  const location = locateImage(name, context.images)
  const bytes = location.type === 'file' ? await context.images.read(location.names, MAX_FONT_BYTES) : OUTSIDE
  const fault = 'fact' in bytes ? bytes : isFont(bytes) ? null : NOT_A_FONT
  if (fault !== null) addComplaint(`The font file "${name}"`, fault, { keys, context })
  return 'fact' in bytes ? new Uint8Array() : bytes
}

const OUTSIDE: ImageFault = { ruleId: 'image-outside', fact: '', remedy: '' }

const NOT_A_FONT: ImageFault = {
  ruleId: 'image-unreadable',
  fact: 'is not a complete woff2, ttf or otf font',
  remedy: 'Save the font as woff2 and use that file.',
}

function sortByPosition(complaints: readonly Complaint[]): readonly Complaint[] {
  return complaints.toSorted(
    ({ place: one }, { place: other }) =>
      (one?.line ?? 0) - (other?.line ?? 0) || (one?.column ?? 0) - (other?.column ?? 0),
  )
}
