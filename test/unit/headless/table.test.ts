import {expect, test} from 'vitest';
import {textWidth} from '../../../source/format/width.ts';
import type {Snapshot} from '../../../source/headless/collect.ts';
import {toTable} from '../../../source/headless/table.ts';
import type {Container} from '../../../source/model/container.ts';
import type {ContainerUsage} from '../../../source/model/stats-sample.ts';
import {
	aContainer,
	anEngine,
	aUsage,
	exited,
	keyOf,
	ofProject,
	someDetails,
	startMillis,
} from '../../helpers/builders.ts';

const table = (
	containers: readonly Container[],
	cpu: Readonly<Record<string, ContainerUsage>> = {},
	isAscii = false,
): readonly string[] => {
	const usages = new Map(Object.entries(cpu).map(([name, usage]) => [keyOf(name), usage]));
	const snapshot: Snapshot = {engine: anEngine, containers, usages};
	return toTable(snapshot, startMillis, {isAscii}).split('\n');
};

/** The cells of a line, told apart by two blanks. */
const cells = (line: string | undefined): readonly string[] => (line ?? '').trim().split(/\s{2,}/);

const header = [
	...['NAME', 'STATE', 'HEALTH', 'CPU %', 'MEM'],
	...['LIMIT', 'PIDS', 'RESTARTS', 'UP', 'IMAGE'],
];

test('an engine without containers is a line of headings', () => {
	expect(table([]).map(cells)).toEqual([header]);
});

test('tells what is known', () => {
	const api = ofProject('shop', 'api', {
		health: {kind: 'healthy'},
		image: 'shop-api:2.1',
		details: someDetails({startedAtMillis: startMillis - 3_600_000, restartCount: 3}),
	});
	const megabyte = 1024 * 1024;
	const usage = aUsage(api.name, 62.1, {
		memoryUsedBytes: 98 * megabyte,
		memoryLimitBytes: 512 * megabyte,
		pids: 12,
	});
	expect(cells(table([api], {[api.name]: usage})[1])).toEqual([
		...['shop/api', 'running', 'healthy', '62.1', '98M'],
		...['512M', '12', '3', '1h00m', 'shop-api:2.1'],
	]);
});

test('what is not known is a dash, never 0', () => {
	expect(cells(table([aContainer('x')])[1])).toEqual([
		...['x', 'running', '–', '–', '–'],
		...['–', '–', '–', '–', 'x:latest'],
	]);
});

test('what ended shows its exit code, and neither health nor uptime', () => {
	const details = someDetails({restartCount: 0, finishedAtMillis: startMillis - 60_000});
	const [, line] = table([aContainer('job', {...exited(137), details})]);
	expect(cells(line).slice(0, 3)).toEqual(['job', 'exited (137)', '–']);
	expect(cells(line)[8]).toBe('–');
});

test('stands in the order of the screen: projects by their sum, the busiest first', () => {
	const containers = [
		aContainer('redis'),
		ofProject('blog', 'web'),
		ofProject('shop', 'api'),
		ofProject('shop', 'db'),
	];
	const lines = table(containers, {
		redis: aUsage('redis', 300),
		'blog-web-1': aUsage('blog-web-1', 5),
		'shop-api-1': aUsage('shop-api-1', 2),
		'shop-db-1': aUsage('shop-db-1', 50),
	});
	expect(lines.slice(1).map(line => cells(line)[0])).toEqual([
		...['shop/db', 'shop/api'],
		'blog/web',
		'redis',
	]);
});

test('says the same with nothing but ASCII, where that is asked for', () => {
	const containers = [aContainer('caf\u00e9'), aContainer('漢字', {image: 'wide'})];
	const lines = table(containers, {}, true);
	expect(lines.join('')).toMatch(/^[ -~]*$/);
	expect(lines.map(line => cells(line)[0])).toEqual(['NAME', 'caf?', '????']);
	expect(cells(lines[1])[3]).toBe('-');
	expect(lines.map(line => line.length)).toEqual(table(containers).map(line => textWidth(line)));
});

test('columns stand below each other, whatever is in them', () => {
	const lines = table([
		aContainer('a'),
		aContainer('漢字', {image: 'wide'}),
		aContainer('a-rather-long-name', {image: 'b', state: 'paused'}),
	]);
	const column = lines[0]?.indexOf('STATE');
	expect(lines[1]?.indexOf('running')).toBe(column);
	expect(lines.find(line => line.includes('paused'))?.indexOf('paused')).toBe(column);
	for (const line of lines) expect(line).toBe(line.trimEnd());
});

test('nothing that a container is called reaches the terminal as control bytes', () => {
	const hostile = '\u001b[2J\u009b31m\u0007\r\n\t\u202e';
	const container = aContainer(`x${hostile}y`, {
		image: `i${hostile}`,
		compose: {project: `p${hostile}`, service: `s${hostile}`, number: 1, oneOff: false},
	});
	const lines = table([container]);
	expect(lines).toHaveLength(2);
	expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
});
