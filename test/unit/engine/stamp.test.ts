import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	fixedStampMillis,
	sinceJustBefore,
	stampLength,
	stampMillis,
	stampNanos,
	stampToSince,
	untilJustAfter,
} from '../../../source/engine/stamp.ts';

const stamp = '2026-11-22T10:11:12.123456789Z';

test('nanoseconds are kept', () => {
	expect(stampNanos(stamp)).toBe(1_795_342_272_123_456_789n);
	expect(stampNanos('2026-11-22T11:11:12.5+01:00')).toBe(1_795_342_272_500_000_000n);
	expect(stampNanos('2026-11-22T10:11:12Z')).toBe(1_795_342_272_000_000_000n);
});

test('the zero time of Go and nonsense are no instants', () => {
	for (const text of [
		'0001-01-01T00:00:00Z',
		'',
		'yesterday',
		'1',
		'May 5',
		'2026-99-99T00:00:00Z',
	]) {
		expect(stampNanos(text)).toBeUndefined();
		expect(stampMillis(text)).toBeUndefined();
	}
});

test('milliseconds do not depend on which stamp was read before', () => {
	const digit = fc.constantFrom(...'0123456789x');
	const fraction = fc.array(digit, {minLength: 8, maxLength: 10}).map(digits => digits.join(''));
	const second = fc.constantFrom(
		'2026-11-22T10:11:12',
		'2026-11-22T10:11:13',
		'1970-01-01T00:00:00',
	);
	const zone = fc.constantFrom('Z', '+01:00', '');
	const anyStamp = fc
		.tuple(second, fraction, zone)
		.map(parts => `${parts[0]}.${parts[1]}${parts[2]}`);
	fc.assert(
		fc.property(fc.array(anyStamp), stamps => {
			for (const text of stamps) {
				const nanos = stampNanos(text);
				const millis = nanos ? Number(nanos / 1_000_000n) : undefined;
				// Of another second, or form, nothing is told by the bytes alone.
				const byBytes = fixedStampMillis(Buffer.from(`> ${text} text`), 2);
				if (byBytes !== undefined) expect(byBytes).toBe(millis);
				expect(stampMillis(text)).toBe(millis);
				const isFixed = text.length === 30 && millis !== undefined && millis >= 1000;
				if (isFixed) expect(fixedStampMillis(Buffer.from(text), 0)).toBe(millis);
			}
		}),
	);
});

test('a stamp becomes what `since` wants; anything else is passed on', () => {
	expect(stampToSince(stamp)).toBe('1795342272.123456789');
	expect(stampToSince('2026-11-22T10:11:12.000000005Z')).toBe('1795342272.000000005');
	expect(stampToSince('1795342272.5')).toBe('1795342272.5');
});

test('the instant just before is one nanosecond earlier', () => {
	expect(sinceJustBefore(stamp)).toBe('1795342272.123456788');
	expect(sinceJustBefore('2026-11-22T10:11:12Z')).toBe('1795342271.999999999');
});

test('the end of a stamp is one nanosecond later, or the end of its second where it has no fraction', () => {
	expect(untilJustAfter(stamp)).toBe('1795342272.123456790');
	expect(untilJustAfter('2026-11-22T10:11:12Z')).toBe('1795342273.000000000');
	expect(untilJustAfter('1795342272.5')).toBe('1795342272.5');
});

test('a stamp at the start of bytes is measured', () => {
	expect(stampLength(Buffer.from(`${stamp} text`))).toBe(stamp.length);
	expect(stampLength(Buffer.from('no stamp here'))).toBe(0);
	expect(stampLength(Buffer.from('x'.repeat(60)))).toBe(0);
});

test('too few bytes cannot be told', () => {
	expect(stampLength(Buffer.from(stamp.slice(0, 12)))).toBeUndefined();
	expect(stampLength(Buffer.from(stamp))).toBeUndefined();
});
