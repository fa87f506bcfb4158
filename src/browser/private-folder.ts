import { lstat } from 'node:fs/promises'
import { makeFolder } from '../model/make-folder.ts'

/**
 * Creates the folder, or checks the existing one: it must belong to this user and be writable by nobody else, so that a
 * program kept in it is the one that we put there.
 * @throws {Error} with a message that continues a sentence beginning with the path
 */
export async function makePrivate(path: string): Promise<void> {
  await makeFolder(path, OWNER_ONLY)
  if (!(await isPrivate(path))) throw new Error('is writable by others')
}

/** Whether the path is a real folder (not a link) that belongs to this user and that no other user can write to. */
export async function isPrivate(path: string): Promise<boolean> {
  const status = await lstat(path).catch(() => null)
  if (status === null) return false
  return status.isDirectory() && status.uid === process.getuid?.() && (status.mode & OTHERS_WRITE) === 0
}

const OWNER_ONLY = 0o700

/** The write permissions of group and others. */
const OTHERS_WRITE = 0o022
