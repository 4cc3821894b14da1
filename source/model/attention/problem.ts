import type {Container} from '../container.ts';
import type {HostSample} from '../host-sample.ts';
import type {ContainerKey} from '../ids.ts';
import type {ContainerUsage} from '../stats-sample.ts';
import type {TimelineEntry} from '../timeline.ts';
import type {Dependency} from './dependencies.ts';
import type {Limits} from './limits.ts';

/** `note`: worth knowing, but nothing is wrong; not in the status line. */
export type Severity = 'err' | 'warn' | 'note';

export const severities: readonly Severity[] = ['err', 'warn', 'note'];

/** What is known when a container is looked at. */
export interface Facts {
	readonly container: Container;
	/** What happened to it, oldest first. */
	readonly recent: readonly TimelineEntry[];
	/** By the engine's clock. One that has stopped is not looked at again as time goes by. */
	readonly nowMillis: number;
	/** What Compose started before it, with the containers of each. */
	readonly dependencies: readonly Dependency[];
	readonly limits: Limits;
}

/** What a rule found, in words. */
export interface Finding {
	/** Where it is another one than the rule has. */
	readonly severity?: Severity;
	/** For the status line: `unhealthy`, `exit code 1`. */
	readonly brief: string;
	/** A sentence for the list; may hold foreign text. */
	readonly words: string;
	/** By the engine's clock; undefined where nobody knows. */
	readonly sinceMillis?: number;
	/** It began before that, and nobody knows when. */
	readonly isOlder?: true;
	/** What a program said about it: the last output of a probe, an error of the engine. Foreign text. */
	readonly output?: string;
}

interface RuleBase {
	readonly id: string;
	readonly severity: Severity;
	readonly sign: 'unhealthy' | 'restarting' | 'failed' | 'paused' | 'starting' | 'load';
	/** Ids of commands that help, the best first. */
	readonly helps: readonly string[];
	/** Tabs of the detail that show more, the best first; what there is of them is opened. */
	readonly tabs: readonly string[];
	/** What to do about it, in a sentence. */
	readonly advice: string;
	/** Other rules that say less about the same. */
	readonly hides?: readonly string[];
}

/** Decided by the state of a container and by what happened to it. */
interface ContainerRule extends RuleBase {
	readonly about: 'container';
	readonly check: (facts: Facts) => Finding | undefined;
}

/** Decided by figures, which come and go: told once it was so for a while, and until it was not for a while. */
export interface UsageRule extends RuleBase {
	readonly about: 'usage';
	readonly check: (
		container: Container,
		usage: ContainerUsage,
		limits: Limits,
	) => Finding | undefined;
	readonly leastMillis: number;
}

export interface HostRule extends RuleBase {
	readonly about: 'host';
	readonly check: (host: HostSample, limits: Limits) => Finding | undefined;
	readonly leastMillis: number;
}

export type Rule = ContainerRule | UsageRule | HostRule;

/** Something that is wrong now. */
export interface Problem {
	/** The same while it lasts. */
	readonly id: string;
	readonly rule: Rule;
	readonly severity: Severity;
	readonly finding: Finding;
	/** Undefined for the machine. */
	readonly key?: ContainerKey;
	readonly container?: Container;
}

/** How long figures have been so that a rule takes them for wrong; instants of the samples, by our clock. */
export interface Spell {
	readonly rule: UsageRule | HostRule;
	/** Undefined for the machine. */
	readonly key?: ContainerKey;
	readonly sinceMillis: number;
	/** When it was so last. */
	readonly lastMillis: number;
	/** As of then. */
	readonly finding: Finding;
}
