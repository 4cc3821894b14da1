import {formatAge} from '../../format/duration.ts';
import type {Line, Span, Token} from '../../format/span.ts';
import type {Symbols} from '../../format/symbols.ts';
import type {Finding, Problem, Severity} from '../../model/attention/problem.ts';
import {qualifiedName} from '../../model/container-facts.ts';
import {plain, styled} from './spans.ts';

export const severityTokens: Readonly<Record<Severity, Token>> = {
	err: 'err',
	warn: 'warn',
	note: 'muted',
};

/** The sign of a problem, one cell: the same shapes as state and health have in the list. */
export const problemMark = ({rule, severity}: Problem, symbols: Symbols): Span =>
	styled(severityTokens[severity], rule.sign === 'load' ? symbols.sortUp : symbols[rule.sign]);

/** `shop/api`; `machine` where it is of none. Foreign text. */
export const problemSubject = ({container}: Problem): string =>
	container === undefined ? 'machine' : qualifiedName(container);

/** Words of a rule for the terminal at hand. */
export const ruleWords = (words: string, symbols: Symbols): string =>
	symbols.chart === 'ascii' ? words.replaceAll('×', 'x') : words;

/** For the status line: `✗ shop/mailer unhealthy`. */
export const problemBrief = (problem: Problem, symbols: Symbols): Line => [
	problemMark(problem, symbols),
	plain(` ${problemSubject(problem)} ${ruleWords(problem.finding.brief, symbols)}`),
];

/** `2m`, or `>2m` of what is older than anybody knows. */
export const problemAge = (
	{sinceMillis, isOlder}: Finding,
	nowMillis: number,
	unknown: string,
): string => {
	if (sinceMillis === undefined) return unknown;
	return `${isOlder ? '>' : ''}${formatAge(nowMillis - sinceMillis)}`;
};
