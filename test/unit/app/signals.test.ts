import {expect, test} from 'vitest';
import {faultLines} from '../../../source/app/signals.ts';

test('tells of a fault in two plain lines', () => {
	const [what, next, ...more] = faultLines(new Error('no such row'));
	expect(what).toBe('dockmon stopped by a fault of its own: no such row');
	expect(next).toContain('dockmon --version');
	expect(more).toEqual([]);
});

test('lets nothing through that would control the terminal, and no endless text', () => {
	const [what = ''] = faultLines(new Error(`\u001B]52;c;aGk=\u0007${'x'.repeat(5000)}\n\u001B[2J`));
	expect(what).not.toMatch(/[\0-\u001F]/);
	expect(what.length).toBeLessThan(600);
});

test('says something about an error without a message', () => {
	expect(faultLines(new TypeError())[0]).toContain('TypeError');
});
