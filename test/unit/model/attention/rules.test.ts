import {describe, expect, test} from 'vitest';
import {commandTable} from '../../../../source/commands/command-table.ts';
import {problemsOf} from '../../../../source/model/attention/find-problems.ts';
import {usualLimits} from '../../../../source/model/attention/limits.ts';
import type {Facts} from '../../../../source/model/attention/problem.ts';
import {rules} from '../../../../source/model/attention/rules.ts';
import type {Container} from '../../../../source/model/container.ts';
import type {Health} from '../../../../source/model/health.ts';
import {refKey} from '../../../../source/model/ids.ts';
import type {TimelineEntry} from '../../../../source/model/timeline.ts';
import {tabs} from '../../../../source/store/tabs.ts';
import {
	aContainer,
	aUsage,
	exited,
	ofProject,
	refOf,
	someDetails,
	startMillis,
} from '../../../helpers/builders.ts';
import {aHostSample} from '../../../helpers/view-world.ts';

const minute = 60_000;
const ref = refOf('api');

const entries = (
	...events: readonly (readonly [ago: number, what: string, exitCode?: number])[]
): readonly TimelineEntry[] =>
	events.map(([ago, what, code], index): TimelineEntry => {
		const at = {ref, atMillis: startMillis - ago};
		const event: TimelineEntry['event'] =
			what === 'died'
				? {kind: 'container.died', ...at, ...(code === undefined ? {} : {exitCode: code})}
				: what === 'oom'
					? {kind: 'container.oom', ...at}
					: what === 'unhealthy'
						? {kind: 'container.health', ...at, health: 'unhealthy'}
						: {kind: 'container.changed', ...at, action: what};
		return {seq: index + 1, atMillis: at.atMillis, key: refKey(ref), event};
	});

const crash = (ago: number) => [[ago, 'died', 1] as const, [ago - 1, 'start'] as const];

interface Case extends Partial<Omit<Facts, 'container'>> {
	readonly is?: Partial<Container>;
	/** `severity id: words`, the worst first. */
	readonly found: readonly string[];
	readonly since?: number;
	readonly output?: string;
}

const probe = (output: string, kind: 'unhealthy' | 'starting' = 'unhealthy'): Health => ({
	kind,
	failingStreak: 3,
	lastProbe: {atMillis: startMillis - 5000, exitCode: 1, output},
});

const unhealthy = probe('checking\nconnection refused\n');
const restarting = {state: 'restarting', status: 'Restarting (1) 3 seconds ago'} as const;
const needs = (label: string): Partial<Container> => ({
	labels: {'com.docker.compose.depends_on': label},
});

const ended = (code: number, change: Parameters<typeof someDetails>[0] = {}) => ({
	...exited(code),
	details: someDetails({exitCode: code, finishedAtMillis: startMillis - minute, ...change}),
});

