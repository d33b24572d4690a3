import { z } from 'zod'

/** How an agreement is told on the other face: to the contact and to employees alike. */
export const termSchema = z.object({ begins: z.iso.date(), ends: z.iso.date(), made: z.date() })

export const poolSchema = z.object({
  begins: z.iso.date().describe('From this day on so many seats are paid for.'),
  seats: z.number().int(),
  because: z.enum(['agreed', 'renewed', 'changed', 'asked']),
  made: z.date(),
})

export const requestSchema = z.object({
  id: z.string(),
  kind: z.enum(['more', 'fewer']),
  seats: z.number().int(),
  asked: z.date(),
  answer: z.enum(['granted', 'declined', 'withdrawn']).nullable(),
  reason: z.enum(['inUse', 'agreement']).nullable(),
  answered: z.date().nullable(),
})
