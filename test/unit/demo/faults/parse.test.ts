import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {faultHelp} from '../../../../source/demo/faults/help.ts';
import {linesOf, parseRules} from '../../../../source/demo/faults/parse.ts';
import {always} from '../../../../source/demo/faults/rule.ts';
import {FaultRuleError} from '../../../../source/demo/faults/words.ts';

const parse = (script: string) => parseRules(linesOf(script, 'script'));
const requestRule = {kind: 'request', method: undefined, path: expect.any(RegExp), when: always};

describe('requests', () => {
	test.each([
		['* refuse', 'refuse'],
		['* hang', 'hang'],
		['* delay 800ms', {delayMillis: 800}],
		['* delay 1.5s', {delayMillis: 1500}],
		['* cut at 512', {cutAt: 512}],
		['* reset at 0', {resetAt: 0}],
		['* stall at 7', {stallAt: 7}],
		['* body null', {body: 'null\n'}],
		['* status 503 "try later"', {status: 503, body: '{"message":"try later"}\n'}],
		['* status 304', {status: 304, body: ''}],
		['* status 500', {status: 500, body: '{"message":"a scripted fault"}\n'}],
	])('%s', (script, fault) => {
		expect(parse(script)).toEqual([{...requestRule, fault}]);
	});

	test.each([
		['*', '/containers/json', true],
		['/containers/json', '/containers/json', true],
		['/containers/json', '/containers/json/x', false],
		['/containers/*/json', '/containers/abc/json', true],
		['/containers/*/json', '/containers/json', false],
		['/containers/*/json', '/containers/a/b/json', false],
		['/containers/**', '/containers/a/b/json', true],
		['/containers/shop-*', '/containers/shop-api-1', true],
		['/a.c', '/abc', false],
	])('%s on %s: %s', (path, asked, isMeant) => {
		const [rule] = parse(`GET ${path} hang`);
		expect(rule).toMatchObject({method: 'GET'});
		expect(rule?.kind === 'request' && rule.path.test(asked)).toBe(isMeant);
	});

	test.each([
		['after 10s', {afterMillis: 10_000}],
		['until 1m', {untilMillis: 60_000}],
		['for 5s', {untilMillis: 5000}],
		['after 10s for 5s', {afterMillis: 10_000, untilMillis: 15_000}],
		['for 5s after 10s', {afterMillis: 10_000, untilMillis: 15_000}],
		['every 3rd', {every: 3}],
		['25%', {percent: 25}],
		['once', {times: 1}],
		['7 times', {times: 7}],
		['2 times 50% every 2nd until 2h', {times: 2, percent: 50, every: 2, untilMillis: 7_200_000}],
	])('when: %s', (clauses, when) => {
		expect(parse(`* hang ${clauses}`)).toEqual([
			{...requestRule, fault: 'hang', when: {...always, ...when}},
		]);
	});
});

describe('the rest of the engine', () => {
	test.each([
		['events lost', {kind: 'event', action: undefined, copies: 0, when: always}],
		[
			'events die lost once',
			{kind: 'event', action: 'die', copies: 0, when: {...always, times: 1}},
		],
		['events duplicated', {kind: 'event', action: undefined, copies: 2, when: always}],
		['events replay 100', {kind: 'replay', count: 100, when: always}],
		['clock +10m', {kind: 'clock', offsetMillis: 600_000, afterMillis: 0}],
		['clock -3s', {kind: 'clock', offsetMillis: -3000, afterMillis: 0}],
		['clock +1h after 20s', {kind: 'clock', offsetMillis: 3_600_000, afterMillis: 20_000}],
		['api 1.44-1.52', {kind: 'api', range: {least: '1.44', most: '1.52'}}],
	])('%s', (script, rule) => {
		expect(parse(script)).toEqual([rule]);
	});
});

test('a script has comments and blank lines, and any end of line', () => {
	expect(parse('# first\r\n\r\n  * hang\n\t# last\nevents lost\n')).toHaveLength(2);
	expect(parse('')).toEqual([]);
});

test.each([
	[
		'hang',
		'expected GET or another method, a path such as /containers/*/json, *, events, clock or api, found "hang"',
	],
	['constructor hang', 'expected GET or another method'],
	['GET hang', 'expected a path such as /containers/*/json, or *, found "hang"'],
	['*', 'expected one of refuse, hang, delay, cut, reset, stall, body, status, found nothing'],
	['* toString', 'expected one of refuse'],
	['* delay soon', 'expected a time such as 800ms, found "soon"'],
	['* delay 800', 'found "800"'],
	['* delay 9constructor', 'found "9constructor"'],
	['* cut 512', 'expected at, found "512"'],
	['* cut at many', 'expected a number of bytes, found "many"'],
	[
		'* body xml',
		'expected one of html, empty, null, number, text, list, object, half, binary, found "xml"',
	],
	['* status 200', 'expected 304, or a status from 400 to 599, found "200"'],
	[
		'* status 500 oops',
		'expected after, until, for, every, a percentage, once or a number of times, found "oops"',
	],
	['* hang afterr 10s', 'found "afterr"'],
	['* hang "after" 10s', 'expected after, until'],
	['* hang after', 'expected a time such as 10s, found nothing'],
	['* hang after 1s after 2s', 'found "after"'],
	['* hang for 1s until 2s', 'found "until"'],
	['* hang once 2 times', 'found "2"'],
	['* hang every 3', 'expected which one, such as 3rd, found "3"'],
	['* hang 200%', 'found "200%"'],
	['* hang 3', 'expected times, found nothing'],
	['events', 'expected an action, lost, duplicated or replay, found nothing'],
	['events die', 'expected lost or duplicated, found nothing'],
	['events replay all', 'expected how many events, found "all"'],
	['clock 10m', 'expected a time with a sign, such as +10m, found "10m"'],
	['clock -10m after 5s', 'expected the end of the rule, found "after"'],
	[
		'api 1.52-1.44',
		'expected two versions such as 1.44-1.52, the older one first, found "1.52-1.44"',
	],
	['api 1.44-1.52 now', 'expected the end of the rule, found "now"'],
	['api 1.41-1.44\napi 1.41-1.45', 'script:4: api is given already, at script:3'],
])('%j is refused', (line, reason) => {
	expect(() => parse(`# a comment\n\n${line}`)).toThrow(reason);
	expect(() => parse(`# a comment\n\n${line}`)).toThrow(/^script:[34]: /);
});

test('the examples of the help are rules', () => {
	const examples = faultHelp.split('\n\n')[1] ?? '';
	expect(parse(examples)).toHaveLength(6);
});

test('whatever is written, it is a rule or refused in words', () => {
	const words =
		'GET * /a/*/b hang delay cut at body status events lost replay clock api after for every once 3 3rd 5s 50% +1m 1.41-1.44 "x" " __proto__';
	const word = fc.oneof(fc.constantFrom(...words.split(' ')), fc.string({maxLength: 6}));
	fc.assert(
		fc.property(fc.array(word, {maxLength: 8}), written => {
			try {
				expect(parse(written.join(' '))).toBeInstanceOf(Array);
			} catch (error) {
				expect(error).toBeInstanceOf(FaultRuleError);
			}
		}),
		{numRuns: 3000},
	);
});
