import {exitCode, healthOf} from '../container-facts.ts';
import {isStopSignal} from '../exit-code.ts';
import {known} from '../known.ts';
import {startingMillis, unhealthySince} from '../probing.ts';
import {findCrashLoop} from './crash-loop.ts';
import {wasStopped} from './crashes.ts';
import {whyUnmet} from './dependencies.ts';
import {errorOf} from './error-of.ts';
import type {Rule} from './problem.ts';
import {endedAt, endWords, isPause, isUnhealthy, lastOf, withProbe} from './rule-words.ts';

const minute = 60_000;
/** Longer than most programs take to begin, for a health check without a start period. */
const startMillis = 2 * minute;
const pauseMillis = 10 * minute;
const oomMillis = 10 * minute;
const diskFullPercent = 97;

/** All that dockmon takes for wrong, what hurts most first; one more is one entry. */
export const rules: readonly Rule[] = [
	{
		id: 'disk',
		about: 'host',
		severity: 'warn',
		sign: 'load',
		helps: ['view.host'],
		tabs: [],
		advice: 'Make room before programs fail to write: docker system df tells what takes it.',
		leastMillis: 0,
		check({rootDiskUsedPercent: percent}, {diskPercent}) {
			if (percent === undefined || percent < diskPercent) return undefined;
			const brief = `disk ${Math.floor(percent)}% full`;
			return {brief, words: brief, ...(percent >= diskFullPercent && {severity: 'err'})};
		},
	},
	{
		id: 'crash-loop',
		about: 'container',
		severity: 'err',
		sign: 'restarting',
		helps: ['container.logs', 'container.start-stop'],
		tabs: ['logs'],
		advice: 'Its last lines before each end say why; stop it while you look.',
		hides: ['restarting', 'exit', 'oom', 'oom-kill'],
		check: findCrashLoop,
	},
	{
		id: 'unhealthy',
		about: 'container',
		severity: 'err',
		sign: 'unhealthy',
		helps: ['container.logs', 'container.shell', 'container.restart'],
		tabs: ['health', 'overview'],
		advice: 'The output of its probe says what is missing; a restart helps where it hangs.',
		check({container, recent}) {
			const health = healthOf(container);
			const {details, state} = container;
			if (state !== 'running' || health.kind !== 'unhealthy') return undefined;
			const {failingStreak: streak} = health;
			const brief = 'unhealthy';
			const words = streak ? `${brief}: ${streak} probes failed in a row` : brief;
			const sinceMillis =
				lastOf(recent, isUnhealthy) ??
				unhealthySince(health, details?.probing, details?.startedAtMillis);
			return {brief, ...withProbe(words, health), ...known('sinceMillis', sinceMillis)};
		},
	},
	{
		id: 'oom',
		about: 'container',
		severity: 'err',
		sign: 'failed',
		helps: ['container.logs', 'container.start-stop'],
		tabs: ['logs', 'overview'],
		advice: 'Raise its memory limit, or find out what grows in it.',
		hides: ['exit'],
		check(facts) {
			const {container} = facts;
			if (container.state !== 'exited' || !container.details?.oomKilled) return undefined;
			return {brief: 'out of memory', words: endWords(facts) ?? '', ...endedAt(container)};
		},
	},
	{
		id: 'oom-kill',
		about: 'container',
		severity: 'err',
		sign: 'failed',
		helps: ['container.logs', 'container.restart'],
		tabs: ['stats', 'processes', 'overview'],
		advice: 'One of its processes is gone; raise its memory limit, or find out what grows in it.',
		check({container, recent, nowMillis}) {
			const sinceMillis = lastOf(recent, ({kind}) => kind === 'container.oom');
			const isOld = sinceMillis === undefined || nowMillis - sinceMillis > oomMillis;
			if (isOld || container.state !== 'running') return undefined;
			const words = 'the kernel killed one of its processes for want of memory';
			return {brief: 'out of memory', words, sinceMillis};
		},
	},
	{
		id: 'dead',
		about: 'container',
		severity: 'err',
		sign: 'failed',
		helps: ['container.logs'],
		tabs: ['overview'],
		advice: 'The engine could not remove it; a restart of the engine often lets it.',
		check: ({container}) =>
			container.state === 'dead'
				? {brief: 'dead', words: 'dead: the engine could not remove it', ...endedAt(container)}
				: undefined,
	},
	{
		id: 'exit',
		about: 'container',
		severity: 'err',
		sign: 'failed',
		helps: ['container.logs', 'container.start-stop'],
		tabs: ['logs'],
		advice: 'Its last lines say why; it can be started again.',
		check(facts) {
			const {container, recent} = facts;
			const code = exitCode(container);
			if (container.state !== 'exited' || !code) return undefined;
			// Whoever stops a container knows that it is stopped.
			const isAsked = wasStopped(recent) || (recent.length === 0 && isStopSignal(code));
			const {restartCount = 0, restartPolicy = ''} = container.details ?? {};
			const tries = restartPolicy.startsWith('on-failure') && restartCount > 0;
			const words = `${endWords(facts)}${tries ? `, given up after ${restartCount} restarts` : ''}`;
			const found = {brief: `exit code ${code}`, words, ...endedAt(container)};
			return {...found, ...errorOf(container), ...(isAsked && {severity: 'note'})};
		},
	},
	{
		id: 'restarting',
		about: 'container',
		severity: 'warn',
		sign: 'restarting',
		helps: ['container.logs'],
		tabs: ['logs'],
		advice: 'The engine starts it again by its policy; its last lines say why it ended.',
		check(facts) {
			const {container} = facts;
			if (container.state !== 'restarting') return undefined;
			const count = container.details?.restartCount;
			const brief = count ? `restarting ×${count}` : 'restarting';
			const words = ['restarting', endWords(facts)].filter(Boolean).join(', ');
			return {brief, words, ...endedAt(container)};
		},
	},
	{
		id: 'dependency',
		about: 'container',
		severity: 'warn',
		sign: 'failed',
		helps: ['container.logs', 'container.restart'],
		tabs: ['logs'],
		advice: 'Mend what it needs first; many programs then have to be restarted.',
		check({container, dependencies}) {
			if (container.state !== 'running') return undefined;
			const unmet = dependencies.flatMap(dependency => whyUnmet(dependency) ?? []);
			const [first] = unmet;
			if (first === undefined) return undefined;
			const more = unmet.length > 1 ? ` +${unmet.length - 1}` : '';
			const words = `depends on what is not well: ${unmet.join(', ')}`;
			return {brief: `depends: ${first}${more}`, words};
		},
	},
	{
		id: 'never-healthy',
		about: 'container',
		severity: 'warn',
		sign: 'starting',
		helps: ['container.logs', 'container.restart'],
		tabs: ['health', 'overview'],
		advice:
			'Its health check has not passed once since the start; the probe says what it waits for.',
		check({container, nowMillis}) {
			const {details, state} = container;
			const health = healthOf(container);
			const sinceMillis = details?.startedAtMillis;
			if (state !== 'running' || health.kind !== 'starting') return undefined;
			const least = startingMillis(details?.probing) ?? startMillis;
			if (sinceMillis === undefined || nowMillis - sinceMillis < least) return undefined;
			const brief = 'started, never healthy';
			return {brief, ...withProbe(brief, health), sinceMillis};
		},
	},
	{
		id: 'memory',
		about: 'usage',
		severity: 'warn',
		sign: 'load',
		helps: ['container.logs', 'container.restart'],
		tabs: ['stats', 'processes'],
		advice: 'At its limit the kernel kills it: raise the limit, or find out what grows in it.',
		leastMillis: 0,
		check(container, {sample}, {memoryPercent}) {
			const limit = container.details?.limits.memoryBytes;
			if (!limit || sample.memoryUsedBytes === undefined) return undefined;
			const percent = Math.round((sample.memoryUsedBytes / limit) * 100);
			if (percent < memoryPercent) return undefined;
			const brief = `memory ${percent}% of limit`;
			return {brief, words: `${brief}: near to being killed`};
		},
	},
	{
		id: 'throttled',
		about: 'usage',
		severity: 'warn',
		sign: 'load',
		helps: ['container.logs'],
		tabs: ['stats', 'processes'],
		advice: 'It wants more CPU than its limit lets it have: raise the limit, or take load from it.',
		leastMillis: 10_000,
		check(_container, {throttledPercent: percent}, {throttledPercent}) {
			if (percent === undefined || percent < throttledPercent) return undefined;
			const brief = `CPU throttled ${Math.round(percent)}%`;
			return {brief, words: `${brief} of the time by its limit`};
		},
	},
	{
		id: 'paused',
		about: 'container',
		severity: 'note',
		sign: 'paused',
		helps: [],
		tabs: ['overview'],
		advice: 'Its processes are frozen and hold what they have; docker unpause lets them go on.',
		check({container, recent, nowMillis}) {
			const sinceMillis = lastOf(recent, isPause);
			const isShort = sinceMillis !== undefined && nowMillis - sinceMillis < pauseMillis;
			if (container.state !== 'paused' || isShort) return undefined;
			return {brief: 'paused', words: 'paused for long', ...known('sinceMillis', sinceMillis)};
		},
	},
];
