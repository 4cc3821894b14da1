import {expect, test} from 'vitest';
import {type Result, type Round, renderResult} from '../../../scripts/lib/bench-report.ts';

const round = (ownPercent: number, enginePercent: number): Round => ({
	start: {
		firstPaint: 40,
		firstName: 90,
		allNames: 120,
		firstFigure: 300,
		allFigures: 1700,
		rows: 9,
	},
	settleCpuSeconds: 0.5,
	residentBytes: 90e6,
	bytesPerSecond: 1500,
	idleBeforePercent: 2,
	idleAfterPercent: 4,
	ownPercent,
	enginePercent,
});

const result: Result = {
	count: 10,
	tools: {'docker stats': [round(3, 20)], dockmon: [round(1, 3.5), round(1.2, 3.7), round(9, 3.6)]},
	loadAverage: 1.25,
	pressurePercent: 12.3,
	seesEngine: true,
};

const rowOf = (text: string, title: string): readonly string[] =>
	text
		.split('\n')
		.find(line => line.startsWith(`| ${title}`))
		?.split('|')
		.slice(2, -1)
		.map(cell => cell.trim()) ?? [];

test('each tool has a column, and the aim is judged by the median', () => {
	const text = renderResult(result, 'dockmon');
	expect(rowOf(text, '10 containers')).toEqual(['docker stats', 'dockmon', 'aim of dockmon']);
	expect(rowOf(text, 'own CPU')).toEqual(['3.00', '1.20 (1.00–9.00)', '< 1.5 met']);
	expect(rowOf(text, 'all visible CPU')).toEqual(['1700', '1700', '< 1000 missed']);
});

test("the engine's share is what exceeds the idle time around it", () => {
	const text = renderResult(result, 'dockmon');
	expect(rowOf(text, 'engine CPU')).toEqual(['17.00', '0.60 (0.50–0.70)', '< 1 met']);
	expect(text).toContain('Engine idle: 3.00 % of a core.');
});

test('an engine that is not to be seen is unknown, not free', () => {
	const text = renderResult({...result, seesEngine: false}, 'dockmon');
	expect(rowOf(text, 'engine CPU')).toEqual(['–', '–', '< 1']);
	expect(text).toContain('Engine idle: not to be seen.');
});
