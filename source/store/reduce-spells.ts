import type {Limits} from '../model/attention/limits.ts';
import type {Finding, HostRule, Rule, Spell, UsageRule} from '../model/attention/problem.ts';
import {rules} from '../model/attention/rules.ts';
import {isUp} from '../model/container.ts';
import type {ContainerKey} from '../model/ids.ts';
import {known} from '../model/known.ts';
import type {Action} from './action.ts';
import type {State} from './state.ts';

/** A figure that swings about its threshold is one story and not many. */
const lingerMillis = 10_000;

const usageRules = rules.filter(rule => rule.about === 'usage');
const hostRules = rules.filter(rule => rule.about === 'host');

/** After the containers, whose limits it knows. */
export const reduceSpells = (state: State, action: Action): State => {
	const {limits} = state;
	switch (action.type) {
		case 'endpoint/chosen':
			return withSpells(state, []);
		case 'host/sampled': {
			const {sample} = action;
			return withSpells(
				state,
				applied(hostRules, limits).reduce(
					(spells, rule) =>
						noted(spells, {rule, finding: rule.check(sample, limits)}, sample.atMillis),
					state.spells,
				),
			);
		}
		case 'stats/sampled': {
			let {spells} = state;
			const usual = applied(usageRules, limits);
			for (const [key, usage] of action.usages) {
				const container = state.containers.byKey.get(key);
				if (container === undefined) continue;
				for (const rule of usual) {
					const finding = rule.check(container, usage, limits);
					// Nearly always there is nothing to tell.
					if (finding === undefined && spells.length === 0) continue;
					spells = noted(spells, {rule, key, finding}, usage.atMillis);
				}
			}
			return withSpells(state, spells);
		}
		case 'container/died':
		case 'container/removed':
			return withSpells(
				state,
				state.spells.filter(({key}) => key !== action.key),
			);
		// Nobody told of an end that fell into a gap.
		case 'containers/listed':
		case 'containers/relisted':
			return withSpells(state, lasting(state));
		default:
			return state;
	}
};

const applied = <R extends Rule>(all: readonly R[], {ignored}: Limits): readonly R[] =>
	ignored.size === 0 ? all : all.filter(({id}) => !ignored.has(id));
/** The same where all of them last. */
const lasting = ({spells, containers: {byKey}}: State): readonly Spell[] => {
	const isUpNow = (key: ContainerKey): boolean => {
		const container = byKey.get(key);
		return container !== undefined && isUp(container);
	};
	const rest = spells.filter(({key}) => key === undefined || isUpNow(key));
	return rest.length === spells.length ? spells : rest;
};

interface Look {
	readonly rule: UsageRule | HostRule;
	readonly key?: ContainerKey;
	readonly finding: Finding | undefined;
}

const noted = (
	spells: readonly Spell[],
	{rule, key, finding}: Look,
	atMillis: number,
): readonly Spell[] => {
	const index = spells.findIndex(spell => spell.rule === rule && spell.key === key);
	const before = spells[index];
	if (finding === undefined) {
		return before !== undefined && atMillis - before.lastMillis > lingerMillis
			? spells.toSpliced(index, 1)
			: spells;
	}
	const since = {sinceMillis: before?.sinceMillis ?? atMillis, lastMillis: atMillis};
	const spell = {rule, ...known('key', key), ...since, finding};
	return before === undefined ? [...spells, spell] : spells.with(index, spell);
};

const withSpells = (state: State, spells: readonly Spell[]): State =>
	spells === state.spells || (spells.length === 0 && state.spells.length === 0)
		? state
		: {...state, spells};
