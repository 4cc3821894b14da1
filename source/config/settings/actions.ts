import {cautions} from '../../model/act/policy.ts';
import type {Setting} from '../setting.ts';

const choice = {kind: 'choice', choices: cautions} as const;

/** How carefully dockmon is with what it does; never for a project's file, which must not switch a question off. */
export const actionSettings = {
	kind: 'section',
	about: 'what is asked before something is done',
	settings: {
		confirm: {
			kind: 'section',
			about: 'by action: never ask, ask, or have the name typed',
			settings: {
				start: {...choice, about: 'before a start', byDefault: 'ask'},
				stop: {...choice, about: 'before a stop', byDefault: 'ask'},
				restart: {...choice, about: 'before a restart', byDefault: 'ask'},
				pause: {...choice, about: 'before a pause', byDefault: 'ask'},
				unpause: {...choice, about: 'before it goes on', byDefault: 'ask'},
				kill: {...choice, about: 'before a signal', byDefault: 'ask'},
				remove: {
					...choice,
					about: 'before a removal',
					byDefault: 'ask; name for what runs or has volumes that go with it',
				},
				rename: {...choice, about: 'before another name', byDefault: 'ask'},
				update: {
					...choice,
					about: 'before other limits or another restart policy',
					byDefault: 'ask',
				},
				shell: {
					...choice,
					about: 'before a shell, or another program, in a container',
					byDefault: 'never; ask on a protected engine',
				},
				rootShell: {
					...choice,
					about:
						'the same where root is asked for, by name or number; not where only the image says so',
					byDefault: 'never; ask on a protected engine',
				},
				attach: {
					...choice,
					about: 'before the first process gets the keys',
					byDefault: 'never; ask on a protected engine',
				},
				debug: {
					...choice,
					about: 'before a debug container',
					byDefault: 'never; name on a protected engine',
				},
				copyIn: {
					...choice,
					about:
						'before files are copied into a container; what is replaced is asked about in any case',
					byDefault: 'ask; name on a protected engine',
				},
			},
		},
		protected: {
			kind: 'list',
			about:
				'engines where every action wants the name, and a shell is asked about: addresses or contexts, * at an end',
			of: {kind: 'text'},
		},
	},
} as const satisfies Setting;
