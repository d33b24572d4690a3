/** What a script makes nicer while an exam is held; the ordinary forms do the work without it. */
import './enhance/exam-answers.ts'
import './enhance/exam-over.ts'
import './enhance/exam-time.ts'
