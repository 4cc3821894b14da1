import {expect, test} from 'vitest';
import {soakCsv} from '../../../../scripts/lib/soak/csv.ts';

test('each sample is a row, in the order of time, and what it does not tell is left empty', () => {
	const inside = {
		memory: {rss: 0, heapTotal: 3e7, heapUsed: 2e7, external: 1e6, arrayBuffers: 0},
		resources: {},
		live: {
			timers: {active: 3},
			emitters: {},
			targets: {},
			sets: {entries: 1, subscribers: 1},
			maps: {entries: 1},
		},
	};
	const tick = {
		...{atSeconds: 5, residentBytes: 1.2e8, memory: inside.memory, files: 40, sockets: 9},
		...{threads: 11, children: 1, cpuPercent: 3.24159},
	};
	const csv = soakCsv({
		ticks: [tick, {...tick, atSeconds: 15, memory: undefined}],
		counts: [
			{
				...{atSeconds: 12.3456, liveBytes: 2.1e7, files: 41, children: 1, threads: 11},
				...{timers: 3, listeners: 8, transient: 60, entries: 2, inside},
			},
		],
		restarts: [{signal: 'SIGKILL', atSeconds: 13, backSeconds: 20}],
		...{containers: 3, replaced: 0, rounds: 1, faults: []},
	});
	expect(csv.split('\n').slice(1)).toEqual([
		'5,120,20,30,1,3.242,40,9,11,1,,,,,,',
		'12.346,,,,,,41,,11,1,21,3,8,60,2,',
		'13,,,,,,,,,,,,,,,1',
		'15,120,,,,3.242,40,9,11,1,,,,,,',
		'',
	]);
	expect(csv.split('\n')[0]?.split(',')).toHaveLength(16);
});
