import type { Question } from '../rooms/questions/question.ts'
import type { Response } from '../rooms/questions/response.ts'

const ESSAY = [
  'Jeg ville først spurt kollegaen min hvordan hun har det, og lyttet til svaret.',
  'Så ville jeg tatt det opp med lederen min eller verneombudet og skrevet ned hva jeg hadde sett, når og hvor.',
  'Det er ikke bare hennes sak: når ingen sier fra, blir det slik vi har det her.',
].join('\n\n')

/** An answer that earns all points; an essay that a teacher reads with pleasure. */
export function rightAnswer(question: Question): Response {
  switch (question.kind) {
    case 'single':
      return { kind: 'single', chosen: question.options.find(({ fraction }) => fraction === 100)?.id ?? null }
    case 'multiple':
      return { kind: 'multiple', chosen: question.options.filter(({ fraction }) => fraction > 0).map(({ id }) => id) }
    case 'trueFalse':
      return { kind: 'trueFalse', answer: question.answer }
    case 'numeric':
      return { kind: 'numeric', text: String(question.answers.find(({ fraction }) => fraction === 100)?.value ?? '') }
    case 'shortAnswer':
      return { kind: 'shortAnswer', text: question.answers.find(({ fraction }) => fraction === 100)?.text ?? '' }
    case 'matching':
      return { kind: 'matching', answers: Object.fromEntries(question.rows.map(({ id, answer }) => [id, answer])) }
    case 'ordering':
      return { kind: 'ordering', places: Object.fromEntries(question.items.map(({ id }, i) => [id, i + 1])) }
    case 'essay':
      return { kind: 'essay', text: ESSAY }
  }
}

/** An answer that earns nothing. */
export function wrongAnswer(question: Question): Response {
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const worst = question.options.toSorted((one, other) => one.fraction - other.fraction)[0]?.id ?? ''
      return question.kind === 'single' ? { kind: 'single', chosen: worst } : { kind: 'multiple', chosen: [worst] }
    }
    case 'trueFalse':
      return { kind: 'trueFalse', answer: !question.answer }
    case 'numeric':
      return { kind: 'numeric', text: '987654321' }
    case 'shortAnswer':
      return { kind: 'shortAnswer', text: 'vet ikke' }
    case 'matching':
      return { kind: 'matching', answers: Object.fromEntries(question.rows.flatMap(({ id, answer }) => wrongRow(question.answers, { id, answer }))) }
    case 'ordering':
      return { kind: 'ordering', places: Object.fromEntries(question.items.map(({ id }, i, all) => [id, ((i + 1) % all.length) + 1])) }
    case 'essay':
      return { kind: 'essay', text: 'Vet ikke.' }
  }
}

function wrongRow(answers: readonly { id: string }[], { id, answer }: { id: string; answer: string }): [string, string][] {
  const other = answers.find((one) => one.id !== answer)
  return other ? [[id, other.id]] : []
}
