import type { Room } from '../../web/room.ts'
import { authoringWords } from './authoring/words.ts'
import * as data from './data.ts'
import { jobs } from './jobs.ts'
import * as learnersData from './learners-data.ts'
import { routes } from './routes.tsx'
import { teachingWords } from './teaching/words.ts'
import { words } from './words.ts'

export const courses: Room = {
  name: 'courses',
  tables: [...Object.values(data), ...Object.values(learnersData)],
  routes,
  jobs,
  words: { ...words, ...authoringWords, ...teachingWords },
  looks: {
    courseLearners: { nb: 'Så hvor langt du er kommet i et kurs', da: 'Så, hvor langt du er nået i et kursus', en: 'Looked at how far you have come in a course' },
    teachersArranged: { nb: 'Ordnet hvem som underviser i kursene', da: 'Ordnede, hvem der underviser i kurserne', en: 'Arranged who teaches the courses' },
  },
  navigation: [
    { href: '/courses', label: words.courses, icon: 'book', audience: 'anyone' },
    { href: '/authoring/courses', label: authoringWords.makeCourses, icon: 'pencil', audience: ['author'] },
  ],
}
