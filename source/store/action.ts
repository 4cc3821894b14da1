import type {Container, ContainerDetails} from '../model/container.ts';
import type {EngineEvent} from '../model/engine-event.ts';
import type {EngineInfo} from '../model/engine-info.ts';
import type {HealthKind} from '../model/health.ts';
import type {HostSample} from '../model/host-sample.ts';
import type {ContainerKey} from '../model/ids.ts';
import type {HighlightRule} from '../model/logs/highlight-rule.ts';
import type {LogPattern} from '../model/logs/log-pattern.ts';
import type {LogQueryChange} from '../model/logs/log-query.ts';
import type {LogTarget} from '../model/logs/log-target.ts';
import type {Sort} from '../model/sort.ts';
import type {ContainerUsage} from '../model/stats-sample.ts';
import type {Failure} from './failure.ts';
import type {LogHeld, LogLook, LogsState, LogsStatus} from './logs/logs-state.ts';
import type {
	ActionVerb,
	EndpointState,
	GroupId,
	MessageLevel,
	MouseUse,
	Overlay,
	PaneId,
	RowId,
	TabId,
} from './state.ts';
import type {ViewId} from './views.ts';

/** Everything that can happen; `slice/past-participle`. Time comes with the action. */
export type Action =
	| {readonly type: 'clock/ticked'; readonly atMillis: number}
	| {readonly type: 'endpoint/chosen'; readonly endpoint: EndpointState; readonly atMillis: number}
	| {readonly type: 'connection/opened'; readonly engine: EngineInfo; readonly atMillis: number}
	| {readonly type: 'connection/silent'; readonly answeredAtMillis: number}
	| {readonly type: 'connection/answered'}
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
	| {readonly type: 'container/probed'; readonly key: ContainerKey; readonly health: HealthKind}
	| {readonly type: 'timeline/heard'; readonly event: EngineEvent}
	| {
			readonly type: 'stats/sampled';
			readonly usages: readonly (readonly [ContainerKey, ContainerUsage])[];
			/** None of them is on the screen. */
			readonly isUnseen?: boolean;
	  }
	| {readonly type: 'host/sampled'; readonly sample: HostSample}
	| {readonly type: 'list/reordered'; readonly atMillis: number}
	| {readonly type: 'list/sorted'; readonly sort: Sort; readonly atMillis: number}
	| {readonly type: 'list/filtered'; readonly text: string}
	| {readonly type: 'list/stopped-toggled'}
	| {readonly type: 'list/freeze-toggled'; readonly atMillis: number}
	| {readonly type: 'list/folded'; readonly group: GroupId}
	/** All of them, or none of them where all were. */
	| {readonly type: 'list/marked'; readonly keys: readonly ContainerKey[]}
	| {readonly type: 'list/unmarked'}
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
	| {readonly type: 'frame/view-chosen'; readonly view: ViewId}
	| {readonly type: 'frame/focused'; readonly pane: PaneId}
	| {readonly type: 'frame/tab-chosen'; readonly tab: TabId}
	| {readonly type: 'frame/zoomed'; readonly zoomed: boolean}
	| {readonly type: 'frame/mouse-used'; readonly mouse: MouseUse}
	| {readonly type: 'overlay/opened'; readonly overlay: Overlay}
	| {readonly type: 'overlay/changed'; readonly overlay: Overlay}
	| {readonly type: 'overlay/closed'}
	| {
			readonly type: 'task/started';
			readonly key: ContainerKey;
			readonly verb: ActionVerb;
			readonly atMillis: number;
	  }
	| {readonly type: 'task/waited'; readonly key: ContainerKey}
	| {readonly type: 'task/ended'; readonly key: ContainerKey}
	| {
			readonly type: 'message/added';
			readonly level: MessageLevel;
			readonly text: string;
			readonly atMillis: number;
	  }
	| {readonly type: 'message/dismissed'};
