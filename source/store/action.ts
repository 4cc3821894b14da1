import type {ActionVerb} from '../model/act/container-action.ts';
import type {ColumnChoice} from '../model/column-choice.ts';
import type {Container, ContainerDetails, ContainerState} from '../model/container.ts';
import type {EngineEvent} from '../model/engine-event.ts';
import type {EngineInfo} from '../model/engine-info.ts';
import type {Forbidden} from '../model/forbidden.ts';
import type {Grouping} from '../model/grouping.ts';
import type {HealthKind} from '../model/health.ts';
import type {HostSample} from '../model/host-sample.ts';
import type {ContainerKey} from '../model/ids.ts';
import type {HighlightRule} from '../model/logs/highlight-rule.ts';
import type {LogPattern} from '../model/logs/log-pattern.ts';
import type {LogQueryChange} from '../model/logs/log-query.ts';
import type {LogTarget} from '../model/logs/log-target.ts';
import type {Sort} from '../model/sort.ts';
import type {RangeId} from '../model/stats-range.ts';
import type {ContainerUsage} from '../model/stats-sample.ts';
import type {MessageLevel} from './act/act-state.ts';
import type {BulkAction} from './act/bulk-action.ts';
import type {ClientsAction} from './act/clients-asked.ts';
import type {ComposeAction} from './act/compose-state.ts';
import type {EndpointState} from './connection.ts';
import type {DetailData, DetailKind, TabPlace} from './detail/detail-state.ts';
import type {TreesAction} from './detail/trees-state.ts';
import type {Failure} from './failure.ts';
import type {FilesAction} from './files/files-actions.ts';
import type {LogHeld, LogLook, LogsState, LogsStatus} from './logs/logs-state.ts';
import type {Overlay} from './overlay.ts';
import type {ProgramEnd} from './program.ts';
import type {GroupId, MouseUse, PaneId, PaneSizes, Place, RowId} from './state.ts';
import type {ChartId} from './stats-state.ts';
import type {TabId} from './tabs.ts';
import type {ThemesAction} from './themes-state.ts';
import type {PageId, ViewId} from './views.ts';

