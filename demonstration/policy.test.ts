import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { durations } from "../src/privacy/durations.ts";

const BLOCKS = [
	"{controller}",
	"{contact}",
	"{authority}",
	"{list categories}",
	"{list purposes}",
	"{list retention}",
	"{list recipients}",
	"{list cookies}",
	"{list rights}",
];

const POLICIES = [
	{
		institution: "nomkus",
		letter: "N",
		promises: 68,
		artefacts: [] as string[],
	},
	{ institution: "laeringshus", letter: "D", promises: 66, artefacts: ["D66"] },
];

for (const { institution, letter, promises, artefacts } of POLICIES) {
	for (const language of ["nb", "da", "en"]) {
		test(`a visitor of ${institution} reads every promise in ${language}`, () => {
			const expected = Array.from(
				{ length: promises },
				(_, index) => `${letter}${String(index + 1).padStart(2, "0")}`,
			);
			const found = tagsIn(policyText(institution, language)).flatMap(
				(tag) => tag.match(/[ND]\d\d/g) ?? [],
			);

			assert.deepEqual(
				found.toSorted(),
				expected.filter((one) => !artefacts.includes(one)),
			);
		});

		test(`the ${language} policy of ${institution} leaves every fact and number to the declarations`, () => {
			const markdown = policyText(institution, language);

			for (const block of BLOCKS)
				assert.ok(markdown.includes(`\n${block}\n`), block);
			for (const [, name] of markdown.matchAll(/\{duration (\w+)\}/g))
				assert.ok(name && name in durations, name);
			assert.doesNotMatch(
				markdown,
				/\d+\s*(dag|døgn|dage|day|uke|uge|week|måned|month|år|year|time|hour)/i,
			);
			assert.doesNotMatch(markdown, /\[email|@/);
		});

		test(`the ${language} policy of ${institution} says the same, in the same order, as the others`, () => {
			assert.deepEqual(
				tagsIn(policyText(institution, language)),
				tagsIn(policyText(institution, "nb")),
			);
			assert.deepEqual(
				placeholdersIn(policyText(institution, language)),
				placeholdersIn(policyText(institution, "nb")),
			);
		});
	}
}

function policyText(institution: string, language: string): string {
	return readFileSync(
		new URL(`./${institution}/policy.${language}.md`, import.meta.url),
		"utf8",
	);
}

/** `{#N05}`, `{#N27 #N28}` or, for what the installation does not do yet, `{#N37 later}`. */
function tagsIn(markdown: string): string[] {
	return markdown.match(/\{#[ND]\d\d(?: #[ND]\d\d)*(?: later)?\}/g) ?? [];
}

function placeholdersIn(markdown: string): string[] {
	return markdown.match(/\{[a-z][\w ]*\}/g) ?? [];
}
