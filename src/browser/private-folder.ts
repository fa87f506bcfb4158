import { lstat } from 'node:fs/promises'
import { makeFolder } from '../util/make-folder.ts'

/**
 * Creates a folder, or checks that an existing one belongs to this user and that nobody else can write to it, so that
 * a program that we put there cannot be replaced by others.
 * @throws {Error} with a message that continues a sentence beginning with the path
 */
export async function ensurePrivateFolder(path: string): Promise<void> {
  await makeFolder(path, OWNER_ONLY)
  if (!(await isPrivateFolder(path))) throw new Error('is writable by others')
}

/** Whether the path is a real folder (not a link) that belongs to this user and that no other user can write to. */
export async function isPrivateFolder(path: string): Promise<boolean> {
  const status = await lstat(path).catch(() => null)
  if (status === null) return false
  return status.isDirectory() && status.uid === process.getuid?.() && (status.mode & OTHERS_WRITE) === 0
}

const OWNER_ONLY = 0o700

/** The write permissions of the group and of others. */
const OTHERS_WRITE = 0o022
