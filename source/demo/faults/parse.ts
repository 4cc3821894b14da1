import type {Fault} from '../api/faults.ts';
import {bodies} from './bodies.ts';
import type {Rule} from './rule.ts';
import {readWhen} from './when.ts';
import {FaultRuleError, pick, type RuleLine, readCount, readTime, Words} from './words.ts';

/** The lines of a script that hold a rule: neither blank nor a comment. */
export const linesOf = (text: string, name: string): RuleLine[] =>
	text
		.split(/\r?\n/)
		.map((line, index) => ({place: `${name}:${index + 1}`, text: line.trim()}))
		.filter(line => line.text !== '' && !line.text.startsWith('#'));

/** Throws `FaultRuleError` for the first line that is not understood. The language is in `help.ts`. */
export const parseRules = (lines: readonly RuleLine[]): Rule[] => {
	const rules = lines.map(parseRule);
	const ranges = rules.flatMap((rule, index) => (rule.kind === 'api' ? [lines[index]] : []));
	if (ranges[1] !== undefined)
		throw new FaultRuleError(`${ranges[1].place}: api is given already, at ${ranges[0]?.place}`);
	return rules;
};

const parseRule = (line: RuleLine): Rule => {
	const words = new Words(line);
	const rule = readRule(words);
	if (!words.isAtEnd) words.fail('the end of the rule');
	return rule;
};

const readRule = (words: Words): Rule => {
	const topic = words.maybe(word => pick(topics, word));
	return topic ? topic(words) : readRequestRule(words);
};

const readRequestRule = (words: Words): Rule => {
	const method = words.maybe(word =>
		/^(GET|HEAD|POST|PUT|DELETE)$/.test(word) ? word : undefined,
	);
	const path = words.take(
		method === undefined
			? 'GET or another method, a path such as /containers/*/json, *, events, clock or api'
			: 'a path such as /containers/*/json, or *',
		readPath,
	);
	const fault = words.take(`one of ${Object.keys(faults).join(', ')}`, word => pick(faults, word))(
		words,
	);
	return {kind: 'request', method, path, fault, when: readWhen(words)};
};

const readPath = (word: string): RegExp | undefined => {
	if (word !== '*' && !word.startsWith('/')) return undefined;
	if (word === '*') return /^/;
	const pattern = word
		.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
		.replaceAll(/\*+/g, stars => (stars.length > 1 ? '.*' : '[^/]*'));
	return new RegExp(`^${pattern}$`);
};

const readBytes = (words: Words): number => {
	words.takeWord('at');
	return words.take('a number of bytes', readCount);
};

const faults: Readonly<Record<string, (words: Words) => Fault>> = {
	refuse: () => 'refuse',
	hang: () => 'hang',
	delay: words => ({delayMillis: words.take('a time such as 800ms', readTime)}),
	cut: words => ({cutAt: readBytes(words)}),
	reset: words => ({resetAt: readBytes(words)}),
	stall: words => ({stallAt: readBytes(words)}),
	body: words => words.take(`one of ${Object.keys(bodies).join(', ')}`, word => pick(bodies, word)),
	status: words => {
		const status = words.take('304, or a status from 400 to 599', word =>
			/^(304|[45]\d\d)$/.test(word) ? Number(word) : undefined,
		);
		// To which there is nothing to say.
		if (status === 304) return {status, body: ''};
		const message = words.maybeQuoted() ?? 'a scripted fault';
		return {status, body: `${JSON.stringify({message})}\n`};
	},
};

const topics: Readonly<Record<string, (words: Words) => Rule>> = {
	events: words => {
		const isReplay = words.maybe(word => word === 'replay' || undefined);
		if (isReplay) {
			const count = words.take('how many events', readCount);
			return {kind: 'replay', count, when: readWhen(words)};
		}
		const action = words.maybe(word => (Object.hasOwn(fates, word) ? undefined : readAction(word)));
		const copies = words.take(
			action === undefined ? 'an action, lost, duplicated or replay' : 'lost or duplicated',
			word => pick(fates, word),
		);
		return {kind: 'event', action, copies, when: readWhen(words)};
	},
	clock: words => {
		const offsetMillis = words.take('a time with a sign, such as +10m', word => {
			const millis = readTime(word.slice(1));
			if (millis === undefined || !/^[+-]/.test(word)) return undefined;
			return word.startsWith('-') ? -millis : millis;
		});
		// The world lives forwards only.
		if (offsetMillis < 0) return {kind: 'clock', offsetMillis, afterMillis: 0};
		const isLater = words.maybe(word => word === 'after' || undefined);
		const afterMillis = isLater ? words.take('a time such as 10s', readTime) : 0;
		return {kind: 'clock', offsetMillis, afterMillis};
	},
	api: words => {
		const range = words.take('two versions such as 1.44-1.52, the older one first', word => {
			const [, least, most] = /^(1\.\d{1,3})-(1\.\d{1,3})$/.exec(word) ?? [];
			if (least === undefined || most === undefined) return undefined;
			return Number(least.slice(2)) <= Number(most.slice(2)) ? {least, most} : undefined;
		});
		return {kind: 'api', range};
	},
};

const fates: Readonly<Record<string, 0 | 2>> = {lost: 0, duplicated: 2};
const readAction = (word: string): string | undefined =>
	/^[a-z][a-z_]*$/.test(word) ? word : undefined;
