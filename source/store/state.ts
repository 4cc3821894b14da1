import type {ActionPolicy} from '../model/act/policy.ts';
import type {Limits} from '../model/attention/limits.ts';
import type {Spell} from '../model/attention/problem.ts';
import type {ColumnChoice} from '../model/column-choice.ts';
import type {EngineInfo} from '../model/engine-info.ts';
import type {Filter} from '../model/filter.ts';
import type {Forbidden} from '../model/forbidden.ts';
import type {Grouping} from '../model/grouping.ts';
import type {HostSample} from '../model/host-sample.ts';
import type {ContainerKey} from '../model/ids.ts';
import type {Smoothed} from '../model/smooth.ts';
import type {GroupOrder, Ranks, Sort} from '../model/sort.ts';
import type {ContainerUsage} from '../model/stats-sample.ts';
import type {TimelineEntry} from '../model/timeline.ts';
import type {Message, Task} from './act/act-state.ts';
import type {BulkRun} from './act/bulk-state.ts';
import type {ComposeState} from './act/compose-state.ts';
import type {Connection, EndpointState} from './connection.ts';
import type {ContainerMap} from './container-map.ts';
import type {DetailState} from './detail/detail-state.ts';
import type {TreesState} from './detail/trees-state.ts';
import type {FilesState} from './files/files-state.ts';
import type {LogsState} from './logs/logs-state.ts';
import type {Overlay} from './overlay.ts';
import type {ProgramState} from './program.ts';
import type {StatsState} from './stats-state.ts';
import type {TabId} from './tabs.ts';
import type {ThemesState} from './themes-state.ts';
import type {PageId, ViewId} from './views.ts';

/** Everything the screen depends on, except what is in the buffers (`history.ts`, `logs/log-book.ts`). */
export interface State {
	readonly nowMillis: number;
	/** Between two samples, as the user chose; undefined: what suits the way they are read. */
	readonly intervalMillis?: number;
	/** Another pane can be opened beside this one. */
	readonly isInTmux: boolean;
	readonly endpoint: EndpointState;
	/** Nothing is changed on the engine, and what would is not among the commands. */
	readonly isReadOnly: boolean;
	readonly policy: ActionPolicy;
	readonly connection: Connection;
	/** Of the last successful connect. */
	readonly engine?: EngineInfo;
	/** What a proxy has forbidden since then. */
	readonly forbidden: readonly Forbidden[];
	readonly containers: ContainersState;
	readonly usages: ReadonlyMap<ContainerKey, ContainerUsage>;
	/** The means that `list.ranks` follow; apart, because they change with every sample. */
	readonly smoothed: ReadonlyMap<ContainerKey, Smoothed>;
	readonly host?: HostSample;
	readonly list: ListState;
	readonly logs: LogsState;
	readonly detail: DetailState;
	readonly trees: TreesState;
	readonly files: FilesState;
	readonly frame: FrameState;
	readonly themes: ThemesState;
	readonly stats: StatsState;
	readonly compose: ComposeState;
	/** The latest command of the user's own, or of Compose. */
	readonly program?: ProgramState;
	readonly tasks: ReadonlyMap<ContainerKey, Task>;
	/** The latest thing that was done to many. */
	readonly bulk?: BulkRun;
	/** As the user chose them; they stay while the program runs. */
	readonly limits: Limits;
	/** Figures that are too high, or were a moment ago: what `select-problems.ts` tells from. */
	readonly spells: readonly Spell[];
	/** What the screen of events shows; as it was typed. */
	readonly eventFilter: string;
	/** What was run in containers by `E`, the newest first. */
	readonly shellHistory: readonly string[];
	/** Where the cursors of the other screens stand. */
	readonly places: Readonly<Partial<Record<PageId, Place>>>;
	/** What happened, in the order it was heard, at most `maxTimelineEntries`. */
	readonly timeline: readonly TimelineEntry[];
	/** Oldest first, at most `maxMessages`. */
	readonly messages: readonly Message[];
}

interface ContainersState {
	/** `stale` keeps the last values while the engine is lost. */
	readonly status: 'loading' | 'ready' | 'stale';
	readonly byKey: ContainerMap;
	/**
	 * `byKey` as of the last change that moves rows: containers that came or went, their state or
	 * health. What an inspect tells of a container does not.
	 */
	readonly listed: ContainerMap;
	/** When the list was last read. */
	readonly atMillis?: number;
}

/** What the selection rests on: a container, or a heading such as `project:shop` or `group:state:exited`. */
export type RowId = ContainerKey | GroupId;
export type GroupId = `project:${string}` | `service:${string}` | `group:${string}`;

export interface ListState {
	readonly filter: Filter;
	/** Who passed a filter that compares figures, and who did not, when the list was ordered last. */
	readonly passing?: ReadonlyMap<ContainerKey, boolean>;
	/** What was filtered by, the newest first; for as long as the program runs. */
	readonly typed: readonly string[];
	readonly sort: Sort;
	/** What is sorted by, of those that samples tell it of. */
	readonly ranks: Ranks;
	readonly grouping: Grouping;
	/** In order; undefined: those that are there at first. */
	readonly columns?: readonly ColumnChoice[];
	/** False hides what does not run. */
	readonly showsStopped: boolean;
	readonly folded: ReadonlySet<GroupId>;
	/** Chosen to be shown together; those that are gone are not among them. */
	readonly marked: ReadonlySet<ContainerKey>;
	/** Sequence of all containers; changes only when no key was pressed lately. */
	readonly order: readonly GroupOrder[];
	readonly selected?: RowId;
	/** True once the user did something, or the first figures have put the list in order. */
	readonly isSettled: boolean;
	/**
	 * True once the user has moved the cursor, marked or looked for something: then the rows in sight are
	 * those around the selection. Before it is the top of the list, whatever changes places.
	 */
	readonly isTouched: boolean;
	/** Row of the selection when it was last seen: where the next one is taken when it goes. */
	readonly selectedIndex: number;
	/** The figures on screen while they are frozen. */
	readonly frozen?: {
		readonly atMillis: number;
		readonly usages: ReadonlyMap<ContainerKey, ContainerUsage>;
	};
	/** The order is left alone until then, so that no row moves under a key. */
	readonly heldUntilMillis: number;
}

/** A cursor in the list of a screen: on a thing and not on a row. */
export interface Place {
	readonly id: string;
	/** Where that was: what takes its place when it goes. */
	readonly index: number;
	/** Row of the window it is on, so that what comes above it moves nothing. */
	readonly row: number;
}

export type PaneId = 'list' | 'logs';

/** `free`: left to the terminal by a key; `unused`: from the start, as was asked for. */
export type MouseUse = 'taken' | 'free' | 'unused';

/** Shares of the list, 0 to 1, as the user chose them; undefined: what suits the screen. */
export interface PaneSizes {
	/** Of the rows that it has together with the pane below it. */
	readonly listHeight?: number;
	/** Of the columns that it has together with the details beside it. */
	readonly listWidth?: number;
}

export interface FrameState {
	readonly view: ViewId;
	/** Where a log in the full screen was opened from, and Esc leads back to. */
	readonly returnsTo?: PageId;
	readonly focus: PaneId;
	readonly tab: TabId;
	/** The focused pane fills the screen. */
	readonly zoomed: boolean;
	readonly sizes: PaneSizes;
	/** The last one takes the keys. */
	readonly overlays: readonly Overlay[];
	readonly mouse: MouseUse;
	/** What was run or gone to from the palette, as its entries are named, the latest first. */
	readonly used: readonly string[];
}
