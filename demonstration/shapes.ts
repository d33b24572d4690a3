import { z } from "zod";
import { questionSchema } from "../src/rooms/questions/question.ts";

// The shapes of the demonstration's files, for the seed that reads them and the test that reads them all.

const text = z.string().trim().min(1);

export const said = z.strictObject({ nb: text, da: text, en: text });

const lesson = z.strictObject({
	slug: z.string().regex(/^[a-z0-9-]+$/),
	title: said,
	minutes: z.int().positive(),
	kind: z.enum(["text", "video"]),
	/** Names in `files/`. */
	files: z.array(z.strictObject({ file: text, title: said })).exactOptional(),
	/** The transcript stands in the lesson's text. */
	video: z.strictObject({ file: text, captions: said }).exactOptional(),
});

export const courseShape = z.strictObject({
	slug: z.string().regex(/^[a-z0-9-]+$/),
	level: text.exactOptional(),
	/** For how long its certificate holds. */
	certificateMonths: z.int().min(1).exactOptional(),
	hours: z.int().positive(),
	title: said,
	summary: said,
	/** What a certificate says its holder has learnt. */
	goals: z.array(said).min(4).max(6),
	prerequisites: z.array(text),
	sections: z
		.array(z.strictObject({ title: said, lessons: z.array(lesson).min(1) }))
		.min(1),
	exam: text,
});

export const examShape = z.strictObject({
	title: said,
	introduction: said,
	language: z.enum(["nb", "da", "en"]),
	passPercent: z.int().min(1).max(100),
	minutes: z.int().positive(),
	attempts: z.int().positive(),
	waitMinutes: z.int().min(0),
	whichCounts: z.enum(["highest", "last", "first", "average"]),
	blueprint: z
		.array(z.strictObject({ tag: text, count: z.int().positive() }))
		.min(1),
	questions: z.array(
		z.strictObject({
			name: text,
			tags: z.array(text).min(1),
			question: questionSchema,
		}),
	),
});

const organisation = z.strictObject({
	key: text,
	name: text,
	organisationNumber: z.string().regex(/^\d{9}$/),
	membership: z.strictObject({
		seats: z.int().positive(),
		/** So many to begin with, and topped up so many days ago. */
		toppedUp: z.strictObject({ from: z.int().positive(), daysAgo: z.int().min(0) }).exactOptional(),
		state: z.enum(["active", "expired", "suspended", "notBegun"]),
		/** Below zero: it has not begun yet. */
		startedDaysAgo: z.int(),
		endsInDays: z.int(),
		suspendedDaysAgo: z.int().min(0).exactOptional(),
	}),
});

const exam = z.discriminatedUnion("state", [
	z.strictObject({
		state: z.enum(["passed", "failed"]),
		sharePercent: z.int().min(0).max(100),
		daysAgo: z.int().min(0),
	}),
	z.strictObject({
		state: z.literal("waitingForMarking"),
		daysAgo: z.int().min(0),
	}),
	z.strictObject({
		state: z.literal("underWay"),
		startedMinutesAgo: z.int().min(0),
		answered: z.int().min(0),
	}),
]);

const visited = z.strictObject({
	course: text,
	/** So many lessons from the start, all of them done. */
	lessonsDone: z.int().min(0),
	/** The lesson that stands open; left out when none does. */
	continueAt: text.exactOptional(),
	exam: exam.exactOptional(),
	certificateDaysAgo: z.int().min(0).exactOptional(),
	/** The name that the certificate was issued in first, before it was replaced. */
	earlierName: z.strictObject({ firstName: text, lastName: text }).exactOptional(),
});

const person = {
	key: text,
	/** Under which scripts of others find them in `demonstration.json`; each stands for one kind of person. */
	kind: z.string().regex(/^[a-z][A-Za-z]+$/).exactOptional(),
	firstName: text,
	lastName: text,
	email: z.email().regex(/\.example$/),
	language: z.enum(["nb", "da", "en"]),
};

const learner = z.strictObject({
	...person,
	organisation: text,
	state: z.enum(["active", "unconfirmed", "blocked", "deactivated"]),
	registeredDaysAgo: z.int().min(0),
	blockedDaysAgo: z.int().min(0).exactOptional(),
	deactivatedDaysAgo: z.int().min(0).exactOptional(),
	extraTimePercent: z.int().positive().exactOptional(),
	extraMinutes: z.int().positive().exactOptional(),
	courses: z.array(visited),
});

export const peopleShape = z.strictObject({
	organisations: z.array(organisation),
	learners: z.array(learner),
	employees: z.array(
		z.strictObject({
			...person,
			roles: z
				.array(z.enum(["author", "teacher", "administrator", "privacyOfficer"]))
				.min(1),
			secondFactor: z.boolean(),
			appointedDaysAgo: z.int().min(0),
		}),
	),
	organisationContacts: z.array(
		z.strictObject({ ...person, organisation: text }),
	),
});

export type DemonstrationCourse = z.infer<typeof courseShape>;
export type DemonstrationExam = z.infer<typeof examShape>;
export type DemonstrationPeople = z.infer<typeof peopleShape>;
