import type {FileChanges} from '../../model/file-change.ts';
import type {ImageConfig} from '../../model/image-config.ts';
import type {JsonDocument} from '../../model/json.ts';
import type {LogPattern} from '../../model/logs/log-pattern.ts';
import type {ProcessSample} from '../../model/process-cpu.ts';
import type {ContainerSetup, HealthSetup} from '../../model/setup.ts';
import type {VolumeUse} from '../../model/volume-use.ts';
import type {Failure} from '../failure.ts';
import type {TabId} from '../tabs.ts';

/** What is loaded for the tabs, by kind; of one container, the selected one. */
export interface DetailData {
	readonly setup: ContainerSetup;
	/** That it was made from; with it `setup` is needed, which names it. */
	readonly image: ImageConfig;
	/** The whole inspect. */
	readonly document: JsonDocument;
	/** What it is compared with, if anything; of an image what a container has from it. */
	readonly other: JsonDocument | undefined;
	/** The last minute, newest last; none of what does not run. */
	readonly processes: readonly ProcessSample[];
	readonly changes: FileChanges;
	readonly health: HealthSetup;
	/** All of the engine's, so they outlive the selection. */
	readonly volumes: readonly VolumeUse[];
}

export type DetailKind = keyof DetailData;

/** `waitedMillis`: how long an answer is awaited, where that is long enough to say so. */
export type Loadable<Value> = (
	| {readonly status: 'idle'}
	| {readonly status: 'loading'}
	| {readonly status: 'ready'; readonly value: Value; readonly atMillis: number}
	/** As it was before the connection was lost. */
	| {readonly status: 'stale'; readonly value: Value; readonly atMillis: number}
	| {readonly status: 'failed'; readonly failure: Failure}
) & {readonly waitedMillis?: number};

/** Where a tab is scrolled to. */
export interface TabPlace {
	/** Rows scrolled away. */
	readonly top: number;
	/** Which of its items the cursor is on; in a tab without a cursor the line that is looked at. */
	readonly item: number;
}

/** What the tabs show of the selection beyond what the list knows. */
export interface DetailState {
	/** The row it is of; when another one is selected all begins anew. */
	readonly row?: string;
	readonly data: {readonly [Kind in DetailKind]: Loadable<DetailData[Kind]>};
	/** What is loaded once, because a key asked for it. */
	readonly asked: ReadonlySet<DetailKind>;
	readonly places: Readonly<Partial<Record<TabId, TabPlace>>>;
	/** Looked for in whatever tab is open; it outlives the selection. */
	readonly find?: LogPattern;
	/** The variable whose secret is shown, and for how much longer. */
	readonly revealed?: {readonly name: string; readonly leftMillis: number};
}

const idle = {status: 'idle'} as const;

export const noDetail: DetailState = {
	data: {
		setup: idle,
		image: idle,
		document: idle,
		other: idle,
		processes: idle,
		changes: idle,
		health: idle,
		volumes: idle,
	},
	asked: new Set(),
	places: {},
};

export const firstPlace: TabPlace = {top: 0, item: 0};
