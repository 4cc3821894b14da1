import {expect, test} from 'vitest';
import {addLine, newEntry} from '../../../../source/store/logs/log-entry.ts';
import {
	countLines,
	entryBytes,
	lineBytes,
	sumBytes,
} from '../../../../source/store/logs/log-size.ts';
import {aLine} from '../../../helpers/builders.ts';

test('a line counts with its text and with what is around it', () => {
	const short = lineBytes(aLine('', 0));
	expect(short).toBeGreaterThan(100);
	expect(lineBytes(aLine('x'.repeat(65_536), 0)) - short).toBe(2 * 65_536);
	expect(lineBytes({kind: 'gap', reason: 'restarted'}) - short).toBe(18);
});

test('an entry counts with all its lines', () => {
	const entry = newEntry(1, undefined, aLine('head', 0));
	addLine(entry, aLine('more', 0));
	expect(entryBytes(entry)).toBe(2 * lineBytes(aLine('head', 0)));
	expect([countLines([entry, entry]), sumBytes([entry, entry])]).toEqual([
		4,
		4 * lineBytes(aLine('head', 0)),
	]);
});