/** Everything that can happen; `slice/past-participle`. Time comes with the action. */
export type Action =
	| FilesAction
	| ThemesAction
	| {readonly type: 'clock/ticked'; readonly atMillis: number}
	| {readonly type: 'endpoint/chosen'; readonly endpoint: EndpointState; readonly atMillis: number}
	| {readonly type: 'connection/opened'; readonly engine: EngineInfo; readonly atMillis: number}
	| {readonly type: 'connection/silent'; readonly answeredAtMillis: number}
	| {readonly type: 'connection/answered'}
	/** It goes on without. */
	| {readonly type: 'connection/restricted'; readonly part: Forbidden}
	| {
			readonly type: 'connection/lost';
			readonly failure: Failure;
			readonly atMillis: number;
			readonly retryAtMillis: number;
			/** Where that was longer ago than is known from the state, as after a sleep. */
			readonly answeredAtMillis?: number;
	  }
	| {
			readonly type: 'containers/listed';
			readonly containers: readonly Container[];
			readonly atMillis: number;
	  }
	| {
			readonly type: 'containers/relisted';
			/** What was asked for; which of them is not among the containers has gone. */
			readonly keys: readonly ContainerKey[];
			readonly containers: readonly Container[];
			readonly atMillis: number;
	  }
	| {
			readonly type: 'container/inspected';
			readonly key: ContainerKey;
			readonly details: ContainerDetails;
	  }
	| {readonly type: 'container/removed'; readonly key: ContainerKey}
	| {readonly type: 'container/died'; readonly key: ContainerKey}
	| {readonly type: 'container/turned'; readonly key: ContainerKey; readonly state: ContainerState}
	| {readonly type: 'container/probed'; readonly key: ContainerKey; readonly health: HealthKind}
	| {readonly type: 'timeline/heard'; readonly event: EngineEvent}
	/** From before anything was heard, oldest first. */
	| {readonly type: 'timeline/recalled'; readonly events: readonly EngineEvent[]}
	/** What the user did to a container has ended. */
	| {
			readonly type: 'timeline/acted';
			readonly key: ContainerKey;
			readonly verb: ActionVerb;
			readonly outcome: MessageLevel;
			readonly text: string;
			readonly atMillis: number;
	  }
	| {
			readonly type: 'stats/sampled';
			readonly usages: readonly (readonly [ContainerKey, ContainerUsage])[];
			/** None of them is on the screen. */
			readonly isUnseen?: boolean;
	  }
	| {readonly type: 'host/sampled'; readonly sample: HostSample}
	| {readonly type: 'list/reordered'; readonly atMillis: number}
	| {readonly type: 'list/sorted'; readonly sort: Sort; readonly atMillis: number}
	| {readonly type: 'list/grouped'; readonly grouping: Grouping}
	/** Without any, those that are there at first. */
	| {readonly type: 'list/columns-chosen'; readonly columns?: readonly ColumnChoice[]}
	| {readonly type: 'list/filtered'; readonly text: string}
	/** To be found again. */
	| {readonly type: 'list/filter-kept'; readonly text: string}
	| {readonly type: 'list/stopped-toggled'}
	| {readonly type: 'list/freeze-toggled'; readonly atMillis: number}
	| {readonly type: 'list/folded'; readonly group: GroupId}
	/** Those of all that are closed from now on. */
	| {readonly type: 'list/all-folded'; readonly groups: readonly GroupId[]}
	/** All of them, or none of them where all were. */
	| {readonly type: 'list/marked'; readonly keys: readonly ContainerKey[]}
	| {readonly type: 'list/unmarked'}
	/** Selected, and nothing of the list hides it any more. */
	| {readonly type: 'list/revealed'; readonly key: ContainerKey}
	| {readonly type: 'list/held'; readonly untilMillis: number}
	| {readonly type: 'selection/moved'; readonly row: RowId; readonly index: number}
	| {
			readonly type: 'logs/opened';
			readonly target?: LogTarget;
			readonly version: number;
			/** Nothing older was asked for. */
			readonly sinceMillis?: number;
	  }
	| {
			readonly type: 'logs/changed';
			readonly status: LogsStatus;
			readonly sources: LogsState['sources'];
	  }
	/** Older lines are being loaded, or there are none; without a word there may be some. */
	| {readonly type: 'logs/older-changed'; readonly older?: LogsState['older']}
	/** The buffer has changed, or what of it passes the query. */
	| {
			readonly type: 'logs/appended';
			readonly version: number;
			/** Entries that have other numbers now. */
			readonly moved?: ReadonlyMap<number, number>;
	  }
	/** Without a target it follows the selection again. */
	| {readonly type: 'logs/pinned'; readonly target?: LogTarget}
	/** Without a place it follows again. */
	| {readonly type: 'logs/held'; readonly held?: LogHeld}
	/** What is undefined in it is asked for no more. */
	| {readonly type: 'logs/queried'; readonly query: LogQueryChange}
	| {readonly type: 'logs/query-cleared'}
	| {readonly type: 'logs/typed'; readonly text: string}
	| {readonly type: 'logs/noted'; readonly note?: string}
	| {readonly type: 'logs/searched'; readonly search?: LogPattern}
	| {readonly type: 'logs/highlighted'; readonly rules: readonly HighlightRule[]}
	| {readonly type: 'logs/looked'; readonly look: Partial<LogLook>}
	| {readonly type: 'logs/turned'; readonly seq: number}
	| {readonly type: 'logs/all-turned'}
	| {readonly type: 'logs/marked'; readonly seq: number}
	| {readonly type: 'logs/reached-back'; readonly backMillis?: number}
	/** `key`: the selected container that it is about. */
	| {readonly type: 'detail/requested'; readonly key: ContainerKey; readonly kind: DetailKind}
	| {
			readonly type: 'detail/awaited';
			readonly key: ContainerKey;
			readonly kind: DetailKind;
			readonly waitedMillis: number;
	  }
	| DetailLoaded
	| {readonly type: 'detail/asked'; readonly kind: DetailKind}
	| {
			readonly type: 'detail/failed';
			readonly key: ContainerKey;
			readonly kind: DetailKind;
			readonly failure: Failure;
	  }
	| {readonly type: 'detail/moved'; readonly tab: TabId; readonly place: TabPlace}
	| {readonly type: 'detail/searched'; readonly find?: LogPattern}
	/** Without a name the secret is covered again. */
	| {readonly type: 'detail/revealed'; readonly name?: string}
	/** A secret was shown for so much of its time. */
	| {readonly type: 'detail/counted'; readonly millis: number}
	| TreesAction
	| {
			readonly type: 'frame/view-chosen';
			readonly view: ViewId;
			/** Esc leads back there from the log that is opened next. */
			readonly returnsTo?: PageId;
	  }
	| {readonly type: 'events/filtered'; readonly text: string}
	/** Without a place it stays at the top. */
	| {readonly type: 'page/moved'; readonly page: PageId; readonly place?: Place}
	| {readonly type: 'frame/focused'; readonly pane: PaneId}
	| {readonly type: 'frame/tab-chosen'; readonly tab: TabId}
	| {readonly type: 'frame/zoomed'; readonly zoomed: boolean}
	| {readonly type: 'frame/mouse-used'; readonly mouse: MouseUse}
	| {readonly type: 'frame/resized'; readonly sizes: PaneSizes}
	| {readonly type: 'stats/range-chosen'; readonly range: RangeId}
	| {readonly type: 'stats/chart-chosen'; readonly chart: ChartId}
	| {readonly type: 'stats/zoomed'; readonly isZoomed: boolean}
	| {readonly type: 'stats/compared'; readonly isCompared: boolean}
	/** Without a moment there is no cursor. */
	| {readonly type: 'stats/pointed'; readonly atMillis?: number}
	| {readonly type: 'stats/stepped-back'}
	| {readonly type: 'overlay/opened'; readonly overlay: Overlay}
	| {readonly type: 'overlay/changed'; readonly overlay: Overlay}
	| {readonly type: 'overlay/closed'}
	/** An entry of the palette. */
	| {readonly type: 'entry/used'; readonly id: string}
	| {
			readonly type: 'task/started';
			readonly key: ContainerKey;
			readonly id: number;
			readonly verb: ActionVerb;
			readonly atMillis: number;
	  }
	| {
			readonly type: 'program/started';
			readonly name: string;
			readonly text: string;
			readonly atMillis: number;
	  }
	| {readonly type: 'program/written'; readonly lines: readonly string[]}
	| {readonly type: 'program/ended'; readonly end: ProgramEnd; readonly atMillis: number}
	| {readonly type: 'shell/remembered'; readonly text: string}
	| {readonly type: 'task/waited'; readonly key: ContainerKey}
	| {readonly type: 'task/ended'; readonly key: ContainerKey}
	| {
			readonly type: 'message/added';
			readonly level: MessageLevel;
			readonly text: string;
			/** Lines for whoever wants to know more, foreign text: the command, what was said last. */
			readonly details?: readonly string[];
			readonly atMillis: number;
	  }
	| {readonly type: 'message/dismissed'}
	| BulkAction
	| ClientsAction
	| ComposeAction;

type DetailLoaded = {
	readonly [Kind in DetailKind]: {
		readonly type: 'detail/loaded';
		readonly key: ContainerKey;
		readonly kind: Kind;
		readonly value: DetailData[Kind];
		readonly atMillis: number;
	};
}[DetailKind];
