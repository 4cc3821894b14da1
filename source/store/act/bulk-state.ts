import type {ActionOutcome} from '../../model/act/action-outcome.ts';
import {outcomeLevel} from '../../model/act/action-outcome.ts';
import type {ContainerAction} from '../../model/act/container-action.ts';
import type {Wait} from '../../model/attention/dependencies.ts';
import type {ContainerKey} from '../../model/ids.ts';
import type {ActionTarget} from './action-request.ts';
import type {ClientsAsked} from './clients-asked.ts';

/** What is about to be done to several containers: the set, and the order, are fixed when it is shown. */
export interface BulkPlan extends BulkWords {
	readonly action: ContainerAction;
	readonly rows: readonly PlannedRow[];
	/** Services that wait for each other, so that nothing can be said of their order. */
	readonly circle: readonly string[];
	/** Services of Compose whose dependencies nobody has written down. */
	readonly lacksOrder: boolean;
	/** Why they are not known, a sentence; undefined where nobody has looked. */
	readonly whyNoOrder?: string;
}

/** What is said of it; with foreign text. */
export interface BulkWords {
	/** `Restart 7 containers of project shop`, without those that are left out. */
	readonly title: string;
	/** Whose they are: ` of project shop`, ` that are marked`. */
	readonly of: string;
	/** What follows from it, in sentences. */
	readonly notes: readonly string[];
	readonly clients?: ClientsAsked;
	/** What the docker CLI would be given for the same. */
	readonly command: readonly string[];
	/** What has to be typed for a yes; undefined where a key is enough. */
	readonly expected?: string;
}

export interface PlannedRow {
	readonly key: ContainerKey;
	/** The name people use; foreign text. */
	readonly name: string;
	/** The first twelve digits of its id. */
	readonly id: string;
	/** In words, as it was when it was listed: `running, healthy`. */
	readonly state: string;
	readonly target: ActionTarget;
	/** Its service, by which others wait for it. */
	readonly service: string;
	/** What is dealt with before it. */
	readonly after: readonly Wait[];
	/** 0 for those that wait for nobody. */
	readonly wave: number;
	/** Why nothing is done to it; undefined where something is. */
	readonly skipped?: string;
}

/** `settling`: the engine is done, its health or its end is awaited; it takes up no place any more. */
type RowStatus = 'waiting' | 'running' | 'settling' | 'ended';

export interface BulkRow extends PlannedRow {
	readonly status: RowStatus;
	/** When it was begun. */
	readonly sinceMillis?: number;
	/** Of one that ended, unless it was skipped. */
	readonly outcome?: ActionOutcome;
}

/** The latest bulk run; it stays to be looked at until there is another one. */
export interface BulkRun extends Pick<BulkPlan, 'action' | 'title' | 'of'> {
	readonly rows: readonly BulkRow[];
	readonly startedAtMillis: number;
	readonly endedAtMillis?: number;
	/** The user wants no more of it. */
	readonly isCancelled: boolean;
}

/** More at once are not a choice but a mistake. */
export const maxBulkRows = 1000;

export const isUnderWay = (
	run: BulkRun | undefined,
): run is BulkRun & {readonly endedAtMillis?: never} =>
	run !== undefined && run.endedAtMillis === undefined;

export const hasFailed = ({outcome}: BulkRow): boolean =>
	outcome !== undefined && outcomeLevel(outcome) === 'error';

export interface BulkCounts {
	/** Those that something is done to. */
	readonly all: number;
	readonly ended: number;
	/** Done, or so already. */
	readonly done: number;
	readonly failed: number;
	readonly cancelled: number;
}

/** The same object for the same run. */
export const countBulk = (run: BulkRun): BulkCounts => {
	const known = counted.get(run);
	if (known !== undefined) return known;
	const rows = run.rows.filter(({skipped}) => skipped === undefined);
	const count = (is: (row: BulkRow) => boolean): number => rows.filter(is).length;
	const ended = count(({status}) => status === 'ended');
	const failed = count(hasFailed);
	const cancelled = count(({outcome}) => outcome?.kind === 'cancelled');
	const counts = {all: rows.length, ended, failed, cancelled, done: ended - failed - cancelled};
	counted.set(run, counts);
	return counts;
};

const counted = new WeakMap<BulkRun, BulkCounts>();
