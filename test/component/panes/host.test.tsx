import {describe, expect, test} from 'vitest';
import type {HostSample} from '../../../source/model/host-sample.ts';
import {startMillis} from '../../helpers/builders.ts';
import {drawArea} from '../../helpers/drawn-area.ts';
import {scenes} from '../../helpers/view-states.ts';

const ready = scenes.ready();

describe('charts of the machine', () => {
	test.each([
		['hostCpu', /^╭─ cpu ─+ 34% {2}max 34 {2}load 2\.1 ─╮/, '  100 '],
		['hostMemory', /^╭─ mem ─+ 12\.1G\/31\.3G {2}cache 9\.0G ─╮/, '31.3G '],
		['hostNetwork', /^╭─ net ─+ ⇣ 1\.1M\/s {2}⇡ 303K\/s ─╮/, ' 2.0M '],
		['hostDisk', /^╭─ disk ─+ r 78K\/s {2}w 2\.0M\/s {2}\/ 61% ─╮/, ' 4.0M '],
	] as const)('%s', (area, title, top) => {
		const drawn = drawArea(ready, area, 200, 60);
		expect(drawn.texts[0]).toMatch(title);
		expect(drawn.texts[1]).toContain(`│${top}`);
		expect(drawn.texts.at(-2)).toMatch(/^│ {4}0 .*[⠁-⣿]+│$/);
		expect(drawn.texts.at(-1)).toMatch(/╴-2m48s ⋯ now╶─╯$/);
	});

	test('before the first sample: dashes, and no curve', () => {
		const drawn = drawArea(scenes.unmeasured(), 'hostCpu', 120, 40);
		expect(drawn.texts[0]).toMatch(/cpu ─+ – ─╮$/);
		expect(drawn.text).not.toMatch(/[⠁-⣿]/);
		expect(drawArea(scenes.unmeasured(), 'hostNetwork', 120, 40).text).toContain('⇣ –  ⇡ –');
	});

	test.each([
		['hostCpu', /^╭─ containers cpu ─+ 104% of 800% ─╮$/],
		['hostMemory', /^╭─ containers mem ─+ 2\.3G of 31\.3G {2}cache 880M ─╮$/],
		['hostNetwork', /^╭─ containers net ─+ ⇣ 3\.9M\/s {2}⇡ 10M\/s ─╮$/],
	] as const)(
		'of a machine that cannot be looked into, what its containers use: %s',
		(area, title) => {
			const memoryTotalBytes = 31.3 * 1024 ** 3;
			const host: HostSample = {origin: 'engine', atMillis: startMillis, cpus: 8, memoryTotalBytes};
			const remote = scenes.ready().do({type: 'host/sampled', sample: host});
			const drawn = drawArea(remote, area, 200, 60);
			expect(drawn.texts[0]).toMatch(title);
			expect(drawn.text).toMatch(/[⠁-⣿]/);
		},
	);

	test('a high load is coloured by its height', () => {
		const drawn = drawArea(ready, 'cpu', 200, 60);
		const tokens = drawn.lines.flatMap(line =>
			line.filter(({text}) => /[⠁-⣿]/.test(text)).map(({style}) => style?.token),
		);
		expect(tokens.at(-1)).toBe('load0');
		expect(tokens[0]).toMatch(/load[23]/);
	});
});
