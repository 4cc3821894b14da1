import {refKey} from '../ids.ts';
import type {Facts, Finding, Problem, Rule} from './problem.ts';
import {severities} from './problem.ts';
import {rules} from './rules.ts';

const containerRules = rules.filter(rule => rule.about === 'container');

/** What is wrong with one container, but for its figures, the worst first. */
export const problemsOf = (facts: Facts): readonly Problem[] => {
	const {container, limits} = facts;
	let found: readonly Problem[] = none;
	for (const rule of containerRules) {
		const finding = limits.ignored.has(rule.id) ? undefined : rule.check(facts);
		if (finding === undefined) continue;
		const key = refKey(container.ref);
		found = [...found, {...problemFrom(rule, finding, key), key, container}];
	}
	return found.length < 2 ? found : withoutHidden(found).toSorted(compareProblems);
};

const none: readonly Problem[] = [];

export const problemFrom = (rule: Rule, finding: Finding, subject: string): Problem => ({
	id: `${rule.id} ${subject}`,
	rule,
	severity: finding.severity ?? rule.severity,
	finding,
});

const withoutHidden = (found: readonly Problem[]): readonly Problem[] => {
	const hidden = new Set(found.flatMap(({rule}) => rule.hides ?? []));
	return found.filter(({rule}) => !hidden.has(rule.id));
};

/** The worst first; of the same kind the latest. */
export const compareProblems = (some: Problem, other: Problem): number =>
	rankOf(some) - rankOf(other) || sinceOf(other) - sinceOf(some) || (some.id < other.id ? -1 : 1);

const ranks: ReadonlyMap<Rule, number> = new Map(rules.map((rule, index) => [rule, index]));

const rankOf = ({severity, rule}: Problem): number =>
	severities.indexOf(severity) * rules.length + (ranks.get(rule) ?? 0);

const sinceOf = ({finding}: Problem): number => finding.sinceMillis ?? 0;
