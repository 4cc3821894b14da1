import {usualLimits} from '../../model/attention/limits.ts';
import {rules} from '../../model/attention/rules.ts';
import {noneOf} from '../check-value.ts';
import type {Setting} from '../setting.ts';

const percent = {kind: 'number', least: 1, most: 100} as const;
const {memoryPercent, throttledPercent, diskPercent, restarts} = usualLimits;
const ruleIds = rules.map(({id}) => id);

/** When something counts as wrong. */
export const attentionSettings = {
	kind: 'section',
	about: 'when something counts as wrong',
	isDisplay: true,
	settings: {
		memoryPercent: {
			...percent,
			about: 'memory, of the limit of a container',
			byDefault: String(memoryPercent),
		},
		throttledPercent: {
			...percent,
			about: 'time without the CPU it wanted',
			byDefault: String(throttledPercent),
		},
		diskPercent: {...percent, about: 'of the disk of the machine', byDefault: String(diskPercent)},
		restarts: {
			kind: 'number',
			about: 'restarts in ten minutes that make a crash loop',
			byDefault: String(restarts),
			...{least: 2, most: 100},
		},
		ignore: {
			kind: 'list',
			about: `rules that are not applied: of ${ruleIds.join(', ')}`,
			of: {
				kind: 'text',
				refuse: text => (ruleIds.includes(text) ? undefined : noneOf(text, ruleIds)),
			},
		},
	},
} as const satisfies Setting;
