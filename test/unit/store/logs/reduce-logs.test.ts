import {expect, test} from 'vitest';
import {parsePattern} from '../../../../source/model/logs/log-pattern.ts';
import type {Action} from '../../../../source/store/action.ts';
import {noLogs} from '../../../../source/store/logs/logs-state.ts';
import {sourceOf, targetOf} from '../../../helpers/builders.ts';
import {stateAfter} from '../../../helpers/user.ts';

const logsAfter = (...actions: readonly Action[]) => stateAfter(...actions).logs;

const target = targetOf('api');
const opened: Action = {type: 'logs/opened', target, version: 1};
const held: Action = {type: 'logs/held', held: {seq: 12, row: 3}};

test('nothing is shown before something is selected', () => {
	expect(logsAfter()).toEqual(noLogs);
});

test('a target is opened, followed and appended to', () => {
	expect(logsAfter(opened).status).toEqual({kind: 'opening'});
	const sources = new Map([[sourceOf('api'), {name: 'api', status: {kind: 'following'}}]] as const);
	const logs = logsAfter(
		opened,
		{type: 'logs/changed', status: {kind: 'following'}, sources},
		{type: 'logs/appended', version: 7},
	);
	expect(logs).toEqual({...noLogs, target, status: {kind: 'following'}, sources, version: 7});
});

test('another target is followed from its end, whatever was held before', () => {
	expect(logsAfter(opened, held).held).toEqual({seq: 12, row: 3});
	const other: Action = {type: 'logs/opened', target: targetOf('db'), version: 2};
	expect(logsAfter(opened, held, other)).not.toHaveProperty('held');
	expect(logsAfter(opened, held, {type: 'logs/opened', version: 2})).toEqual({
		...noLogs,
		version: 2,
	});
});

test('what one looks for, and how one reads, stays with another target', () => {
	const search = parsePattern('timeout');
	const logs = logsAfter(
		{type: 'logs/searched', search},
		{type: 'logs/looked', look: {wraps: true, column: 8}},
		{type: 'logs/queried', query: {stream: 'stderr', muted: new Set([sourceOf('api')])}},
		{type: 'logs/turned', seq: 3},
		{type: 'logs/marked', seq: 3},
		{type: 'logs/opened', target: targetOf('db'), version: 2},
	);
	expect(logs).toMatchObject({search, look: {wraps: true, column: 0}});
	expect(logs.query).toMatchObject({stream: 'stderr', muted: new Set()});
	expect([logs.turned.size, logs.marks.size]).toEqual([0, 0]);
});

test('the same log that reaches back further keeps what is muted', () => {
	const muted = new Set([sourceOf('api')]);
	const logs = logsAfter(
		opened,
		{type: 'logs/queried', query: {muted}},
		{type: 'logs/older-changed', older: 'none'},
		{...opened, version: 2, sinceMillis: 1000},
	);
	expect(logs).toMatchObject({query: {muted}, sinceMillis: 1000});
	expect(logs).not.toHaveProperty('older');
});

test('older lines are on their way, or there are none, or there may be some', () => {
	const older: Action = {type: 'logs/older-changed', older: 'loading'};
	expect(logsAfter(opened, older).older).toBe('loading');
	expect(logsAfter(opened, older, {type: 'logs/older-changed'})).not.toHaveProperty('older');
});

test('without a place it goes back to following', () => {
	expect(logsAfter(opened, held, {type: 'logs/held'})).not.toHaveProperty('held');
});

test('what is turned or marked twice is as it was', () => {
	const turn: Action = {type: 'logs/turned', seq: 4};
	const mark: Action = {type: 'logs/marked', seq: 4};
	expect(logsAfter(turn, mark)).toMatchObject({turned: new Set([4]), marks: new Set([4])});
	expect(logsAfter(turn, mark, turn, mark)).toMatchObject({turned: new Set(), marks: new Set()});
});

test('what is before the oldest line is another with another target', () => {
	const asked: Action = {type: 'logs/older-changed', older: 'loading'};
	expect(logsAfter(opened, asked).older).toBe('loading');
	expect(logsAfter(opened, asked, {type: 'logs/older-changed'})).not.toHaveProperty('older');
	expect(logsAfter(opened, asked, opened)).not.toHaveProperty('older');
});
