import {programScopes, programShows} from '../../model/user-command.ts';
import type {Setting} from '../setting.ts';

/** Commands of the user's own. */
export const commandSettings = {
	kind: 'list',
	about: 'commands of your own, in the help and in the footer',
	of: {
		kind: 'section',
		settings: {
			name: {kind: 'text', about: 'what it is called', refuse: whyNoName},
			key: {kind: 'texts', about: 'a key, or a list of keys'},
			command: {
				kind: 'texts',
				about:
					'program and arguments; {{name}}, {{id}}, {{image}}, {{project}}, {{service}}, {{ip}} and {{host}} stand for those of the selection',
			},
			scope: {
				kind: 'choice',
				about: 'what has to be selected',
				byDefault: 'container',
				choices: programScopes,
			},
			show: {
				kind: 'choice',
				about: 'its output in a window, the terminal for itself, or only how it ended',
				byDefault: 'output',
				choices: programShows,
			},
			confirm: {kind: 'flag', about: 'asks before', byDefault: 'false'},
			shell: {kind: 'flag', about: 'runs it by sh', byDefault: 'false'},
		},
	},
} as const satisfies Setting;

function whyNoName(name: string): string | undefined {
	if (!/[a-z0-9]/i.test(name)) return 'has neither letters nor digits';
	return name.length > 40 ? 'is longer than 40 characters' : undefined;
}
