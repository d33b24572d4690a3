import type { Question } from '../src/rooms/questions/question.ts'
import { ownerSays } from './builders.ts'
import type { TestHouse } from './house.ts'

/** What an attempt asks, in its order: the right answer to each, and for one choice a wrong one. */
export async function answersOf(house: TestHouse, attempt: string): Promise<{ kind: Question['kind']; response: object; wrong?: string | undefined }[]> {
  const rows = await ownerSays<{ content: Question }>(
    house,
    `select version.content
     from exams.attempts as attempt
     cross join lateral jsonb_array_elements_text(attempt.questions) with ordinality as drawn (id, position)
     join questions.versions as version on version.id = drawn.id::uuid
     where attempt.id = $1
     order by drawn.position`,
    [attempt],
  )
  return rows.map(({ content }) => ({ kind: content.kind, response: { kind: content.kind, ...rightAnswer(content) }, wrong: wrongChoice(content) }))
}

function wrongChoice(question: Question): string | undefined {
  return question.kind === 'single' ? question.options.find(({ fraction }) => fraction < 100)?.id : undefined
}

function rightAnswer(question: Question): object {
  switch (question.kind) {
    case 'single':
      return { chosen: question.options.find(({ fraction }) => fraction === 100)?.id }
    case 'multiple':
      return { chosen: question.options.filter(({ fraction }) => fraction > 0).map(({ id }) => id) }
    case 'trueFalse':
      return { answer: question.answer }
    case 'numeric':
      return { text: String(question.answers[0]?.value) }
    case 'shortAnswer':
      return { text: question.answers[0]?.text.replaceAll('*', '') }
    case 'matching':
      return { answers: Object.fromEntries(question.rows.map(({ id, answer }) => [id, answer])) }
    case 'ordering':
      return { places: Object.fromEntries(question.items.map(({ id }, i) => [id, i + 1])) }
    case 'essay':
      return { text: 'En som sier fra.' }
  }
}
