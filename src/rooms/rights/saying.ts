import { type Language, say } from '../../platform/words.ts'
import { words } from './words.ts'

const ROLES = {
  learner: 'roleLearner',
  author: 'roleAuthor',
  teacher: 'roleTeacher',
  administrator: 'roleAdministrator',
  officer: 'roleOfficer',
  contact: 'roleContact',
} as const

/** `lærer, kursforfatter` */
export function rolesSaid(roles: readonly string[], language: Language): string {
  const said = say(words, language)
  return roles.map((role) => (role in ROLES ? said[ROLES[role as keyof typeof ROLES]] : role)).join(', ')
}

/** `Marte Solberg (lærer), Jonas Lie (administrator)`; empty for nobody. */
export function peopleSaid(people: readonly { name: string | null; roles: readonly string[] }[], language: Language): string {
  return people.map(({ name, roles }) => (roles.length > 0 ? `${name} (${rolesSaid(roles, language)})` : name)).join(', ')
}
