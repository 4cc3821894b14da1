import {expect, test} from 'vitest';
import {cpuInRow} from '../../../scripts/lib/parity-screens.ts';

const screen = [
	'│ cpu ││ dockmon-parity-1 cpu ──── 0.0% no limit ─╮',
	'   NAME                CPU▾              MEMORY',
	'▌● · dockmon-parity-1  ████▌···    62.1  ▁▂  1.4M ········   idle',
	' ● · dockmon-parity-10 ████████     196  ▁▂  600K ········   01:02',
	' ● · dockmon-parity-2  ········       –  ▁▂     – ········   01:02',
];

test.each([
	['dockmon-parity-1', 62.1],
	['dockmon-parity-10', 196],
	['dockmon-parity-2', undefined],
	['dockmon-parity-3', undefined],
])('%s', (name, percent) => {
	expect(cpuInRow(screen, name)).toBe(percent);
});
