import {highlightColours} from '../../model/logs/highlight-rule.ts';
import {parsePattern} from '../../model/logs/log-pattern.ts';
import type {Setting} from '../setting.ts';

const mebibyte = 1024 * 1024;

/** Of the log pane. */
export const logSettings = {
	kind: 'section',
	about: 'the log pane',
	isDisplay: true,
	settings: {
		highlight: {
			kind: 'list',
			about: 'what is coloured in every log',
			of: {
				kind: 'section',
				settings: {
					pattern: {
						kind: 'text',
						about: 'a regular expression; small letters find capitals too',
						refuse: text => (text === '' ? 'is empty' : parsePattern(`/${text}/`).problem),
					},
					color: {
						kind: 'choice',
						about: 'in which colour',
						byDefault: 'yellow',
						choices: highlightColours,
					},
					bold: {kind: 'flag', about: 'in bold letters', byDefault: 'false'},
				},
			},
		},
		maxLines: {
			kind: 'number',
			about: 'lines that are kept of each log',
			byDefault: '10000',
			isCostly: true,
			...{least: 100, most: 1_000_000},
		},
		maxBytes: {
			kind: 'number',
			about: 'bytes that are kept of each log',
			byDefault: '8 MB, or what maxLines needs',
			isCostly: true,
			...{least: 64 * 1024, most: 1024 * mebibyte},
		},
		wrap: {kind: 'flag', about: 'long lines go on in the next row', byDefault: 'false'},
		time: {
			kind: 'choice',
			about: 'the time before the lines',
			byDefault: 'local',
			choices: ['off', 'local', 'utc', 'relative'],
		},
	},
} as const satisfies Setting;
