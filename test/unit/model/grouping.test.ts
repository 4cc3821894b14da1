import {describe, expect, test} from 'vitest';
import type {Container} from '../../../source/model/container.ts';
import {
	type Grouping,
	groupingKey,
	groupOf,
	groupRank,
	groupTitle,
	parseGrouping,
	sayGroup,
} from '../../../source/model/grouping.ts';
import {aContainer, exited, ofProject} from '../../helpers/builders.ts';

const project: Grouping = {kind: 'project'};
const network: Grouping = {kind: 'network'};
const state: Grouping = {kind: 'state'};
const team: Grouping = {kind: 'label', label: 'team'};

const inNetworks = (...names: readonly string[]): Container =>
	aContainer('x', {networks: names.map(name => ({name}))});

test.each<[Grouping, Container, string]>([
	[project, ofProject('shop', 'api'), 'shop'],
	[project, aContainer('redis'), ''],
	[team, aContainer('x', {labels: {team: 'web'}}), 'web'],
	[team, aContainer('x'), ''],
	[{kind: 'label', label: 'constructor'}, aContainer('x'), ''],
	[network, inNetworks('shop_front'), 'shop_front'],
	[network, inNetworks('front', 'back'), 'back + front'],
	[network, inNetworks(), ''],
	[state, aContainer('x'), 'running'],
	[state, aContainer('x', {health: {kind: 'unhealthy'}}), 'unhealthy'],
	[state, aContainer('x', {health: {kind: 'healthy'}}), 'running'],
	[state, aContainer('x', {health: {kind: 'starting'}}), 'starting'],
	[state, aContainer('x', exited(0)), 'exited'],
	[state, aContainer('x', exited(1)), 'failed'],
	[state, aContainer('x', {state: 'dead'}), 'failed'],
	[state, aContainer('x', {state: 'paused'}), 'paused'],
	[{kind: 'none'}, ofProject('shop', 'api'), ''],
])('grouped by %o, %o is in %s', (grouping, container, group) => {
	expect(groupOf(container, grouping)).toBe(group);
});

test('by state, what needs attention stands first; else those without a group stand last', () => {
	const states = ['exited', 'running', 'unhealthy', 'failed', 'restarting'];
	expect(states.toSorted((a, b) => groupRank(a, state) - groupRank(b, state))).toEqual([
		...['unhealthy', 'failed', 'restarting', 'running', 'exited'],
	]);
	expect(groupRank('', project)).toBeGreaterThan(groupRank('shop', project));
});

describe('in words', () => {
	test.each<[string, Grouping, title: string, said: string]>([
		['shop', project, 'shop', 'project shop'],
		['', project, '(no project)', 'no project'],
		['web', team, 'web', 'team=web'],
		['', team, '(no team)', 'no team'],
		['front', network, 'front', 'network front'],
		['failed', state, 'failed', 'state failed'],
	])('%s of %o', (name, grouping, title, said) => {
		expect(groupTitle(name, grouping)).toBe(title);
		expect(sayGroup(name, grouping)).toBe(said);
	});

	test('no two are the same', () => {
		expect(groupingKey({kind: 'label', label: 'network'})).not.toBe(groupingKey(network));
	});
});

test.each(['project', 'network', 'state', 'none', 'label:com.acme.team', 'label:a b:c'])(
	'%s is read and written the same',
	text => {
		const grouping = parseGrouping(text);
		expect(grouping && groupingKey(grouping)).toBe(text);
	},
);

test.each(['', 'label', 'label:', 'Project', 'team'])('%j is no grouping', text => {
	expect(parseGrouping(text)).toBeUndefined();
});
