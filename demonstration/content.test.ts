import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import test from "node:test";
import { draw } from "../src/rooms/questions/drawing.ts";
import { kinds } from "../src/rooms/questions/question.ts";
import {
	courseShape,
	type DemonstrationCourse,
	examShape,
	peopleShape,
} from "./shapes.ts";

const LANGUAGES = ["nb", "da", "en"] as const;
const KILOBYTE = 1024;
const NOMKUS = new URL("./nomkus/", import.meta.url);
const SLUGS = readdirSync(new URL("courses/", NOMKUS)).toSorted();

for (const slug of SLUGS) {
	const course = courseShape.parse(readJson(`courses/${slug}/course.json`));
	const lessons = course.sections.flatMap((section) => section.lessons);

	test(`a learner finds every lesson of ${slug} in all three languages, and no others`, () => {
		const expected = lessons.flatMap((one) =>
			LANGUAGES.map((language) => `${one.slug}.${language}.md`),
		);
		const found = readdirSync(new URL(`courses/${slug}/lessons/`, NOMKUS));

		assert.deepEqual(found.toSorted(), expected.toSorted());
		assert.equal(course.slug, slug);
	});

	test(`a learner of ${slug} reads real text, whose pictures, files and links are there`, () => {
		for (const lesson of lessons)
			for (const language of LANGUAGES) {
				mustBeRealText(
					lessonText(slug, lesson.slug, language),
					`${slug}/${lesson.slug}.${language}`,
				);
			}
		for (const name of filesOf(course)) mustBeAFile(name);
	});

	test(`a learner sees the same headings, tables and pictures in every language of ${slug}`, () => {
		for (const lesson of lessons) {
			const [first, ...others] = LANGUAGES.map((one) =>
				outline(lessonText(slug, lesson.slug, one)),
			);
			for (const other of others)
				assert.deepEqual(other, first, `${slug}/${lesson.slug}`);
		}
	});

	test(`the prerequisites of ${slug} are courses, and not itself`, () => {
		for (const one of course.prerequisites)
			assert.ok(SLUGS.includes(one) && one !== slug, one);
	});

	test(`the exam of ${slug} reads, and its bank fills every draw with questions to spare`, () => {
		const exam = examOf(course);
		const questions = exam.questions.map((one) => ({
			id: one.name,
			tags: one.tags,
		}));
		const drawn = draw({ pools: exam.blueprint, questions, seed: slug });

		assert.deepEqual(drawn.missing, []);
		assert.equal(
			new Set(questions.map((one) => one.id)).size,
			questions.length,
		);
		assert.ok(questions.length > drawn.drawn.length);
	});

	test(`every question of ${slug} explains itself, and no option is left without a word`, () => {
		for (const { name, question } of examOf(course).questions) {
			assert.ok(question.feedback, name);
			if ("options" in question)
				for (const one of question.options)
					assert.ok(one.feedback, `${name}: ${one.text}`);
			if (question.kind === "trueFalse")
				assert.ok(question.feedbackTrue && question.feedbackFalse, name);
		}
	});
}

test("together the exams show every kind of question, and one exam waits for a marker", () => {
	const exams = SLUGS.map((slug) =>
		examShape.parse(readJson(`courses/${slug}/exam.json`)),
	);
	const used = new Set(
		exams.flatMap((exam) => exam.questions.map((one) => one.question.kind)),
	);
	const byHand = exams.filter((exam) =>
		exam.questions.some((one) => one.question.kind === "essay"),
	);

	assert.deepEqual([...used].toSorted(), kinds.toSorted());
	assert.equal(byHand.length, 1);
});

test("no picture, film or paper is too heavy for a phone", () => {
	const most = { png: 80, pdf: 60, webm: 500, svg: 20, vtt: 5 } as const;
	for (const name of readdirSync(new URL("files/", NOMKUS))) {
		const ending = name.split(".").at(-1) as keyof typeof most;
		assert.ok(
			statSync(new URL(`files/${name}`, NOMKUS)).size < most[ending] * KILOBYTE,
			name,
		);
	}
});

test("a person of the demonstration is in a real organisation, course and lesson", () => {
	const people = peopleShape.parse(readJson("people.json"));
	const organisations = new Set(people.organisations.map((one) => one.key));
	const all = [
		...people.learners,
		...people.employees,
		...people.organisationContacts,
	];

	assert.equal(new Set(all.map((one) => one.email)).size, all.length);
	for (const one of [...people.learners, ...people.organisationContacts])
		assert.ok(organisations.has(one.organisation), one.key);
	for (const one of people.learners)
		for (const visit of one.courses) mustBeReachable(visit);
});

