import { z } from 'zod'
import { Refusal } from '../../../platform/refusal.ts'
import { document } from '../../../web/route.ts'
import { getPicture } from './keeping.ts'

const A_YEAR = 365 * 24 * 60 * 60

// The address is made from the content and cannot be guessed: whoever has it has been shown the picture.
const showPicture = document({
  purpose: 'examination',
  audience: 'signed in',
  path: '/files/:picture',
  params: z.object({ picture: z.string().regex(/^[0-9a-f]{32}\.[a-z0-9]{3,4}$/) }),
  async serve(db, visit, { params }) {
    const { hash, type } = await getPicture(db, params.picture)
    const found = await visit.means.files.open(hash)
    if (!found) throw new Refusal('notFound', 404)
    return { type, body: found.stream, keepSeconds: A_YEAR, inline: params.picture }
  },
})

export const pictureRoutes = [showPicture]
