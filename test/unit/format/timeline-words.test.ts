import {describe, expect, test} from 'vitest';
import {asciiSymbols, unicodeSymbols} from '../../../source/format/symbols.ts';
import {entrySubject, entryWords} from '../../../source/format/timeline-words.ts';
import {refKey} from '../../../source/model/ids.ts';
import type {TimelineEntry} from '../../../source/model/timeline.ts';
import {entryMark} from '../../../source/view/widgets/timeline-mark.ts';
import {refOf, startMillis} from '../../helpers/builders.ts';

const at = {ref: refOf('api'), atMillis: startMillis};

const entry = (
	event: TimelineEntry['event'],
	names: Pick<TimelineEntry, 'name' | 'project'> = {},
): TimelineEntry => ({
	...{seq: 1, atMillis: event.atMillis, ...names, event},
	...('ref' in event ? {key: refKey(event.ref)} : {}),
});

const changed = (action: string): TimelineEntry =>
	entry({kind: 'container.changed', ...at, action});

const died = (exitCode?: number): TimelineEntry =>
	entry({kind: 'container.died', ...at, ...(exitCode === undefined ? {} : {exitCode})});

test.each<[string, TimelineEntry, string]>([
	['started', changed('start'), '●'],
	['created', changed('create'), '◇'],
	['paused', changed('pause'), '‖'],
	['goes on after a pause', changed('unpause'), '●'],
	['was sent a signal', changed('kill'), '·'],
	['checkpoint', changed('checkpoint'), '·'],
	['exited', died(), '○'],
	['exited with 0', died(0), '○'],
	['exited with 137: killed (SIGKILL)', died(137), '✗'],
	['exited with 42', died(42), '✗'],
	['healthy', entry({kind: 'container.health', ...at, health: 'healthy'}), '✓'],
	[
		'unhealthy: its health check fails',
		entry({kind: 'container.health', ...at, health: 'unhealthy'}),
		'✗',
	],
	['out of memory: the kernel killed a process', entry({kind: 'container.oom', ...at}), '✗'],
	['removed', entry({kind: 'container.destroyed', ...at}), '⊘'],
	[
		'lost: it is gone',
		entry({kind: 'connection.lost', atMillis: startMillis, reason: 'it is gone'}),
		'✗',
	],
	[
		'answers again after 00:41',
		entry({kind: 'connection.back', atMillis: startMillis, awayMillis: 41_000}),
		'✓',
	],
	[
		'restarted shop/api in 1.4s',
		entry({
			...{kind: 'action.ended', atMillis: startMillis, verb: 'restart', outcome: 'success'},
			text: 'restarted shop/api in 1.4s',
		}),
		'→',
	],
])('%s', (words, told, mark) => {
	expect(entryWords(told)).toBe(words);
	expect(entryMark(told, unicodeSymbols).text).toBe(mark);
	expect(entryMark(told, asciiSymbols).text).toMatch(/^[\x20-\x7e]$/);
});

describe('what it happened to', () => {
	test.each([
		['shop/api', {name: 'api', project: 'shop'}],
		['redis', {name: 'redis'}],
	])('%s', (subject, names) => {
		expect(entrySubject(entry({kind: 'container.oom', ...at}, names))).toBe(subject);
	});

	test('nobody knows its name', () => {
		expect(entrySubject(entry({kind: 'container.oom', ...at}))).toBe(at.ref.id.slice(0, 12));
	});

	test('the connection', () => {
		const lost = entry({kind: 'connection.lost', atMillis: startMillis, reason: 'gone'});
		expect(entrySubject(lost)).toBe('engine');
	});
});
