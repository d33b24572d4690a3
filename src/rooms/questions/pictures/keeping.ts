import { Readable } from 'node:stream'
import type { Files } from '../../../platform/files.ts'
import { safeName } from '../../../platform/file-type.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Db } from '../../../tables.ts'
import type { Upload } from '../../../web/route.ts'
import { addressOf, LARGEST_PICTURE, type Picture } from '../exchange/pictures.ts'

type Kept = { hash: string; name: string; type: string; bytes: number }

/** Keeps a picture that an author has sent, and says by which text a question shows it. @throws Refusal `pictureNotAccepted` (422). */
export async function keepUpload(db: Db<'authoring'>, now: Date, { upload, said }: { upload: Upload; said: string }): Promise<string> {
  const address = await keep(db, now, upload)
  const alternative = said.replace(/[[\]\\\n]/g, ' ').trim()
  return `![${alternative}](/files/${address})`
}

/** Keeps the pictures that came within a file of questions; one that is here already stays as it is. */
export async function keepPictures(db: Db<'authoring'>, { files, now }: { files: Files; now: Date }, pictures: readonly Picture[]): Promise<void> {
  for (const { name, base64 } of pictures) {
    const saved = await files.save(Readable.from([Buffer.from(base64, 'base64')]), { limitBytes: LARGEST_PICTURE })
    if (saved.type !== null) await keep(db, now, { ...saved, name, type: saved.type })
  }
}

async function keep(db: Db<'authoring'>, now: Date, { hash, name, type, bytes }: Kept): Promise<string> {
  const address = addressOf(hash, type)
  if (!address || bytes > LARGEST_PICTURE) throw new Refusal('pictureNotAccepted', 422, { field: 'picture' })
  await db
    .insertInto('questions.pictures')
    .values({ address, hash, name: safeName(name), type, bytes, added: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return address
}

/** @throws Refusal `notFound` (404). */
export async function getPicture<P extends 'authoring' | 'examination'>(db: Db<P>, address: string): Promise<{ hash: string; type: string; bytes: number }> {
  return (db as unknown as Db<'authoring'>)
    .selectFrom('questions.pictures')
    .select(['hash', 'type', 'bytes'])
    .where('address', '=', address)
    .executeTakeFirstOrThrow(() => new Refusal('notFound', 404))
}

/** The pictures at these addresses, in base64, as a file of questions carries them; together at most so many bytes. */
export async function contentsOf<P extends 'authoring' | 'examination'>(
  db: Db<P>,
  files: Files,
  { addresses, mostBytes }: { addresses: readonly string[]; mostBytes: number },
): Promise<Map<string, string>> {
  const contents = new Map<string, string>()
  if (addresses.length === 0) return contents
  const rows = await (db as unknown as Db<'authoring'>).selectFrom('questions.pictures').select(['address', 'hash', 'bytes']).where('address', 'in', [...addresses]).orderBy('address').execute()
  let left = mostBytes
  for (const { address, hash, bytes } of rows) {
    left -= bytes
    const found = left < 0 ? undefined : await files.open(hash)
    if (found) contents.set(address, Buffer.concat(await found.stream.toArray()).toString('base64'))
  }
  return contents
}
