import type {Fault, Faults} from '../api/faults.ts';
import {type Random, randomFor} from '../world/random.ts';
import {linesOf, parseRules} from './parse.ts';
import type {ClockRule, EventRule, ReplayRule, RequestRule, Rule, When} from './rule.ts';

/** A script, one rule a line, as the faults it tells of. Throws `FaultRuleError`. */
export const scriptedFaults = (script: string, seed = 1): Faults =>
	faultsOf(parseRules(linesOf(script, 'line')), seed);

/**
 * What rules do: the first one that applies decides, but delays add up. Chance comes from the seed.
 * The rules count what they see, so each engine needs faults of its own.
 */
export const faultsOf = (rules: readonly Rule[], seed: number): Faults => {
	const timed = <R extends Rule & {when: When}>(kept: (rule: Rule) => rule is R) =>
		rules.flatMap((rule, index) =>
			kept(rule)
				? [{rule, applies: triggerOf(rule.when, randomFor(`fault ${seed} ${index}`))}]
				: [],
		);
	const requests = timed((rule): rule is RequestRule => rule.kind === 'request');
	const events = timed((rule): rule is EventRule => rule.kind === 'event');
	const replays = timed((rule): rule is ReplayRule => rule.kind === 'replay');
	const clocks = rules.filter((rule): rule is ClockRule => rule.kind === 'clock');
	return {
		match(method, path, _url, elapsedMillis) {
			let delayMillis = 0;
			for (const {rule, applies} of requests) {
				if (!fits(rule, method, path) || !applies(elapsedMillis)) continue;
				if (!isDelay(rule.fault)) return delayed(delayMillis, rule.fault);
				delayMillis += rule.fault.delayMillis;
			}
			return delayed(delayMillis);
		},
		copies(action, elapsedMillis) {
			const found = events.find(
				({rule, applies}) =>
					(rule.action === undefined || rule.action === action.split(':')[0]) &&
					applies(elapsedMillis),
			);
			return found?.rule.copies ?? 1;
		},
		replayed: elapsedMillis => replays.find(({applies}) => applies(elapsedMillis))?.rule.count ?? 0,
		clockOffsetMillis: elapsedMillis =>
			clocks.findLast(({afterMillis}) => elapsedMillis >= afterMillis)?.offsetMillis ?? 0,
		api: rules.find(rule => rule.kind === 'api')?.range,
	};
};

/** Whether a rule applies this time; asking counts. */
const triggerOf = (when: When, random: Random): ((elapsedMillis: number) => boolean) => {
	let seen = 0;
	let applied = 0;
	return elapsedMillis => {
		if (elapsedMillis < when.afterMillis || elapsedMillis >= when.untilMillis) return false;
		seen++;
		if (applied >= when.times || seen % when.every !== 0) return false;
		if (random.next() * 100 >= when.percent) return false;
		applied++;
		return true;
	};
};

const fits = (rule: RequestRule, method: string, path: string): boolean =>
	(rule.method === undefined || rule.method === method) && rule.path.test(path);

const isDelay = (fault: Fault): fault is Extract<Fault, {delayMillis: number}> =>
	typeof fault === 'object' && 'delayMillis' in fault;

const delayed = (delayMillis: number, before?: Fault): Fault | undefined => {
	if (delayMillis === 0) return before;
	return before === undefined ? {delayMillis} : {delayMillis, before};
};
