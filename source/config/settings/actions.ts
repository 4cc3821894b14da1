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
				start: {...choice, byDefault: 'ask'},
				stop: {...choice, byDefault: 'ask'},
				restart: {...choice, byDefault: 'ask'},
				pause: {...choice, byDefault: 'ask'},
				unpause: {...choice, byDefault: 'ask'},
				kill: {...choice, byDefault: 'ask'},
				remove: {...choice, byDefault: 'ask; name for what runs or has volumes that go with it'},
				rename: {...choice, byDefault: 'ask'},
				update: {...choice, byDefault: 'ask'},
			},
		},
		protected: {
			kind: 'list',
			about: 'engines where every action wants the name: addresses or contexts, * at an end',
			of: {kind: 'text'},
		},
	},
} as const satisfies Setting;
