import { z } from 'zod'
import { LONGEST_TAG, MOST_TAGS, tagsFrom } from '../rules.ts'
import type { QuestionDraft } from '../service.ts'
import { questionFrom } from './judging.ts'
import { isSaving, nested, type Written, writtenShape } from './written.ts'

export type Writing = { written: Written; draft?: QuestionDraft }

/** The form as it was sent; with a draft when it is to be saved, and then every fault at its field. */
export const writingSchema = z.preprocess(
  nested,
  writtenShape.transform((written, context): Writing => {
    if (!isSaving(written)) return { written }
    const { question, faults } = questionFrom(written)
    const reasons = [...(faults ?? []), ...tagFaults(written.tags)]
    for (const { code, field } of reasons)
      context.addIssue({ code: 'custom', message: `#${code}`, path: [field], input: field })
    if (!question || reasons.length > 0) return z.NEVER

    const { name, category, tags, difficulty } = written
    return { written, draft: { name, category, tags: tagsFrom(tags), difficulty, question, ready: written.do === 'ready' } }
  }),
)

function tagFaults(written: string): { code: string; field: string }[] {
  const tags = tagsFrom(written)
  if (tags.length > MOST_TAGS) return [{ code: 'tooManyTags', field: 'tags' }]
  return tags.some((tag) => tag.length > LONGEST_TAG) ? [{ code: 'tagTooLong', field: 'tags' }] : []
}
