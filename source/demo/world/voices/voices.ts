import {cron, ledger, plain, report} from './billing-voices.ts';
import {collector, console, dashboard, loadTest, prometheus, registry} from './observe-voices.ts';
import {api, mailer, web, worker} from './shop-voices.ts';
import {postgres, redis} from './store-voices.ts';
import type {Voice} from './voice.ts';

const voices = {
	api,
	collector,
	console,
	cron,
	dashboard,
	ledger,
	loadTest,
	mailer,
	plain,
	postgres,
	prometheus,
	redis,
	registry,
	report,
	web,
	worker,
} as const satisfies Record<string, Voice>;

export type VoiceName = keyof typeof voices;

export const voiceOf = (name: VoiceName): Voice => voices[name];