const cases: Readonly<Record<string, Case>> = {
	'it runs': {found: []},
	'it ended with 0': {is: exited(0), found: []},
	'its probe fails': {
		is: {health: unhealthy},
		recent: entries([2 * minute, 'unhealthy']),
		found: ['err unhealthy: unhealthy: 3 probes failed in a row: connection refused'],
		since: 2 * minute,
		output: 'checking\nconnection refused',
	},
	'its probe failed before anybody looked': {
		is: {
			health: unhealthy,
			details: someDetails({health: unhealthy, probing: {everyMillis: minute, retries: 1}}),
		},
		found: ['err unhealthy: unhealthy: 3 probes failed in a row: connection refused'],
		since: 2 * minute + 5000,
	},
	'only the list was read': {
		is: {health: {kind: 'unhealthy'}},
		found: ['err unhealthy: unhealthy'],
	},
	'it crashes again and again': {
		recent: entries(...crash(8 * minute), ...crash(4 * minute), ...crash(2000)),
		found: ['err crash-loop: crash loop: ended 3 times, exit code 1: an error of the program'],
		since: 8 * minute,
	},
	'it did so longer ago': {
		recent: entries(...crash(12 * minute), ...crash(4 * minute), ...crash(2000)),
		found: [],
	},
	'somebody restarted it three times': {
		recent: entries(
			...[9, 5, 1].flatMap(ago => [[ago * minute + 100, 'kill'] as const, ...crash(ago * minute)]),
		),
		found: [],
	},
	'the engine has restarted it often before anybody looked': {
		is: {...restarting, details: someDetails({restartCount: 17})},
		found: ['err crash-loop: crash loop: ended 17 times, exit code 1: an error of the program'],
	},
	'and so has it just started again': {
		is: {details: someDetails({restartCount: 5, startedAtMillis: startMillis - 2000})},
		found: ['err crash-loop: crash loop: ended 5 times'],
	},
	'it was restarted often, but runs for long': {
		is: {details: someDetails({restartCount: 17, startedAtMillis: startMillis - 90_000})},
		found: [],
	},
	'it crashed and waits for its restart': {
		is: {...restarting, details: someDetails({restartCount: 1, finishedAtMillis: startMillis - 7})},
		found: ['warn restarting: restarting, exit code 1: an error of the program'],
		since: 7,
	},
	'it had too little memory': {
		is: ended(137, {oomKilled: true}),
		found: ['err oom: exit code 137: killed by the kernel for want of memory (OOM)'],
		since: minute,
	},
	'one of its processes was killed': {
		recent: entries([minute, 'oom']),
		found: ['err oom-kill: the kernel killed one of its processes for want of memory'],
		since: minute,
	},
	'that is long ago': {recent: entries([20 * minute, 'oom']), found: []},
	'an error of the program': {
		is: ended(1),
		found: ['err exit: exit code 1: an error of the program'],
		since: minute,
	},
	'a code of its own': {is: exited(42), found: ['err exit: exit code 42']},
	'no such command': {
		is: ended(127, {error: 'exec: "srv": not found'}),
		found: ['err exit: exit code 127: its command was not found'],
		output: 'exec: "srv": not found',
	},
	'its policy gave up': {
		is: ended(1, {restartPolicy: 'on-failure:3', restartCount: 3}),
		found: ['err exit: exit code 1: an error of the program, given up after 3 restarts'],
	},
	'stopped, before anybody looked': {
		is: ended(137),
		found: ['note exit: exit code 137: killed (SIGKILL)'],
	},
	'stopped by somebody': {
		is: ended(1),
		recent: entries([minute + 100, 'kill'], [minute, 'died', 1]),
		found: ['note exit: exit code 1: an error of the program'],
	},
	'killed, and nobody knows by whom': {
		is: ended(137),
		recent: entries([minute, 'died', 137]),
		found: ['err exit: exit code 137: killed (SIGKILL)'],
	},
	'the engine could not remove it': {
		is: {state: 'dead'},
		found: ['err dead: dead: the engine could not remove it'],
	},
	'it needs what is unhealthy': {
		is: needs('db:service_healthy:true'),
		dependencies: [
			{
				...{service: 'db', condition: 'service_healthy'},
				containers: [ofProject('shop', 'db', {health: {kind: 'unhealthy'}})],
			},
		],
		found: ['warn dependency: depends on what is not well: db is unhealthy'],
	},
	'it started long ago and was never healthy': {
		is: {
			health: probe('no route', 'starting'),
			details: someDetails({startedAtMillis: startMillis - 5 * minute}),
		},
		found: ['warn never-healthy: started, never healthy: no route'],
		since: 5 * minute,
	},
	'it has just started': {
		is: {
			health: {kind: 'starting'},
			details: someDetails({startedAtMillis: startMillis - minute}),
		},
		found: [],
	},
	'it may take ten minutes to start': {
		is: {
			health: probe('no route', 'starting'),
			details: someDetails({
				startedAtMillis: startMillis - 9 * minute,
				probing: {everyMillis: 5000, retries: 3, startPeriodMillis: 10 * minute},
			}),
		},
		found: [],
	},
	'it may take ten seconds to start': {
		is: {
			health: probe('no route', 'starting'),
			details: someDetails({
				startedAtMillis: startMillis - minute,
				probing: {everyMillis: 5000, retries: 30, startPeriodMillis: 10_000},
			}),
		},
		found: ['warn never-healthy: started, never healthy: no route'],
		since: minute,
	},
	'it is paused for long': {
		is: {state: 'paused'},
		recent: entries([11 * minute, 'pause']),
		found: ['note paused: paused for long'],
		since: 11 * minute,
	},
	'it is paused for a moment': {
		is: {state: 'paused'},
		recent: entries([minute, 'pause']),
		found: [],
	},
};

