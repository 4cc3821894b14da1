import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {applySettings, saveRule} from '../../../source/app/apply-config.ts';
import {loadSettings} from '../../../source/app/load-settings.ts';
import {parseArguments} from '../../../source/app/options.ts';
import {ConfigFile} from '../../../source/config/config-file.ts';
import {ruleOf} from '../../../source/model/logs/highlight-rule.ts';
import {aLine, sourceOf, startMillis} from '../../helpers/builders.ts';
import {User} from '../../helpers/user.ts';

let folder: string;
let file: string;

beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'dockmon-config-'));
	file = path.join(folder, 'config.yaml');
});

afterEach(() => rm(folder, {recursive: true, force: true}));

const now = (): number => startMillis;

const loaded = async () => {
	const invocation = parseArguments([], '0.0.0');
	if (invocation.kind !== 'run') throw new Error('no arguments are wrong');
	return await loadSettings(
		{...invocation.options, config: file},
		{env: {XDG_STATE_HOME: folder}, homeDirectory: folder, currentDirectory: folder},
	);
};

const applied = async (text: string): Promise<User> => {
	await writeFile(file, text);
	const user = new User();
	applySettings(await loaded(), user);
	return user;
};

test('rules are taken over, and how much of a log is kept', async () => {
	const user = await applied('logs: {maxLines: 200, highlight: [{pattern: x, color: green}]}');
	expect(user.state.logs.highlights).toEqual([ruleOf('x', 'green', false)]);
	const source = sourceOf('api');
	const line = aLine('said', startMillis);
	for (let written = 0; written < 1000; written++) user.logs.append([{source, line}]);
	expect(user.logs.size).toBeLessThanOrEqual(200);
});

test('more lines get the room that they need, if nothing is said of bytes', async () => {
	const source = sourceOf('api');
	const line = aLine('x'.repeat(200), startMillis);
	const lines = Array.from({length: 60_000}, () => ({source, line}));
	const few = await applied('logs: {maxLines: 60000, maxBytes: 8388608}');
	few.logs.append(lines);
	expect(few.logs.size).toBeLessThan(50_000);
	const many = await applied('logs: {maxLines: 60000}');
	many.logs.append(lines);
	expect(many.logs.size).toBe(60_000);
});

test('of what is wrong the rest holds', async () => {
	const user = await applied('logs: {maxLines: few, highlight: [{pattern: x}]}');
	expect(user.state.logs.highlights).toHaveLength(1);
});

test('the list and the log look as they were asked to', async () => {
	const {state} = await applied(
		'list: {sort: name, groupBy: label:team, showStopped: false, filter: web}\nlogs: {wrap: true, time: utc}',
	);
	expect(state.list.sort).toEqual({field: 'name', descending: false});
	expect(state.list.grouping).toEqual({kind: 'label', label: 'team'});
	expect(state.list.showsStopped).toBe(false);
	expect(state.list.filter.text).toBe('web');
	expect(state.logs.look).toMatchObject({wraps: true, time: 'utc'});
});

test('columns are those of the list, each once, and one that is none is passed over', async () => {
	const {state} = await applied('list: {columns: [name:30, memory, mem, cpu:0, memory]}');
	expect(state.list.columns).toEqual([{id: 'name', width: 30}, {id: 'memory'}]);
	expect((await applied('list: {columns: [mem]}')).state.list.columns).toBeUndefined();
});

test('the panes share the screen as they were asked to, as far as that makes sense', async () => {
	const {state} = await applied('layout: {listHeight: 70, listWidth: 95}');
	expect(state.frame.sizes).toEqual({listHeight: 0.7});
});

test('without a file nothing happens', async () => {
	const user = new User();
	const before = user.state;
	applySettings({settings: {}, remembered: {}}, user);
	expect(user.state).toBe(before);
});

test('a rule that cannot be written is a message', async () => {
	await mkdir(file);
	const user = new User();
	await saveRule(new ConfigFile(file), ruleOf('x', 'red', false), true, user.store, now);
	expect(user.messages).toEqual([expect.stringContaining('for this session only')]);
});
