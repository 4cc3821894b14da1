import {highlightColours} from '../model/logs/highlight-rule.ts';
import {parsePattern} from '../model/logs/log-pattern.ts';
import type {Setting, ValueOf} from './setting.ts';

const mebibyte = 1024 * 1024;

/** Everything that can be configured; reading, checking and suggestions derive from this table. */
export const schema = {
	kind: 'section',
	settings: {
		logs: {
			kind: 'section',
			settings: {
				highlight: {
					kind: 'list',
					of: {
						kind: 'section',
						settings: {
							/** A regular expression; small letters find capitals too. */
							pattern: {
								kind: 'text',
								refuse: text => (text === '' ? 'is empty' : parsePattern(`/${text}/`).problem),
							},
							color: {kind: 'choice', choices: highlightColours},
							bold: {kind: 'flag'},
						},
					},
				},
				/** Lines and bytes that are kept of each log. */
				maxLines: {kind: 'number', least: 100, most: 1_000_000},
				maxBytes: {kind: 'number', least: 64 * 1024, most: 1024 * mebibyte},
			},
		},
	},
} as const satisfies Setting;

export type Settings = ValueOf<typeof schema>;