test.each(Object.entries(cases))('%s', (_name, {is, found, since, output, ...facts}) => {
	const container = aContainer('api', is);
	const problems = problemsOf({
		...{container, recent: [], dependencies: [], nowMillis: startMillis, limits: usualLimits},
		...facts,
	});
	expect(
		problems.map(({severity, rule, finding}) => `${severity} ${rule.id}: ${finding.words}`),
	).toEqual(found);
	const [first] = problems;
	if (since !== undefined) expect(startMillis - (first?.finding.sinceMillis ?? 0)).toBe(since);
	if (output !== undefined) expect(first?.finding.output).toBe(output);
});

describe('figures', () => {
	const limited = aContainer('api', {details: someDetails({limits: {memoryBytes: 1000}})});
	const usageWords = (
		id: string,
		change: Parameters<typeof aUsage>[2],
		throttledPercent = 0,
		limits = usualLimits,
	) => {
		const rule = rules.find(each => each.id === id);
		if (rule?.about !== 'usage') throw new Error(`${id} is not about usage`);
		return rule.check(limited, {...aUsage('api', 10, change), throttledPercent}, limits)?.words;
	};

	test.each([
		[890, undefined],
		[900, 'memory 90% of limit: near to being killed'],
		[996, 'memory 100% of limit: near to being killed'],
	])('%i bytes of 1000', (memoryUsedBytes, words) => {
		expect(usageWords('memory', {memoryUsedBytes})).toBe(words);
	});

	test.each([
		[24, undefined],
		[61.4, 'CPU throttled 61% of the time by its limit'],
	])('held back in %d %% of the periods', (percent, words) => {
		expect(usageWords('throttled', {}, percent)).toBe(words);
	});

	test('are too high from where the user wants it', () => {
		const limits = {...usualLimits, memoryPercent: 50, throttledPercent: 70, diskPercent: 60};
		expect(usageWords('memory', {memoryUsedBytes: 500}, 0, limits)).toContain('memory 50%');
		expect(usageWords('throttled', {}, 60, limits)).toBeUndefined();
		const disk = rules.find(each => each.id === 'disk');
		const sample = {...aHostSample(startMillis), rootDiskUsedPercent: 60};
		const found = disk?.about === 'host' ? disk.check(sample, limits) : undefined;
		expect(found?.words).toBe('disk 60% full');
	});

	test.each([
		[undefined, undefined, undefined],
		[89, undefined, undefined],
		[91.7, 'disk 91% full', undefined],
		[98, 'disk 98% full', 'err'],
	])('a disk that is %d %% full', (rootDiskUsedPercent, words, severity) => {
		const rule = rules.find(each => each.id === 'disk');
		const {rootDiskUsedPercent: _, ...sample} = aHostSample(startMillis);
		const known = rootDiskUsedPercent === undefined ? sample : {...sample, rootDiskUsedPercent};
		const found = rule?.about === 'host' ? rule.check(known, usualLimits) : undefined;
		expect(found?.words).toBe(words);
		expect(found?.severity).toBe(severity);
	});
});

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (_id, rule) => {
	test('hides rules, and offers commands and tabs, that there are', () => {
		const ids = rules.map(({id}) => id);
		expect(ids).toEqual(expect.arrayContaining([...(rule.hides ?? [])]));
		const offered = rule.helps.filter(id => !id.startsWith('view.'));
		expect(commandTable.map(({id}) => id)).toEqual(expect.arrayContaining(offered));
		expect(tabs).toEqual(expect.arrayContaining([...rule.tabs]));
		expect(rule.advice).toMatch(/^[A-Z].*\.$/);
	});
});

test('no two rules have one name', () => {
	const ids = rules.map(({id}) => id);
	expect(new Set(ids).size).toBe(ids.length);
});
