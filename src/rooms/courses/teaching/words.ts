import type { Words } from '../../../platform/words.ts'

export const teachingWords = {
  toAdministration: { nb: 'Administrasjon', da: 'Administration', en: 'Administration' },
  whoTeaches: { nb: 'Kurs og lærere', da: 'Kurser og undervisere', en: 'Courses and teachers' },
  whoTeachesLede: {
    nb: 'Den som underviser i et kurs, vurderer svarene i prøvene og gir ekstra tid.',
    da: 'Den, der underviser i et kursus, bedømmer svarene i prøverne og giver ekstra tid.',
    en: 'Whoever teaches a course marks the answers of its exams and gives extra time.',
  },
  nobodyTeaches: { nb: 'Ingen lærer', da: 'Ingen underviser', en: 'No teacher' },
  noCoursesToTeach: { nb: 'Ingen kurs ennå', da: 'Ingen kurser endnu', en: 'No courses yet' },
  noCoursesToTeachText: {
    nb: 'Når noen lager et kurs, står det her.',
    da: 'Når nogen laver et kursus, står det her.',
    en: 'Once somebody makes a course, it stands here.',
  },
  teachingMeans: {
    nb: 'Lærerne ser hvem som tar kurset, og hvordan det går. Deltakerne ser navnet på læreren, og hvem som har sett på dem.',
    da: 'Underviserne ser, hvem der tager kurset, og hvordan det går. Deltagerne ser underviserens navn, og hvem der har set på dem.',
    en: 'Teachers see who takes the course and how they do. Learners see the teacher’s name, and who has looked at them.',
  },
  teachersOfCourse: { nb: 'Lærere i kurset', da: 'Undervisere i kurset', en: 'Teachers of the course' },
  endTeaching: { nb: 'Avslutt', da: 'Afslut', en: 'End' },
  addTeacher: { nb: 'Legg til lærer', da: 'Tilføj underviser', en: 'Add a teacher' },
  teacherToAdd: { nb: 'Lærer', da: 'Underviser', en: 'Teacher' },
  noOtherTeachers: {
    nb: 'Ingen andre har rollen lærer.',
    da: 'Ingen andre har rollen underviser.',
    en: 'Nobody else has the role of teacher.',
  },
  toPeople: { nb: 'Gi noen rollen', da: 'Giv nogen rollen', en: 'Give somebody the role' },
  notATeacher: { nb: 'Velg en lærer fra listen', da: 'Vælg en underviser fra listen', en: 'Choose a teacher from the list' },
  noticeTeacherAdded: {
    nb: 'Læreren er lagt til, og ser kursets deltakere om litt',
    da: 'Underviseren er tilføjet og ser kursets deltagere om lidt',
    en: 'The teacher is added, and will see the learners of the course shortly',
  },
  noticeTeacherEnded: { nb: 'Ikke lenger lærer i kurset', da: 'Underviser ikke længere i kurset', en: 'No longer a teacher of the course' },
} as const satisfies Words