test("no organisation has more learners than seats, and 12 of Fjordvik's 15 are activated (N28)", () => {
	const { organisations, learners } = peopleShape.parse(
		readJson("people.json"),
	);
	const taken = (key: string) =>
		learners.filter((one) => one.organisation === key).length;

	for (const one of organisations)
		assert.ok(taken(one.key) <= one.membership.seats, one.name);
	const activated = learners.filter(
		({ organisation, state }) =>
			organisation === "fjordvik" && state === "active",
	);
	assert.equal(activated.length, 12);
	assert.equal(taken("solbakken"), 3);
});

test("every kind of person is one person, and those that a script needs are there", () => {
	const people = peopleShape.parse(readJson("people.json"));
	const kinds = [
		...people.learners,
		...people.employees,
		...people.organisationContacts,
	].flatMap((one) => one.kind ?? []);

	assert.equal(new Set(kinds).size, kinds.length);
	for (const kind of [
		"learner",
		"teacher",
		"administrator",
		"privacyOfficer",
		"contact",
	])
		assert.ok(kinds.includes(kind), kind);
});

test("the organisation numbers add up, and can belong to nobody", () => {
	const { organisations } = peopleShape.parse(readJson("people.json"));
	const numbers = organisations.map((one) => one.organisationNumber);
	assert.equal(new Set(numbers).size, numbers.length);
	for (const one of organisations) {
		assert.equal(remainder(one.organisationNumber), 0, one.name);
		// Brønnøysund gives out numbers that begin with 8 and 9 alone.
		assert.match(one.organisationNumber, /^1/);
	}
});

test("somebody has a name of exactly 60 characters", () => {
	const { learners } = peopleShape.parse(readJson("people.json"));

	assert.ok(
		learners.some((one) => `${one.firstName} ${one.lastName}`.length === 60),
	);
});

function readJson(path: string): unknown {
	return JSON.parse(readFileSync(new URL(path, NOMKUS), "utf8"));
}

function lessonText(course: string, lesson: string, language: string): string {
	return readFileSync(
		new URL(`courses/${course}/lessons/${lesson}.${language}.md`, NOMKUS),
		"utf8",
	);
}

function examOf(course: DemonstrationCourse) {
	return examShape.parse(readJson(`courses/${course.slug}/${course.exam}`));
}

function filesOf(course: DemonstrationCourse): string[] {
	const lessons = course.sections.flatMap((section) => section.lessons);
	const attached = lessons.flatMap(
		(one) => one.files?.map((file) => file.file) ?? [],
	);
	const films = lessons.flatMap((one) =>
		one.video ? [one.video.file, ...Object.values(one.video.captions)] : [],
	);
	return [...attached, ...films];
}

function mustBeRealText(markdown: string, where: string): void {
	const count = markdown.split(/\s+/u).length;
	assert.ok(count >= 250 && count <= 520, `${where} has ${count} words`);
	assert.doesNotMatch(markdown, /lorem|ipsum|TODO|TBD|xxx/i, where);
	assert.doesNotMatch(markdown, /^# /m, `${where}: the page has the title`);
	for (const [, alt, target] of markdown.matchAll(/!\[(.*?)\]\((.*?)\)/g)) {
		assert.ok(
			alt && alt.length > 20,
			`${where}: a picture needs to be described`,
		);
		mustBeAFile((target ?? "").replace(/^files\//, ""));
	}
	for (const [, target] of markdown.matchAll(/(?<!!)\[[^\]]+\]\((.*?)\)/g)) {
		assert.match(target ?? "", /^https:\/\/www\.[a-z]+\.no(\/|$)/, where);
	}
}

function mustBeAFile(name: string): void {
	assert.ok(existsSync(new URL(`files/${name}`, NOMKUS)), `files/${name}`);
}

function outline(markdown: string) {
	return {
		headings: markdown.match(/^#+ /gm)?.length,
		rows: markdown.match(/^\|/gm)?.length,
		pictures: [...markdown.matchAll(/!\[.*?\]\((.*?)\)/g)].map((one) => one[1]),
		listed: markdown.match(/^(- |\d+\. )/gm)?.length,
	};
}

function mustBeReachable(visit: {
	course: string;
	lessonsDone: number;
	continueAt?: string;
}): void {
	const course = courseShape.parse(
		readJson(`courses/${visit.course}/course.json`),
	);
	const lessons = course.sections.flatMap((section) =>
		section.lessons.map((one) => one.slug),
	);
	assert.ok(visit.lessonsDone <= lessons.length, visit.course);
	if (visit.continueAt)
		assert.equal(lessons[visit.lessonsDone], visit.continueAt);
}

/** Modulus 11 with the weights 3 2 7 6 5 4 3 2 and 1 for the check digit. */
function remainder(organisationNumber: string): number {
	const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1];
	return (
		weights.reduce(
			(sum, weight, index) => sum + weight * Number(organisationNumber[index]),
			0,
		) % 11
	);
}
