import {expect, test} from 'vitest';
import {escapeXml, renderPanel, stepOf, thinned} from '../../../../scripts/lib/soak/chart.ts';

test('an axis goes in round steps', () => {
	expect(stepOf(250, 4)).toBe(100);
	expect(stepOf(60, 12)).toBe(5);
	expect(stepOf(7, 4)).toBe(2);
	expect(stepOf(0.3, 4)).toBeCloseTo(0.1);
});

test('of many points the greatest stay', () => {
	const points = Array.from({length: 1000}, (_, x) => [x, x === 501 ? 9 : 1] as const);
	const few = thinned(points, 100);
	expect(few).toHaveLength(100);
	expect(few).toContainEqual([501, 9]);
	expect(thinned(points.slice(0, 5), 100)).toEqual(points.slice(0, 5));
});

test('a panel has title, names of its lines, round marks and a limit above all', () => {
	const series = {
		name: 'a<b',
		color: '#000',
		dots: true,
		points: [
			[0, 0],
			[10, 90],
		] as const,
	};
	const box = {x: 50, y: 20, width: 100, height: 200};
	const svg = renderPanel(
		{title: 'memory, MB', series: [series], limit: {y: 120, text: 'at most'}},
		box,
		x => box.x + x * 10,
	);
	expect(svg).toContain('>memory, MB<');
	expect(svg).toContain(`>${escapeXml('a<b')}<`);
	expect(svg.match(/>\d+<\/text>/g)).toEqual([
		'>0</text>',
		'>50</text>',
		'>100</text>',
		'>150</text>',
	]);
	// From the foot of the panel to 90 of 150.
	expect(svg).toContain('points="50,220 150,100"');
	expect(svg).toContain('y1="60"');
});
