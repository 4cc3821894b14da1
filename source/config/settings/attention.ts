import type {Setting} from '../setting.ts';

const percent = {kind: 'number', least: 1, most: 100} as const;

/** When something counts as wrong. */
export const attentionSettings = {
	kind: 'section',
	about: 'when something counts as wrong',
	isDisplay: true,
	settings: {
		memoryPercent: {...percent, about: 'memory, of the limit of a container', byDefault: '90'},
		throttledPercent: {...percent, about: 'time without the CPU it wanted', byDefault: '25'},
		diskPercent: {...percent, about: 'of the disk of the machine', byDefault: '90'},
		restarts: {
			kind: 'number',
			about: 'restarts in ten minutes that make a crash loop',
			byDefault: '3',
			...{least: 2, most: 100},
		},
		ignore: {kind: 'list', about: 'rules that are not applied, by name', of: {kind: 'text'}},
	},
} as const satisfies Setting;
