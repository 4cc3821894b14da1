import {expect, test} from 'vitest';
import {type ScannedWord, toldLevel} from '../../../../source/model/logs/told-level.ts';

/** The word between the two marks, with what the scan has seen before it. */
const level = (marked: string, seen: Partial<ScannedWord> = {}): string | undefined => {
	const [before = '', word = '', after = ''] = marked.split('_');
	const start = before.length;
	return toldLevel({
		text: before + word + after,
		start,
		end: start + word.length,
		names: 0,
		depth: 0,
		...seen,
	})?.level;
};

test.each([
	['bare capitals', '_ERROR_ cannot bind', {}, 'error'],
	['capitals after a name, before a colon', 'shop _ERROR_: x', {names: 1}, 'error'],
	['a channel of Monolog', 'app._ERROR_: x', {}, 'error'],
	['Logrus on a terminal', '_WARN_[0012] x', {}, 'warn'],
	['Celery', '[10:45: _INFO_/MainProcess] x', {depth: 1}, 'info'],
	['a small word in brackets', '[ _info_ ] x', {depth: 1}, 'info'],
	['a module of Apache', '[core:_error_] x', {depth: 1}, 'error'],
	['a small word before a colon', 'x.sh: _error_: x', {}, 'error'],
	['between tabs', '1.7e9\t_info_\tx', {}, 'info'],
	['before a dash', '_warn_  - x', {}, 'warn'],
	['a fatal error', '_fatal_ error: x', {}, 'fatal'],
	['PostgreSQL', '[7] _LOG_:  x', {}, 'info'],
	['a class of exceptions', '_ValueError_: x', {}, 'error'],
	['a class of warnings', 'a.py:1: _UserWarning_: x', {}, 'warn'],
	['a field', 'ts=1 _level_=warn x', {}, 'warn'],
	['a field in quotes', '_lvl_="eror" x', {}, 'error'],
	['a panic that a server outlives', 'http: _panic_ serving 1.2.3.4:5: x', {}, 'error'],
])('%s', (_, marked, seen, expected) => {
	expect(level(marked, seen)).toBe(expected);
});

test.each([
	['bare capitals after a name', 'the _ERROR_ was', {names: 1}],
	['an assignment', '_ERROR_=0', {}],
	['a path', '/_error_/x', {}],
	['a small word', '_error_ rate is low', {}],
	['a small word before a colon, after a name', 'last _error_: none', {names: 1}],
	['a word of a name', 'x-_error_-y', {}],
	['a field after a name', 'with _level_=debug', {names: 1}],
	['a field with another value', '_level_=7', {}],
	['a field of a query', '?_level_=error', {}],
	['LOG without the two spaces', '_LOG_: x', {}],
])('not %s', (_, marked, seen) => {
	expect(level(marked, seen)).toBeUndefined();
});
